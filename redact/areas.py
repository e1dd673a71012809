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
from redact.geometry import Box

OBJECT = "\ua66e"
"""Stands for an area: a letter, so that its place counts, but of no document in our alphabet."""


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
        turns=np.concatenate([page.turns, np.zeros(len(boxes), dtype=np.uint8)]),
    )


def _place(page: Page, number: int) -> Span:
    start = len(page.text) + 2 * number + 1
    return Span(page.number, start, start + 1)


def _beneath(page: Page, box: Box) -> Iterable[Span]:
    """Yield the runs of characters whose middle lies in a box."""
    middle = (page.boxes[:, :2] + page.boxes[:, 2:]) / 2
    with np.errstate(invalid="ignore"):
        inside = (middle >= box[:2]).all(axis=1) & (middle <= box[2:]).all(axis=1)
    bounds = np.flatnonzero(np.diff(inside, prepend=False, append=False)).tolist()
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        yield Span(page.number, start, end)
