"""A mention taken apart: which words are given names, which the surname, which initials."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from redact.detect.names.lexicon import (
    COMMON,
    FIRST,
    FIRST_MAYBE,
    INITIALS,
    LETTER,
    MONOGRAM,
    PARTICLE,
    SHAPED,
    SURNAME,
    UPPER,
    is_surname_with,
)
from redact.detect.names.tokens import Tokens, tokenise

_MONOGRAM_LENGTH = 4
_POINTED = re.compile(r"(?:[A-Z]\.){2,4}")
"""How somebody signs: "R.A."."""
_VOWELLED = re.compile(r"[B-DF-HJ-NP-TV-XZ]{0,3}[AEIOUY]{1,2}[B-DF-HJ-NP-TV-XZ]{1,2}")
"""Capitals that can be said are those of a surname: "VONK", "KOK"."""
_SHORT_PARTICLES = frozenset({"v.", "vd", "v/", "V.", "Vd", "V/"})
"""How "van der" begins where it is shortened; it may stand for more than one particle."""


class Name(NamedTuple):
    """The parts of a name, in lower case; what a mention does not say is empty."""

    given: tuple[str, ...] = ()
    initials: str = ""
    particles: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    monogram: str = ""

    @property
    def is_full(self) -> bool:
        """Tell whether a surname and something of the given names are known."""
        return bool(self.surname and self.initials)

    @property
    def monograms(self) -> frozenset[str]:
        """Return how the person may sign: "KB", "JdV", "JDV", "JV"."""
        if not self.surname or not self.surname[0][:1].isalpha():
            return frozenset([self.monogram] if self.monogram else [])
        if not self.initials:
            letters = "".join(word.lstrip("'")[:1] for word in (*self.particles, self.surname[0]))
            return frozenset([letters.upper()] if self.particles else [])
        first = self.initials.upper()
        last = "".join(word[0] for word in self.surname if word[:1].isalpha()).upper()
        small = "".join(particle.lstrip("'")[:1] for particle in self.particles)
        return frozenset(
            head + middle + tail
            for head in (first[0], first)
            for middle in ("", small, small.upper())
            for tail in (last[0], last)
        )


@lru_cache(maxsize=4096)
def name_of(mention: str) -> Name:
    """Take a mention apart."""
    tokens = tokenise(mention)
    if "," in tokens.words:
        return _reversed(tokens)
    if len(tokens) == 1 and _is_monogram(tokens):
        return Name(monogram=tokens.words[0])
    if len(tokens) == 1 and _POINTED.fullmatch(tokens.words[0]):
        return Name(monogram=tokens.words[0].replace(".", ""))
    return _in_order(tokens)


def _is_monogram(tokens: Tokens) -> bool:
    traits, word = tokens.traits[0], tokens.words[0]
    if traits & UPPER and traits & SURNAME and _VOWELLED.fullmatch(word):
        return False
    return bool(traits & MONOGRAM) or (bool(traits & UPPER) and len(word) <= _MONOGRAM_LENGTH)


def _reversed(tokens: Tokens) -> Name:
    """Read "Boer, A.M. de (Anna)"."""
    comma = tokens.words.index(",")
    head, tail = tokens.words[:comma], list(range(comma + 1, len(tokens)))
    base = next((k for k, word in enumerate(head) if not tokens.traits[k] & PARTICLE), 0)
    late = [
        tokens.words[k]
        for k in tail
        if tokens.traits[k] & PARTICLE and not tokens.traits[k] & SHAPED
    ]
    given = _given(tokens, tail)
    initials = _initials(tokens, tail) or _firsts(given)
    return Name(given, initials, _lower([*late, *head[:base]]), _lower(head[base:]))


def _in_order(tokens: Tokens) -> Name:
    """Read "Jan de Vries", "J.A. (Jan) de Vries", "De Vries", "Jan"."""
    split = _surname_start(tokens)
    before = range(split)
    base = split
    while base < len(tokens) - 1 and _is_particle(tokens, base):
        base += 1
    base += base > split and base < len(tokens) - 1 and tokens.words[base] == "-"  # "El-Masri"
    given = _given(tokens, before)
    initials = _initials(tokens, before) or _firsts(given)
    if given and split == len(tokens) and tokens.traits[-1] & (INITIALS | LETTER):
        return Name(given, given[0][0], monogram=(given[0][0] + tokens.words[-1][0]).upper())
    written = (word for word in tokens.words[split:base] if word != "-")
    particles = [word for word in written if word[:2] not in _SHORT_PARTICLES]
    return Name(given, initials, _lower(particles), _lower(tokens.words[base:]))


def _surname_start(tokens: Tokens) -> int:
    """Return the token with which the surname begins; the number of tokens where there is none."""
    for index, traits in enumerate(tokens.traits[:-1]):
        if _is_particle(tokens, index) and not (index == 0 and traits & FIRST):
            return _before_hyphen(tokens, index)
    names = [
        k for k, traits in enumerate(tokens.traits) if traits & SHAPED and tokens.word(k + 1) != ")"
    ]
    names = names or [k for k, word in enumerate(tokens.words) if len(word) > 1]
    if not names:
        return len(tokens)
    last = names[-1]
    while last > 0 and tokens.words[last - 1] == "-":
        last -= 2
    last = max(last, 0)
    is_only = last == 0
    is_cut = tokens.traits[-1] & (INITIALS | LETTER)
    if (is_only and tokens.traits[0] & (FIRST | FIRST_MAYBE) and not _is_surname(tokens)) or (
        is_cut and (tokens.traits[last] & FIRST or (is_only and not _is_surname(tokens)))
    ):
        return len(tokens)
    return last


def _is_particle(tokens: Tokens, index: int) -> bool:
    """Tell a particle from an initial that looks like one: "D. Smit" and "V. Smit"."""
    if not tokens.traits[index] & PARTICLE:
        return False
    letter = tokens.words[index].rstrip(".")
    if len(letter) > 1 or letter.islower():
        return True
    return letter == "V" and is_surname_with("van", tokens.word(index + 1).casefold())


def _before_hyphen(tokens: Tokens, index: int) -> int:
    """Return where a double surname begins of which the second half has particles."""
    is_second = index > 1 and tokens.word(index - 1) in ("-", "–")
    return index - 2 if is_second else index


def _is_surname(tokens: Tokens) -> bool:
    traits = tokens.traits[0]
    return bool(traits & SURNAME) and not traits & FIRST and bool(traits & COMMON)


def _given(tokens: Tokens, indices: range | list[int]) -> tuple[str, ...]:
    named = SHAPED | FIRST
    return _lower(
        [
            tokens.words[k]
            for k in indices
            if tokens.traits[k] & named and not tokens.traits[k] & INITIALS
        ]
    )


def _initials(tokens: Tokens, indices: range | list[int]) -> str:
    letters = [
        character
        for k in indices
        if tokens.traits[k] & (INITIALS | LETTER)
        for character in tokens.words[k]
        if character.isupper()
    ]
    return "".join(letters).casefold()


def _firsts(given: tuple[str, ...]) -> str:
    return "".join(word[0] for word in given)


def _lower(words: list[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


def surname_words(name: Name) -> Iterator[tuple[str, ...]]:
    """Yield the surname as it may be said: whole, and the first half of a double one."""
    if name.surname:
        yield name.surname
        if "-" in name.surname and name.surname.index("-") == 1:
            yield name.surname[:1]
