"""Set a line with gaps anew: each gap as wide as its code is, the words after one another.

Nothing on the line may tell how wide the text was that goes. So every label has a width that
depends on its code and on the size of the line only, every space is as wide as its font has it
(the spaces of a justified line would tell), and what was centred or set to the right is so again.
"""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from redact.document import Boxes
from redact.geometry import Box
from redact.write.bits import bits
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
    fit,
)
from redact.write.font import text_width
from redact.write.gaps import Gap, Gaps
from redact.write.line import Line, Segment, Token, lines
from redact.write.sheet import Sheet, sheet
from redact.write.treated import How, Treated

_BLANK_CODE = 3.0
"""How wide a gap without a code is, as a share of a code's size, where text follows it."""

_CLASSES = (1.0, 0.75)
"""How wide labels are, as a share of what their code asks for; the second where it must be."""

_LEAST = 4.0
"""Points: no label is narrower."""

_BESIDE = 1.0
"""Points between two labels that touch."""

_TOUCH = 0.06
"""Of the height: words nearer to each other than this have no space between them."""

_WIDE, _STRETCH = 2.2, 1.5
"""A tab is wider than so many spaces of the font, and so many spaces of its line."""

_LIST = 1.4
"""Spaces: more than this after the mark of a list is not a space."""

_SAME_MOVE = 0.0125
"""Points: words whose moves differ by less are set as one."""

_GRID = 100
"""Places are rounded to hundredths of a point: the rest would tell of what stood before."""

_SHIFT = 0.525
"""Not a half: widths of text are often whole half-thousandths, and would be rounded by chance."""


class Move(NamedTuple):
    """A word, a gap or a whole segment, and where it starts and ends now.

    `segment` numbers the cell or column. A `rigid` one keeps all that is in
    it, spaces too, as it was set.
    """

    start: float
    end: float
    new_start: float
    new_end: float
    segment: int
    gap: bool = False
    rigid: bool = False


class Moved(NamedTuple):
    """A line that is set anew, upright: all that stands on it from left to right."""

    turn: int
    middle: float
    height: float
    moves: tuple[Move, ...]


class Layout(NamedTuple):
    """The labels of a page, in the order of its gaps, how each was treated, the lines that move."""

    labels: list[Label]
    treated: list[Treated]
    moved: list[Moved]


def lay_out(page: Gaps, rules: Boxes, movable: Callable[[Line], bool]) -> Layout:
    """Return the labels of a page; `rules` are the boxes of its thin lines, as shown.

    `movable` tells whether a line can be set anew.
    """
    labels: dict[int, tuple[Label, Treated]] = {}
    moved = []
    for turn in sorted({gap.turn for gap in page.gaps}):
        here = sheet(page, rules, turn)
        for line in lines(page, here):
            if movable(line):
                moves, found = _set(line, page, here)
                moved.append(Moved(turn, line.middle, line.height, moves))
                labels.update(found)
            else:
                labels.update(_left_open(line, page, here))
    found_all = [labels[number] for number in range(len(page.gaps))]
    return Layout([label for label, _ in found_all], [told for _, told in found_all], moved)


def _left_open(line: Line, page: Gaps, sheet_: Sheet) -> dict[int, tuple[Label, Treated]]:
    """Return the labels of a line that cannot be set anew, each in its own gap."""
    labels = {}
    for segment in line.segments:
        for token in segment.tokens:
            if token.box is not None:
                gap = page.gaps[token.gap]
                told = bits(line, segment, token, sheet_, closed=False)
                treated = Treated(page.page.number, gap.code, How.OPEN, told)
                labels[token.gap] = fit(token.box, gap, sheet_), treated
    return labels


def _set(
    line: Line, page: Gaps, sheet_: Sheet
) -> tuple[tuple[Move, ...], dict[int, tuple[Label, Treated]]]:
    """Set a line anew: return where all of it goes, and the labels by the number of their gap."""
    moves: list[Move] = []
    labels = {}
    for number, segment in enumerate(line.segments):
        if not segment.has_gaps:
            start, end = segment.tokens[0].start, max(token.end for token in segment.tokens)
            moves.append(Move(start, end, start, end, number, rigid=True))
            continue
        blanks = _blanks(line, segment.tokens)
        widths, how = _widths(line, segment, page.gaps, blanks)
        placed = _placed(segment, widths, blanks, number)
        moves += _joined(placed)
        room = _height(line, placed, sheet_)
        for token, move in zip(segment.tokens, placed, strict=True):
            if token.box is not None:
                gap = page.gaps[token.gap]
                label = _label(gap, token.box, move, line, room)
                bar = _is_bar(segment, token, page.gaps)
                told = 0.0 if bar else bits(line, segment, token, sheet_, closed=True)
                treated = Treated(page.page.number, gap.code, How.UNIFORM if bar else how, told)
                labels[token.gap] = label, treated
    return tuple(moves), labels


