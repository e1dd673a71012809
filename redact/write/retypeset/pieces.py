"""The smallest parts of a text that is set anew: cells of lines, or what one tag holds of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from redact.breaks import Break, breaks
from redact.document import Boxes, Document
from redact.geometry import Box, upright
from redact.lines import Line
from redact.write.retypeset.places import Place, place_of
from redact.write.retypeset.traits import Traits

_SECOND = re.compile(r"(en|of|dan|tot)\b")
"""After a hyphen that stays: "in- en uitstroom"."""

NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
CELL = "\t"


class Piece(NamedTuple):
    """Characters [start, end) of a document's text, that stand side by side.

    `after` is the white between it and the next one; `CELL` parts two cells of a line. `box` is
    upright, and NOWHERE for text that was never drawn. `size` is that of its font.
    """

    start: int
    end: int
    text: str
    after: str
    page: int
    box: Box
    size: float
    bold: bool
    place: Place | None

    @property
    def height(self) -> float:
        """From top to bottom, in points."""
        return self.box.height


def pieces(document: Document, lines: Sequence[Line], traits: Traits) -> list[Piece]:
    """Return lines in pieces, each within one tag of a paragraph, heading, item or cell."""
    boxes = _upright_boxes(document)
    places = [place_of(element) for element in traits.elements]
    found: list[Piece] = []
    for line, after in zip(lines, [*breaks(lines), Break.PARAGRAPH], strict=False):
        parts = list(_parts(line, traits, places))
        for number, (start, end) in enumerate(parts):
            last = number == len(parts) - 1
            text = line.text[start - line.start : end - line.start]
            white = _white_after(line, end, after, last=last)
            hyphen = int(last and after is Break.HYPHEN)
            tag = int(traits.tag[start])
            found.append(
                Piece(
                    start,
                    end - hyphen,
                    text[: len(text) - hyphen],
                    white,
                    line.page,
                    _box(boxes[start:end]),
                    float(np.median(traits.size[start:end])),
                    _is_bold(text, traits, start),
                    places[tag] if tag >= 0 else None,
                )
            )
    return list(_rejoined(_without_strays(found)))


def _white_after(line: Line, end: int, after: Break, *, last: bool) -> str:
    """Return the white between a piece that ends at `end` and the next."""
    if not last:
        return CELL if CELL in line.text[end - line.start :][:1] else " "
    return "" if after is Break.HYPHEN else after.value


def _parts(line: Line, traits: Traits, places: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """Yield where a line is cut: at tabs, and where its tag gives way to one of another place."""
    start = line.start
    for before, at in pairwise(range(line.start, line.end)):
        if line.text[at - line.start] == CELL:
            cut = True
        else:
            one, other = int(traits.tag[before]), int(traits.tag[at])
            cut = one != other and (one < 0 or other < 0 or places[one].parted_from(places[other]))
        if cut:
            yield from _trimmed(line, start, at)
            start = at
    yield from _trimmed(line, start, line.end)


def _trimmed(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield [start, end) without the blanks at its ends, if anything is left."""
    text = line.text[start - line.start : end - line.start]
    ink = text.strip()
    if ink:
        begin = start + text.index(ink)
        yield begin, begin + len(ink)


def _is_bold(text: str, traits: Traits, start: int) -> bool:
    """Tell whether all letters of a text are bold."""
    letters = [traits.bold[start + at] for at, letter in enumerate(text) if letter.isalnum()]
    return bool(letters) and all(letters)


def _upright_boxes(document: Document) -> Boxes:
    """Return the boxes of the whole text, upright, shape (len(text), 4)."""
    parts: list[Boxes] = []
    for page in document:
        level = page.boxes.copy()
        for turn in np.unique(page.turns[page.turns > 0]):
            there = page.turns == turn
            level[there] = upright(page.boxes[there], int(turn))
        parts += [level, np.full((1, 4), np.nan, dtype=np.float32)]
    return np.concatenate(parts)[:-1]


def _box(boxes: Boxes) -> Box:
    placed = boxes[~np.isnan(boxes[:, 0])]
    if not len(placed):
        return NOWHERE
    low, high = placed[:, :2].min(axis=0), placed[:, 2:].max(axis=0)
    return Box(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def _rejoined(found: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces; a sentence that goes on within a cell does not break there."""
    before: Piece | None = None
    for piece in found:
        if before:
            yield _joined(before, piece)
        before = piece
    if before:
        yield before


def _joined(piece: Piece, after: Piece) -> Piece:
    same = piece.place is not None and piece.place.cell and piece.place == after.place
    if not same or piece.after != "\n" or not after.text[0].islower():
        return piece
    if piece.text[-1] == "-" and piece.text[-2:-1].isalpha() and not _SECOND.match(after.text):
        return piece._replace(after="", end=piece.end - 1, text=piece.text[:-1])
    return piece._replace(after=" ")


_FAR = 1.5
"""Line heights below the last line of a tag from which on text cannot be part of it."""


def _without_strays(found: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those that stand far below their tag's text without a tag.

    MuPDF counts what follows a tag without one of its own, such as a footer, to that tag.
    """
    before: Piece | None = None
    for piece in found:
        if before and _strays(before, piece):
            piece = piece._replace(place=None)  # noqa: PLW2901  the same piece, told better
        else:
            before = piece
        yield piece


def _strays(before: Piece, piece: Piece) -> bool:
    if piece.place is None or before.place is None or before.page != piece.page:
        return False
    gap = piece.box.y0 - before.box.y1
    return piece.place == before.place and gap > _FAR * before.height
