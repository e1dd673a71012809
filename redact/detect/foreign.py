"""Text in another script than ours: no rule reads names in it, so a person is asked to look."""

from collections.abc import Iterator

import regex

from redact.detect.match import Match
from redact.finding import Kind

_SCORE = 0.5
_LEAST, _LEAST_GREEK = 2, 4
"""Letters: fewer are a sign, a unit or a formula."""

_WORDS = regex.compile(
    r"[\p{L}--\p{Latin}--\p{Common}](?:[\p{L}\p{M}\p{N}--\p{Latin}]|[\s\p{P}&&[^\n\f\t]])*",
    regex.VERSION1,
)
_LETTER = regex.compile(r"\p{L}\p{M}*")
_GREEK = regex.compile(r"\p{Greek}")
_REASON = "Tekst in een ander schrift, waarin het programma geen namen herkent; kijk zelf."


def find_foreign(text: str) -> Iterator[Match]:
    """Yield each stretch of a line in another script, up to its last letter."""
    if text.isascii():
        return
    for found in _WORDS.finditer(text):
        letters = [letter.end() for letter in _LETTER.finditer(found[0])]
        least = _LEAST_GREEK if _GREEK.match(found[0]) else _LEAST
        if len(letters) >= least:
            start = found.start()
            yield Match(start, start + letters[-1], Kind.PERSON, _SCORE, "script", _REASON)
