"""Areas that a person draws on a page, over a signature, a face or a stamp: removed with all in it.

An area becomes a character that no reader saw, with the area as its box. So it goes the way that
text goes: pixels and drawings under it are taken out, its code takes its place, and the verifier
looks whether it is empty.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from redact.document import Document, Page, Span
from redact.finding import Redaction
from redact.geometry import Box, Mask, Places

OBJECT = "\ua66e"
"""Stands for an area: a letter, so that its place counts, but of no document in our alphabet."""


_NARROW = 40.0
"""Points: in an area this narrow, and twice as high, its code stands upright."""

_UPWARDS = 3
"""The turn of text that is read from below."""


class Area(NamedTuple):
    """A box on a page (from 0), in points from the top left as shown, and why it goes."""

    page: int
    box: Box
    grounds: tuple[str, ...]


def with_areas(document: Document, areas: Sequence[Area]) -> tuple[Document, tuple[Redaction, ...]]:
    """Return the document with a character for each area, and the redactions of these.

    Characters whose middle lies in an area go too.
    """
    drawn: defaultdict[int, list[Area]] = defaultdict(list)
    for area in areas:
        drawn[area.page].append(area)
    pages = tuple(_drawn_on(page, drawn.get(page.number, [])) for page in document)
    ordered = [
        Redaction(span, ground)
        for page in document
        for number, area in enumerate(drawn.get(page.number, []))
        for span in (_place(page, number), *_beneath(page, area.box))
        for ground in area.grounds
    ]
    return replace(document, pages=pages), tuple(ordered)


def is_area(page: Page, span: Span) -> bool:
    """Tell whether a span of a page is an area that was drawn."""
    return page.text[span.start : span.end] == OBJECT


def drawn_areas(page: Page) -> Places:
    """Return the places of the areas in the text of a page."""
    return np.array([at for at, sign in enumerate(page.text) if sign == OBJECT], dtype=np.intp)


def covered(page: Page) -> Mask:
    """Tell which characters of a page lie under an area, which explains them; areas do too.

    The mask has shape (len(page.text),).
    """
    under = np.zeros(len(page.text), dtype=np.bool_)
    for place in drawn_areas(page) if OBJECT in page.text else ():
        under |= _within(page, Box(*page.boxes[place].tolist()))
    return under


def _drawn_on(page: Page, areas: Sequence[Area]) -> Page:
    """Return the page with a line of its own for each area, behind all that was read."""
    if not areas:
        return page
    rows = [row for area in areas for row in ((np.nan,) * 4, area.box)]
    boxes = np.array(rows, dtype=np.float32).reshape(-1, 4)
    return replace(
        page,
        text=page.text + f"\n{OBJECT}" * len(areas),
        boxes=np.concatenate([page.boxes, boxes]),
        turns=np.concatenate([page.turns, [_turn(Box(*row)) for row in rows]]).astype(np.uint8),
    )


def _turn(box: Box) -> int:
    return _UPWARDS if box.width < _NARROW and box.height > 2 * box.width else 0


def _place(page: Page, number: int) -> Span:
    start = len(page.text) + 2 * number + 1
    return Span(page.number, start, start + 1)


def _beneath(page: Page, box: Box) -> Iterable[Span]:
    """Yield the runs of characters whose middle lies in a box."""
    bounds = np.flatnonzero(np.diff(_within(page, box), prepend=False, append=False)).tolist()
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        yield Span(page.number, start, end)


def _within(page: Page, box: Box) -> Mask:
    """Tell which characters have their middle in a box."""
    middle = (page.boxes[:, :2] + page.boxes[:, 2:]) / 2
    with np.errstate(invalid="ignore"):
        return np.asarray((middle >= box[:2]).all(axis=1) & (middle <= box[2:]).all(axis=1))
