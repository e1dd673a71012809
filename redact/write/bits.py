"""How much the geometry that is left tells of a name: the measure that a report gives.

The attacker is granted more than he has: the list of surnames, the font, and all of a removed
text but its last word. With U the surnames that he thinks possible (the thousand commonest, each
as likely) and F those with which the line would still hold the words it holds and no more, he
learns log2(|U| / |F|) bits. See docs/decisions/writing.md.
"""

import math
from functools import cache
from typing import NamedTuple

import numpy as np

from redact.detect.wordlist import entries
from redact.write.font import text_width
from redact.write.line import Line, Segment, Token
from redact.write.sheet import Numbers, Sheet

EM = 1.37
"""A line's height in sizes of its font, in most fonts."""

_SAME = 0.02
"""Points: a gap that was not closed can be measured to this."""

_FOLLOWS = 2.2
"""Heights: a line that is no further down may go on with the same sentence."""

_ALIGNED = 1.0


class Room(NamedTuple):
    """What a gap's line tells: the gap was at most `most` wide, and at least `least`, in points."""

    least: float
    most: float


def bits(line: Line, segment: Segment, token: Token, sheet: Sheet) -> float:
    """Return what is told of the name in a gap of a line that was set anew: by its break."""
    return bits_of(_room(line, segment, token, sheet), line.height, token, sheet)


def bits_of_open(line: Line, token: Token, sheet: Sheet) -> float:
    """Return what is told of the name in a gap that is as wide as it was."""
    width = token.end - token.start
    return bits_of(Room(width - _SAME, width + _SAME), line.height, token, sheet)


def bits_of_room(line: Line, segment: Segment, token: Token, sheet: Sheet, room: Room) -> float:
    """Return what is told of the name in a gap that stands for all widths of a room."""
    broken = _room(line, segment, token, sheet)
    both = Room(max(room.least, broken.least), min(room.most, broken.most))
    return bits_of(both, line.height, token, sheet)


def bits_of(room: Room, height: float, token: Token, sheet: Sheet) -> float:
    """Return how many bits the room of a gap tells of the name at its end.

    `height` is that of its line.
    """
    size = height / EM
    names = _surnames()
    rest = token.end - token.start - last_word(token, sheet)
    low, high = np.searchsorted(names, ((room.least - rest) / size, (room.most - rest) / size))
    return math.log2(len(names) / max(1, int(high - low)))


def extremes(height: float) -> tuple[float, float]:
    """Return how narrow and how wide surnames are on a line of a height, in points."""
    names, size = _surnames(), height / EM
    return float(names[0]) * size, float(names[-1]) * size


@cache
def _surnames() -> Numbers:
    """Return the widths of the commonest surnames, sorted, as a share of the size."""
    names = (name for name in entries("surnames_common") if name.isascii())
    return np.sort([text_width(name[:1].upper() + name[1:]) for name in names])


def _room(line: Line, segment: Segment, token: Token, sheet: Sheet) -> Room:
    """Return what the line's break tells, if its text goes on below it."""
    width = token.end - token.start
    others = max(other.end for other in segment.tokens) - segment.tokens[0].start - width
    most = segment.right - segment.tokens[0].start - others
    if width > most:  # the column's edge is not what ended this line
        return Room(-math.inf, math.inf)
    word = _next_word(line, segment, sheet)
    least = most - line.space - word if word else -math.inf
    return Room(least if least <= width else -math.inf, most)


def _next_word(line: Line, segment: Segment, sheet: Sheet) -> float:
    """Return the width of the word that begins the next line of the column, 0 if there is none."""
    runs = sheet.runs
    down = runs.middles - line.middle
    here = (down > line.height / 2) & (down < _FOLLOWS * line.height)
    here &= np.abs(runs.starts - segment.tokens[0].start) < _ALIGNED
    found = np.flatnonzero(here)
    if not found.size:
        return 0.0
    first = int(runs.firsts[found[np.argmin(down[found])]])
    return _width(first, len(sheet.page.text[first:].split(None, 1)[0]), sheet)


def last_word(token: Token, sheet: Sheet) -> float:
    """Return the width of the last word that went."""
    words = sheet.page.text[token.first : token.last].split()
    return _width(token.last - len(words[-1]), len(words[-1]), sheet) if words else 0.0


def _width(start: int, length: int, sheet: Sheet) -> float:
    boxes = sheet.boxes[start : start + length].tolist()
    drawn = [(x0, x1) for x0, _, x1, _ in boxes if x0 == x0]  # noqa: PLR0124  not a number
    return max(x1 for _, x1 in drawn) - min(x0 for x0, _ in drawn) if drawn else 0.0
