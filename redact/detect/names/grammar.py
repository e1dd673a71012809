"""How names are built: initials, first names, particles, surnames, in that order."""

from enum import IntEnum
from typing import NamedTuple

from redact.detect.names.lexicon import (
    ABBREVIATION,
    CAPITAL,
    COMMON,
    FIRST,
    FIRST_MAYBE,
    INITIALS,
    KNOWN,
    LETTER,
    NOT_A_NAME,
    ORDINARY,
    PARTICLE,
    PLACE,
    PROPER,
    SHAPED,
    STOP,
    SURNAME,
    THING,
    UNUSUAL,
    UPPER,
    is_surname_with,
    word_set,
)
from redact.detect.names.tokens import GLUED, Tokens

_LONGEST = 9
_SHORTEST_CAPITALS = 3
_SHORT_PART = 4
_LONGEST_ACRONYM = 4
_SURNAME_PARTS = frozenset("sou")
_STRONG = frozenset(
    [
        *("van", "der", "den", "de", "ter", "ten", "el", "al", "ben", "bin", "bint", "ait", "aït"),
        *(
            "vd",
            "v.d.",
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


class Trust(IntEnum):
    """How sure the surroundings make us that a name stands here."""

    FREE = 0
    SLOT = 1
    TITLE = 2


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
    return Reading(start, end, form)


def _is_acronym(tokens: Tokens, start: int, end: int) -> bool:
    """Tell a few capitals by themselves, which are hardly ever a name: "BEA"."""
    is_short = len(tokens.words[end - 1]) <= _LONGEST_ACRONYM
    is_capitals = bool(tokens.traits[end - 1] & UPPER)
    before = start == end - 1 or not tokens.traits[start] & (FIRST | SURNAME)
    is_borne = tokens.traits[end - 1] & SURNAME and tokens.traits[start] & INITIALS
    return is_short and is_capitals and before and not is_borne


def read_reversed(tokens: Tokens, start: int, *, is_whole: bool = False) -> Reading | None:
    """Return a name with its surname first: "Boer, A.M. de", "De Vries, J.", "Vries, Jan de".

    `is_whole` says that the surroundings make "Bakker, Karin" one name and not two.
    """
    base = skip_particles(tokens, start)
    if base >= len(tokens) or not tokens.traits[base] & SHAPED:
        return None
    comma = base + 1
    if tokens.word(comma) == "-" and tokens.gap(comma + 1) == GLUED:
        comma = skip_particles(tokens, comma + 1) + 1
    given = comma + 1
    if tokens.word(comma) != "," or not _is_given(tokens, given):
        return None
    while tokens.joined(given + 1) and _is_given(tokens, given + 1):
        given += 1
    end = _tail_end(tokens, given + 1)
    if end is None:
        return None
    has_tail = any(tokens.traits[k] & PARTICLE for k in range(given + 1, end))
    is_long = len(tokens.words[base]) >= _LONGEST_ACRONYM
    is_capitals = is_long and tokens.traits[base] & UPPER and not tokens.traits[base] & NOT_A_NAME
    is_sure = has_tail or is_whole or is_capitals or tokens.traits[given] & INITIALS
    return Reading(start, end, "si") if is_sure else None


def _tail_end(tokens: Tokens, index: int) -> int | None:
    """Return where "de (Jan)" behind the initials ends; None if another name follows there."""
    index = _nickname_end(tokens, index)
    last = index
    while last < len(tokens) and tokens.words[last].casefold() in _STRONG and tokens.joined(last):
        last += 1
    if _goes_on(tokens, last):
        return None
    return _nickname_end(tokens, last)


def _nickname_end(tokens: Tokens, index: int) -> int:
    is_nickname = tokens.word(index) == "(" and tokens.word(index + 2) == ")"
    return index + 3 if is_nickname and tokens.traits[index + 1] & (FIRST | FIRST_MAYBE) else index


def _is_given(tokens: Tokens, index: int) -> bool:
    if not tokens.joined(index) or index >= len(tokens):
        return False
    return bool(tokens.traits[index] & (INITIALS | FIRST)) and tokens.traits[index] & UPPER == 0


def _goes_on(tokens: Tokens, index: int) -> bool:
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
    has_surname = not _SURNAME_PARTS.isdisjoint(form)
    if traits & (INITIALS | LETTER):
        return ("i", index + 1) if _is_initial(tokens, index, form, trust) else None
    if word == "-":
        return _after_hyphen(tokens, index, form, trust)
    if word == "(":
        return _nickname(tokens, index, form)
    if traits & PARTICLE and not has_surname:
        step = _particled(tokens, index, form, trust)
        if step or not traits & (FIRST | FIRST_MAYBE):
            return step
    letter = _word_letter(traits, word, form, trust)
    return (letter, index + 1) if letter else None


def _is_initial(tokens: Tokens, index: int, form: str, trust: Trust) -> bool:
    if not _SURNAME_PARTS.isdisjoint(form):
        return False
    if tokens.traits[index] & INITIALS:
        return True
    if form:
        return True
    follower = skip_particles(tokens, index + 1)
    if not _goes_on(tokens, follower) or not tokens.joined(index + 1):
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
    letter = _word_letter(traits, word, form[-1] if form[-1] in "fmw" else "f", trust)
    return (letter, index + 2) if letter else None


def _nickname(tokens: Tokens, index: int, form: str) -> tuple[str, int] | None:
    """Read "(Jan)" between initials and surname."""
    if form != "i" or tokens.word(index + 2) != ")" or not _goes_on(tokens, index + 1):
        return None
    follower = skip_particles(tokens, index + 3)
    return ("n", index + 3) if _goes_on(tokens, follower) else None


def _particled(tokens: Tokens, index: int, form: str, trust: Trust) -> tuple[str, int] | None:
    """Read particles and the word they belong to."""
    base = skip_particles(tokens, index)
    if base == index or not _goes_on(tokens, base):
        return None
    said = [word.casefold().replace("’", "'") for word in tokens.words[index:base] if word != "-"]
    particles = " ".join(said)
    traits, word = tokens.traits[base], tokens.words[base]
    is_place = traits & PLACE and tokens.words[index] in ("De", "Den", "Het", "DE", "DEN")
    is_body = (traits & STOP or is_place) and not form and trust < Trust.TITLE
    if is_surname_with(particles, word.casefold()) and not is_body:
        return ("Po" if traits & NOT_A_NAME else "Ps"), base + 1
    is_capital = "f" in form and tokens.words[index][0].isupper()
    is_strong = is_capital or set(particles.split()) <= _STRONG
    if not is_strong or traits & (STOP | ABBREVIATION):
        return None
    is_vouched = trust == Trust.TITLE or is_capital or (form and traits & COMMON)
    if traits & NOT_A_NAME and not is_vouched:
        return None
    if traits & FIRST and form:
        return None
    return ("ps" if traits & SURNAME else "pu"), base + 1


def _word_letter(traits: int, word: str, form: str, trust: Trust) -> str:
    """Return the letter of a word that is no particle, or nothing if no name can hold it."""
    if traits & STOP and traits & FIRST_MAYBE and traits & CAPITAL and trust == Trust.TITLE:
        return "w"
    if not _may_be_named(traits, word, form):
        return ""
    if not _SURNAME_PARTS.isdisjoint(form):
        return _second_surname(traits, word, form)
    if traits & FIRST:
        return "f"
    if not form:
        return _opening_letter(traits, trust)
    return _later_letter(traits, form, trust)


def _may_be_named(traits: int, word: str, form: str) -> bool:
    """Tell whether a word has the shape of a name and is not barred from being one."""
    if not traits & SHAPED or traits & (STOP | ABBREVIATION | THING):
        return False
    is_short = len(word) < _SHORTEST_CAPITALS
    return not (traits & UPPER and (is_short or not (form or traits & KNOWN)))


def _second_surname(traits: int, word: str, form: str) -> str:
    """Allow a second surname, "Garcia Lopez", and short parts, "Lo Fo Wong"; no ordinary word."""
    if len(word) <= _SHORT_PART and not traits & NOT_A_NAME and form[-1] in "su" and "f" in form:
        return "s"
    is_plain = traits & SURNAME and not traits & (NOT_A_NAME | FIRST)
    return "s" if is_plain and form[-1] in "su" and form[-2:] not in ("ss", "us") else ""


def _opening_letter(traits: int, trust: Trust) -> str:
    """Judge a word that would open a name and is no plain first name."""
    if traits & FIRST_MAYBE and not traits & (PLACE | PROPER):
        return "w" if traits & (ORDINARY | UNUSUAL) else "m"
    if trust == Trust.FREE:
        return ""
    if traits & NOT_A_NAME:
        is_borne = traits & COMMON or (
            traits & SURNAME and not traits & (ORDINARY | PLACE | PROPER)
        )
        return "o" if trust == Trust.TITLE or is_borne else ""
    return "s" if traits & SURNAME else "u"


def _later_letter(traits: int, form: str, trust: Trust) -> str:
    """Judge a word behind initials or a first name."""
    if traits & FIRST_MAYBE and not traits & SURNAME and not traits & NOT_A_NAME:
        return "m"
    if traits & PLACE and trust < Trust.TITLE and form[-1] not in "in":
        return ""
    if traits & NOT_A_NAME & ~PROPER:
        return "o" if traits & SURNAME or trust == Trust.TITLE else ""
    return "s" if traits & SURNAME else "u"


def is_title(word: str) -> bool:
    """Tell whether a word is a form of address or an academic title."""
    return word.casefold() in word_set("titles")
