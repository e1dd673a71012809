"""Particles of surnames: "van der", "el", "ten", and the word they belong to."""

from redact.detect.names.letters import SURNAME_PARTS, Trust
from redact.detect.names.lexicon import (
    ABBREVIATION,
    COMMON,
    FIRST,
    INITIALS,
    LETTER,
    NOT_A_NAME,
    PARTICLE,
    PLACE,
    SHAPED,
    STOP,
    SURNAME,
    is_surname_with,
    line_set,
)
from redact.detect.names.tokens import GLUED, Tokens

STRONG_PARTICLES = frozenset(
    [
        *("van", "der", "den", "de", "ter", "ten", "el", "al", "ben", "bin", "bint", "ait", "aït"),
        *(
            "vd",
            "v.d.",
            "v",
            "v.",
            "vd.",
            "v/d",
            "v.d",
            "von",
            "da",
            "di",
            "do",
            "du",
            "dos",
            "'t",
            "abu",
            "ibn",
        ),
    ]
)
_OF_NAMES = frozenset({"'t", "den", "der", "ter", "ten"})
"""Particles that hardly stand before anything but a surname."""

_MOST = 8
"""Tokens of particles before one name; a long row of them is no name and would cost much time."""


def goes_on(tokens: Tokens, index: int) -> bool:
    """Tell whether a word with a capital goes on at a token."""
    return index < len(tokens) and tokens.joined(index) and bool(tokens.traits[index] & SHAPED)


def skip_particles(tokens: Tokens, index: int) -> int:
    """Return the first token from an index on that is no particle."""
    reach = min(index + _MOST, len(tokens))
    while index < reach and tokens.traits[index] & PARTICLE:
        if not tokens.joined(index + 1):
            return index
        index += 2 if is_hyphen(tokens, index + 1) else 1
    return index


def is_hyphen(tokens: Tokens, index: int) -> bool:
    """Tell a hyphen with a word on either side: "Al-Khatib"."""
    glued = tokens.gap(index) == GLUED and tokens.gap(index + 1) == GLUED
    return glued and tokens.word(index) == "-" and tokens.word(index + 1)[:1].isupper()


def particled(tokens: Tokens, index: int, form: str, trust: Trust) -> tuple[str, int] | None:
    """Read particles and the word they belong to."""
    base = skip_particles(tokens, index)
    if base == index or base >= len(tokens) or not tokens.joined(base):
        return None
    if _is_cut(tokens, base, form):
        return ("i" if "f" in form else "pi" if "i" not in form else "u"), base + 1
    if not goes_on(tokens, base):
        return None
    said = [word.casefold().replace("’", "'") for word in tokens.words[index:base] if word != "-"]
    traits, particles = tokens.traits[base], " ".join(said)
    is_place = traits & PLACE and tokens.words[index] in ("De", "Den", "Het", "DE", "DEN")
    is_body = (traits & STOP or is_place) and not form and trust < Trust.TITLE
    if is_surname_with(particles, tokens.words[base].casefold()) and not is_body:
        return ("Po" if traits & NOT_A_NAME else "Ps"), base + 1
    is_capital = "f" in form and (tokens.words[index][0].isupper() or said[-1] in _OF_NAMES)
    is_strong = is_capital or set(said) <= STRONG_PARTICLES
    is_vouched = trust == Trust.TITLE or is_capital or (form and traits & COMMON)
    if not is_strong or _is_no_base(traits, form, is_vouched=bool(is_vouched)):
        return None
    return ("ps" if traits & SURNAME else "pu"), base + 1


def _is_cut(tokens: Tokens, base: int, form: str) -> bool:
    """Tell the letter of a surname behind particles: "Samira el B.", "Ilse vd B"."""
    if tokens.traits[base] & INITIALS:
        return form.endswith(("f", "i", "m", "w"))
    is_letter = tokens.traits[base] & LETTER and form.endswith("f")
    return bool(is_letter) and not goes_on(tokens, base + 1)


def second_half(tokens: Tokens, index: int, form: str) -> tuple[str, int] | None:
    """Read on in a surname of two parts: "Van Tuyll van Serooskerken", "Bosch tot Voorst"."""
    base = skip_particles(tokens, index)
    if form[-1] not in SURNAME_PARTS or not goes_on(tokens, base) or not tokens.joined(index):
        return None
    particles = " ".join(tokens.words[index:base]).casefold()
    if particles == "tot" and "i" in form and "s" in form:
        return "s", base + 1
    is_listed = f"{particles} {tokens.words[base].casefold()}" in line_set("surnames_second")
    return ("s", base + 1) if is_listed else None


def _is_no_base(traits: int, form: str, *, is_vouched: bool) -> bool:
    """Tell whether particles that no list knows with this word make no surname."""
    is_given = bool(traits & FIRST and form)
    return (
        bool(traits & (STOP | ABBREVIATION))
        or (bool(traits & NOT_A_NAME) and not is_vouched)
        or is_given
    )
