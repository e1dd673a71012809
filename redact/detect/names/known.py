"""What is known of the persons found for sure: how each may be named again."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from redact.detect.match import Match
from redact.detect.names.damage import Damage
from redact.detect.names.lexicon import NOT_A_NAME, traits_of
from redact.detect.names.parts import Name, name_of, surname_words

_BRACKETED = re.compile(r"\s?[(\[](?:[^()\[\]\n]{0,40}[,;]\s?)?([A-Za-z]{2,5})[,;)\]]")
_CALLED = re.compile(
    r"(?:,?\s(?:ook|alias|bijgenaamd|roepnaam|zeg\smaar|genaamd|alias))?\s?\(?(?P<open>[‘'“\"])"
    r"([A-Z][a-z]{2,14})[’'”\"]\)?"
)
"""What a name is followed by where somebody is called otherwise: "Lea Roos, ook 'Leetje'"."""
_AFTER_JOB = re.compile(r",\s[^()\[\]\n]{2,60}?\s[(\[]([A-Z][A-Za-z]{1,4})[)\]]")
_SHORT_FORMS = frozenset({"name.abbreviated", "name.attending", "name.entry", "name.initials"})
_SHORTEST_NICKNAME = 3

Words = tuple[str, ...]


class Known(NamedTuple):
    """What to look for, in lower case; initials as they are written.

    `surnames` and `tails` are kept by the first word: a surname with its particles, and what
    follows a first name in a full name.
    """

    surnames: dict[str, list[tuple[Words, Words]]]
    given: frozenset[str]
    tails: dict[str, set[Words]]
    nicknames: frozenset[str]
    monograms: frozenset[str]
    introduced: frozenset[str]
    damage: Damage


def known_from(text: str, sure: Sequence[Match]) -> Known:
    """Gather how the persons that were found for sure may be named elsewhere."""
    names = {name_of(text[match.start : match.end]) for match in sure}
    return known_of(names, _introduced(text, sure))


def known_of(names: Collection[Name], introduced: Iterable[str] = ()) -> Known:
    """Gather how persons with these names may be named, and the initials they were given."""
    surnames: dict[str, list[tuple[Words, Words]]] = {}
    tails: dict[str, set[Words]] = {}
    for name in sorted(names):
        for words in surname_words(name):
            surnames.setdefault(words[0], []).append((words, name.particles))
            for first in name.given:
                tails.setdefault(first, set()).add((*name.particles, *words))
    given = frozenset(word for name in names for word in name.given if len(word) > 1)
    plain = {word for word in (*surnames, *given) if not traits_of(word) & NOT_A_NAME}
    return Known(
        surnames={word: sorted(found, key=_longest) for word, found in surnames.items()},
        given=given,
        tails=tails,
        nicknames=frozenset(short for word in given for short in _short_forms(word)),
        monograms=frozenset().union(*(name.monograms for name in names)),
        introduced=frozenset(introduced),
        damage=Damage.of(plain),
    )


def _longest(found: tuple[Words, Words]) -> tuple[int, int]:
    return -len(found[0]), -len(found[1])


def _short_forms(given: str) -> Iterator[str]:
    for length in range(_SHORTEST_NICKNAME, len(given) - 1):
        yield given[:length]
    for cut in range(2, len(given) - _SHORTEST_NICKNAME):
        yield given[cut:]


def _introduced(text: str, sure: Sequence[Match]) -> Iterator[str]:
    """Yield the initials that a name is given: in brackets behind it, or in a column of them."""
    for match in sure:
        if match.source in _SHORT_FORMS:
            yield text[match.start : match.end]
            continue
        name = name_of(text[match.start : match.end])
        near = _BRACKETED.match(text, match.end)
        if near and _fits(near[1], name):
            yield near[1]
        called = _CALLED.match(text, match.end)
        if called and not traits_of(called[2]) & NOT_A_NAME:
            yield called[2]
        far = _AFTER_JOB.match(text, match.end)
        if far and far[1] in name.monograms:
            yield far[1]


def _fits(initials: str, name: Name) -> bool:
    first = (name.initials or "".join(name.surname))[:1]
    if initials.islower():
        return initials.upper() in name.monograms
    return initials[0].casefold() == first or initials in name.monograms
