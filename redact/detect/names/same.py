"""Whether two names can be one person's."""

import re
from collections.abc import Iterable, Iterator

from redact.detect.names.parts import Name
from redact.phrase import fold

_LETTERS = re.compile(r"[^a-z]")


def may_name(told: Name, names: Iterable[Name]) -> bool:
    """Tell whether a name can be that of a person known by some names."""
    names = list(names)
    if told.monogram and not told.surname and any(n.monogram == told.monogram for n in names):
        return True
    comparable = [name for name in names if _is_comparable(told, name)]
    return bool(comparable) and all(_fits(told, name) for name in comparable)


def _is_comparable(told: Name, known: Name) -> bool:
    if told.surname:
        return bool(known.surname)
    if told.monogram:
        return known.is_full or bool(known.monogram)
    return bool(known.given)


def _fits(told: Name, known: Name) -> bool:
    """Tell whether two names can be one person's."""
    if told.monogram and not told.surname:
        return told.monogram in (known.monogram, *known.monograms)
    if told.surname and known.surname:
        return _same_surname(told, known) and _same_given(told, known)
    return bool(told.given) and told.given[0] == known.given[0]


def _same_surname(one: Name, other: Name) -> bool:
    particles = not one.particles or not other.particles or one.particles == other.particles
    if one.surname == other.surname:
        return particles
    is_half = one.surname[0] == other.surname[0] and "-" in (one.surname + other.surname)
    return (particles and is_half) or _is_other_half(one, other) or _is_other_half(other, one)


def _is_other_half(one: Name, other: Name) -> bool:
    """Tell whether a name is the second half of a double one: "De Groot" of "Smeets-de Groot"."""
    second = second_half(other.surname)
    return bool(second) and second in (one.surname, (*one.particles, *one.surname))


def second_half(surname: tuple[str, ...]) -> tuple[str, ...]:
    """Return what stands behind the hyphen of a double surname; nothing for a single one."""
    mark = next((mark for mark in ("-", "–") if mark in surname), None)
    return surname[surname.index(mark) + 1 :] if mark else ()


def _same_given(one: Name, other: Name) -> bool:
    if one.given and other.given:
        return one.given[0] == other.given[0] or bool({*one.given} & {*other.given})
    shorter = min(len(one.initials), len(other.initials))
    return one.initials[:shorter] == other.initials[:shorter]


def addresses(name: Name) -> Iterator[str]:
    """Yield what may stand before the @, marks left out: "jandevries", "jdevries", "vriesj"."""
    if not name.surname:
        return
    firsts = {plain(word) for word in (*name.given, name.initials, name.initials[:1])} - {""}
    lasts = {plain("".join((*name.particles, *name.surname))), plain("".join(name.surname))}
    for first in firsts:
        for last in lasts:
            yield first + last
            yield last + first


def plain(word: str) -> str:
    """Return the letters of a word, without capitals, accents and marks."""
    return _LETTERS.sub("", fold(word))
