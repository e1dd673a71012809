"""Where a costly pattern needs to be tried at all: at numbers, at some words, near a rare cue.

Most of a text is words that no detector asks for. A pattern that begins with a digit is tried
where a number begins, one that begins with a word only at words that can begin it, one that holds
something rare in the stretch around that. All find what they would find in the whole text.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

import regex

from redact.detect.context import line_end

_NUMBER = re.compile(r"\d+")
_OPENING = re.compile(r"(?<!\w)(?=(\d.{0,4}|\w{1,5}))\w+", re.DOTALL)
"""How a word begins, or a number with what follows: so few of them differ that all are kept."""


@lru_cache(maxsize=4)
def numbers(text: str) -> tuple[int, ...]:
    """Return where the runs of digits of a text begin."""
    return tuple(found.start() for found in _NUMBER.finditer(text))


_asked: dict[regex.Pattern[str], None] = {}
"""The patterns that were tried at words so far: all are looked up at once for each word."""


def at_words(text: str, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
    r"""Yield what a pattern finds that begins where a word does, as with `\b` or `(?<!\w)`.

    The pattern must ask for nothing before that word: `(?<=, )` would fail.
    """
    if pattern not in _asked:
        _asked[pattern] = None
        _begun_by.cache_clear()
        _starts.cache_clear()
    return at(text, pattern, _starts(text).get(pattern, ()))


@lru_cache(maxsize=1 << 16)
def _begun_by(opening: str) -> Collection[regex.Pattern[str]]:
    """Return which of the patterns may begin with these characters, of those for one less."""
    shorter = _begun_by(opening[:-1]) if len(opening) > 1 else _asked
    return [pattern for pattern in shorter if pattern.match(opening, partial=True)]


@lru_cache(maxsize=4)
def _starts(text: str) -> Mapping[regex.Pattern[str], list[int]]:
    """Return for each pattern where the words of a text begin that can begin it."""
    starts: dict[regex.Pattern[str], list[int]] = {}
    for found in _OPENING.finditer(text):
        for pattern in _begun_by(found[1]):
            starts.setdefault(pattern, []).append(found.start())
    return starts


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
            start, end = max(end, found.start() - before), line_end(text, found.end()) + 1
            yield from pattern.finditer(text, start, end)
