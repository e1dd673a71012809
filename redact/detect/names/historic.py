"""Persons of history, known by their full name."""

from collections.abc import Iterator
from functools import cache

from redact.detect.names.claims import Claim
from redact.detect.names.lexicon import line_set
from redact.detect.names.tokens import Tokens, tokenise

_REASON = "Een historisch persoon, of iemand naar wie iets is genoemd."


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """Return the names by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in line_set("historic"):
        words = tuple(tokenise(line).words)
        if len(words) > 1 and words[0] != "#":
            found.setdefault(words[0], []).append(words)
    return found


def historic_names(tokens: Tokens) -> Iterator[Claim]:
    """Yield the full names of persons of history."""
    for index, word in enumerate(tokens.words):
        for words in _phrases().get(word.casefold(), ()):
            end = index + len(words)
            if tuple(part.casefold() for part in tokens.words[index:end]) == words:
                yield Claim(index, end, 0.9, "name.historic", _REASON)
