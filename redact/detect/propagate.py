"""From one mention to the others: a person once named is found again by surname or first name."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from redact.detect.match import Match
from redact.detect.names.claims import Claim, strongest
from redact.detect.names.damage import Damage
from redact.detect.names.grammar import skip_particles
from redact.detect.names.lexicon import (
    ABBREVIATION,
    FIRST,
    FIRST_MAYBE,
    MONOGRAM,
    NOT_A_NAME,
    ORDINARY,
    PARTICLE,
    PLACE,
    SHAPED,
    SURNAME,
    UPPER,
    traits_of,
)
from redact.detect.names.parts import Name, name_of, surname_words
from redact.detect.names.refusals import is_refused
from redact.detect.names.tokens import Tokens, tokenise
from redact.detect.roles import role_of
from redact.finding import Kind

_SURE = 0.85
_SURNAME = "De achternaam van iemand die elders in dit document voluit wordt genoemd."
_GIVEN = "De voornaam van iemand die elders in dit document voluit wordt genoemd."
_MONOGRAM = "De initialen van iemand die elders in dit document voluit wordt genoemd."
_DAMAGED = "Lijkt op de naam van iemand in dit document; mogelijk een tikfout of leesfout."
_SHORTEST_SMALL = 4
_ALSO_WORDS = frozenset({"mark", "bas", "jet", "rob"})
"""First names that are ordinary words when they have no capital."""
_WEAK = frozenset({"name.contact", "name.called", "name.small"})
"""Rules whose single words are not looked for elsewhere."""
_INTRODUCED = re.compile(r"\s?[(\[](?:[^()\[\]\n]{0,40}[,;]\s?)?([A-Z][A-Za-z]{1,4})[)\]]")


class Known(NamedTuple):
    """What to look for: surnames and first names by their first word, initials as written."""

    surnames: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]
    given: frozenset[str]
    monograms: frozenset[str]
    introduced: frozenset[str]
    damage: Damage


def propagate(text: str, matches: Iterable[Match]) -> Iterator[Match]:
    """Yield further mentions of the persons that were found for sure."""
    sure = [match for match in matches if _is_fit(text, match)]
    if not sure:
        return
    tokens = tokenise(text)
    known = _known(text, sure)
    covered = {
        index for match in sure for index in range(tokens.at(match.start), tokens.at(match.end))
    }
    found = (claim for claim in _claims(tokens, known, covered) if not is_refused(tokens, claim))
    for claim in strongest(found):
        yield Match(
            start=tokens.starts[claim.start],
            end=tokens.ends[claim.end - 1],
            kind=Kind.PERSON,
            score=claim.score,
            source=claim.source,
            reason=claim.reason,
            role=role_of(tokens, claim.start, claim.end),
        )


def _is_fit(text: str, match: Match) -> bool:
    """Tell whether a match is a name to look for elsewhere."""
    is_whole = " " in text[match.start : match.end]
    is_sure = match.kind is Kind.PERSON and match.score >= _SURE
    return is_sure and (is_whole or match.source not in _WEAK)


def _known(text: str, sure: list[Match]) -> Known:
    names = {name_of(text[match.start : match.end]) for match in sure}
    surnames: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for name in sorted(names):
        for words in surname_words(name):
            surnames.setdefault(words[0], []).append((words, name.particles))
    given = {word for name in names for word in name.given if len(word) > 2}  # noqa: PLR2004
    plain = {word for word in (*surnames, *given) if not traits_of(word) & NOT_A_NAME}
    return Known(
        surnames={word: sorted(found, key=_longest) for word, found in surnames.items()},
        given=frozenset(given),
        monograms=frozenset().union(*(name.monograms for name in names)),
        introduced=frozenset(_introduced(text, sure)),
        damage=Damage.of(plain),
    )


def _longest(found: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[int, int]:
    return -len(found[0]), -len(found[1])


def _introduced(text: str, sure: list[Match]) -> Iterator[str]:
    """Yield the initials that stand in brackets behind a name they fit."""
    for match in sure:
        hit = _INTRODUCED.match(text, match.end)
        if hit and _fits(hit[1], name_of(text[match.start : match.end])):
            yield hit[1]


def _fits(initials: str, name: Name) -> bool:
    first = (name.initials or "".join(name.surname))[:1]
    return initials[0].casefold() == first or initials in name.monograms


def _claims(tokens: Tokens, known: Known, covered: set[int]) -> Iterator[Claim]:
    for index, word in enumerate(tokens.words):
        if index in covered or not word[0].isalpha():
            continue
        lower = word.casefold()
        if word in known.introduced or word in known.monograms:
            yield from _initials(tokens, index, known)
        if lower in known.surnames:
            yield from _surname(tokens, index, known.surnames[lower])
        if lower in known.given or (lower.endswith("s") and lower[:-1] in known.given):
            yield from _given(tokens, index)
        if tokens.traits[index] & SHAPED and not tokens.traits[index] & (NOT_A_NAME | FIRST):
            score = known.damage.score(lower)
            if score:
                yield Claim(index, index + 1, score, "name.damaged", _DAMAGED)


def _initials(tokens: Tokens, index: int, known: Known) -> Iterator[Claim]:
    word, traits = tokens.words[index], tokens.traits[index]
    if word in known.introduced:
        yield Claim(index, index + 1, 0.9, "name.introduced", _MONOGRAM)
    elif traits & (UPPER | MONOGRAM) and not traits & ABBREVIATION:
        score = 0.88 if traits & MONOGRAM or _is_place_of_initials(tokens, index) else 0.6
        yield Claim(index, index + 1, score, "name.derived", _MONOGRAM)


def _is_place_of_initials(tokens: Tokens, index: int) -> bool:
    """Tell whether initials stand between marks or at a line's edge, as those of persons do."""
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    return tokens.opens(index) or after in (":", ")", "/", ",") or before in ("(", "/", "@", ",")


