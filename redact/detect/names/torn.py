"""Names that a scanner tore apart: "Cuij pers", "Jan sen", "Swink e1s"."""

from collections.abc import Iterable, Iterator

from redact.detect.match import SURE, Match
from redact.detect.names.known import Known
from redact.detect.names.lexicon import (
    KNOWN,
    ORDINARY,
    PARTICLE,
    SHAPED,
    STOP,
    SURNAME,
    traits_of,
)
from redact.detect.names.tokens import GLUED, SPACE, Tokens
from redact.finding import Kind

_REASON = "Een naam met een spatie erin; mogelijk een leesfout."
_READ = str.maketrans("015", "ols")
_SHORTEST, _LONGEST = 2, 6
_SHORTEST_WHOLE = 5
_PATRONYMS = frozenset({"sen", "sens", "se", "ssen", "ssens"})
"""Ends of surnames that are words too, but hardly ever stand behind a name."""


def torn_names(tokens: Tokens, seen: Iterable[Match]) -> Iterator[Match]:
    """Yield the names that were seen for sure with the end of the surname that was torn off."""
    for match in seen:
        if match.kind is not Kind.PERSON or match.score < SURE:
            continue
        index = tokens.at(match.end)
        if 0 < index < len(tokens) and _is_rest(tokens, index):
            yield match._replace(end=tokens.ends[index], source="name.damaged", reason=_REASON)


def torn_in_two(tokens: Tokens, index: int, known: Known) -> bool:
    """Tell a surname that is known from elsewhere in two halves: "Pot ter"."""
    rest = tokens.word(index + 1)
    if not rest.islower() or not tokens.traits[index] & SHAPED or tokens.gap(index + 1) != SPACE:
        return False
    whole = (tokens.words[index] + rest).casefold()
    surnames = (words for words, _ in known.surnames.get(whole, ()))
    return len(whole) >= _SHORTEST_WHOLE and (whole,) in surnames


def _is_rest(tokens: Tokens, index: int) -> bool:
    """Tell whether a word makes a surname of the one before it, and says nothing by itself."""
    head, rest = tokens.words[index - 1], tokens.words[index]
    is_loose = tokens.gap(index + 1) != GLUED or not tokens.word(index + 1)[:1].isalnum()
    fits = _SHORTEST <= len(rest) <= _LONGEST and rest[0].islower() and rest == rest.casefold()
    is_apart = tokens.gap(index) == SPACE and is_loose
    if not (is_apart and fits and tokens.traits[index - 1] & SHAPED):
        return False
    traits, whole = tokens.traits[index], traits_of((head + rest).translate(_READ))
    if traits & (STOP | PARTICLE) or not whole & SURNAME:
        return False
    is_word = traits & ORDINARY and rest not in _PATRONYMS
    return not (is_word and tokens.traits[index - 1] & KNOWN)
