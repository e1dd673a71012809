"""Letters that the file draws from right to left, though a reader reads them from left to right."""

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from redact.read.glyphs import Glyphs, trimmed

_TOUCH = 0.12
"""Of a line's height: letters of one word are no further apart, and overlap no further."""

_LEVEL = 0.15
"""Of a line's height: how far the feet of the letters of a word may be apart."""

_LEFTWARD = ((0x590, 0x8FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFE), (0x10800, 0x10FFF))
"""Hebrew, Arabic and other letters that are written from right to left."""

Places: TypeAlias = npt.NDArray[np.intp]
Mask: TypeAlias = npt.NDArray[np.bool_]


def straighten(glyphs: Glyphs) -> Glyphs:
    """Return the characters with words that were drawn backwards, or in pieces, put in order.

    Pieces that touch each other on one line are one word. Where a piece is drawn before the one on
    its left, all that touch are put together in the place of the first, in the order they stand.
    A page with letters that are written from right to left is left as it is.
    """
    if not len(glyphs.codes) or _has_leftward(glyphs.codes):
        return glyphs
    cuts = _backwards(glyphs) | np.isnan(glyphs.level[:, 0])
    pieces = _split(glyphs, cuts)
    touched = [piece for word in _tangled(pieces) for piece in word]
    if not touched:
        return glyphs
    lines = np.unique(np.searchsorted(glyphs.starts, pieces.starts[touched], side="right") - 1)
    cuts &= glyphs.of_lines(np.isin(np.arange(len(glyphs.turns)), lines))
    pieces = trimmed(_split(glyphs, cuts))
    return _joined(pieces, _tangled(pieces))


def _tangled(pieces: Glyphs) -> list[list[int]]:
    """Return the words whose pieces were not drawn from left to right."""
    following = _following(pieces)
    if not ((following >= 0) & (following < np.arange(len(following)))).any():
        return []
    return [word for word in _words(following) if (np.diff(word) < 0).any()]


def _has_leftward(codes: npt.NDArray[np.uint32]) -> bool:
    """Tell whether there are letters that are written from right to left."""
    if codes.max() < _LEFTWARD[0][0]:
        return False
    return any(((codes >= first) & (codes <= last)).any() for first, last in _LEFTWARD)


def _backwards(glyphs: Glyphs) -> Mask:
    """Tell which characters, shape (n,), stand just left of the one before them on their line."""
    level, found = glyphs.level, np.zeros(len(glyphs.codes), dtype=np.bool_)
    reach = _TOUCH * (level[1:, 3] - level[1:, 1])
    width = level[1:, 2] - level[1:, 0]
    with np.errstate(invalid="ignore"):  # a space that is not drawn has no place
        found[1:] = (np.abs(level[:-1, 0] - level[1:, 2]) < reach) & (width > reach)
    found[glyphs.starts[:-1]] = False
    return found


def _split(glyphs: Glyphs, before: Mask) -> Glyphs:
    """Return the characters with a new line before some of them."""
    starts = np.union1d(glyphs.starts, np.flatnonzero(before))
    lines = np.searchsorted(glyphs.starts, starts[:-1], side="right") - 1
    return glyphs._replace(starts=starts, turns=glyphs.turns[lines], slanted=glyphs.slanted[lines])


def _following(glyphs: Glyphs) -> Places:
    """Return for each line the one that begins where it ends, -1 where none does."""
    boxes, turns = glyphs.hulls().astype(np.float64), glyphs.turns
    following = np.full(len(boxes), -1)
    order = np.argsort(boxes[:, 0])
    reach = _TOUCH * (boxes[:, 3] - boxes[:, 1])
    low = np.searchsorted(boxes[order, 0], boxes[:, 2] - reach)
    high = np.searchsorted(boxes[order, 0], boxes[:, 2] + reach)
    for line in np.flatnonzero(high > low).tolist():
        near = order[low[line] : high[line]]
        off = np.abs(boxes[near][:, [1, 3]] - boxes[line, [1, 3]]).max(axis=1)
        fits = (off < _LEVEL * (boxes[line, 3] - boxes[line, 1])) & (turns[near] == turns[line])
        near = near[fits & (near != line)]
        if len(near):
            following[line] = near[0]
    return following


def _words(following: Places) -> Iterator[list[int]]:
    """Yield the numbers of lines that touch each other, from left to right."""
    led, seen = set(following.tolist()), set[int]()
    for first in range(len(following)):
        word, line = [], first
        while first not in led and line >= 0 and line not in seen:
            seen.add(line)
            word.append(line)
            line = int(following[line])
        if len(word) > 1:
            yield word


def _joined(glyphs: Glyphs, words: list[list[int]]) -> Glyphs:
    """Put the lines of each word together, in the place of the one that is drawn first."""
    place_of = {min(word): word for word in words}
    others = {line for word in words for line in word}.difference(place_of)
    lines = [line for line in range(len(glyphs.turns)) if line not in others]
    parts = [place_of.get(line, [line]) for line in lines]
    places = [
        np.concatenate([np.arange(*glyphs.starts[piece : piece + 2]) for piece in part])
        for part in parts
    ]
    order = np.concatenate(places)
    return Glyphs(
        glyphs.codes[order],
        glyphs.boxes[order],
        glyphs.level[order],
        np.concatenate(([0], np.cumsum([len(place) for place in places]))).astype(np.intp),
        glyphs.turns[lines],
        glyphs.slanted[lines],
    )
