"""Pieces of text as they lie on the page, upright, and which of them make up a line."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redact.geometry import TURNS, Mask, Matrix
from redact.write.advance import Advance
from redact.write.graphics import Piece, pens
from redact.write.sheet import LEVEL, Numbers

_FOOT = 0.3
"""Of a line's height: how far the foot line of its text lies below its middle."""

_BESIDE = 0.7
"""Of a line's height: the foot of the next line lies further off."""

_LEVEL = 1e-3

UNSEEN = {3, 7}
"""Text render modes that draw nothing, as of the words that were recognised in a scan."""


class Laid(NamedTuple):
    """Where each piece begins and ends along its line, its foot line, and whether it is level.

    A label beside a `spoken` piece, in its marked content, would not be read.
    """

    start: Numbers
    end: Numbers
    foot: Numbers
    level: npt.NDArray[np.bool_]
    kern: npt.NDArray[np.bool_]
    spoken: npt.NDArray[np.bool_]

    def on(self, middle: float, height: float) -> Mask:
        """Tell which pieces stand on a line."""
        return np.asarray(self.level & (self._off(middle, height) < LEVEL * height))

    def beside(self, middle: float, height: float) -> Mask:
        """Tell which pieces stand a little above or below a line, as an odd sign in it may."""
        off = self._off(middle, height)
        return np.asarray((off >= LEVEL * height) & (off < _BESIDE * height))

    def _off(self, middle: float, height: float) -> Numbers:
        return np.abs(self.foot - (middle + _FOOT * height))


def upright_of(shown: Matrix, turn: int) -> Matrix:
    """Return the map from the page's own coordinates to the upright page as shown."""
    return TURNS[-turn % 4].after(shown.back())


def laid(pieces: Sequence[Piece], shown: Matrix, turn: int) -> Laid:
    """Lay pieces of text on the upright page; `shown` maps the page as shown to its own points."""
    back = upright_of(shown, turn)
    matrices: dict[int, Matrix] = {}
    for piece in pieces:
        if piece.instruction not in matrices:
            matrices[piece.instruction] = back.after(piece.matrix)
    places = np.array([matrices[piece.instruction] for piece in pieces]).reshape(-1, 6)
    offset = np.array([piece.offset for piece in pieces])
    advance = np.array([piece.advance for piece in pieces])
    along, aside = places[:, 0], places[:, 1]
    start = along * offset + places[:, 4]
    level = (along > 0) & (places[:, 3] < 0) & (np.abs(aside) < _LEVEL * np.abs(along))
    kern = np.array([piece.string is None for piece in pieces], dtype=np.bool_)
    spoken = np.array([piece.spoken for piece in pieces], dtype=np.bool_)
    end, foot = start + along * advance, places[:, 5] + aside * offset
    return Laid(start, end, foot, level, kern, spoken)


class Pens:
    """Where the pen stands before each letter of a piece; counted once for each piece."""

    def __init__(
        self, pieces: Sequence[Piece], fonts: Callable[[int, str], Advance | None]
    ) -> None:
        """`fonts` gives the widths of a font by an instruction that uses it and its name."""
        self._pieces = pieces
        self._fonts = fonts
        self._found: dict[int, list[float]] = {}

    def of(self, number: int) -> list[float]:
        """Return them for a piece that is a string, and the pen after its last letter."""
        found = self._found.get(number)
        if found is None:
            piece = self._pieces[number]
            advance = self._fonts(piece.instruction, piece.state.font)
            found = pens(piece, advance) if advance else [piece.offset, piece.offset]
            self._found[number] = found
        return found
