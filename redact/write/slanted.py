"""Gaps in text that runs at a slant: made as wide as few others are, along their own base line."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from redact.geometry import Box, Matrix, upright
from redact.write.bits import EM, Room, bits_of
from redact.write.drag import Hole, drag, runs, scale_of
from redact.write.fit import Label
from redact.write.gaps import Gaps
from redact.write.graphics import Piece
from redact.write.hold import Hold
from redact.write.inset import inset
from redact.write.laid import upright_of
from redact.write.line import Line, Token
from redact.write.moved import Move
from redact.write.sheet import Sheet
from redact.write.treated import How, Treated
from redact.write.widen import rooms_of

_MIDDLE = 0.25
"""Of the size: how far above its foot line the middle of text lies."""

_LEVEL = 0.3
"""Of the size: text whose foot lines are this near to each other stands on one."""

_NEAR = 0.5
"""Of the size: the middle of a shift is this near to the middle of the gap that it was left in."""

_RAISED, _HALF = 0.33, 0.45
"""Of the size, how far the middle of a label lies above the foot; half its share of the height."""

_SAME = 1e-3


Labels = dict[int, tuple[Label, Treated]]


class _Base(NamedTuple):
    """A base line: the direction it runs in, of length 1, and how far it lies from the origin."""

    x: float
    y: float
    off: float

    @classmethod
    def of(cls, piece: Piece) -> "_Base":
        """Return the base line of a piece of text, in the page's own coordinates."""
        matrix, scale = piece.matrix, scale_of(piece)
        x, y = matrix.a / scale, matrix.b / scale
        return cls(x, y, x * matrix.f - y * matrix.e)

    def holds(self, other: "_Base", size: float) -> bool:
        """Tell whether another base line is the same, for text of a size."""
        turned = abs(self.x * other.y - self.y * other.x)
        ahead = self.x * other.x + self.y * other.y > 0
        return ahead and turned < _SAME and abs(self.off - other.off) < _LEVEL * size

    def point(self, along: float) -> tuple[float, float]:
        """Return a point of the line in the page's own coordinates."""
        return self.x * along - self.y * self.off, self.y * along + self.x * self.off

    def along(self, piece: Piece, offset: float) -> float:
        """Return where the pen of a piece is on the line, so far from its instruction's start."""
        x, y = piece.matrix.point(offset, 0)
        return self.x * x + self.y * y


def slanted(page: Gaps, hold: Hold, sheet: Sheet) -> Labels:
    """Return the labels of gaps of one turn in text that runs at a slant, by their numbers."""
    labels: Labels = {}
    for base, shifts in _by_base(_shifts(page, hold, sheet.turn), hold.pieces).items():
        labels.update(_widened(base, shifts, page, hold, sheet))
    return labels


def _widened(base: _Base, shifts: dict[int, int], page: Gaps, hold: Hold, sheet: Sheet) -> Labels:
    """Make the gaps of one line wider, where there is room to the edge of the page."""
    pieces = hold.pieces
    size = max(pieces[at].state.size * scale_of(pieces[at]) for at in shifts.values())
    tokens = [_token(number, pieces[at], base, page) for number, at in shifts.items()]
    on = {
        at: base.along(piece, piece.offset)
        for at, piece in enumerate(pieces)
        if scale_of(piece) and base.holds(_Base.of(piece), size)
    }
    end = max(base.along(pieces[at], pieces[at].offset + pieces[at].advance) for at in on)
    rooms = rooms_of(tokens, EM * size, sheet, _left(base, end, page, hold))
    holes = [_hole(token, rooms[token.gap]) for token in tokens if rooms]
    found = drag(holes, runs(pieces, on), pieces, math.inf)
    if not holes or found is None:
        return {}
    hold.dragged.add(found)
    labels, before = {}, 0.0
    for token, hole in zip(tokens, holes, strict=True):
        start = token.start + before
        before += hole.more
        move = Move(token.start, token.end, start, token.end + before, 0, gap=True)
        told = bits_of(rooms[token.gap], EM * size, token, sheet)
        treated = Treated(page.page.number, page.gaps[token.gap].code, How.QUANTISED, told)
        labels[token.gap] = _label(token.gap, shifts, move, base, (page, hold, sheet)), treated
    return labels


