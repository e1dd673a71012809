"""How names are built: initials, first names, particles, surnames, in that order."""

import re
from typing import NamedTuple

from redact.detect.names.letters import SURNAME_PARTS, Trust, word_letter
from redact.detect.names.lexicon import (
    CAPITAL,
    COMMON,
    FIRST,
    FIRST_MAYBE,
    INITIALS,
    LETTER,
    NOT_A_NAME,
    PARTICLE,
    SHAPED,
    STOP,
    SURNAME,
    UPPER,
    word_set,
)
from redact.detect.names.nicknames import nickname_end
from redact.detect.names.particles import goes_on, is_hyphen, particled, second_half, skip_particles
from redact.detect.names.tokens import GLUED, LINE, Tokens

_LONGEST = 9
_LONGEST_LABEL = 4
_LONGEST_ACRONYM = 4


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
        if end > start and (not tokens.joined(end) or _is_next_label(tokens, end)):
            break
        step = _next_part(tokens, end, form, trust)
        if step is None:
            break
        form, end = form + step[0], step[1]
    if not form.strip("in") or (trust < Trust.TITLE and _is_acronym(tokens, start, end, form)):
        return None
    for letter in "fmw":
        form = form.replace(f"{letter}h", "ff")
    return Reading(start, end, form)


def _is_next_label(tokens: Tokens, index: int) -> bool:
    """Tell the label of the next line, "Afw.:" below a list, from the rest of a broken name."""
    if tokens.gap(index) < LINE:
        return False
    ahead = range(index + 1, min(index + _LONGEST_LABEL, len(tokens)))
    return any(tokens.words[k] == ":" and tokens.gap(k) == GLUED for k in ahead)


def _is_acronym(tokens: Tokens, start: int, end: int, form: str) -> bool:
    """Tell a few capitals by themselves, which are hardly ever a name: "BEA"."""
    is_short = len(tokens.words[end - 1]) <= _LONGEST_ACRONYM
    is_capitals = bool(tokens.traits[end - 1] & UPPER)
    is_article = bool(tokens.traits[start] & PARTICLE) and not form.startswith("P")
    before = start == end - 1 or is_article or not tokens.traits[start] & (FIRST | SURNAME)
    is_borne = tokens.traits[end - 1] & SURNAME and tokens.traits[start] & INITIALS
    return is_short and is_capitals and before and not is_borne


def _next_part(tokens: Tokens, index: int, form: str, trust: Trust) -> tuple[str, int] | None:
    """Return the letter of the part at a token and where it ends."""
    traits, word = tokens.traits[index], tokens.words[index]
    if form[-1:] in ("f", "m") and _SHORT_SURNAME.fullmatch(word):
        return "i", index + 1
    if traits & (INITIALS | LETTER):
        return ("i", index + 1) if _is_initial(tokens, index, form, trust) else None
    if word == "-":
        return _after_hyphen(tokens, index, form, trust)
    nickname = nickname_end(tokens, index, form)
    if nickname:
        return "n", nickname
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
        step = particled(tokens, index, form, trust) if may_go_on else None
        if has_surname and (step is None or not step[0].startswith("P")):
            return second_half(tokens, index, form)
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
    if _is_middle(tokens, index, form):
        return "s", index + 2
    traits, word = tokens.traits[index + 1], tokens.words[index + 1]
    step = particled(tokens, index + 1, form, trust) if traits & PARTICLE else None
    if step:
        return step
    letter = word_letter(traits, word, form[-1] if form[-1] in "fmw" else "f", trust)
    if form[-1] in SURNAME_PARTS and (letter in ("f", "m") or _is_half(traits, form, letter)):
        letter = "s"
    is_double = letter == "f" and form[-1] in "fmw"
    return ("h" if is_double else letter, index + 2) if letter else None


def _is_middle(tokens: Tokens, index: int, form: str) -> bool:
    """Tell the letter in "Tjon-A-Kon", and what follows it."""
    word = tokens.words[index + 1]
    is_letter = len(word) == 1 and is_hyphen(tokens, index + 2) and form[-1] in "souf"
    is_behind = len(tokens.words[index - 1]) == 1 and form[-1] == "s" and word[0].isupper()
    return is_letter or is_behind


def _is_half(traits: int, form: str, letter: str) -> bool:
    """Tell the second half of "Roos-Kwakman", and of "I. Helslag-Duin", which is a word as well."""
    if letter or not traits & CAPITAL:
        return False
    return bool(traits & SURNAME) or (form[0] in "if" and not traits & STOP)


def is_title(word: str) -> bool:
    """Tell whether a word is a form of address or an academic title."""
    return word.casefold() in word_set("titles")
