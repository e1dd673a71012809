"""Persons of history and well-known office holders, known by their full name."""

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from redact.detect.names.claims import Claim
from redact.detect.names.lexicon import line_set
from redact.detect.names.tokens import Tokens, tokenise

_SCORE = 0.9
_HISTORIC = ("name.historic", "Een historisch persoon, of iemand naar wie iets is genoemd.")
_POLITICIAN = ("name.politician", "Een bekende bewindspersoon of een andere bekende bestuurder.")

_Words: TypeAlias = tuple[str, ...]
_Told: TypeAlias = tuple[str, str]


@cache
def _phrases() -> dict[str, list[tuple[_Words, _Told]]]:
    """Return the names by their first word, with the source and the reason of each."""
    found: dict[str, list[tuple[_Words, _Told]]] = {}
    for line in line_set("historic"):
        for words in (tuple(tokenise(line).words), _with_initial(line)):
            if len(words) > 1 and words[0] != "#":
                found.setdefault(words[0], []).append((words, _HISTORIC))
    for words in politicians():
        found.setdefault(words[0], []).append((words, _POLITICIAN))
    return found


@cache
def politicians() -> frozenset[_Words]:
    """Return the full names of well-known office holders, word by word, in lower case."""
    names = (line for line in line_set("politicians") if not line.startswith("# "))
    return frozenset(tuple(tokenise(name.casefold()).words) for name in names)


def _with_initial(line: str) -> tuple[str, ...]:
    """Return a name with its first name as an initial: "c. lely"."""
    first, _, rest = line.partition(" ")
    is_whole = len(first) > len("j.") and first.isalpha() and " " not in rest
    return (f"{first[0]}.", *rest.split()) if is_whole and rest else ()


@cache
def _historic() -> frozenset[_Words]:
    """Return all that a person of history is called, a surname alone as well."""
    lines = (line for line in line_set("historic") if not line.startswith("# "))
    alone = {tuple(tokenise(line).words) for line in lines}
    return frozenset(alone | {_with_initial(line) for line in line_set("historic")} - {()})


def is_historic(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether tokens [start, end) are the name of a person of history: "C. Lely"."""
    return tuple(word.casefold() for word in tokens.words[start:end]) in _historic()


def historic_names(tokens: Tokens) -> Iterator[Claim]:
    """Yield the full names of persons of history and of well-known office holders."""
    for index, word in enumerate(tokens.words):
        for words, told in _phrases().get(word.casefold(), ()):
            end = index + len(words)
            if tuple(part.casefold() for part in tokens.words[index:end]) == words:
                yield Claim(index, end, _SCORE, *told)
