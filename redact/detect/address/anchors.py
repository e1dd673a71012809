"""Words right before a number: the only places where costly patterns for addresses need to look."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

_WORD_NUMBER = regex.compile(r"(?<!\p{L})(\p{L}++)[.,:;]?+[ ]\(?+[A-Z]?+\d")


class Anchor(NamedTuple):
    """A word in small letters, and where it begins and its number begins."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=2)
def anchors(text: str) -> tuple[Anchor, ...]:
    """Return each word with a number behind it: "kamer" in "Kamer 3", "nr" in "nr. 12"."""
    return tuple(
        Anchor(found[1].lower(), found.start(), found.end())
        for found in _WORD_NUMBER.finditer(text)
    )


def around(
    text: str, pattern: regex.Pattern[str], words: frozenset[str], before: int, after: int
) -> Iterator[regex.Match[str]]:
    """Yield what a pattern finds from `before` to `after` characters around these words.

    What it finds comes in reading order and does not overlap.
    """
    done = 0
    for anchor in anchors(text):
        if anchor.word in words:
            for found in pattern.finditer(
                text, max(done, anchor.start - before), anchor.end + after
            ):
                done = found.end()
                yield found
