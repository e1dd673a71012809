"""Gaps of a line whose words keep their spaces: each becomes as wide as many others are.

The words behind a gap move to the right as far as the next step of a coarse grid, or as far as
there is room on the line. Neither depends on what stood there.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from redact.write.bits import Room, extremes, last_word
from redact.write.gaps import Gap
from redact.write.inset import is_bar
from redact.write.line import Line, Segment, Token
from redact.write.moved import Move
from redact.write.sheet import Sheet

_NAME = 6.0
"""Heights of a line: no surname but a very long one is wider."""

_FIRST = 2.5
"""Heights: what stands before the last word of a gap is taken to be a number of these wide."""

FINENESS = (1.0, 0.5, 0.25)
"""Shares of these two: the first that there is room for, as all gaps of a line get the same."""

_RAGGED = 0.25
"""Heights: lines that end this near to their column's end were stretched, if many do."""

_MANY, _SHARE = 3, 0.25
"""So many lines, and this share of those of the column, are many."""

_COLUMN = 2.0
"""Points: lines that begin this near to each other stand in one column."""

EDGE = 0.08
"""Of a line's height: how far the ink of a word may stick out of its box, to the sides."""

_HAIR = 1e-3


class Widened(NamedTuple):
    """Where words and gaps of a segment go, and for each gap, by number, what its width tells.

    `is_even` tells that the gaps are as wide as each other and the line as long as it was, so
    that its end tells no more.
    """

    moves: tuple[Move, ...]
    rooms: dict[int, Room]
    is_even: bool = False

    @property
    def lands_on_gap(self) -> bool:
        """Tell whether a word comes to stand where something went."""
        gaps = [move for move in self.moves if move.gap]
        return any(
            word.shift and word.new_start < gap.end and gap.start < word.new_end
            for word in self.moves
            for gap in gaps
            if not word.gap
        )


def widened(
    line: Line,
    number: int,
    gaps: Sequence[Gap],
    sheet: Sheet,
    shares: Sequence[float] = FINENESS,
) -> Widened | None:
    """Return a segment of a line with its gaps made wider, None where that would hide nothing.

    `shares` tells how coarse several gaps may become.
    """
    segment = line.segments[number]
    if _is_stretched(line, segment, sheet):
        return None
    tokens = [token for token in segment.tokens if token.gap >= 0]
    spare = _spare(line, number, sheet)
    if len(tokens) == 1:
        rooms = {tokens[0].gap: _of_one(segment, line, gaps, sheet, spare)}
    else:
        rooms = rooms_of(tokens, line.height, sheet, spare, shares)
    widths = {gap: room.most for gap, room in rooms.items()}
    return Widened(_moves(segment, number, widths), rooms) if rooms else None


def evened(line: Line, number: int, gaps: Sequence[Gap], sheet: Sheet) -> Widened | None:
    """Return a segment with its gaps as wide as each other, where it has more than one.

    All words between them move, none before or behind them. It tells how wide all that went was
    together, of which the others may be as narrow or wide as any names.
    """
    segment = line.segments[number]
    tokens = [token for token in segment.tokens if token.gap >= 0]
    if len(tokens) == 1 or any(is_bar(segment, token, gaps) for token in tokens):
        return None
    total = sum(token.end - token.start for token in tokens)
    narrow, wide = extremes(line.height)
    before = {token.gap: token.end - token.start - last_word(token, sheet) for token in tokens}
    rooms = {}
    for gap in before:
        rest = total - sum(width for other, width in before.items() if other != gap)
        others = len(tokens) - 1
        rooms[gap] = Room(rest - others * wide, rest - others * narrow)
    widths = dict.fromkeys(before, total / len(tokens))
    return Widened(_moves(segment, number, widths), rooms, is_even=True)


