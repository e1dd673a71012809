"""Set the text of one instruction anew: word for word, each at its new place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

import numpy as np

from redact.geometry import Matrix
from redact.write.addition import pen_back, within
from redact.write.fit import Label
from redact.write.graphics import Piece
from redact.write.line import kerned
from redact.write.moved import Move, Moved
from redact.write.pen import Pen

_BEFORE = 0.5
"""Points that a letter may stand before its word, as a copy that makes it bold may."""

_END = 0.05
"""Points before the end of a word where its last letter cannot begin."""

_SPACING = 0.02
"""Of the size: spacing of letters in moved text comes in such steps; less may come from setting
a line to a width, and would tell that width."""


class Setting:
    """Writes one instruction with a pen; `upright` maps its text space to the upright page."""

    def __init__(self, pen: Pen, shown: Matrix, upright: Matrix, line: Moved | None) -> None:
        """`line` is the line it stands on if that moves; `shown` is as in `Rewriter`."""
        self._pen = pen
        self._shown = shown
        self._upright = upright
        self._moves = line.moves if line else ()
        self._starts = [move.start - _BEFORE for move in self._moves]
        self._at: int | None = None  # the number of the move that the text at hand belongs to
        self._text: list[Any] = []
        self._kern = 0.0

    def label(self, label: Label, piece: Piece) -> None:
        """Write a label after the text so far, then set the pen for text like that of a piece."""
        if not label.text:
            return
        self.flush()
        foot = self._upright.f + self._upright.b * (label.start - self._upright.e) / self._upright.a
        self._pen.put(within(label, self._pen.laid(self._shown), foot))
        self._pen.spaced()
        self._pen.put(pen_back(piece.state))

    def add(self, piece: Piece, pens: Sequence[float]) -> None:
        """Write a piece, or keep it until it is known what follows; `pens` is empty for a shift."""
        if piece.string is None:
            self._kern += piece.advance
            return
        codes = max(len(pens) - 1, 1)
        length = len(piece.string) // codes or 1
        begin = 0
        while begin < codes:
            number = self._move_at(pens[begin])
            end = self._end_of(number, pens, begin)
            self._part(piece, number, pens[begin], piece.string[begin * length : end * length])
            begin = end

    def _along(self, pen: float) -> float:
        return self._upright.a * pen + self._upright.e

    def _move_at(self, pen: float) -> int:
        return max(0, bisect_right(self._starts, self._along(pen)) - 1)

    def _end_of(self, number: int, pens: Sequence[float], begin: int) -> int:
        """Return the number of the first code that belongs to the next word."""
        if number + 1 >= len(self._starts):
            return max(len(pens) - 1, 1)
        next_start = (self._starts[number + 1] - self._upright.e) / self._upright.a
        return max(begin + 1, bisect_left(pens, next_start, begin, len(pens) - 1))

    def _part(self, piece: Piece, number: int, pen: float, string: bytes) -> None:
        """Write a part of a piece that moves as one."""
        import pikepdf

        move = self._moves[number] if self._moves else None
        if number != self._at or not self._text:
            self.flush()
            self._at = number
            self._open(piece, move, pen)
        elif self._kern and (move is None or move.rigid or self._along(pen) < move.end - _END):
            self._shift(piece, exact=move is None or move.rigid)
        self._kern = 0.0
        self._text.append(pikepdf.String(string))

    def _shift(self, piece: Piece, *, exact: bool) -> None:
        """Keep a shift between two letters of a word."""
        unit = -piece.state.size * piece.state.scale / 1000
        if not unit:
            return
        along = self._upright.a
        kern = self._kern if exact else float(kerned(np.array([self._kern * along]))[0]) / along
        if kern:
            self._text.append(round(kern / unit, 3 if exact else 0))

    def _open(self, piece: Piece, move: Move | None, pen: float) -> None:
        """Put the pen where a word stands now, with the spacing it needs."""
        state = piece.state
        if move is None or move.rigid:
            self._pen.space(state.spacing, state.word_spacing)
            self._pen.go(piece, pen + (move.shift / self._upright.a if move else 0.0))
            return
        step = _SPACING * abs(state.size)
        spacing = round(state.spacing / step) * step if step else 0.0
        self._pen.space(round(spacing, 3), 0.0)
        here = self._along(pen)
        place = move.new_end
        if not move.gap and here < move.end - _END:
            place = move.new_start + round(here - move.start, 2)
        self._pen.go(piece, (round(place, 2) - self._upright.e) / self._upright.a)

    def flush(self) -> None:
        """Write what was kept."""
        import pikepdf

        if self._text:
            self._pen.put([([pikepdf.Array(self._text)], "TJ")])
        self._text, self._at, self._kern = [], None, 0.0
