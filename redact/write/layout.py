"""Set a line with gaps anew: each gap as wide as its code is, the words after one another.

Nothing on the line may tell how wide the text was that goes. So every label has a width that
depends on its code and on the size of the line only, every space is as wide as its font has it
(the spaces of a justified line would tell), and what was centred or set to the right is so again.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import numpy as np

from redact.document import Boxes
from redact.geometry import sides
from redact.write.bits import bits
from redact.write.coarse import held
from redact.write.fit import Label, fit_area
from redact.write.gaps import Gap, Gaps, boxes_of
from redact.write.hold import Hold
from redact.write.inset import inset, is_bar, room_of, size_of, wanted
from redact.write.line import Line, Segment, Token, lines
from redact.write.moved import Move, Moved
from redact.write.reach import Reach
from redact.write.sheet import Sheet, sheet
from redact.write.slanted import slanted
from redact.write.treated import How, Treated

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


class Layout(NamedTuple):
    """The labels of a page, in the order of its gaps, how each was treated, the lines that move."""

    labels: list[Label]
    treated: list[Treated]
    moved: list[Moved]


def lay_out(page: Gaps, rules: Boxes, hold: Hold) -> Layout:
    """Return the labels of a page; `rules` are the boxes of its thin lines, as shown."""
    labels: dict[int, tuple[Label, Treated]] = {}
    moved, drawn, page = [], page.drawn, page.of_text
    rules = np.concatenate([rules, sides(boxes_of(drawn))])
    for turn in sorted({gap.turn for gap in page.gaps}):
        here = sheet(page, rules, turn)
        tilted = slanted(page, hold, here)
        labels.update(tilted)
        for line in lines(page, here, tilted):
            reach = hold.reach(line)
            is_free, by_pen = reach is Reach.FREE, reach is Reach.STUCK
            moves, found = _set(line, page, here) if is_free else held(line, page, here, hold)
            moved += [Moved(turn, line.middle, line.height, moves, by_pen)] if moves else []
            labels.update(found)
    found_all = [labels[number] for number in range(len(page.gaps))]
    found_all += [(fit_area(gap), Treated.as_drawn(page.page.number, gap.code)) for gap in drawn]
    return Layout([label for label, _ in found_all], [told for _, told in found_all], moved)


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
        widths, how = _widths(line, segment, page.gaps, blanks, sheet_.left)
        placed = _placed(segment, widths, blanks, number)
        moves += _joined(placed)
        room = room_of(line, placed, sheet_)
        for token, move in zip(segment.tokens, placed, strict=True):
            if token.box is not None:
                gap = page.gaps[token.gap]
                label = inset(gap, token.box, move, line, room)
                bar = is_bar(segment, token, page.gaps)
                told = 0.0 if bar else bits(line, segment, token, sheet_)
                treated = Treated(page.page.number, gap.code, How.UNIFORM if bar else how, told)
                labels[token.gap] = label, treated
    return tuple(moves), labels


def _widths(
    line: Line, segment: Segment, gaps: Sequence[Gap], blanks: Sequence[float], left: float
) -> tuple[dict[int, float], How]:
    """Return how wide each gap of a segment becomes: the widest class that there is room for.

    `left` is the edge of the page: that of turned text has coordinates below zero.
    """
    size = size_of(line)
    full = {
        token.gap: wanted(gaps[token.gap].code) * size for token in segment.tokens if token.gap >= 0
    }
    words = sum(token.width for token in segment.tokens if token.gap < 0)
    taken = sum(blanks) + words
    first = segment.anchor if segment.share == 0 else left
    room, last = segment.limit - first, segment.tokens[-1]
    for share in _CLASSES:
        widths = {number: round(share * width, 2) for number, width in full.items()}
        if taken + sum(widths.values()) <= room:
            if is_bar(segment, last, gaps):
                end = first + taken + sum(widths.values())
                widths[last.gap] += max(0.0, segment.right - end)
            return widths, How.FIXED
    each = max(_LEAST, (room - taken) / len(full))
    return dict.fromkeys(full, each), How.QUANTISED


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
