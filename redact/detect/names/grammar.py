"""How names are built: initials, first names, particles, surnames, in that order."""

import re
from typing import NamedTuple

from redact.detect.names.letters import SURNAME_PARTS, Trust, word_letter
from redact.detect.names.lexicon import (
    ABBREVIATION,
    CAPITAL,
    COMMON,
    FIRST,
    FIRST_MAYBE,
    INITIALS,
    LETTER,
    NOT_A_NAME,
    PARTICLE,
    PLACE,
    SHAPED,
    STOP,
    SURNAME,
    UPPER,
    is_surname_with,
    line_set,
    word_set,
)
from redact.detect.names.tokens import GLUED, Tokens

_LONGEST = 9
_LONGEST_ACRONYM = 4
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
_HEADS = frozenset(
    {"Oude", "Olde", "Groot", "Grote", "Klein", "Kleine", "Nieuwe", "Lutke", "Korte"}
)
"""Words before the surname of a farm's people: "Oude Lansink", "Groot Koerkamp"."""


_SHORT_SURNAME = re.compile(r"(?:v|vd|vdv|vh|d|te|ter|ten)[A-Z]{1,2}")
"""A surname cut short behind a first name: "Lotte vdK"."""


class Reading(NamedTuple):
    """Tokens [start, end) read as a name.

    `form` has a letter for each part: i initials, n nickname, f first name, m rare first name,
    w first name that is a word, p particle (P where the surname is known to have it),
    s surname, o surname that is an ordinary word, u unknown.
    """

    start: int
    end: int
    form: str

    @property
    def is_known(self) -> bool:
        """Tell whether some part is borne as a name and is not an ordinary word."""
        return any(part in "fmsP" for part in self.form)


def read_name(tokens: Tokens, start: int, trust: Trust) -> Reading | None:
    """Return the longest name that begins at a token, if one does."""
    form, end = "", start
    while end < len(tokens) and end - start < _LONGEST:
        if end > start and not tokens.joined(end):
            break
        step = _next_part(tokens, end, form, trust)
        if step is None:
            break
        form, end = form + step[0], step[1]
    if not form.strip("in") or (trust < Trust.TITLE and _is_acronym(tokens, start, end)):
        return None
    for letter in "fmw":
        form = form.replace(f"{letter}h", "ff")
    return Reading(start, end, form)


def _is_acronym(tokens: Tokens, start: int, end: int) -> bool:
    """Tell a few capitals by themselves, which are hardly ever a name: "BEA"."""
    is_short = len(tokens.words[end - 1]) <= _LONGEST_ACRONYM
    is_capitals = bool(tokens.traits[end - 1] & UPPER)
    before = start == end - 1 or not tokens.traits[start] & (FIRST | SURNAME)
    is_borne = tokens.traits[end - 1] & SURNAME and tokens.traits[start] & INITIALS
    return is_short and is_capitals and before and not is_borne


def goes_on(tokens: Tokens, index: int) -> bool:
    """Tell whether a word with a capital goes on at a token."""
    return index < len(tokens) and tokens.joined(index) and bool(tokens.traits[index] & SHAPED)


def skip_particles(tokens: Tokens, index: int) -> int:
    """Return the first token from an index on that is no particle."""
    while index < len(tokens) and tokens.traits[index] & PARTICLE:
        if not tokens.joined(index + 1):
            return index
        index += 2 if _is_hyphen(tokens, index + 1) else 1
    return index


def _is_hyphen(tokens: Tokens, index: int) -> bool:
    """Tell a hyphen with a word on either side: "Al-Khatib"."""
    glued = tokens.gap(index) == GLUED and tokens.gap(index + 1) == GLUED
    return glued and tokens.word(index) == "-" and tokens.word(index + 1)[:1].isupper()


def _next_part(tokens: Tokens, index: int, form: str, trust: Trust) -> tuple[str, int] | None:
    """Return the letter of the part at a token and where it ends."""
    traits, word = tokens.traits[index], tokens.words[index]
    if form[-1:] in ("f", "m") and _SHORT_SURNAME.fullmatch(word):
        return "i", index + 1
    if traits & (INITIALS | LETTER):
        return ("i", index + 1) if _is_initial(tokens, index, form, trust) else None
    if word == "-":
        return _after_hyphen(tokens, index, form, trust)
    if word == "(":
        return _nickname(tokens, index, form)
    step = _surname_part(tokens, index, form, trust)
    if step or (traits & PARTICLE and not traits & (FIRST | FIRST_MAYBE)):
        return step
    letter = word_letter(traits, word, form, trust)
    return (letter, index + 1) if letter else None


