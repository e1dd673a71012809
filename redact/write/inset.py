"""A label in the room that its line gives it: as wide as its gap becomes."""

from collections.abc import Sequence

from redact.geometry import Box
from redact.write.fit import (
    CAP,
    CENTRED,
    FOOT,
    LARGEST,
    PAD,
    SIZE,
    SMALLEST,
    Label,
    around,
    clear_of_lines,
)
from redact.write.font import text_width
from redact.write.gaps import Gap
from redact.write.line import Line, Segment, Token
from redact.write.moved import Move
from redact.write.sheet import Sheet

_BLANK_CODE = 3.0
"""How wide a gap without a code is, as a share of a code's size, where text follows it."""


def is_bar(segment: Segment, token: Token, gaps: Sequence[Gap]) -> bool:
    """Tell whether a gap is part of a passage and ends its line, so that a bar can fill it."""
    if token.gap < 0 or token is not segment.tokens[-1]:
        return False
    gap = gaps[token.gap]
    return gap.goes_on or not gap.code


def size_of(line: Line) -> float:
    """Return the size of a code: by the size of its line's letters, in whole points."""
    return min(LARGEST, SIZE * max(round(line.height), 1))


def wanted(code: str) -> float:
    """Return how wide a code asks its gap to be, as a share of its size."""
    return text_width(code) + 2 * PAD if code else _BLANK_CODE


def room_of(line: Line, placed: Sequence[Move], sheet_: Sheet) -> Box:
    """Return the strip that labels of a segment may fill, free of the lines above and below."""
    half = line.height / 2
    start = min(placed[0].start, placed[0].new_start)
    end = max(placed[-1].end, placed[-1].new_end)  # what is drawn for this text is no limit
    strip = Box(start, line.middle - half, end, line.middle + half)
    return clear_of_lines(strip, around(strip, sheet_))


def inset(gap: Gap, where: Box, move: Move, line: Line, room: Box) -> Label:
    """Return the label of a gap that was moved: its code in the middle, or first in a bar."""
    box = Box(move.new_start, room.y0, move.new_end, room.y1)
    size = min(size_of(line), SIZE * box.height)
    asked = wanted(gap.code) * size
    if asked > box.width:
        size = max(SMALLEST, size * box.width / asked) if size > SMALLEST else size
        asked = wanted(gap.code) * size
    squeeze = min(1.0, box.width / asked)
    slack = box.width - asked * squeeze
    start = box.x0 + PAD * size * squeeze + (slack / 2 if slack < CENTRED * size else 0)
    bottom = line.middle + line.height / 2
    foot = min(bottom - FOOT * line.height, box.y1 - PAD * size)
    foot = max(foot, box.y0 + (CAP + PAD / 2) * size)
    return Label(gap.turn, where, box, gap.code, start, foot, size, squeeze)
