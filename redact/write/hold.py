"""What holds the lines of one page: which can be set anew, and what moves on those that cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from redact.geometry import TURNS, Box, Matrix
from redact.write.content import Content
from redact.write.drag import Drag, Hole, drag, runs
from redact.write.graphics import Piece
from redact.write.laid import UNSEEN, Laid, Pens
from redact.write.line import Line
from redact.write.moved import Move
from redact.write.picture import Pictures, Strip
from redact.write.reach import Reach, reach
from redact.write.scan import Scan
from redact.write.sheet import LEVEL, Sheet
from redact.write.widen import Widened

if TYPE_CHECKING:
    import pikepdf


_BLANKS = 2
"""Spaces at the end of a line, which a reader leaves out."""


@dataclass
class Hold:
    """The lines of one page, upright by turn, as its content has them.

    `shown` maps the page as shown to its own coordinates. `strips` are the parts of pictures that
    are put anew, by the number of their first gap; `dragged` is text that moves along its pen.
    """

    page: "pikepdf.Page"
    content: Content
    shown: Matrix
    laid: Mapping[int, Laid]
    pens: Pens
    pictures: Pictures
    strips: dict[int, Strip] = field(default_factory=dict)
    dragged: Drag = field(default_factory=Drag)

    @property
    def pieces(self) -> Sequence[Piece]:
        """The pieces of text of the page."""
        return self.content.tracker.pieces

    @cached_property
    def scan(self) -> Scan:
        """The pictures of the page."""
        return Scan.of(self.page, self.content, self.pictures.shared)

    def reach(self, line: Line) -> Reach:
        """Tell what can be done with a line; text without ink is no scan where no picture is."""
        found = reach(line, self.laid[line.turn], self.pieces, self.pens)
        if found is not Reach.UNSEEN:
            return found
        tokens = [token for part in line.segments if part.has_gaps for token in part.tokens]
        gaps = [self._own(token.box, line.turn) for token in tokens if token.box is not None]
        if any(map(self.scan.meets, gaps)):
            return Reach.UNSEEN
        return Reach.FREE if len(gaps) == len(tokens) else Reach.STUCK

    def _own(self, box: Box, turn: int) -> Box:
        """Return an upright box in the page's own coordinates."""
        to_page = self.shown.after(TURNS[turn])
        (ax, ay), (bx, by) = to_page.point(box.x0, box.y0), to_page.point(box.x1, box.y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def spread(self, line: Line, number: int, wide: Widened, sheet: Sheet) -> bool:
        """Move the words of a segment apart where that can be done; tell whether it was."""
        if self.reach(line) is Reach.UNSEEN:
            return self._spread_picture(line, number, wide)
        return self._drag(line, number, wide, sheet)

    def _spread_picture(self, line: Line, number: int, wide: Widened) -> bool:
        """Spread the words that pictures show."""
        tokens = line.segments[number].tokens
        gaps = [token.box for token in tokens if token.box is not None]
        picture = self.pictures.of(self.page.index, self.scan.scale)
        strip = picture.spread(wide.moves, gaps, line.height, line.turn)
        if strip is None or not self.scan.take(self._own(strip.box, line.turn)):
            return False
        first = next(token.gap for token in tokens if token.gap >= 0)
        self.strips[first] = strip._replace(name=f"/LakwerkStrip{first}")
        return True

    def _drag(self, line: Line, number: int, wide: Widened, sheet: Sheet) -> bool:
        """Make gaps wider where only the pen is known, and what it takes along."""
        laid_, moves = self.laid[line.turn], wide.moves
        pieces, end = self.pieces, max(move.end for move in moves)
        on = laid_.on(line.middle, line.height)
        stray = laid_.beside(line.middle, line.height) & ~laid_.kern
        stray &= (laid_.start > moves[0].start) & (laid_.start < end)
        unseen = any(self.pieces[at].state.mode in UNSEEN for at in np.flatnonzero(on).tolist())
        if moves[0].shift or stray.any() or unseen or not on.any():
            return False
        starts = {n: float(laid_.start[n]) for n in np.flatnonzero(on).tolist()}
        found = drag(_holes(moves), runs(pieces, starts), pieces, end)
        spare = self._codes(found) - _seen_behind(line, number, sheet) if found else -1
        if found is None or not 0 <= spare <= _BLANKS:
            return False
        self.dragged.add(found)
        return True

    def _codes(self, found: Drag) -> int:
        """Return how many letters move by what the strings hold."""
        moved = [number for number in found.moved if self.pieces[number].string is not None]
        return sum(len(self.pens.of(number)) - 1 for number in moved)


def _seen_behind(line: Line, number: int, sheet: Sheet) -> int:
    """Return how many letters and spaces the reader saw behind the first gap of a segment."""
    start = next(token.start for token in line.segments[number].tokens if token.gap >= 0)
    end = line.segments[number + 1].tokens[0].start if number + 1 < len(line.segments) else np.inf
    count = 0
    for letters in (sheet.letters, sheet.spaces):
        near = letters.near(line.middle, LEVEL * line.height)
        middles = (near.boxes[:, 0] + near.boxes[:, 2]) / 2
        count += int(np.count_nonzero(near.stays & (middles > start) & (middles < end)))
    return count


def _holes(moves: Sequence[Move]) -> list[Hole]:
    """Return the gaps of a segment, each with what follows it."""
    found = []
    for number, move in enumerate(moves):
        if move.gap:
            more = move.new_end - move.new_start - move.end + move.start
            behind = next((other.start for other in moves[number + 1 :] if not other.gap), None)
            found.append(Hole(move.start, move.end, more, behind))
    return found
