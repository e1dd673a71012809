"""Phrases beside which a name stands: titles, greetings, verbs of saying, family, actions."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from redact.detect.names.claims import Claim
from redact.detect.names.grammar import Reading, is_title, read_name
from redact.detect.names.letters import Trust
from redact.detect.names.lexicon import (
    FIRST,
    SHAPED,
    STOP,
    is_surname_with,
)
from redact.detect.names.particles import skip_particles
from redact.detect.names.readings import (
    lone_initial,
    small_first_name,
    small_greeting,
    small_surname,
    strange_first_name,
)
from redact.detect.names.titles import is_job, role_titles
from redact.detect.names.tokens import LINE, Tokens, tokenise
from redact.finding import Role

_TRUST = {"title": Trust.TITLE, "slot": Trust.SLOT}
_LINKS = frozenset([",", "en", "&", "/", "+", "of"])
_LONGEST_NAME = 7
_MOST_TITLES = 12
_LONGEST_SHORT = 5
"""A cue with more letters is no abbreviation: the point behind it ends the sentence."""
_BORNE_BY_MANY = 0.86
"""A surname that is a word as well, in the place of someone who speaks."""
_DETERMINERS = frozenset({"de", "die", "deze", "elke", "een", "iedere", "per", "volgende"})
_TELLING = frozenset({"name.saying", "name.family", "name.role"})
_RELATING = frozenset({"name.role", "name.family", "name.called"})
_ROLE = "Een naam na een functie of na de rol in een zaak."
_UNKNOWN_AFTER_OFFICE = 0.86
_UNKNOWN_AFTER_JOB = 0.0
"""A strange word behind "hoofd" or "bestuurder van" is a department or a place more often."""


class Cue(NamedTuple):
    """A phrase, and what it says about the name beside it."""

    words: tuple[str, ...]
    source: str
    is_after: bool
    trust: Trust
    score: float
    unknown: float
    reason: str
    has_chain: bool = False
    takes_colon: bool = False
    takes_comma: bool = False
    must_open: bool = False


@cache
def _cues() -> dict[str, tuple[Cue, ...]]:
    """Return the cues by the first word of their phrase, the longest phrases first."""
    text = (resources.files("redact.detect.names") / "cues.toml").read_text("utf-8")
    found: dict[str, list[Cue]] = {}
    for table in tomllib.loads(text)["cue"]:
        for phrase in table["phrases"]:
            cue = _cue(phrase, table)
            found.setdefault(cue.words[0], []).append(cue)
    for words, role in role_titles().items():
        found.setdefault(words[0], []).append(_title_cue(words, role))
    return {
        word: tuple(sorted(cues, key=lambda cue: -len(cue.words))) for word, cues in found.items()
    }


def _cue(phrase: str, table: dict[str, object]) -> Cue:
    words = tuple(word.casefold() for word in tokenise(phrase).words if word != ".")
    return Cue(
        words=words,
        source=str(table["source"]),
        is_after=table["side"] == "after",
        trust=_TRUST[str(table["trust"])],
        score=float(str(table["score"])),
        unknown=float(str(table["unknown"])),
        reason=str(table["reason"]),
        has_chain=bool(table.get("chain")),
        takes_colon=bool(table.get("colon")),
        takes_comma=bool(table.get("comma")),
        must_open=bool(table.get("opening")),
    )


def _title_cue(words: tuple[str, ...], role: Role) -> Cue:
    """Return the cue that the title of an office, a job or a party to a case is."""
    vouches = role is Role.OFFICE_HOLDER
    unknown = _UNKNOWN_AFTER_OFFICE if vouches else _UNKNOWN_AFTER_JOB
    return Cue(
        words=words,
        source="name.role",
        is_after=True,
        trust=Trust.SLOT,
        score=0.92,
        unknown=unknown,
        reason=_ROLE,
        has_chain=True,
    )


def cued_names(tokens: Tokens) -> Iterator[Claim]:
    """Yield the names beside the phrases of cues.toml."""
    cues = _cues()
    for index, (word, bare) in enumerate(zip(tokens.words, tokens.bare, strict=True)):
        for cue in cues.get(bare or word, ()):
            end = _phrase_end(tokens, index, cue.words)
            if end and not _is_barred(tokens, index, cue):
                yield from _after(tokens, end, cue) if cue.is_after else _before(tokens, index, cue)


def _is_barred(tokens: Tokens, index: int, cue: Cue) -> bool:
    """Tell a greeting within a sentence, and "dag" as a noun: "de dag erna"."""
    is_noun = cue.source == "name.greeting" and tokens.word(index - 1).casefold() in _DETERMINERS
    return is_noun or (cue.must_open and not tokens.opens(index))


def _phrase_end(tokens: Tokens, index: int, words: tuple[str, ...]) -> int:
    """Return where a phrase that begins at a token ends, or 0; points between words are free."""
    for word in words:
        while tokens.word(index) == "." and word != words[0]:
            index += 1
        if index >= len(tokens) or tokens.bare[index] != word.rstrip("."):
            return 0
        index += 1
    return index


def _after(tokens: Tokens, index: int, cue: Cue) -> Iterator[Claim]:
    if tokens.word(index) == "." and len(tokens.word(index - 1)) > _LONGEST_SHORT:
        return  # "Dat zei mevrouw. Man en kind ..."
    start = skip_titles(tokens, index, takes_colon=cue.takes_colon)
    trust, unknown = cue.trust, cue.unknown
    if cue.takes_comma and tokens.word(start) == ",":
        start, unknown = skip_titles(tokens, start + 1), 0.0
    while start < len(tokens) and tokens.gap(start) < LINE:
        if cue.source in _RELATING and _is_of_somebody(tokens, start):
            if cue.source == "name.role":
                return
            start += 1
        reading = (
            read_name(tokens, start, trust)
            or strange_first_name(tokens, start)
            or small_surname(tokens, start, Trust.TITLE if cue.source == "name.title" else trust)
            or lone_initial(tokens, start, trust)
            or small_first_name(tokens, start, is_farewell=cue.source == "name.greeting")
            or small_greeting(tokens, start, must_open=cue.must_open)
        )
        claim = graded(reading, cue, unknown) if reading else None
        if reading is None or claim is None:
            return
        yield claim
        end = _bracket_end(tokens, reading.end)
        if not cue.has_chain or tokens.word(end) not in _LINKS:
            return
        is_listed = tokens.word(end) != "," or end > reading.end
        start = skip_titles(tokens, end + 1)
        trust, unknown = Trust.SLOT, (cue.unknown if is_listed else 0)


def _is_of_somebody(tokens: Tokens, index: int) -> bool:
    """Tell "aan de burgemeester van Harm Vos", where no surname begins with "van"."""
    traits = tokens.traits[index + 1] if index + 1 < len(tokens) else 0
    is_first = traits & FIRST and not is_surname_with("van", tokens.word(index + 1).casefold())
    return tokens.words[index] == "van" and bool(is_first) and tokens.joined(index + 2)


def _bracket_end(tokens: Tokens, index: int) -> int:
    """Return where what stands between brackets behind a name ends: "Vos (VVD), Kok"."""
    if tokens.word(index) != "(":
        return index
    ends = (k for k in range(index, min(index + _LONGEST_NAME, len(tokens))))
    return next((k + 1 for k in ends if tokens.words[k] == ")"), index)


def skip_titles(tokens: Tokens, index: int, *, takes_colon: bool = False) -> int:
    """Return the first token from an index on that is no title, point or opening bracket."""
    furthest = min(len(tokens), index + _MOST_TITLES)
    while index < furthest and tokens.gap(index) < LINE:
        word = tokens.words[index]
        is_mark = word in (".", "(", "/") or (takes_colon and word in (":", ",", "'", '"'))
        is_article = word == "de" and is_title(tokens.word(index + 1))
        if not (is_mark or is_article or is_title(word.rstrip("."))):
            return index
        index += 1
    return index


def graded(reading: Reading, cue: Cue, unknown: float) -> Claim | None:
    """Return the claim a cue makes on a reading, if it vouches for it at all."""
    score = cue.score if reading.is_known or cue.trust == Trust.TITLE else unknown
    if reading.form in ("w", "wi"):
        score = min(unknown, cue.score)
    if reading.form == "o" and cue.source in _TELLING:
        score = _BORNE_BY_MANY
    if not score:
        return None
    return Claim(reading.start, reading.end, score, cue.source, cue.reason)


def _before(tokens: Tokens, index: int, cue: Cue) -> Iterator[Claim]:
    reading = name_before(tokens, index)
    if reading and not (reading.form in ("u", "s") and is_job(tokens.words[reading.start])):
        claim = graded(reading, cue, cue.unknown)
        if claim:
            yield claim


def name_before(tokens: Tokens, index: int) -> Reading | None:
    """Return the longest name that ends right before a token."""
    if not tokens.joined(index) or index == 0 or not tokens.traits[index - 1] & SHAPED:
        return None
    first = index - 1
    while first > 0 and index - first < _LONGEST_NAME and tokens.joined(first):
        first -= 1
    for start in range(first, index):
        reading = read_name(tokens, start, Trust.SLOT)
        if reading and reading.end == index and not _is_tail(tokens, start):
            return reading
    return None


def _is_tail(tokens: Tokens, start: int) -> bool:
    """Tell whether a word with a capital stands right before, so that the name began earlier."""
    if start == 0 or not tokens.joined(start) or tokens.traits[start - 1] & STOP:
        return False
    return (
        bool(tokens.traits[start - 1] & SHAPED) and skip_particles(tokens, start - 1) == start - 1
    )