def _spare(line: Line, number: int, sheet: Sheet) -> float:
    """Return how much wider a segment may become: what is centred or set to the right grows left.

    It is such that with what stood there it makes the same for any name.
    """
    segment, edge = line.segments[number], EDGE * line.height
    start, end = segment.tokens[0].start, max(token.end for token in segment.tokens)
    before = line.segments[number - 1].tokens if number else ()
    left = max((token.end for token in before), default=sheet.left)
    share, spare = segment.share, math.inf
    if share < 1:
        spare = (segment.limit - end - edge) / (1 - share)
    if share > 0:
        spare = min(spare, (start - left - edge) / share)
    return max(0.0, spare)


def _is_stretched(line: Line, segment: Segment, sheet: Sheet) -> bool:
    """Tell whether a line was set to the width of its column: its spaces tell what it holds."""
    start, end = segment.tokens[0].start, max(token.end for token in segment.tokens)
    near = _RAGGED * line.height
    if segment.share or abs(end - segment.right) > near:
        return False
    runs = sheet.runs
    column = np.abs(runs.starts - start) < _COLUMN
    full = np.count_nonzero(column & (np.abs(runs.ends - segment.right) < near))
    return bool(full > max(_MANY, _SHARE * np.count_nonzero(column)))


def _of_one(segment: Segment, line: Line, gaps: Sequence[Gap], sheet: Sheet, spare: float) -> Room:
    """Return the room of the only gap: a bar to the column's end, or as its line's others have."""
    token = next(token for token in segment.tokens if token.gap >= 0)
    width = token.end - token.start
    if is_bar(segment, token, gaps):
        return Room(-math.inf, max(width, segment.right - token.start))
    room = _room(token, line.height, sheet, 1.0)
    most = width + spare
    if room.most <= most:
        return room
    name = _NAME * line.height
    steps = math.ceil((room.most - most) / name)  # these are beyond the end of the line
    least = room.most - steps * name
    return Room(
        least if least > _before(token, line.height, sheet, 1.0) + _HAIR else -math.inf, most
    )


def rooms_of(
    tokens: Sequence[Token],
    height: float,
    sheet: Sheet,
    spare: float,
    shares: Sequence[float] = FINENESS,
) -> dict[int, Room]:
    """Return the rooms of several gaps: the coarsest that their line has place for, or none."""
    widths = sum(token.end - token.start for token in tokens)
    for fineness in shares:
        rooms = {token.gap: _room(token, height, sheet, fineness) for token in tokens}
        if sum(room.most for room in rooms.values()) <= widths + spare:
            return rooms
    return {}


def _room(token: Token, height: float, sheet: Sheet, fineness: float) -> Room:
    """Return the widths that a gap stands for: it becomes as wide as the widest of them."""
    before, name = _before(token, height, sheet, fineness), fineness * _NAME * height
    names = max(1, math.ceil((token.end - token.start - before - _HAIR) / name))
    least = before + (names - 1) * name if names > 1 else -math.inf
    return Room(least, before + names * name)


def _before(token: Token, height: float, sheet: Sheet, fineness: float) -> float:
    """Return how wide what stands before the last word of a gap is taken to be."""
    step = fineness * _FIRST * height
    before = token.end - token.start - last_word(token, sheet)
    return math.ceil((before - _HAIR) / step) * step


def _moves(segment: Segment, number: int, widths: dict[int, float]) -> tuple[Move, ...]:
    """Move what stands behind each gap; in text set to the right, what stands before it."""
    more = {
        token.gap: widths[token.gap] - (token.end - token.start)
        for token in segment.tokens
        if token.gap >= 0
    }
    shift, moves = -segment.share * sum(more.values()), []
    for token in segment.tokens:
        start, end = token.start + shift, token.end + shift
        shift += more.get(token.gap, 0.0)
        is_gap = token.gap >= 0
        end = token.end + shift if is_gap else end
        moves.append(Move(token.start, token.end, start, end, number, is_gap, rigid=not is_gap))
    return tuple(moves)
