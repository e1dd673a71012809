"""Lay the letters of a page out as text: in reading order, with the white between them."""

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from redact.document import Page
from redact.geometry import Box
from redact.read.glyphs import Glyphs, lines_of, text_of
from redact.read.order import Placed, reading_order

_MARKER = re.compile(r"\W|\(?(\d{1,3}(\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.)]?", re.IGNORECASE)
"""A bullet, or the number of an item: the white after it parts no cells."""

_SLANTED, _OUTSIDE = 4, 5
"""Groups after those of the four quarter turns."""


def lay_out(glyphs: Glyphs, number: int, width: float, height: float) -> Page:
    """Return the page; `width` and `height` are points, of the page as shown."""
    placed = list(_read(glyphs, width, height)) if len(glyphs.codes) else []
    white = "".join(place.white for place in placed)
    order = _order(glyphs, placed)
    made = order < 0
    codes = np.zeros(len(order), dtype=np.uint32)
    codes[~made] = glyphs.codes[order[~made]]
    codes[made] = np.frombuffer(white.encode("utf-32-le"), np.uint32)
    boxes = np.full((len(order), 4), np.nan, dtype=np.float32)
    boxes[~made] = glyphs.boxes[order[~made]]
    turns = np.zeros(len(order), dtype=np.uint8)
    turns[~made] = glyphs.of_lines(glyphs.turns)[order[~made]]
    return Page(number, text_of(codes), boxes, turns, width, height)


def _read(glyphs: Glyphs, width: float, height: float) -> Iterator[Placed]:
    """Yield the lines in reading order: level text first, what lies off the page last."""
    boxes = [Box(*box) for box in glyphs.hulls().tolist()]
    markers = {line for line, text in enumerate(lines_of(glyphs)) if _MARKER.fullmatch(text)}
    groups = _groups(glyphs, width, height)
    white = ""
    for group in np.unique(groups):
        first, *rest = reading_order(boxes, np.flatnonzero(groups == group).tolist(), markers)
        yield first._replace(white=white)
        yield from rest
        white = "\n\n"


def _groups(glyphs: Glyphs, width: float, height: float) -> npt.NDArray[np.uint8]:
    """Return for each line, shape (m,), the group in which it is read."""
    starts = glyphs.starts[:-1]
    low = np.fmin.reduceat(glyphs.boxes[:, :2], starts)
    high = np.fmax.reduceat(glyphs.boxes[:, 2:], starts)
    outside = (low >= (width, height)).any(axis=1) | (high <= 0).any(axis=1)
    groups = np.where(glyphs.slanted, _SLANTED, glyphs.turns)
    groups[outside] = _OUTSIDE
    return groups.astype(np.uint8)


def _order(glyphs: Glyphs, placed: list[Placed]) -> npt.NDArray[np.intp]:
    """Return the characters' numbers in reading order, -1 for each blank that is made up."""
    pieces = [
        piece
        for line, white in placed
        for piece in (
            np.full(len(white), -1),
            np.arange(glyphs.starts[line], glyphs.starts[line + 1]),
        )
    ]
    return np.concatenate(pieces) if pieces else np.empty(0, dtype=np.intp)
