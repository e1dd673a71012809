"""A page that becomes a picture: its gaps made as wide as others, where its words can make way."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from redact.document import Boxes, Page
from redact.geometry import TURNS, Box, Mask, hull
from redact.write.bits import bits_of_room
from redact.write.gaps import Gap, Gaps
from redact.write.line import Line, lines
from redact.write.moved import Move
from redact.write.picture import Picture, Strip
from redact.write.sheet import LEVEL, Sheet, sheet
from redact.write.treated import How, Treated
from redact.write.widen import Widened, widened

BITS = 6.9
"""What the width of a gap tells of a name, as measured for pictures of 200 dots per inch."""


class Respaced(NamedTuple):
    """A page with its letters and gaps where they come, and the parts of its picture that change.

    `gone` is as in `Gaps`.
    """

    page: Page
    gone: Mask
    gaps: tuple[Gap, ...]
    strips: tuple[Strip, ...]
    treated: tuple[Treated, ...]


class _Spread(NamedTuple):
    """A segment of a line with its words apart."""

    line: Line
    number: int
    wide: Widened
    strip: Strip
    here: Sheet


def untouched(page: Page) -> Gaps:
    """Return a page of which nothing goes."""
    none = np.empty((0, 4), dtype=np.float32)
    return Gaps(page, np.zeros(len(page.text), dtype=np.bool_), none, none, ())


def respaced(page: Gaps, rules: Boxes, picture: Picture) -> Respaced:
    """Return a page as it is with its gaps made wider; `rules` are its thin lines, as shown."""
    boxes, gaps, strips = page.page.boxes.copy(), list(page.gaps), []
    drawn = [Treated.as_drawn(page.page.number, gap.code) for gap in page.drawn]
    page = page.of_text
    treated = [Treated(page.page.number, gap.code, How.OPEN, BITS) for gap in page.gaps] + drawn
    for spread in _spread(page, rules, picture):
        strips.append(spread.strip)
        turn, segment = spread.line.turn, spread.line.segments[spread.number]
        for token, move in zip(segment.tokens, spread.wide.moves, strict=True):
            if token.box is None:
                _shift(boxes, move, spread)
                continue
            box = Box(move.new_start, token.box.y0, move.new_end, token.box.y1)
            gaps[token.gap] = gaps[token.gap]._replace(box=as_shown(box, turn))
            room = spread.wide.rooms[token.gap]
            told = min(BITS, bits_of_room(spread.line, segment, token, spread.here, room))
            treated[token.gap] = treated[token.gap]._replace(how=How.QUANTISED, bits=told)
    moved = replace(page.page, boxes=boxes)
    return Respaced(moved, page.gone, tuple(gaps), tuple(strips), tuple(treated))


def _spread(page: Gaps, rules: Boxes, picture: Picture) -> Iterator[_Spread]:
    """Yield the segments whose words can make way.

    Not where text runs both ways: a reader who sees letters only may take one line for another.
    """
    drawn = page.page.turns[~np.isnan(page.page.boxes[:, 0])]
    turns = np.unique(drawn).tolist()
    for turn in turns if len(turns) == 1 and page.gaps else ():
        here = sheet(page, rules, turn)
        for line in lines(page, here, _steep(page, here)):
            for number, segment in enumerate(line.segments):
                gaps = [token.box for token in segment.tokens if token.box is not None]
                wide = widened(line, number, page.gaps, here) if gaps else None
                if wide is None or wide.lands_on_gap:
                    continue
                strip = picture.spread(wide.moves, gaps, line.height, turn)
                if strip is not None:
                    yield _Spread(line, number, wide, strip, here)


def _steep(page: Gaps, here: Sheet) -> set[int]:
    """Return the numbers of the gaps whose text rose by more than a letter: that is no line."""
    middles = (here.boxes[:, 1] + here.boxes[:, 3]) / 2
    heights = here.boxes[:, 3] - here.boxes[:, 1]
    spans = [slice(gap.span.start, gap.span.end) for gap in page.gaps]
    return {
        number
        for number, span in enumerate(spans)
        if np.nanmax(middles[span]) - np.nanmin(middles[span]) > np.nanmax(heights[span])
    }


def _shift(boxes: Boxes, move: Move, spread: _Spread) -> None:
    """Move the letters of a word."""
    if not move.shift:
        return
    line, level = spread.line, spread.here.boxes
    across, down = (level[:, 0] + level[:, 2]) / 2, (level[:, 1] + level[:, 3]) / 2
    mine = (np.abs(down - line.middle) < LEVEL * line.height) & (across > move.start)
    mine &= (across < move.end) & (spread.here.page.turns == line.turn)
    there = level[mine] + np.array([move.shift, 0, move.shift, 0], dtype=np.float32)
    boxes[mine] = TURNS[line.turn].boxes(there)


def as_shown(box: Box, turn: int) -> Box:
    """Return an upright box on the page as shown."""
    return hull(TURNS[turn].boxes(np.array([box], dtype=np.float32)))
