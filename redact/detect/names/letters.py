"""Which part of a name a word can be: one letter for each kind of part."""

from enum import IntEnum

from redact.detect.names.lexicon import (
    ABBREVIATION,
    CAPITAL,
    COMMON,
    FIRST,
    FIRST_MAYBE,
    KNOWN,
    NOT_A_NAME,
    ORDINARY,
    PLACE,
    PROPER,
    SHAPED,
    STOP,
    SURNAME,
    THING,
    UNUSUAL,
    UPPER,
)

_SHORTEST_CAPITALS = 3
_SHORT_PART = 4
SURNAME_PARTS = frozenset("sou")


class Trust(IntEnum):
    """How sure the surroundings make us that a name stands here."""

    FREE = 0
    SLOT = 1
    ITEM = 2
    """A whole item of a list of people, with more than one word."""
    TITLE = 3


def word_letter(traits: int, word: str, form: str, trust: Trust) -> str:
    """Return the letter of a word that is no particle, or nothing if no name can hold it."""
    if traits & STOP and traits & CAPITAL and trust == Trust.TITLE and not form:
        return "w" if traits & FIRST_MAYBE else "o" if traits & SURNAME else ""
    if not _may_be_named(traits, word, form):
        return ""
    if not SURNAME_PARTS.isdisjoint(form) and form[-1] != "n":
        return _second_surname(traits, word, form, trust)
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


def _second_surname(traits: int, word: str, form: str, trust: Trust) -> str:
    """Allow a second surname, "Garcia Lopez", and short parts, "Lo Fo Wong"; no ordinary word."""
    if trust == Trust.ITEM and not traits & ORDINARY:
        return "s" if traits & SURNAME else "u"
    if len(word) <= _SHORT_PART and not traits & NOT_A_NAME and form[-1] in "su" and "f" in form:
        return "s"
    is_plain = traits & SURNAME and not traits & (NOT_A_NAME | FIRST)
    if form[-1] == "o" and is_plain and "u" not in form:
        return "s"
    is_plain_enough = not traits & STOP and (traits & COMMON or not traits & ORDINARY)
    if form == "u" and trust > Trust.FREE and traits & SURNAME and is_plain_enough:
        return "s"
    is_stranger = traits & CAPITAL and not traits & (KNOWN | NOT_A_NAME)
    is_begun = "i" in form or "f" in form or trust == Trust.TITLE
    if is_stranger and form[-1] == "s" and is_begun:
        return "u"
    return "s" if is_plain and form[-1] in "su" and form[-2:] not in ("ss", "us") else ""


def _opening_letter(traits: int, trust: Trust) -> str:
    """Judge a word that would open a name and is no plain first name."""
    if traits & FIRST_MAYBE and not traits & (PLACE | PROPER):
        return "w" if traits & (ORDINARY | UNUSUAL) else "m"
    if trust == Trust.FREE:
        return ""
    if traits & NOT_A_NAME:
        is_borne = traits & COMMON or (traits & SURNAME and not traits & (ORDINARY | PLACE))
        is_borne = is_borne or (trust == Trust.ITEM and not traits & (ORDINARY | PLACE))
        return "o" if trust == Trust.TITLE or is_borne else ""
    return "s" if traits & SURNAME else "u"


def _later_letter(traits: int, form: str, trust: Trust) -> str:
    """Judge a word behind initials or a first name."""
    if traits & FIRST_MAYBE and not traits & SURNAME and not traits & NOT_A_NAME:
        return "m"
    if traits & PLACE and not traits & SURNAME and trust == Trust.FREE and form[-1] not in "in":
        return ""
    if traits & NOT_A_NAME & ~PROPER:
        is_listed = trust in (Trust.SLOT, Trust.ITEM) and form[-1] == "f" and traits & CAPITAL
        is_item = trust == Trust.ITEM and not traits & ORDINARY
        is_borne = traits & SURNAME or trust == Trust.TITLE
        return "o" if is_borne or is_listed or is_item else ""
    return "s" if traits & SURNAME else "u"
