"""Where in a content stream a label belongs, so that it is read where the text was."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redact.geometry import TURNS, Matrix
from redact.write.layout import FOOT, Label
from redact.write.stream import Piece

_NEAR = 0.35
"""How far a foot line may lie from there and still be the gap's own, as a share."""

_TOUCH = 0.5
"""Points of a shift that must lie in a gap to be the shift that text left there."""

_LEVEL = 1e-3
_FAR_DOWN = 5.0


class Place(NamedTuple):
    """A label's place: in the text object `block`, before or after a piece of it.

    `piece` is None where no text is left on the label's line: it comes after the text object.
    """

    block: int
    piece: Piece | None = None
    after: bool = False


class _Upright(NamedTuple):
    """Where each piece begins and ends along its line, its foot line, and whether it is level."""

    start: npt.NDArray[np.float64]
    end: npt.NDArray[np.float64]
    foot: npt.NDArray[np.float64]
    level: npt.NDArray[np.bool_]
    kern: npt.NDArray[np.bool_]


def places(labels: Sequence[Label], pieces: Sequence[Piece], shown: Matrix) -> list[Place | None]:
    """Return the place of each label, None on a page without text.

    `shown` maps a point of the page as shown to the page's own coordinates.
    """
    if not pieces:
        return [None] * len(labels)
    lines = {turn: _upright(pieces, shown, turn) for turn in {label.turn for label in labels}}
    found: list[Place | None] = []
    for label in labels:
        place = _on_line(label, lines[label.turn], pieces)
        if place is None and not label.text and found:
            place = found[-1]
        found.append(place or _nearest(label, lines[label.turn], pieces))
    return found


def _upright(pieces: Sequence[Piece], shown: Matrix, turn: int) -> _Upright:
    back = TURNS[-turn % 4].after(shown.back())
    matrices = {piece.instruction: back.after(piece.matrix) for piece in pieces}
    laid = np.array([matrices[piece.instruction] for piece in pieces])
    offset = np.array([piece.offset for piece in pieces])
    advance = np.array([piece.advance for piece in pieces])
    along, aside = laid[:, 0], laid[:, 1]
    start = along * offset + laid[:, 4]
    level = (along > 0) & (laid[:, 3] < 0) & (np.abs(aside) < _LEVEL * np.abs(along))
    kern = np.array([piece.kern for piece in pieces])
    return _Upright(start, start + along * advance, laid[:, 5] + aside * offset, level, kern)


def _on_line(label: Label, lines: _Upright, pieces: Sequence[Piece]) -> Place | None:
    """Return the place on the label's own line: in the shift it left, or beside what stays."""
    gap = label.gap
    foot = gap.y1 - FOOT * gap.height
    own = lines.level & (np.abs(lines.foot - foot) < _NEAR * gap.height)
    inside = np.minimum(lines.end, gap.x1) - np.maximum(lines.start, gap.x0)
    shifts = np.flatnonzero(own & lines.kern & (inside > _TOUCH))
    if shifts.size:
        return _beside(pieces[int(shifts[0])], after=False)
    middle = (gap.x0 + gap.x1) / 2
    before = np.flatnonzero(own & ~lines.kern & (lines.end <= middle))
    if before.size:
        return _beside(pieces[int(before[np.argmax(lines.end[before])])], after=True)
    behind = np.flatnonzero(own & ~lines.kern & (lines.start >= middle))
    if behind.size:
        return _beside(pieces[int(behind[np.argmin(lines.start[behind])])], after=False)
    return None


def _beside(piece: Piece, *, after: bool) -> Place:
    return Place(piece.block, piece, after)


def _nearest(label: Label, lines: _Upright, pieces: Sequence[Piece]) -> Place:
    """Return the place after the text object that a reader reads before an empty line."""
    gap = label.gap
    down = gap.y1 - lines.foot
    aside = np.maximum(0, np.maximum(lines.start - gap.x1, gap.x0 - lines.end))
    distance = np.where(down > 0, down, -_FAR_DOWN * down) + _FAR_DOWN * aside
    return Place(pieces[int(np.argmin(np.where(lines.kern, np.inf, distance)))].block)
