"""From one mention to the others: a person once named is found again by surname or first name."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from redact.detect.match import SURE, Match
from redact.detect.names.claims import Claim
from redact.detect.names.grammar import is_title
from redact.detect.names.known import Known, Words, known_from
from redact.detect.names.known_scores import given_score, surname_score
from redact.detect.names.lexicon import (
    ABBREVIATION,
    CAPITAL,
    COMMON,
    FIRST,
    INITIALS,
    KNOWN,
    LETTER,
    MONOGRAM,
    NOT_A_NAME,
    PARTICLE,
    PROPER,
    SHAPED,
    UPPER,
    traits_of,
)
from redact.detect.names.mention import mentions
from redact.detect.names.particles import skip_particles
from redact.detect.names.refusals import is_refused
from redact.detect.names.register import registered
from redact.detect.names.titles import title_ending
from redact.detect.names.tokens import GLUED, LINE, SPACE, TAB, Tokens, tokenise
from redact.detect.names.torn import torn_in_two, torn_names
from redact.finding import Kind

_FULL = "De naam van iemand die elders in dit document met zekerheid is herkend."
_SURNAME = "De achternaam van iemand die elders in dit document wordt genoemd."
_GIVEN = "De voornaam van iemand die elders in dit document wordt genoemd."
_NICKNAME = "Een verkorting van de voornaam van iemand die elders in dit document wordt genoemd."
_MONOGRAM = "De initialen van iemand die elders in dit document wordt genoemd."
_DAMAGED = "Lijkt op de naam van iemand in dit document; mogelijk een tikfout of leesfout."
_PARAPH = 3
_PAIRS = (2, 3)
_SHORTEST_CAPITALS = 5
"""Fewer capitals are initials or an abbreviation, no name."""
_WEAK = frozenset({"name.contact", "name.small"})
"""Rules whose single words are not looked for elsewhere."""


def propagate(text: str, matches: Iterable[Match]) -> Iterator[Match]:
    """Yield further mentions of the persons that were found for sure."""
    matches = list(matches)
    yield from torn_names(tokenise(text), matches)
    sure = [match for match in matches if _is_fit(text, match)]
    counts = Counter(text[match.start : match.end] for match in sure)
    sure = [match for match in sure if not _is_lone(text, match, counts)]
    if not sure:
        return
    tokens = tokenise(text)
    known = known_from(text, sure)
    covered = {
        index for match in sure for index in range(tokens.at(match.start), tokens.at(match.end))
    }
    yield from find_known(tokens, known, covered)
    initials = registered(tokens, sure, known.monograms)
    yield from mentions(tokens, (claim for claim in initials if claim.start not in covered))


def find_known(
    tokens: Tokens, known: Known, covered: AbstractSet[int] = frozenset()
) -> Iterator[Match]:
    """Yield the mentions of known persons, but for those that begin in a covered token."""
    found = (claim for claim in _claims(tokens, known, covered) if not is_refused(tokens, claim))
    yield from mentions(tokens, found)


def _is_fit(text: str, match: Match) -> bool:
    """Tell whether a match is a name to look for elsewhere."""
    is_whole = " " in text[match.start : match.end]
    is_sure = match.kind is Kind.PERSON and match.score >= SURE and match.source != "name.handle"
    is_sure = is_sure and not (
        match.source == "name.signature" and match.end - match.start <= _PARAPH
    )
    return is_sure and (is_whole or match.source not in _WEAK)


def _is_lone(text: str, match: Match, counts: Counter[str]) -> bool:
    """Tell a strange word that the trained model alone took for a name, and only once."""
    word = text[match.start : match.end]
    if match.source != "name.model" or " " in word or traits_of(word) & KNOWN:
        return False
    return counts[word] == 1


def _claims(tokens: Tokens, known: Known, covered: AbstractSet[int]) -> Iterator[Claim]:
    for index, word in enumerate(tokens.words):
        if not word[0].isalpha():
            continue
        yield from _torn(tokens, index, known)
        if index in covered:
            continue
        lower, traits = word.casefold(), tokens.traits[index]
        if traits & (UPPER | MONOGRAM | INITIALS) or word in known.introduced:
            yield from _initials(tokens, index, known)
        if word.islower() and len(word) in _PAIRS and lower.upper() in known.monograms:
            yield from _claim(
                index, _small_initials_score(tokens, index), "name.derived", _MONOGRAM
            )
        if not (traits & UPPER and len(word) < _SHORTEST_CAPITALS):
            yield from _names(tokens, index, lower, known)
        if traits & CAPITAL and not traits & (NOT_A_NAME & ~PROPER | FIRST):
            yield from _variants(index, lower, known)


def _names(tokens: Tokens, index: int, lower: str, known: Known) -> Iterator[Claim]:
    """Claim a full name, a surname or a first name."""
    if lower in known.tails:
        yield from _full(tokens, index, known.tails[lower])
    if lower in known.surnames:
        yield from _surname(tokens, index, known.surnames[lower])
    if lower in known.given or (lower.endswith("s") and lower[:-1] in known.given):
        yield from _claim(index, given_score(tokens, index), "name.given", _GIVEN)


def _variants(index: int, lower: str, known: Known) -> Iterator[Claim]:
    """Claim a short form of a first name, and a name with a letter wrong."""
    if lower in known.nicknames:
        yield Claim(index, index + 1, 0.86, "name.nickname", _NICKNAME)
    yield from _claim(index, known.damage.score(lower), "name.damaged", _DAMAGED)


def _torn(tokens: Tokens, index: int, known: Known) -> Iterator[Claim]:
    if torn_in_two(tokens, index, known):
        yield Claim(index, index + 2, 0.87, "name.damaged", _DAMAGED)


def _claim(index: int, score: float, source: str, reason: str) -> Iterator[Claim]:
    if score:
        yield Claim(index, index + 1, score, source, reason)


def _full(tokens: Tokens, index: int, tails: set[Words]) -> Iterator[Claim]:
    """Claim a full name in whatever case it is written."""
    for tail in tails:
        end = index + 1 + len(tail)
        if _said(tokens, index + 1, end) == tail and tokens.joined(index + 1):
            yield Claim(index, end, 0.9, "name.full", _FULL)


def _said(tokens: Tokens, start: int, end: int) -> Words:
    return tuple(word.casefold() for word in tokens.words[max(start, 0) : end])


def _initials(tokens: Tokens, index: int, known: Known) -> Iterator[Claim]:
    word, traits = tokens.words[index], tokens.traits[index]
    plain = word.replace(".", "")
    if word in known.introduced:
        yield Claim(index, index + 1, 0.9, "name.introduced", _MONOGRAM)
    elif plain in known.monograms and len(plain) > 1:
        yield from _claim(index, _initials_score(tokens, index, traits), "name.derived", _MONOGRAM)


def _initials_score(tokens: Tokens, index: int, traits: int) -> float:
    """Grade initials that fit someone: sure with points or particles, or where persons stand."""
    if traits & INITIALS:
        follows = index + 1 < len(tokens) and tokens.joined(index + 1)
        return 0.0 if follows and tokens.traits[index + 1] & (SHAPED | PARTICLE) else 0.86
    if _is_alone(tokens, index):
        return 0.87
    if traits & ABBREVIATION:
        return 0.0
    return 0.88 if traits & MONOGRAM or _is_place_of_initials(tokens, index) else 0.6


def _small_initials_score(tokens: Tokens, index: int) -> float:
    """Grade initials without capitals: sure alone in a cell or beside a stroke, if no word."""
    if tokens.traits[index] & (NOT_A_NAME | PARTICLE):
        return 0.0
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    begins = tokens.gap(index) == TAB or (before in ("/", ",") and tokens.gap(index - 1) <= SPACE)
    ends = tokens.gap(index + 1) == TAB or after in ("/", ",", ".")
    is_celled = tokens.gap(index) == TAB or tokens.gap(index + 1) == TAB
    if is_celled and begins and ends:
        return 0.86
    return 0.6 if begins and tokens.gap(index + 1) >= LINE else 0.0


def _is_alone(tokens: Tokens, index: int) -> bool:
    """Tell whether a word fills a line or a cell, or speaks."""
    begins = tokens.gap(index) >= TAB or tokens.word(index - 1) == "|"
    after = tokens.word(index + 1)
    return begins and (tokens.gap(index + 1) >= TAB or after in ("|", ":"))


def _is_place_of_initials(tokens: Tokens, index: int) -> bool:
    """Tell whether initials stand between marks or at a line's edge, as those of persons do."""
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    ends = tokens.gap(index + 1) >= LINE or after in (":", ")", "/", ",", "+", "&")
    return ends or tokens.opens(index) or before in ("(", "/", "@", ",", "+", "&")