def _surname_part(tokens: Tokens, index: int, form: str, trust: Trust) -> tuple[str, int] | None:
    """Read a surname, or the second half of one, that begins with particles or "Groot"."""
    has_surname = not SURNAME_PARTS.isdisjoint(form)
    if tokens.traits[index] & PARTICLE:
        is_given = form in ("u", "o") or (form == "s" and not tokens.traits[index - 1] & COMMON)
        may_go_on = is_given or not has_surname
        step = _particled(tokens, index, form, trust) if may_go_on else None
        if has_surname and (step is None or not step[0].startswith("P")):
            return _second_half(tokens, index, form)
        return step
    is_head = tokens.words[index] in _HEADS and not has_surname and (form or trust > Trust.FREE)
    if is_head and goes_on(tokens, index + 1) and tokens.traits[index + 1] & SURNAME:
        return "ps", index + 2
    return None


def _is_initial(tokens: Tokens, index: int, form: str, trust: Trust) -> bool:
    if not SURNAME_PARTS.isdisjoint(form):
        return False
    if tokens.traits[index] & INITIALS:
        return True
    if form:
        return True
    follower = skip_particles(tokens, index + 1)
    if not goes_on(tokens, follower) or not tokens.joined(index + 1):
        return False
    traits = tokens.traits[follower]
    has_particle = follower > index + 1 and not tokens.traits[index + 1] & SHAPED
    return (
        trust > Trust.FREE
        or (has_particle and not traits & STOP)
        or bool(traits & SURNAME and not traits & NOT_A_NAME)
    )


def _after_hyphen(tokens: Tokens, index: int, form: str, trust: Trust) -> tuple[str, int] | None:
    """Read on behind a hyphen: "Anne-Marie", "Jansen-de Boer"."""
    glued = tokens.gap(index) == GLUED and tokens.gap(index + 1) == GLUED
    if not form or not glued or index + 1 >= len(tokens):
        return None
    traits, word = tokens.traits[index + 1], tokens.words[index + 1]
    if traits & PARTICLE:
        step = _particled(tokens, index + 1, form, trust)
        if step:
            return step
    letter = word_letter(traits, word, form[-1] if form[-1] in "fmw" else "f", trust)
    if not letter and form[-1] in SURNAME_PARTS and traits & CAPITAL and traits & SURNAME:
        letter = "s"  # both halves of "Roos-Kwakman" are borne as names
    if letter in ("f", "m") and form[-1] in SURNAME_PARTS:
        letter = "s"
    is_double = letter == "f" and form[-1] in "fmw"
    return ("h" if is_double else letter, index + 2) if letter else None


def _nickname(tokens: Tokens, index: int, form: str) -> tuple[str, int] | None:
    """Read "(Jan)" between initials and surname."""
    if form != "i" or tokens.word(index + 2) != ")" or not goes_on(tokens, index + 1):
        return None
    follower = skip_particles(tokens, index + 3)
    return ("n", index + 3) if goes_on(tokens, follower) else None


def _particled(tokens: Tokens, index: int, form: str, trust: Trust) -> tuple[str, int] | None:
    """Read particles and the word they belong to."""
    base = skip_particles(tokens, index)
    if base == index or base >= len(tokens) or not tokens.joined(base):
        return None
    if tokens.traits[base] & INITIALS and form.endswith(("f", "i")):
        return ("i" if "f" in form else "u"), base + 1
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


def _second_half(tokens: Tokens, index: int, form: str) -> tuple[str, int] | None:
    """Read on in a surname of two parts: "Van Tuyll van Serooskerken", "Bosch tot Voorst"."""
    base = skip_particles(tokens, index)
    if form[-1] not in SURNAME_PARTS or not goes_on(tokens, base) or not tokens.joined(index):
        return None
    particles = " ".join(tokens.words[index:base]).casefold()
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


def is_title(word: str) -> bool:
    """Tell whether a word is a form of address or an academic title."""
    return word.casefold() in word_set("titles")
