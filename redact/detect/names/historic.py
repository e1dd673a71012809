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
        for words in (tuple(tokenise(line).words), _with_initial(line)):
            if len(words) > 1 and words[0] != "#":
                found.setdefault(words[0], []).append(words)
    return found


def _with_initial(line: str) -> tuple[str, ...]:
    """Return a name with its first name as an initial: "c. lely"."""
    first, _, rest = line.partition(" ")
    is_whole = len(first) > len("j.") and first.isalpha() and " " not in rest
    return (f"{first[0]}.", *rest.split()) if is_whole and rest else ()


def historic_names(tokens: Tokens) -> Iterator[Claim]:
    """Yield the full names of persons of history."""
    for index, word in enumerate(tokens.words):
        for words in _phrases().get(word.casefold(), ()):
            end = index + len(words)
            if tuple(part.casefold() for part in tokens.words[index:end]) == words:
                yield Claim(index, end, 0.9, "name.historic", _REASON)
