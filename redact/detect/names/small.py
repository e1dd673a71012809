"""Names in small letters: "bep van dalen", "irma k", "van der Meer" in running text."""

from collections.abc import Iterator

from redact.detect.names.claims import Claim
from redact.detect.names.grades import SURNAME_ALONE
from redact.detect.names.grammar import Reading, read_name
from redact.detect.names.letters import Trust
from redact.detect.names.lexicon import (
    COMMON,
    FIRST,
    NOT_A_NAME,
    ORDINARY,
    PARTICLE,
    SHAPED,
    STOP,
    SURNAME,
    is_common_with,
    is_surname_with,
)
from redact.detect.names.particles import skip_particles
from redact.detect.names.readings import is_small_surname
from redact.detect.names.tokens import GLUED, SPACE, TAB, Tokens

_SHORT = 4
_INITIAL = "Een voorletter en een bekende achternaam, zonder hoofdletters."
_SMALL = "Een bekende voornaam, zonder hoofdletter."
_BINDERS = frozenset("@-_/\\")
_SURNAME_LETTERS = frozenset("abcdefghijklmoprvwyz") - {"d"}
"""Not "u", "n", "t", "s" and "x", which are words in a chat."""


def in_small_letters(tokens: Tokens, index: int, traits: int) -> Claim | None:
    """Read "van der Meer" in running text, and a first name typed without its capital."""
    if traits & PARTICLE:
        reading = read_name(tokens, index, Trust.FREE)
        return _lone_surname(tokens, reading) if reading else None
    if not traits & FIRST or traits & NOT_A_NAME:
        return None
    word = tokens.words[index]
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    is_loose = not (tokens.gap(index) == GLUED and before in _BINDERS) and not (
        tokens.gap(index + 1) == GLUED and after in _BINDERS
    )
    if not is_loose:
        return None
    end = _small_surname_end(tokens, index + 1) or _small_letter_end(tokens, index + 1)
    if end:
        return Claim(index, end, 0.86, "name.small", _SMALL)
    return Claim(index, index + 1, 0.5 if len(word) > _SHORT else 0.3, "name.small", _SMALL)


def small_initials(tokens: Tokens) -> Iterator[Claim]:
    """Yield the names with an initial that were typed without any capital."""
    for index, word in enumerate(tokens.words):
        before = tokens.word(index - 1)
        if word == "." and len(before) == 1 and before.islower():
            claim = _with_initial(tokens, index - 1)
            if claim:
                yield claim


def _with_initial(tokens: Tokens, index: int) -> Claim | None:
    """Read "b. de boer" and "k. jansen": an initial and a surname without capitals."""
    if (
        tokens.gap(index + 1) != GLUED
        or tokens.gap(index + 2) != SPACE
        or tokens.gap(index) not in (SPACE, TAB)
    ):
        return None  # "a. de boer" at the beginning of a line is an item of a list
    start = index + 2
    base = skip_particles(tokens, start)
    if base >= len(tokens) or not tokens.joined(base):
        return None
    particles = " ".join(tokens.words[start:base])
    traits = tokens.traits[base]
    is_borne = traits & SURNAME if traits & SHAPED else traits & COMMON
    is_plain = is_borne and not traits & (ORDINARY | STOP)
    is_borne = is_surname_with(particles, tokens.words[base].casefold()) if particles else is_plain
    is_name = is_borne and not traits & STOP
    return Claim(index, base + 1, 0.86, "name.small", _INITIAL) if is_name else None


def _small_letter_end(tokens: Tokens, index: int) -> int:
    """Return where the letter of a surname behind a small first name ends: "irma k"; 0 for none."""
    word = tokens.word(index)
    if len(word) != 1 or word not in _SURNAME_LETTERS or tokens.gap(index) != SPACE:
        return 0
    return index + 1 if tokens.gap(index + 1) != GLUED or tokens.word(index + 1) in ".,):" else 0


def _small_surname_end(tokens: Tokens, index: int) -> int:
    """Return where a surname typed without its capital ends: "bep van dalen"; 0 for none."""
    base = skip_particles(tokens, index)
    if base >= len(tokens) or not tokens.joined(index):
        return 0
    particles = " ".join(tokens.words[index:base])
    if base > index:
        return base + 1 if is_surname_with(particles, tokens.words[base]) else 0
    return base + 1 if is_small_surname(tokens.traits[base]) else 0


def _lone_surname(tokens: Tokens, reading: Reading) -> Claim | None:
    """Grade a surname whose particle has no capital: only the commonest stand alone."""
    if not reading.form.startswith("P"):
        return None
    base = next(k for k in range(reading.start, reading.end) if tokens.traits[k] & SHAPED)
    particles = " ".join(tokens.words[reading.start : base])
    is_common = is_common_with(particles, tokens.words[base].casefold())
    is_plain = reading.form == "Ps" or particles not in ("van", "de")
    score = 0.86 if is_common and is_plain else 0.5
    return Claim(reading.start, reading.end, score, "name.form", SURNAME_ALONE)
