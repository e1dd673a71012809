"""Where in a content stream a label belongs, so that it is read where the text was."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redact.geometry import TURNS, Matrix
from redact.write.fit import FOOT, Label
from redact.write.graphics import Block, Piece
from redact.write.laid import Laid
from redact.write.stream import Tracker

_NEAR = 0.35
"""How far a foot line may lie from there and still be the gap's own, as a share."""

_TOUCH = 0.5
"""Points of a shift that must lie in a gap to be the shift that text left there."""

_FAR_DOWN = 5.0


class Place(NamedTuple):
    """A label's place: in a text object, before or after a piece of it.

    `piece` is None where no text is left on the label's line, or where its text was part of a
    form: it comes after the text object or the form.
    """

    block: Block
    piece: Piece | None = None
    after: bool = False


def places(
    labels: Sequence[Label], page: Tracker, shown: Matrix, lines: Mapping[int, Laid]
) -> list[Place | None]:
    """Return the place of each label, None on a page without text.

    `shown` maps a point of the page as shown to the page's own coordinates; `lines` has the
    pieces of text upright, for each turn.
    """
    found: list[Place | None] = []
    for label in labels:
        around = lines[label.turn]
        form, beside = _in_form(label, page, shown), _beside(label, around, page)
        if form and beside and not _within(beside, form):
            beside = form
        place = _in_shift(label, around, page) or beside or form
        if place is None and not label.text and found:
            place = found[-1]
        found.append(place or _nearest(label, around, page))
    return found


def _own(label: Label, lines: Laid) -> npt.NDArray[np.bool_]:
    """Tell which pieces stand on a label's line."""
    gap = label.gap
    foot = gap.y1 - FOOT * gap.height
    return np.asarray(lines.level & (np.abs(lines.foot - foot) < _NEAR * gap.height))


def _in_shift(label: Label, lines: Laid, page: Tracker) -> Place | None:
    """Return the place in the shift that the label's text left behind."""
    inside = np.minimum(lines.end, label.gap.x1) - np.maximum(lines.start, label.gap.x0)
    own = _own(label, lines) & lines.kern & ~lines.spoken
    shifts = np.flatnonzero(own & (inside > _TOUCH))
    return _at(page, int(shifts[0]), after=False) if shifts.size else None


def _in_form(label: Label, page: Tracker, shown: Matrix) -> Place | None:
    """Return the place after the last form that is drawn around the label's gap."""
    x0, y0, x1, y1 = label.gap
    x, y = shown.after(TURNS[label.turn]).point((x0 + x1) / 2, (y0 + y1) / 2)
    for form in reversed(page.forms):
        xs, ys = zip(*form.corners, strict=True)
        if min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys):
            return Place(form.block)
    return None


def _within(place: Place, form: Place) -> bool:
    """Tell whether a place is among the text of the form: its numbers follow those of the page."""
    return place.block.begin > form.block.end


def _beside(label: Label, lines: Laid, page: Tracker) -> Place | None:
    """Return the place after the text that stands before the gap, or before that behind it."""
    middle = (label.gap.x0 + label.gap.x1) / 2
    own = _own(label, lines) & ~lines.kern & ~lines.spoken
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


def _nearest(label: Label, lines: Laid, page: Tracker) -> Place | None:
    """Return the place after the text object that a reader reads before an empty line."""
    if lines.kern.all():
        return None
    gap = label.gap
    down = gap.y1 - lines.foot
    aside = np.maximum(0, np.maximum(lines.start - gap.x1, gap.x0 - lines.end))
    distance = np.where(down > 0, down, -_FAR_DOWN * down) + _FAR_DOWN * aside
    nearest = int(np.argmin(np.where(lines.kern, np.inf, distance)))
    return Place(page.blocks[page.pieces[nearest].block])
