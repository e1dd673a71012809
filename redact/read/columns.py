"""Columns of running text that a file draws line by line, right across the page."""

from collections.abc import Sequence
from itertools import chain, pairwise
from statistics import median
from typing import NamedTuple

from redact.geometry import Box
from redact.read.moves import level, rows
from redact.read.runs import Run

_ROWS = 6
"""Rows that columns of running text have at least; a table of short cells is never one."""

_FULL = 0.75
"""Share of a column's width that its lines fill, in the middle."""

_NARROWEST = 5
"""Line heights that a line of running text is wide, in the middle; a column of bullets is not."""

_GUTTER = 0.5
"""Line heights of white between two columns."""


class Band(NamedTuple):
    """Rows [start, end) that leave the white between x0 and x1 free."""

    start: int
    end: int
    x0: float
    x1: float


def unweave(boxes: Sequence[Box], run: Run) -> Run:
    """Return a run with such columns read one after the other; any other run as it is."""
    if not any(level(boxes[line], boxes[after]) for line, after in pairwise(run)):
        return run
    found = rows(boxes, run)
    if list(chain.from_iterable(found)) != run:
        return run
    band = _widest_band(boxes, found)
    if band is None:
        return run
    before, inside, after = found[: band.start], found[band.start : band.end], found[band.end :]
    sides = [
        [line for row in inside for line in row if _is_left(boxes[line], band) is left]
        for left in (True, False)
    ]
    if not all(_is_text(boxes, side) for side in sides):
        return run
    return list(
        chain(
            chain.from_iterable(before),
            *(unweave(boxes, side) for side in sides),
            unweave(boxes, list(chain.from_iterable(after))),
        )
    )


def _widest_band(boxes: Sequence[Box], found: list[list[int]]) -> Band | None:
    """Return the longest stretch of rows that share a gutter, if it is long enough."""
    best, start = None, 0
    while start < len(found):
        band = _band(boxes, found, start)
        if band and (best is None or band.end - band.start > best.end - best.start):
            best = band
        start = band.end if band else start + 1
    return best if best and best.end - best.start >= _ROWS else None


def _band(boxes: Sequence[Box], found: list[list[int]], start: int) -> Band | None:
    """Return the rows from `start` on that share the widest white of the first."""
    gaps = [
        (boxes[right].x0 - boxes[left].x1, boxes[left].x1, boxes[right].x0)
        for left, right in zip(found[start][:-1], found[start][1:], strict=True)
    ]
    if not gaps:
        return None
    band = Band(start, start + 1, *max(gaps)[1:])
    for number in range(start + 1, len(found)):
        sides = [boxes[line] for line in found[number]]
        x0 = max([band.x0, *(box.x1 for box in sides if _is_left(box, band))])
        x1 = min([band.x1, *(box.x0 for box in sides if not _is_left(box, band))])
        if x1 - x0 < _GUTTER * sides[0].height:
            break
        band = Band(start, number + 1, x0, x1)
    return band


def _is_left(box: Box, band: Band) -> bool:
    return box.x0 + box.x1 < band.x0 + band.x1


def _is_text(boxes: Sequence[Box], side: Run) -> bool:
    """Tell whether lines fill their column, as running text does."""
    if len(side) < _ROWS - 1:
        return False
    width = max(boxes[line].x1 for line in side) - min(boxes[line].x0 for line in side)
    usual = median(boxes[line].width for line in side)
    height = median(boxes[line].height for line in side)
    return usual > max(_FULL * width, _NARROWEST * height)