def _widths(
    line: Line, segment: Segment, gaps: Sequence[Gap], blanks: Sequence[float]
) -> tuple[dict[int, float], How]:
    """Return how wide each gap of a segment becomes: the widest class that there is room for."""
    size = _size(line)
    full = {
        token.gap: _wanted(gaps[token.gap].code) * size
        for token in segment.tokens
        if token.gap >= 0
    }
    words = sum(token.width for token in segment.tokens if token.gap < 0)
    taken = sum(blanks) + words
    first = segment.anchor if segment.share == 0 else 0.0
    room, last = segment.limit - first, segment.tokens[-1]
    for share in _CLASSES:
        widths = {number: round(share * width, 2) for number, width in full.items()}
        if taken + sum(widths.values()) <= room:
            if _is_bar(segment, last, gaps):
                end = first + taken + sum(widths.values())
                widths[last.gap] += max(0.0, segment.right - end)
            return widths, How.FIXED
    each = max(_LEAST, (room - taken) / len(full))
    return dict.fromkeys(full, each), How.QUANTISED


def _size(line: Line) -> float:
    """Return the size of a code: by the size of its line's letters, in whole points."""
    return min(LARGEST, SIZE * max(round(line.height), 1))


def _wanted(code: str) -> float:
    return text_width(code) + 2 * PAD if code else _BLANK_CODE


def _is_bar(segment: Segment, token: Token, gaps: Sequence[Gap]) -> bool:
    """Tell whether a gap is part of a passage and ends its line, so that a bar can fill it."""
    if token.gap < 0 or token is not segment.tokens[-1]:
        return False
    gap = gaps[token.gap]
    return gap.goes_on or not gap.code


def _placed(
    segment: Segment, widths: dict[int, float], blanks: Sequence[float], number: int
) -> list[Move]:
    """Put words and gaps after one another; the segment's anchor stays."""
    at, edges = 0.0, []
    for blank, token in zip(blanks, segment.tokens, strict=True):
        start = at + blank
        at = start + (widths[token.gap] if token.gap >= 0 else token.width)
        edges.append((start, at))
    first = segment.anchor - segment.share * at
    return [
        Move(
            token.start,
            token.end,
            _round(first + start),
            _round(first + end),
            number,
            token.gap >= 0,
        )
        for token, (start, end) in zip(segment.tokens, edges, strict=True)
    ]


def _joined(placed: Sequence[Move]) -> list[Move]:
    """Join words that move by the same: the spaces between them are those of the font."""
    joined: list[Move] = []
    for move in placed:
        last = joined[-1] if joined else None
        if last is None or last.gap or move.gap or not _together(last, move):
            joined.append(move)
        else:
            joined[-1] = last._replace(end=move.end, new_end=move.new_end)
    return joined


def _together(one: Move, other: Move) -> bool:
    return abs(other.new_start - other.start - one.new_start + one.start) < _SAME_MOVE


def _round(place: float) -> float:
    return math.floor(place * _GRID + _SHIFT) / _GRID


def _blanks(line: Line, tokens: Sequence[Token]) -> list[float]:
    """Return the room before each word or gap: a space's own width, wherever there was one.

    Before the first gap a tab stays, and after the mark of a list as many half spaces as fit.
    """
    apart = [0.0] + [two.start - one.end for one, two in pairwise(tokens)]
    first = next(number for number, token in enumerate(tokens) if token.gap >= 0)
    spaced = [width > _TOUCH * line.height for width in apart]
    before = [width for width, space in zip(apart[:first], spaced[:first], strict=True) if space]
    tab = max(_WIDE * line.space, _STRETCH * median(before or [0.0]))
    blanks = []
    for number, (width, space) in enumerate(zip(apart, spaced, strict=True)):
        if number == 1 and width > _LIST * line.space and tokens[0].mark:
            blanks.append(round(width / line.space * 2) * line.space / 2)
        elif space:
            blanks.append(width if number <= first and width > tab else line.space)
        elif number < first:
            blanks.append(width)
        else:
            both = number > 0 and tokens[number - 1].gap >= 0 and tokens[number].gap >= 0
            blanks.append(_BESIDE if both else 0.0)
    return blanks


def _height(line: Line, placed: Sequence[Move], sheet_: Sheet) -> Box:
    """Return the strip that labels of a segment may fill, free of the lines above and below."""
    half = line.height / 2
    start = min(placed[0].start, placed[0].new_start)
    end = max(placed[-1].end, placed[-1].new_end)  # what is drawn for this text is no limit
    strip = Box(start, line.middle - half, end, line.middle + half)
    return clear_of_lines(strip, around(strip, sheet_))


def _label(gap: Gap, where: Box, move: Move, line: Line, room: Box) -> Label:
    """Return the label of a gap that was moved: its code in the middle, or first in a bar."""
    box = Box(move.new_start, room.y0, move.new_end, room.y1)
    size = min(_size(line), SIZE * box.height)
    asked = _wanted(gap.code) * size
    if asked > box.width:
        size = max(SMALLEST, size * box.width / asked) if size > SMALLEST else size
        asked = _wanted(gap.code) * size
    squeeze = min(1.0, box.width / asked)
    slack = box.width - asked * squeeze
    start = box.x0 + PAD * size * squeeze + (slack / 2 if slack < CENTRED * size else 0)
    bottom = line.middle + line.height / 2
    foot = min(bottom - FOOT * line.height, box.y1 - PAD * size)
    foot = max(foot, box.y0 + (CAP + PAD / 2) * size)
    return Label(gap.turn, where, box, gap.code, start, foot, size, squeeze)