def _shifts(page: Gaps, hold: Hold, turn: int) -> dict[int, int]:
    """Return for each gap in slanted text the shift that was left in it, both by number."""
    laid_, pieces = hold.laid[turn], hold.pieces
    tilted = np.flatnonzero(laid_.kern & ~laid_.level).tolist()
    found: dict[int, int] = {}
    for number, gap in enumerate(page.gaps):
        x0, y0, x1, y1 = hold.shown.boxes(np.array([gap.box], dtype=np.float32))[0].tolist()
        for at in tilted if gap.turn == turn else ():
            piece = pieces[at]
            high = _MIDDLE * piece.state.size
            x, y = piece.matrix.point(piece.offset + piece.advance / 2, high)
            away = math.hypot(x - (x0 + x1) / 2, y - (y0 + y1) / 2)
            near = away < _NEAR * piece.state.size * scale_of(piece)
            if near and scale_of(piece) and at not in found.values():
                found[number] = at
                break
    return found


def _by_base(shifts: dict[int, int], pieces: Sequence[Piece]) -> dict[_Base, dict[int, int]]:
    """Group gaps by the base line that they stand on, from the line's start to its end."""
    groups: defaultdict[_Base, dict[int, int]] = defaultdict(dict)
    for number, at in shifts.items():
        piece = pieces[at]
        own, size = _Base.of(piece), piece.state.size * scale_of(piece)
        base = next((base for base in groups if base.holds(own, size)), own)
        groups[base][number] = at
    return {base: _in_order(group, base, pieces) for base, group in groups.items()}


def _in_order(group: dict[int, int], base: _Base, pieces: Sequence[Piece]) -> dict[int, int]:
    starts = {number: base.along(pieces[at], pieces[at].offset) for number, at in group.items()}
    return {number: group[number] for number in sorted(group, key=lambda number: starts[number])}


def _token(number: int, piece: Piece, base: _Base, page: Gaps) -> Token:
    start = base.along(piece, piece.offset)
    end = base.along(piece, piece.offset + piece.advance)
    span = page.gaps[number].span
    return Token(start, end, number, first=span.start, last=span.end)


def _hole(token: Token, room: Room) -> Hole:
    return Hole(token.start, token.end, room.most - (token.end - token.start), None)


def _left(base: _Base, end: float, page: Gaps, hold: Hold) -> float:
    """Return how much room is left from the end of a line to the edge of the page."""
    corners = [
        hold.shown.point(x, y) for x in (0.0, page.page.width) for y in (0.0, page.page.height)
    ]
    at = base.point(end)
    room = math.inf
    for axis, ahead in enumerate((base.x, base.y)):
        edges = [corner[axis] for corner in corners]
        edge = max(edges) if ahead > 0 else min(edges)
        room = min(room, (edge - at[axis]) / ahead) if abs(ahead) > _SAME else room
    return max(0.0, room)


def _label(
    number: int, shifts: dict[int, int], move: Move, base: _Base, on: tuple[Gaps, Hold, Sheet]
) -> Label:
    """Return the label in a gap that was moved along its base line, at the slant of its text."""
    page, hold, sheet = on
    gap, piece = page.gaps[number], hold.pieces[shifts[number]]
    flat, size = upright_of(hold.shown, sheet.turn), piece.state.size * scale_of(piece)
    x, y = flat.point(*base.point(move.new_start))
    right, down = flat.a * base.x + flat.c * base.y, flat.b * base.x + flat.d * base.y
    lean = Matrix(right, down, -down, right, x, y)
    line = Line(sheet.turn, -_RAISED * size, EM * size, 0.0, ())
    wide, half = move.new_end - move.new_start, _HALF * line.height
    room = Box(0.0, line.middle - half, wide, line.middle + half)
    box = Box(*upright(np.array([gap.box], dtype=np.float32), sheet.turn)[0].tolist())
    own = move._replace(new_start=0.0, new_end=wide)
    return inset(gap, box, own, line, room)._replace(lean=lean)
