"""Where in a content stream a label belongs, so that it is read where the text was."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redact.geometry import TURNS, Matrix
from redact.write.layout import FOOT, Label
from redact.write.stream import Block, Piece, Tracker

_NEAR = 0.35
"""How far a foot line may lie from there and still be the gap's own, as a share."""

_TOUCH = 0.5
"""Points of a shift that must lie in a gap to be the shift that text left there."""

_LEVEL = 1e-3
_FAR_DOWN = 5.0


class Place(NamedTuple):
    """A label's place: in a text object, before or after a piece of it.

    `piece` is None where no text is left on the label's line, or where its text was part of a
    form: it comes after the text object or the form.
    """

    block: Block
    piece: Piece | None = None
    after: bool = False


class _Upright(NamedTuple):
    """Where each piece begins and ends along its line, its foot line, and whether it is level."""

    start: npt.NDArray[np.float64]
    end: npt.NDArray[np.float64]
    foot: npt.NDArray[np.float64]
    level: npt.NDArray[np.bool_]
    kern: npt.NDArray[np.bool_]


def places(labels: Sequence[Label], page: Tracker, shown: Matrix) -> list[Place | None]:
    """Return the place of each label, None on a page without text.

    `shown` maps a point of the page as shown to the page's own coordinates.
    """
    lines = {turn: _upright(page.pieces, shown, turn) for turn in {label.turn for label in labels}}
    found: list[Place | None] = []
    for label in labels:
        around = lines[label.turn]
        place = _in_shift(label, around, page) or _in_form(label, page, shown)
        place = place or _beside(label, around, page)
        if place is None and not label.text and found:
            place = found[-1]
        found.append(place or _nearest(label, around, page))
    return found


def _upright(pieces: Sequence[Piece], shown: Matrix, turn: int) -> _Upright:
    back = TURNS[-turn % 4].after(shown.back())
    matrices = {piece.instruction: piece.matrix for piece in pieces}
    matrices = {number: back.after(matrix) for number, matrix in matrices.items()}
    laid = np.array([matrices[piece.instruction] for piece in pieces]).reshape(-1, 6)
    offset = np.array([piece.offset for piece in pieces])
    advance = np.array([piece.advance for piece in pieces])
    along, aside = laid[:, 0], laid[:, 1]
    start = along * offset + laid[:, 4]
    level = (along > 0) & (laid[:, 3] < 0) & (np.abs(aside) < _LEVEL * np.abs(along))
    kern = np.array([piece.kern for piece in pieces], dtype=np.bool_)
    return _Upright(start, start + along * advance, laid[:, 5] + aside * offset, level, kern)


def _own(label: Label, lines: _Upright) -> npt.NDArray[np.bool_]:
    """Tell which pieces stand on a label's line."""
    gap = label.gap
    foot = gap.y1 - FOOT * gap.height
    return np.asarray(lines.level & (np.abs(lines.foot - foot) < _NEAR * gap.height))


def _in_shift(label: Label, lines: _Upright, page: Tracker) -> Place | None:
    """Return the place in the shift that the label's text left behind."""
    inside = np.minimum(lines.end, label.gap.x1) - np.maximum(lines.start, label.gap.x0)
    shifts = np.flatnonzero(_own(label, lines) & lines.kern & (inside > _TOUCH))
    return _at(page, int(shifts[0]), after=False) if shifts.size else None


def _in_form(label: Label, page: Tracker, shown: Matrix) -> Place | None:
    """Return the place after the last form that is drawn around the label's gap."""
    x0, y0, x1, y1 = label.gap
    x, y = shown.after(TURNS[label.turn]).point((x0 + x1) / 2, (y0 + y1) / 2)
    for block, corners in reversed(page.forms):
        xs, ys = zip(*corners, strict=True)
        if min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys):
            return Place(block)
    return None


def _beside(label: Label, lines: _Upright, page: Tracker) -> Place | None:
    """Return the place after the text that stands before the gap, or before that behind it."""
    middle = (label.gap.x0 + label.gap.x1) / 2
    own = _own(label, lines) & ~lines.kern
    before = np.flatnonzero(own & (lines.end <= middle))
    if before.size:
        return _at(page, int(before[np.argmax(lines.end[before])]), after=True)
    behind = np.flatnonzero(own & (lines.start >= middle))
    if behind.size:
        return _at(page, int(behind[np.argmin(lines.start[behind])]), after=False)
    return None


def _at(page: Tracker, number: int, *, after: bool) -> Place:
    piece = page.pieces[number]
    return Place(page.blocks[piece.block], piece, after)


def _nearest(label: Label, lines: _Upright, page: Tracker) -> Place | None:
    """Return the place after the text object that a reader reads before an empty line."""
    if lines.kern.all():
        return None
    gap = label.gap
    down = gap.y1 - lines.foot
    aside = np.maximum(0, np.maximum(lines.start - gap.x1, gap.x0 - lines.end))
    distance = np.where(down > 0, down, -_FAR_DOWN * down) + _FAR_DOWN * aside
    nearest = int(np.argmin(np.where(lines.kern, np.inf, distance)))
    return Place(page.blocks[page.pieces[nearest].block])
