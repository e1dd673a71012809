"""Names with the surname first: "Boer, A.M. de"."""

from redact.detect.names.grammar import Reading, is_title
from redact.detect.names.lexicon import (
    CAPITAL,
    FIRST,
    FIRST_MAYBE,
    INITIALS,
    LETTER,
    NOT_A_NAME,
    ORDINARY,
    PARTICLE,
    SHAPED,
    STOP,
    SURNAME,
    THING,
    UPPER,
)
from redact.detect.names.particles import STRONG_PARTICLES, goes_on, skip_particles
from redact.detect.names.tokens import GLUED, SPACE, TAB, Tokens

_SHORTEST_CAPITALS = 4
_LONGEST_CUT = 3


def read_reversed(tokens: Tokens, start: int, *, is_whole: bool = False) -> Reading | None:
    """Return a name with its surname first: "Boer, A.M. de", "De Vries, J.", "Vries, Jan de".

    `is_whole` says that the surroundings make "Bakker, Karin" one name and not two.
    """
    base = skip_particles(tokens, start)
    if base >= len(tokens) or not tokens.traits[base] & SHAPED:
        return None
    comma = _behind_surname(tokens, base)
    if tokens.word(comma) != ",":
        return _without_comma(tokens, start, base, comma)
    given = _behind_title(tokens, comma + 1)
    cut = _cut_given(tokens, start, base, given)
    if cut:
        return Reading(start, cut, "si")
    if not _is_given(tokens, given, is_whole=is_whole):
        return None
    while tokens.joined(given + 1) and _is_given(tokens, given + 1):
        given += 1
    if tokens.word(given + 1) == "-" and _is_glued_given(tokens, given + 2):
        given += 2
    end = _tail_end(tokens, given + 1)
    if end is None:
        return None
    has_tail = any(tokens.traits[k] & PARTICLE for k in range(given + 1, end))
    is_long = len(tokens.words[base]) >= _SHORTEST_CAPITALS
    is_capitals = is_long and tokens.traits[base] & UPPER and not tokens.traits[base] & NOT_A_NAME
    is_sure = has_tail or is_whole or is_capitals or tokens.traits[given] & INITIALS
    is_sure = is_sure or _fills_item(tokens, start, base, end)
    return Reading(start, end, "si") if is_sure else None


def _behind_surname(tokens: Tokens, base: int) -> int:
    """Return where a surname ends that may be double."""
    end = _behind_second(tokens, base + 1)
    while tokens.word(end) == "-" and tokens.gap(end + 1) == GLUED:
        end = skip_particles(tokens, end + 1) + 1
    return end


def _cut_given(tokens: Tokens, start: int, base: int, given: int) -> int:
    """Return where "SOEKHAI, G" and "Boutkan, Mi." end that fill their cell, or 0."""
    if given >= len(tokens) or tokens.gap(given) != SPACE or tokens.gap(start) < TAB:
        return 0
    word, end = tokens.words[given], given + 1
    is_letter = tokens.traits[given] & LETTER
    is_cut = tokens.traits[given] & CAPITAL and len(word) <= _LONGEST_CUT
    is_cut = is_cut and tokens.word(end) == "." and tokens.gap(end) == GLUED
    end += bool(is_cut)
    is_borne = tokens.traits[base] & SURNAME and not tokens.traits[base] & (STOP | ORDINARY)
    return end if is_borne and (is_letter or is_cut) and tokens.gap(end) >= TAB else 0


def _without_comma(tokens: Tokens, start: int, base: int, given: int) -> Reading | None:
    """Read a cell that says "Jansen A.M." or "Chin-Kon-Sung W."."""
    if tokens.gap(start) < TAB or given >= len(tokens) or tokens.gap(given + 1) < TAB:
        return None
    is_borne = bool(tokens.traits[base] & SURNAME) or given > base + 1
    is_initials = tokens.gap(given) == SPACE and tokens.traits[given] & INITIALS
    is_word = tokens.traits[base] & (STOP | ORDINARY | THING | UPPER) and given == base + 1
    return Reading(start, given + 1, "si") if is_initials and is_borne and not is_word else None


def _fills_item(tokens: Tokens, start: int, base: int, end: int) -> bool:
    """Tell "Yildiran, Orhan" as a whole cell or behind a colon, its surname no other word."""
    begins = tokens.gap(start) >= TAB or tokens.word(start - 1) in (":", ";", ")")
    ends = tokens.gap(end) >= TAB or tokens.word(end) in (";", "(", ",")
    traits = tokens.traits[base]
    is_name = traits & SURNAME and not traits & (NOT_A_NAME | FIRST)
    is_double = tokens.word(base + 1) == "-" or bool(traits & UPPER and traits & SURNAME)
    return begins and ends and bool(is_name or is_double)


def _behind_title(tokens: Tokens, index: int) -> int:
    """Return where "P. de" begins in "Graaf, mw. P. de"."""
    if not is_title(tokens.word(index).rstrip(".")):
        return index
    return index + 2 if tokens.word(index + 1) == "." else index + 1


def _behind_second(tokens: Tokens, index: int) -> int:
    """Return where a second surname ends: "Ouled Chaib, M.", "Sixma van Andel, H."."""
    base = skip_particles(tokens, index)
    is_second = (
        not tokens.traits[index - 1] & (FIRST | (ORDINARY if base > index else 0))
        and goes_on(tokens, base)
        and tokens.traits[base] & SURNAME
    )
    is_before_initials = tokens.word(base + 1) == "," and base + 2 < len(tokens)
    is_whole = is_second and is_before_initials and tokens.traits[base + 2] & INITIALS
    return base + 1 if is_whole else index


def _is_glued_given(tokens: Tokens, index: int) -> bool:
    """Tell the second half of "Arend-Jan"."""
    return tokens.gap(index) == GLUED and goes_on(tokens, index)


def _is_given(tokens: Tokens, index: int, *, is_whole: bool = False) -> bool:
    if not tokens.joined(index) or index >= len(tokens):
        return False
    traits = tokens.traits[index]
    is_like_all = tokens.traits[index - 2] & UPPER and len(tokens.words[index]) > _SHORTEST_CAPITALS
    sorts = INITIALS | FIRST | FIRST_MAYBE if is_whole else INITIALS | FIRST
    return bool(traits & sorts) and not (traits & UPPER and not is_like_all)


def _tail_end(tokens: Tokens, index: int) -> int | None:
    """Return where "de (Jan)" behind the initials ends; None if another name follows there."""
    index = _nickname_end(tokens, index)
    last = index
    while (
        last < len(tokens)
        and tokens.words[last].casefold() in STRONG_PARTICLES
        and tokens.joined(last)
    ):
        last += 1
    if goes_on(tokens, last):
        return None
    return _nickname_end(tokens, last)


def _nickname_end(tokens: Tokens, index: int) -> int:
    is_nickname = tokens.word(index) == "(" and tokens.word(index + 2) == ")"
    return index + 3 if is_nickname and tokens.traits[index + 1] & (FIRST | FIRST_MAYBE) else index
