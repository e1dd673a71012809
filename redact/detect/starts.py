"""Where a costly pattern needs to be tried at all: at numbers, at some words, near a rare cue.

Most of a text is words that no detector asks for. A pattern that begins with a digit is tried
where a number begins, one that begins with a word only at words that can begin it, one that holds
something rare in the stretch around that. All find what they would find in the whole text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import regex

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4)
def numbers(text: str) -> tuple[int, ...]:
    """Return where the runs of digits of a text begin."""
    return tuple(found.start() for found in _NUMBER.finditer(text))


@lru_cache(maxsize=4)
def _words(text: str) -> Mapping[str, list[int]]:
    """Return where each word of a text, a run of letters and digits, begins."""
    places: dict[str, list[int]] = {}
    for found in _WORD.finditer(text):
        places.setdefault(found[0], []).append(found.start())
    return places


@lru_cache(maxsize=1 << 17)
def _may_begin(pattern: regex.Pattern[str], word: str) -> bool:
    return pattern.match(word, partial=True) is not None


def at_words(text: str, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
    r"""Yield what a pattern finds that begins where a word does, as with `\b` or `(?<!\w)`."""
    places = _words(text)
    begun = (starts for word, starts in places.items() if _may_begin(pattern, word))
    return at(text, pattern, sorted(start for starts in begun for start in starts))


def at(text: str, pattern: regex.Pattern[str], starts: Iterable[int]) -> Iterator[regex.Match[str]]:
    """Yield what a pattern finds that begins in one of these places, none in another."""
    end = 0
    for start in starts:
        found = pattern.match(text, start) if start >= end else None
        if found:
            end = found.end()
            yield found


def near(
    text: str, pattern: regex.Pattern[str], cue: re.Pattern[str], before: int
) -> Iterator[regex.Match[str]]:
    """Yield what a pattern finds in a line from `before` characters before a cue in it on."""
    end = 0
    for found in cue.finditer(text):
        if found.end() > end:
            start, end = max(end, found.start() - before), _line_end(text, found.end())
            yield from pattern.finditer(text, start, end)


def _line_end(text: str, position: int) -> int:
    """Return where the line that a position is in ends, its break included."""
    end = text.find("\n", position)
    return end + 1 if end >= 0 else len(text)
