"""Names with one letter wrong, by typing or by reading from paper."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_SHORTEST = 5
_LOOKALIKES = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("1", "l"),
    ("0", "o"),
    ("5", "s"),
    ("i", "l"),
    ("ij", "y"),
)
_READ_WRONG = 0.7
_TYPED_WRONG = 0.6


class Damage(NamedTuple):
    """Names as they look to a bad reader, and names with each letter left out in turn."""

    names: frozenset[str]
    looks: frozenset[str]
    stumps: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> "Damage":
        """Prepare names of five letters and more."""
        long = frozenset(name for name in names if len(name) >= _SHORTEST)
        looks = frozenset(look(name) for name in long)
        return cls(long, looks, frozenset(stump for name in long for stump in stumps(name)))

    def score(self, word: str) -> float:
        """Say how likely a word is one of the names with one letter wrong; 0 for no."""
        if len(word) < _SHORTEST or word in self.names:
            return 0.0
        if look(word) in self.looks:
            return _READ_WRONG
        is_close = word[0] in {name[0] for name in self.names} and not self.stumps.isdisjoint(
            stumps(word)
        )
        return _TYPED_WRONG if is_close else 0.0


def look(word: str) -> str:
    """Return a word as a bad reader sees it: what looks alike is the same."""
    for seen, read in _LOOKALIKES:
        word = word.replace(seen, read)
    return word


def stumps(word: str) -> Iterator[str]:
    """Yield the word with each letter but the first left out in turn, and the word itself."""
    yield word
    for cut in range(1, len(word)):
        yield word[:cut] + word[cut + 1 :]