def _surname(
    tokens: Tokens, index: int, found: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> Iterator[Claim]:
    for words, particles in found:
        end = index + len(words)
        if tuple(word.casefold() for word in tokens.words[index:end]) != words:
            continue
        start = index - len(particles)
        before = tuple(word.casefold() for word in tokens.words[max(start, 0) : index])
        is_whole = bool(particles) and before == particles
        start = start if is_whole else _own_particles(tokens, index)
        score = _surname_score(tokens, start, index, is_whole=is_whole, is_bare=not particles)
        if score:
            yield Claim(start, end, score, "name.surname", _SURNAME)
        return


def _own_particles(tokens: Tokens, index: int) -> int:
    """Return where the particles with a capital begin that stand before a surname."""
    for start in range(max(0, index - 3), index):
        is_capital = tokens.traits[start] & PARTICLE and tokens.words[start][0].isupper()
        if is_capital and skip_particles(tokens, start) == index and tokens.joined(index):
            return start
    return index


def _surname_score(
    tokens: Tokens, start: int, base: int, *, is_whole: bool, is_bare: bool
) -> float:
    """Grade a surname: a word that is also an ordinary one needs its particles or a capital."""
    traits = tokens.traits[base]
    has_capital = bool(traits & SHAPED)
    if not traits & NOT_A_NAME:
        is_borne = traits & SURNAME and len(tokens.words[base]) >= _SHORTEST_SMALL
        return 0.88 if has_capital else 0.86 if is_borne else 0.0
    if not has_capital or traits & ABBREVIATION or (traits & PLACE and not is_whole):
        return 0.0
    opens = tokens.opens(start) or bool(traits & UPPER)
    if is_whole or (is_bare and not opens):
        return 0.87
    if is_bare:
        return 0.6 if traits & ORDINARY else 0.86
    return 0.45 if not opens else 0.0


def _given(tokens: Tokens, index: int) -> Iterator[Claim]:
    word, traits = tokens.words[index], tokens.traits[index]
    score = _given_score(tokens, index, word, traits)
    if score:
        yield Claim(index, index + 1, score, "name.given", _GIVEN)


def _given_score(tokens: Tokens, index: int, word: str, traits: int) -> float:
    is_word = bool(traits & NOT_A_NAME)
    if traits & SHAPED:
        return (0.5 if tokens.opens(index) else 0.86) if is_word else 0.88
    is_dated = tokens.word(index - 1)[:1].isdigit()
    is_small = traits & (FIRST | FIRST_MAYBE)
    is_plain = not is_word and not is_dated and word not in _ALSO_WORDS
    return 0.86 if is_small and is_plain else 0.0