def _surname(tokens: Tokens, index: int, found: list[tuple[Words, Words]]) -> Iterator[Claim]:
    for words, particles in found:
        end = index + len(words)
        if _said(tokens, index, end) != words:
            continue
        start = index - len(particles)
        is_whole = bool(particles) and _said(tokens, start, index) == particles
        if not is_whole and tokens.word(index - 1)[:2].casefold() in ("v.", "v/", "vd"):
            start, is_whole = index - 1, True
        start = start if is_whole else _own_particles(tokens, index)
        while start > 0 and tokens.traits[start - 1] & (INITIALS | LETTER) and tokens.joined(start):
            start -= 1
        start = _with_stranger(tokens, _with_small_initial(tokens, start), index)
        score = surname_score(tokens, start, index, is_whole=is_whole, is_bare=not particles)
        if score:
            yield Claim(start, end, score, "name.surname", _SURNAME)
        return


def _with_small_initial(tokens: Tokens, start: int) -> int:
    """Take in an initial without its capital: "m. Hendriks"."""
    letter = tokens.word(start - 2)
    is_initial = tokens.word(start - 1) == "." and len(letter) == 1 and letter.islower()
    return start - 2 if is_initial and tokens.gap(start - 1) == GLUED and start > 1 else start


def _with_stranger(tokens: Tokens, start: int, base: int) -> int:
    """Take in a first name that no list has before a surname we know: "Sjraar Hendrickx"."""
    is_bare = start == base and not tokens.traits[base] & (NOT_A_NAME | FIRST)
    is_particled = start < base and tokens.words[start].islower()
    if not start or not tokens.joined(start) or not (is_bare or is_particled):
        return start
    traits = tokens.traits[start - 1]
    is_stranger = traits & CAPITAL and not traits & (NOT_A_NAME | PARTICLE | COMMON)
    is_job = title_ending(tokens, start) is not None or is_title(tokens.words[start - 1])
    return start - 1 if is_stranger and not is_job else start


def _own_particles(tokens: Tokens, index: int) -> int:
    """Return where the particles with a capital begin that stand before a surname."""
    for start in range(max(0, index - 3), index):
        is_capital = tokens.traits[start] & PARTICLE and tokens.words[start][0].isupper()
        if is_capital and skip_particles(tokens, start) == index and tokens.joined(index):
            return start
    return index
