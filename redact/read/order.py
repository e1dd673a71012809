"""Put the lines of a page in the order in which a person reads them.

The file's own order is kept as long as it runs down or to the right: the program that made it
knew its columns and its tables. Where it jumps, a new run begins, and the runs are put in order
by where they stand. See docs/decisions/reading-order.md.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from redact.geometry import Box
from redact.read.columns import unweave
from redact.read.moves import Move, Step, overlap, steps
from redact.read.runs import Run, put_in_place, untangle

_PARAGRAPH = 0.35
"""Line heights by which a gap must exceed the usual one to part two paragraphs."""

_ROW = 1.5
"""The same between two rows of a table."""

_SPACE, _TAB = 0.1, 2.5
"""Line heights between two pieces of one base line from which a space, or a tab, is read. A
piece that stands right under or over another one is a cell; the wide spaces of justified text
stand anywhere."""


class Placed(NamedTuple):
    """A line in reading order, with the white that stands before it."""

    line: int
    white: str


def reading_order(boxes: Sequence[Box], lines: Run, markers: set[int]) -> Iterator[Placed]:
    """Yield lines, given in the file's order, in reading order.

    `boxes` are upright; `markers` are the lines that are no more than a bullet or a number.
    """
    as_drawn = list(steps(boxes, lines))
    runs = put_in_place(boxes, untangle(boxes, _runs(lines[0], as_drawn)))
    ordered = [line for run in runs for line in unweave(boxes, run)]
    walk = as_drawn if ordered == lines else list(steps(boxes, ordered))
    usual, cells = _usual_gap(boxes, walk), _cells(boxes, walk)
    yield Placed(ordered[0], "")
    for step in walk:
        white = _white(step, boxes[step.before], boxes[step.line], usual)
        if white in (" ", "\t") and step.before in markers:
            white = " "
        elif white == " " and step.line in cells:
            white = "\t"
        yield Placed(step.line, white)


def _runs(first: int, walk: Sequence[Step]) -> list[Run]:
    """Split lines where the file's order jumps."""
    runs = [[first]]
    for step in walk:
        if step.move is Move.JUMP:
            runs.append([])
        runs[-1].append(step.line)
    return runs


def _usual_gap(boxes: Sequence[Box], walk: list[Step]) -> float:
    """Return the white between two lines of one paragraph; negative where boxes overlap."""
    gaps = [
        boxes[step.line].y0 - boxes[step.before].y1
        for step in walk
        if step.move is Move.DOWN and overlap(boxes[step.before], boxes[step.line]) > 0
    ]
    return median(gaps) if gaps else 0.0


def _cells(boxes: Sequence[Box], walk: list[Step]) -> set[int]:
    """Return the lines that begin, after a gap, where another one does too."""
    after_gap = [step.line for step in walk if step.move in (Move.RIGHT, Move.OVER)]
    seen = Counter(round(boxes[line].x0) for line in after_gap)
    return {
        line
        for line in after_gap
        if sum(seen[round(boxes[line].x0) + off] for off in (-1, 0, 1)) > 1
    }


def _white(step: Step, before: Box, box: Box, usual: float) -> str:
    """Return the white that stands for a move."""
    height = min(before.height, box.height)
    if step.move is Move.RIGHT:
        gap = (box.x0 - before.x1) / height
        return "" if gap < _SPACE else " " if gap < _TAB else "\t"
    if step.move is Move.OVER:
        return "\n\n" if step.is_long(height) else "\t"
    if step.move is Move.JUMP:
        return "\n\n"
    bottom = before.y1 if step.move is Move.DOWN else step.row.bottom
    extra = (box.y0 - bottom - usual) / height
    return "\n\n" if extra > (_ROW if step.row.tabbed else _PARAGRAPH) else "\n"
