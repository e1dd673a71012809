"""Parties beside a name: who sits for one holds an office."""

import re
from functools import cache

from redact.detect.names.lexicon import patterns_of, word_set
from redact.detect.names.tokens import GLUED, Tokens
from redact.finding import Role

_LONGEST_PARTY = 40
_FRACTIONS = frozenset({"fractie", "fracties", "de"})
_SMALL = frozenset({"voor", "tegen", "van", "en", "namens"})
_BODIES = frozenset(
    {"rvb", "cvb", "b&w", "b en w", "college van b&w", "raad van bestuur", "college van bestuur"}
    | {"gedeputeerde staten", "provinciale staten", "dagelijks bestuur", "algemeen bestuur"}
    | {"tweede kamer", "eerste kamer", "gemeenteraad", "europees parlement"}
)
"""Bodies in whose name between brackets somebody is one of its members."""
_LABEL = re.compile(
    r"(?:(?:de )?fractie (?:van )?(?:de |het )?\w[\w' -]{1,30}"
    r"|(?:Lijst|Partij|Groep) [A-Z][\w'-]{2,}(?: [A-Z][\w'-]+){0,2}"
    r"|(?:Gemeente|Dorps|Burger|Ouderen|Senioren|Inwoners|Stads)(?:belang(?:en)?|partij)"
    r"(?: [A-Z][\w'-]+){0,2}"
    r"|Leefbaar [A-Z]\w+|Water Natuurlijk|BurgerBelangen|Partij (?:van|voor) de \w+)",
)
_CLASS = re.compile(r"(?i)groep \d|(?:vice-?)?voorzitter\s|secretaris\s|penningmeester\s|bestuur")


def is_party_at(tokens: Tokens, index: int) -> bool:
    """Tell the abbreviation of a party that stands by itself: "VVD" but not "VVD-raadslid Vos"."""
    word = tokens.word(index)
    is_hyphened = tokens.word(index + 1) == "-" and tokens.gap(index + 1) == GLUED
    joined = f"{word}-{tokens.word(index + 2)}".casefold()
    is_hyphened = is_hyphened and joined not in word_set("parties")
    is_written = word.isupper() or any(map(str.isupper, word[1:])) or word == "Volt"
    return word.casefold() in word_set("parties") and is_written and not is_hyphened


def party_in_brackets(tokens: Tokens, bracket: int) -> Role | None:
    """Read the party of an elected member between brackets, or the other way round."""
    start = tokens.ends[bracket]
    inside, closed, _ = tokens.text[start : start + _LONGEST_PARTY].partition(")")
    if not closed or "\n" in inside.strip() or _CLASS.match(inside):
        return None
    said = " ".join(inside.casefold().split())
    if said in _BODIES:
        return Role.OFFICE_HOLDER
    first = re.split(r"[,;/ ]", said, maxsplit=1)[0]
    if first in word_set("parties") or said in word_set("parties"):
        return Role.OFFICE_HOLDER
    return Role.OFFICE_HOLDER if _party().fullmatch(said) else None


@cache
def _party() -> re.Pattern[str]:
    return re.compile(patterns_of("party_patterns"))


def is_party(said: str) -> bool:
    """Tell the name of a party, as it is written: "VVD", "Lijst De Boer", "Gemeentebelangen"."""
    words = said.strip(" *-").split()
    small = [place for place, word in enumerate(words) if word in _SMALL]
    fractions = (k + 1 for k, word in enumerate(words) if word.casefold() in _FRACTIONS)
    starts = (0, *(place + 1 for place in small), *fractions)
    return any(_is_party(" ".join(words[start:])) for start in starts)


@cache
def _is_party(said: str) -> bool:
    is_written = said.isupper() or any(map(str.isupper, said[1:])) or said == "Volt"
    is_known = said.casefold() in word_set("parties") and is_written
    return is_known or _LABEL.fullmatch(said) is not None
