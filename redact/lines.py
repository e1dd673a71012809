"""The lines of a document, and where each of them begins and ends on its page."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from redact.document import Boxes, Document, Page
from redact.geometry import upright

_BREAK = re.compile("\r\n|[\r\n\f\v\x85\u2028\u2029]")


class Piece(NamedTuple):
    """A line, or one cell of it: from left to right, in points or in characters."""

    left: float
    right: float


class Line(NamedTuple):
    """A line that is not blank: characters [start, end) of the document's text.

    `breaks` are the places of the first breaks after it, at most two: two if a blank line
    follows. `first` and `last` are its cells at both ends, `word` is the width of its first word;
    in points where the line was drawn, in characters where it was not (then `height` is 0).
    """

    page: int
    start: int
    end: int
    text: str
    breaks: tuple[int, ...]
    first: Piece
    last: Piece
    word: float
    top: float = 0.0
    height: float = 0.0

    @property
    def has_cells(self) -> bool:
        """Tell whether the line is a row of a table."""
        return "\t" in self.text

    @property
    def ends_paragraph(self) -> bool:
        """Tell whether a blank line follows."""
        return len(self.breaks) > 1


def lines(document: Document) -> list[Line]:
    """Return the lines of a document that are not blank."""
    return [
        line
        for page, start in zip(document, document.page_starts, strict=True)
        for line in _lines(page, start, is_last=page is document.pages[-1])
    ]


def _lines(page: Page, offset: int, *, is_last: bool) -> Iterator[Line]:
    """Yield the lines of one page that begins at `offset` in the document's text."""
    level = _upright(page)
    waiting: Line | None = None
    for start, end, after in _split(page.text, is_last=is_last):
        ink = page.text[start:end].strip()
        if not ink:
            if waiting and after is not None and len(waiting.breaks) == 1:
                waiting = waiting._replace(breaks=(*waiting.breaks, offset + after))
            continue
        if waiting:
            yield waiting
        begin = page.text.index(ink, start)
        breaks = () if after is None else (offset + after,)
        waiting = _line(page, level, begin, begin + len(ink), start)
        waiting = waiting._replace(
            start=offset + begin, end=offset + begin + len(ink), breaks=breaks
        )
    if waiting:
        yield waiting


def _split(text: str, *, is_last: bool) -> Iterator[tuple[int, int, int | None]]:
    """Yield start and end of each line and the place of its break; the last may have none."""
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start(), found.end() - 1
        start = found.end()
    yield start, len(text), None if is_last else len(text)


def _upright(page: Page) -> Boxes:
    """Return the boxes of a page turned so that each line runs from left to right."""
    level: Boxes = page.boxes.copy()
    for turn in np.unique(page.turns[page.turns > 0]):
        there = page.turns == turn
        level[there] = upright(page.boxes[there], int(turn))
    return level


def _line(page: Page, level: Boxes, start: int, end: int, margin: int) -> Line:
    """Return the line [start, end) of a page; `margin` is where it began with blanks."""
    text = page.text[start:end]
    tab, last_tab = text.find("\t"), text.rfind("\t")
    space = text.find(" ")
    first = (start, start + tab if tab > 0 else end)
    word = (start, start + space if space > 0 else end)
    cells = [(start, first[1]), (start + last_tab + 1, end), word]
    if np.isnan(level[start, 0]) or np.isnan(level[end - 1, 2]):
        first_cell, last_cell, word_cell = (Piece(a - margin, b - margin) for a, b in cells)
        top = height = 0.0
    else:
        first_cell, last_cell, word_cell = (_piece(level, a, b) for a, b in cells)
        top, height = float(level[start, 1]), float(level[start, 3] - level[start, 1])
    width = word_cell.right - word_cell.left
    return Line(page.number, start, end, text, (), first_cell, last_cell, width, top, height)


def _piece(level: Boxes, start: int, end: int) -> Piece:
    return Piece(float(level[start, 0]), float(level[end - 1, 2]))
