"""How the eye goes from one line on a page to the next."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from redact.geometry import Box

_JUMP = 4.0
"""Line heights of white that the eye still crosses within one piece of text."""

_CELL_GAP = 0.8
"""Line heights of white within one cell of a table or one paragraph."""

_CELL = 12
"""Line heights that one row of a table has at most; what is higher is a column."""


class Move(Enum):
    """To where the next line stands, seen from the one before."""

    RIGHT = auto()  # on the same base line
    OVER = auto()  # to the next cell of the row, or the next column
    DOWN = auto()  # in the same cell or paragraph
    ROW = auto()  # below, in a new row or paragraph
    JUMP = auto()  # elsewhere


class Row(NamedTuple):
    """The row of a table, or the paragraph, that is being read; `tabbed` if it has cells."""

    top: float
    bottom: float
    tabbed: bool = False


class Step(NamedTuple):
    """A move from line `before` to line `line`, with the row as it was before the move."""

    before: int
    line: int
    move: Move
    row: Row

    def is_long(self, height: float) -> bool:
        """Tell whether what was read is too high to be the row of a table."""
        return self.row.bottom - self.row.top > _CELL * height


def steps(boxes: Sequence[Box], lines: Sequence[int]) -> Iterator[Step]:
    """Yield the moves by which these lines are read."""
    if not lines:
        return
    row = _new_row(boxes[lines[0]])
    for before, line in pairwise(lines):
        move = _move(row, boxes[before], boxes[line])
        yield Step(before, line, move, row)
        row = _after(move, row, boxes[line])


def _move(row: Row, before: Box, box: Box) -> Move:
    height = min(before.y1 - before.y0, box.y1 - box.y0)
    if box.x0 >= before.x1 - height / 4:
        if level(before, box):
            return Move.RIGHT
        if row.top - height < box.y0 < row.bottom:
            return Move.OVER
    gap = box.y0 - before.y1
    if middle(box) <= middle(before) or gap > _JUMP * height:
        return Move.JUMP
    if overlap(before, box) > 0 and gap < _CELL_GAP * height:
        return Move.DOWN
    return Move.ROW if middle(box) > row.top else Move.JUMP


def _after(move: Move, row: Row, box: Box) -> Row:
    if move in (Move.RIGHT, Move.OVER):
        return Row(min(row.top, box.y0), max(row.bottom, box.y1), tabbed=True)
    if move is Move.DOWN:
        return row._replace(bottom=max(row.bottom, box.y1))
    return _new_row(box)


def _new_row(box: Box) -> Row:
    return Row(box.y0, box.y1)


def middle(box: Box) -> float:
    """Return how far down the middle of a box lies."""
    return (box.y0 + box.y1) / 2


def level(one: Box, other: Box) -> bool:
    """Tell whether two lines share at least half of the lower one's height."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared >= min(one.y1 - one.y0, other.y1 - other.y0) / 2


def overlap(one: Box, other: Box) -> float:
    """Return the width that two lines have in common; negative if they stand apart."""
    return min(one.x1, other.x1) - max(one.x0, other.x0)


def rows(boxes: Sequence[Box], lines: Sequence[int]) -> list[list[int]]:
    """Return lines from top to bottom, those on one base line together, from left to right."""
    found: list[list[int]] = []
    for line in sorted(lines, key=lambda line: middle(boxes[line])):
        box = boxes[line]
        fits = bool(found) and all(
            level(boxes[other], box) and overlap(boxes[other], box) < box.height / 2
            for other in found[-1]
        )
        if fits:
            found[-1].append(line)
        else:
            found.append([line])
    return [sorted(row, key=lambda line: boxes[line].x0) for row in found]
