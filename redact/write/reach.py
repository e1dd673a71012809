"""Which lines of a page can be set anew, and why others cannot."""

from collections.abc import Iterator, Sequence
from enum import Enum

import numpy as np
import numpy.typing as npt

from redact.geometry import Mask
from redact.write.graphics import Piece
from redact.write.laid import UNSEEN, Laid, Pens
from redact.write.line import Line
from redact.write.sheet import Numbers

_FOUND = 0.35
"""Points: a word is where our own count of the pen says, or it cannot be moved by that count."""


class Reach(Enum):
    """What can be done with the words of a line.

    FREE: each was found where it stands. UNSEEN: they draw nothing, as those that were recognised
    in a scan. STUCK: some were not found.
    """

    FREE = "free"
    UNSEEN = "unseen"
    STUCK = "stuck"


def reach(line: Line, laid_: Laid, pieces: Sequence[Piece], pens_: Pens) -> Reach:
    """Tell whether the words of a line with gaps were found, in text that is seen or not."""
    on = laid_.on(line.middle, line.height)
    seen, unseen = (
        np.sort([place for number in numbers for place in _places(number, laid_, pieces, pens_)])
        for numbers in _by_mode(np.flatnonzero(on & ~laid_.kern), pieces)
    )
    words = [
        token.start
        for segment in line.segments
        if segment.has_gaps
        for token in segment.tokens
        if token.gap < 0
    ]
    if _all_found(words, seen) and (words or seen.size or _was_seen(on, laid_, pieces)):
        return Reach.FREE
    return Reach.UNSEEN if not seen.size and _all_found(words, unseen) else Reach.STUCK


def _by_mode(numbers: npt.NDArray[np.intp], pieces: Sequence[Piece]) -> tuple[list[int], list[int]]:
    """Return the numbers of the pieces that are seen, and of those that are not."""
    every = numbers.tolist()
    hidden = [number for number in every if pieces[number].state.mode in UNSEEN]
    return [number for number in every if number not in set(hidden)], hidden


def _was_seen(on: Mask, laid_: Laid, pieces: Sequence[Piece]) -> bool:
    """Tell whether what went from a line without words was seen: what it left behind has its mode.

    Where nothing was left behind, the page tells: a scan has text that draws nothing.
    """
    left = [pieces[number] for number in np.flatnonzero(on & laid_.kern).tolist()]
    return not any(piece.state.mode in UNSEEN for piece in left or pieces)


def _places(number: int, laid_: Laid, pieces: Sequence[Piece], pens_: Pens) -> Iterator[float]:
    """Yield where the pen stands before each letter of a piece, along its line."""
    piece = pieces[number]
    along = (laid_.end[number] - laid_.start[number]) / piece.advance if piece.advance else 0.0
    first = laid_.start[number] - along * piece.offset
    return (first + along * pen for pen in pens_.of(number))


def _all_found(words: Sequence[float], places: Numbers) -> bool:
    """Tell whether a letter stands at the start of every word; `places` are sorted."""
    if not words or not places.size:
        return not words
    after = np.searchsorted(places, words)
    before = np.abs(places[np.maximum(after - 1, 0)] - words)
    behind = np.abs(places[np.minimum(after, len(places) - 1)] - words)
    return bool((np.minimum(before, behind) < _FOUND).all())
