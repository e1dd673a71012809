"""Characters on a page as arrays: which letter, where it stands, how high it is."""

from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple, TypeAlias
from unicodedata import normalize

import numpy as np
import numpy.typing as npt

from redact.document import Boxes

Mask: TypeAlias = npt.NDArray[np.bool_]
Numbers: TypeAlias = npt.NDArray[np.float64]
Places: TypeAlias = npt.NDArray[np.int64]

_FAR = 1e6  # points; wider than any page
_LOWEST = 0.01  # points; no height would divide by nought
_SLOPE = 0.05  # 3 degrees
_NO_WIDTH = 0.02  # of the height
_MOVE = 0.1  # points


@dataclass(frozen=True, slots=True, eq=False)
class Glyphs:
    """Letters and digits in upright boxes; each array has one entry for each of them.

    `codes` holds the folded letter, `places` the index in the page's text, `left`, `right` and
    `middle` (of the height) points, `heights` points.
    """

    codes: npt.NDArray[np.int64] = field(repr=False)
    places: Places = field(repr=False)
    left: Numbers = field(repr=False)
    right: Numbers = field(repr=False)
    middle: Numbers = field(repr=False)
    heights: Numbers = field(repr=False)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.codes)

    def only(self, chosen: Mask | Places) -> "Glyphs":
        """Return those of a mask, or with these indices."""
        return Glyphs(
            self.codes[chosen],
            self.places[chosen],
            self.left[chosen],
            self.right[chosen],
            self.middle[chosen],
            self.heights[chosen],
        )


def letters(text: str) -> npt.NDArray[np.int64]:
    """Return for each character its letter in lower case without accent, or 0 for no letter."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    common = _common_letters()
    found = common[np.minimum(codes, len(common) - 1)]
    for place in np.flatnonzero(codes >= len(common) - 1).tolist():
        found[place] = _letter(text[place])
    return found


@cache
def _common_letters() -> npt.NDArray[np.int64]:
    """Return the letters of the characters of western Europe, by their number."""
    return np.array([_letter(chr(code)) for code in range(0x250)], dtype=np.int64)


def _letter(character: str) -> int:
    plain = normalize("NFKD", character).casefold()[:1]
    return ord(plain) if plain.isalnum() else 0


def glyphs(codes: npt.NDArray[np.int64], upright: Boxes) -> Glyphs:
    """Return the letters and digits that were drawn, from codes and boxes of the same length."""
    chosen = np.flatnonzero((codes != 0) & ~np.isnan(upright[:, 0]))
    x0, y0, x1, y1 = upright[chosen].astype(np.float64).T
    return Glyphs(codes[chosen], chosen, x0, x1, (y0 + y1) / 2, np.maximum(y1 - y0, _LOWEST))


def spelled_out(glyphs_: Glyphs, text: str) -> Glyphs:
    """Give a sign that stands for more letters, as Arabic ligatures do, all of them.

    They stand side by side in its box, as for one program it is one sign and for another many.
    """
    if text.isascii() or not len(glyphs_):
        return glyphs_
    spelled = [_spelled(text[place]) for place in glyphs_.places.tolist()]
    counts = np.array([max(len(letters_), 1) for letters_ in spelled])
    if counts.max() == 1:
        return glyphs_
    many = glyphs_.only(np.repeat(np.arange(len(glyphs_)), counts))
    first = np.cumsum(counts) - counts
    codes = many.codes.copy()
    for at, start in zip(np.flatnonzero(counts > 1), first[counts > 1], strict=True):
        codes[start : start + counts[at]] = spelled[at]
    share = (many.right - many.left) / np.repeat(counts, counts)
    left = many.left + (np.arange(len(codes)) - np.repeat(first, counts)) * share
    return replace(many, codes=codes, left=left, right=left + share)


@cache
def _spelled(sign: str) -> tuple[int, ...]:
    plain = normalize("NFKD", sign).casefold()
    return tuple(ord(letter) for letter in plain if letter.isalnum())


class Register(NamedTuple):
    """Characters sorted by their letter and their left edge, to look pairs up in.

    `order` has their indices, `keys` what they are sorted by.
    """

    order: Places
    keys: Numbers

    @classmethod
    def of(cls, glyphs_: Glyphs) -> "Register":
        """Sort characters."""
        keys = glyphs_.codes * _FAR + glyphs_.left
        order = np.argsort(keys, kind="stable")
        return cls(order, keys[order])

    def pairs(self, one: Glyphs, reach: Numbers) -> tuple[Places, Places]:
        """Return the pairs of equal letters whose left edges are at most `reach` points apart.

        The result is two arrays of indices, into `one` and into what was sorted; any height goes.
        """
        wanted = one.codes * _FAR + one.left
        first = self.keys.searchsorted(wanted - reach, side="left")
        count = self.keys.searchsorted(wanted + reach, side="right") - first
        ones = np.repeat(np.arange(len(one)), count)
        within = np.arange(len(ones)) - np.repeat(np.cumsum(count) - count, count)
        return ones, self.order[np.repeat(first, count) + within]


def share_out(glyphs_: Glyphs) -> Glyphs:
    """Share a box out over the letters of a ligature.

    pdfium gives each letter the whole box; MuPDF gives it to the first and the others its end.
    """
    left, right = np.diff(glyphs_.left, prepend=np.nan), np.diff(glyphs_.right, prepend=np.nan)
    level = np.diff(glyphs_.middle, prepend=np.nan) == 0
    no_width = glyphs_.right - glyphs_.left < _NO_WIDTH * glyphs_.heights
    follows = level & (np.diff(glyphs_.places, prepend=-1) == 1)
    inner = follows & ((left == 0) & (right == 0) | no_width & (np.abs(right) < _MOVE))
    if not inner.any():
        return glyphs_
    leader = np.maximum.accumulate(np.where(inner, 0, np.arange(len(inner))))
    share = (glyphs_.right - glyphs_.left)[leader]
    share /= np.bincount(leader, minlength=len(inner))[leader]
    start = glyphs_.left[leader] + (np.arange(len(inner)) - leader) * share
    return replace(glyphs_, left=start, right=start + share)


def is_slanted(glyphs_: Glyphs) -> Mask:
    """Tell which letters stand on a line that rises or falls, such as a watermark's."""
    step = np.diff(glyphs_.left)
    slope = np.diff(glyphs_.middle) / np.where(step == 0, _FAR, step)
    follows = (np.diff(glyphs_.places) == 1) & (np.abs(step) < 2 * glyphs_.heights[1:])
    rises = np.where(follows & (np.abs(slope) > _SLOPE), np.sign(slope), 0)
    steady = (rises[1:] == rises[:-1]) & (rises[1:] != 0)
    slanted = np.zeros(len(glyphs_), dtype=np.bool_)
    for offset in range(3):
        slanted[offset : offset + len(steady)] |= steady
    return slanted
