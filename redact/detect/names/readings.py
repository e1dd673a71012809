"""Odd names that only a phrase beside them vouches for."""

from redact.detect.names.grammar import Reading, read_name
from redact.detect.names.letters import Trust
from redact.detect.names.lexicon import (
    COMMON,
    FIRST,
    INITIALS,
    LETTER,
    NOT_A_NAME,
    ORDINARY,
    PARTICLE,
    STOP,
    SURNAME,
    UNUSUAL,
    is_surname_with,
)
from redact.detect.names.particles import skip_particles
from redact.detect.names.tokens import GLUED, LINE, Tokens


def strange_first_name(tokens: Tokens, index: int) -> Reading | None:
    """Read a first name that is known as another word, with a surname behind it: "Lein Schot"."""
    reading = read_name(tokens, index, Trust.ITEM)
    is_full = reading and reading.end > index + 1 and reading.form[-1] in "so"
    return reading if is_full else None


def small_surname(tokens: Tokens, index: int, trust: Trust) -> Reading | None:
    """Read a surname typed without its capital behind a title: "meneer van vliet"."""
    is_short = tokens.words[index : index + 2] == ["v", "d"]  # "dhr v d wal"
    base = index + 2 if is_short else skip_particles(tokens, index)
    if trust < Trust.TITLE or base >= len(tokens) or (base > index and not tokens.joined(base)):
        return None
    traits = tokens.traits[base]
    if base > index:
        particles = "vd" if is_short else " ".join(tokens.words[index:base]).casefold()
        is_name = is_surname_with(particles, tokens.words[base].casefold())
    else:
        is_name = is_small_surname(traits) and not traits & PARTICLE
    return Reading(index, base + 1, "s") if is_name else None


def is_small_surname(traits: int) -> bool:
    """Tell a surname without its capital; one that is a rare word as well must be common."""
    barred = NOT_A_NAME & ~UNUSUAL if traits & COMMON else NOT_A_NAME
    return bool(traits & SURNAME) and not traits & barred


def lone_initial(tokens: Tokens, index: int, trust: Trust) -> Reading | None:
    """Read "mevrouw S.", where the surname was left out on purpose."""
    is_initial = trust == Trust.TITLE and tokens.traits[index] & (INITIALS | LETTER)
    return Reading(index, index + 1, "i") if is_initial and tokens.joined(index) else None


def small_greeting(tokens: Tokens, index: int, *, must_open: bool) -> Reading | None:
    """Read "hoi sas," at the beginning of a message."""
    is_name = must_open and tokens.word(index + 1) == "," and tokens.words[index].islower()
    if not is_name or tokens.traits[index] & (STOP | ORDINARY | PARTICLE):
        return None
    return Reading(index, index + 1, "m")


def small_first_name(tokens: Tokens, index: int, *, is_farewell: bool) -> Reading | None:
    """Read "bel anja", and below a message whatever fills the line: "xx san"."""
    word, traits = tokens.words[index], tokens.traits[index]
    if not word.islower() or not word.isalpha() or traits & (STOP | ORDINARY | PARTICLE):
        return None
    fills_line = is_farewell and tokens.gap(index + 1) >= LINE
    is_first = traits & FIRST and not traits & NOT_A_NAME and tokens.gap(index + 1) != GLUED
    return Reading(index, index + 1, "m") if fills_line or is_first else None
