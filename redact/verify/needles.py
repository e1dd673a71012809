"""Looks for many strings at once.

One search per string costs strings times text: minutes for a case. Here one pass of numpy marks
the places where some string may begin, and only those are compared. Works on `str` and `bytes`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

Text = TypeVar("Text", str, bytes)

_TABLE_BITS = 20
_WIDTHS = (3, 4, 6)  # how many leading characters are hashed; longer means fewer false starts


class Hit(NamedTuple):
    """A string found: which (as numbered by the caller) and where."""

    needle: int
    start: int
    end: int


class Needles(Generic[Text]):
    """Strings of at least three characters, ready to be looked for together."""

    def __init__(self, strings: Iterable[Text]) -> None:
        self._heads: dict[int, dict[Text, list[tuple[int, Text]]]] = {}
        for number, string in enumerate(strings):
            width = max((width for width in _WIDTHS if width <= len(string)), default=0)
            if width:
                heads = self._heads.setdefault(width, defaultdict(list))
                heads[string[:width]].append((number, string))
        self._marks = {width: _marks(heads, width) for width, heads in self._heads.items()}

    def find(self, text: Text) -> Iterator[Hit]:
        """Yield every place where one of the strings stands; overlapping ones too."""
        codes = _codes(text)
        for width, heads in self._heads.items():
            if len(codes) < width:
                continue
            hopeful = self._marks[width][_hashes(codes, width)]
            for start in np.flatnonzero(hopeful).tolist():
                for number, string in heads.get(text[start : start + width], ()):
                    if text.startswith(string, start):
                        yield Hit(number, start, start + len(string))


def _marks(heads: Iterable[str | bytes], width: int) -> npt.NDArray[np.bool_]:
    """Return for every hash whether one of the heads has it."""
    marks = np.zeros(1 << _TABLE_BITS, dtype=np.bool_)
    codes = np.concatenate([_codes(head) for head in heads])
    marks[_hashes(codes, width)[::width]] = True
    return marks


def _codes(text: str | bytes) -> npt.NDArray[np.uint32]:
    if isinstance(text, bytes):
        return np.frombuffer(text, dtype=np.uint8).astype(np.uint32)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _hashes(codes: npt.NDArray[np.uint32], width: int) -> npt.NDArray[np.uint32]:
    """Return a hash of the `width` characters from each place on."""
    count = len(codes) - width + 1
    total = np.zeros(count, dtype=np.uint32)
    for offset in range(width):
        total *= np.uint32(0x01000193)
        total ^= codes[offset : offset + count]
    return (total ^ (total >> np.uint32(_TABLE_BITS))) & np.uint32((1 << _TABLE_BITS) - 1)
