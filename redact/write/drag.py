"""Move text along its own base line, by what its pen does, where nobody knows each of its letters.

A run is text that one pen writes from one place on. MuPDF leaves a shift where a text went; made
wider, it takes along all that follows in its run, whatever the widths of the font are. Other runs
on the line are put further on as a whole.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from redact.write.graphics import Piece

_NEAR = 0.35
"""Points that a run may begin before what went, and still stand behind it."""

_ALIKE = 0.5
"""Points that a shift may differ from the width of what it stands for."""


class Run(NamedTuple):
    """Pieces of text that one pen writes, by their numbers, and where each begins on the line."""

    numbers: tuple[int, ...]
    starts: tuple[float, ...]


class Hole(NamedTuple):
    """Where a text went on its line, how much wider its gap becomes, where the next text begins."""

    start: float
    end: float
    more: float
    behind: float | None


@dataclass
class Drag:
    """How far instructions move along their line, and how much wider their shifts become.

    Both in points; shifts are told by their instruction and its element. `moved` are the pieces
    behind a hole, `last` the instructions that nothing follows in their run.
    """

    starts: dict[int, float] = field(default_factory=dict)
    shifts: dict[tuple[int, int], float] = field(default_factory=dict)
    moved: list[int] = field(default_factory=list)
    last: set[int] = field(default_factory=set)

    def add(self, other: "Drag") -> None:
        """Add what moves on another line."""
        self.starts.update(other.starts)
        self.shifts.update(other.shifts)
        self.last |= other.last


def runs(pieces: Sequence[Piece], starts: Mapping[int, float]) -> list[Run]:
    """Return the runs of the pieces on a line; `starts` tells where each begins along it."""
    found: list[list[int]] = []
    for number in sorted(starts):
        piece = pieces[number]
        if (piece.fresh and piece.element == 0) or not found or found[-1][-1] != number - 1:
            found.append([])
        found[-1].append(number)
    return [Run(tuple(run), tuple(starts[number] for number in run)) for run in found]


def drag(
    holes: Sequence[Hole], every: Sequence[Run], pieces: Sequence[Piece], end: float
) -> Drag | None:
    """Make holes wider, from left to right; None where it is not known what stands behind one.

    Runs from `end` on belong to another column.
    """
    left: dict[int, Hole] = {}
    for hole in holes:
        number = _shift_of(hole, every, pieces, left)
        if number is not None:
            left[number] = hole
        elif hole.behind is not None and not _begins(every, hole.behind):
            return None
    found = Drag()
    for run in every:
        if run.starts[0] <= end:
            before = [hole for hole in holes if hole.end <= run.starts[0] + _NEAR]
            _drag_run(found, run, pieces, left, before)
    return found


def _drag_run(
    found: Drag,
    run: Run,
    pieces: Sequence[Piece],
    left: Mapping[int, Hole],
    before: Sequence[Hole],
) -> None:
    """Move a run, and what follows each of its holes that much further."""
    moved, is_behind = sum(hole.more for hole in before), bool(before)
    for number in run.numbers:
        piece = pieces[number]
        if piece.element == 0:
            found.starts[piece.instruction] = moved
        if number in left:
            found.shifts[piece.instruction, piece.element] = left[number].more
            moved += left[number].more
            is_behind = True
        elif is_behind:
            found.moved.append(number)
    found.last.add(pieces[run.numbers[-1]].instruction)


def _shift_of(
    hole: Hole, every: Sequence[Run], pieces: Sequence[Piece], taken: dict[int, Hole]
) -> int | None:
    """Return the number of the shift that a text left, the nearest of those as wide as it was."""
    wide = hole.end - hole.start
    found = [
        (abs(start - hole.start), number)
        for run in every
        if run.starts[0] <= hole.start + _NEAR
        for number, start in zip(run.numbers, run.starts, strict=True)
        if (piece := pieces[number]).string is None
        and number not in taken
        and abs(scale_of(piece) * piece.advance - wide) < _ALIKE
    ]
    return min(found)[1] if found else None


def scale_of(piece: Piece) -> float:
    """Return how long a unit of a piece's text space is on the page."""
    return math.hypot(piece.matrix.a, piece.matrix.b)


def _begins(every: Sequence[Run], place: float) -> bool:
    return any(abs(run.starts[0] - place) < _NEAR for run in every)
