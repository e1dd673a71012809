"""What moves on a line: words, gaps and whole segments, and where they go."""

from typing import NamedTuple


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

    @property
    def shift(self) -> float:
        """How far to the right it goes."""
        return self.new_start - self.start


class Moved(NamedTuple):
    """A line that is set anew, upright: all that stands on it from left to right.

    `by_pen` tells that its text is moved without knowing each of its letters: see `drag`.
    """

    turn: int
    middle: float
    height: float
    moves: tuple[Move, ...]
    by_pen: bool = False
