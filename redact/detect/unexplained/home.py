"""Words with a number that may be where a person lives, and postcodes no one explained: shown."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import regex

from redact.detect.address.owner import has_firm, is_firm, is_public
from redact.detect.address.place import is_postcode, postcodes
from redact.detect.address.residence import is_numbered
from redact.detect.address.street import DATE, houses, is_year, name_before
from redact.detect.context import is_amount
from redact.detect.match import Match
from redact.detect.unexplained.clause import Clause, People, clause_around, has_person
from redact.detect.wordlist import entry_set
from redact.finding import Kind

_LED = regex.compile(
    r"(?i)(?:\b(?:op|aan|te|van|naar|bij|vanaf|langs|woont?|woonde|adres)(?: (?:de|het|den))? |"
    r"[,(:;] ?|\t ?)$"
)
"""What stands before a street: a preposition, or a mark behind a name."""
_BEHIND_MARK = regex.compile(r"[,(:;\t] ?$")
_PRONOUN = regex.compile(r"(?i)\b(?:hij|zij|ze|haar|hem|diens|mijn|ik)\b")
_PUBLIC_LINE = regex.compile(
    r"(?i)\b(?:postbus|antwoordnummer|gemeente|ministerie|provincie|waterschap|rechtbank|stadhuis|"
    r"gemeentehuis|bezoekadres|kantoor\w*|stichting|vereniging|b\.?v\.?|n\.?v\.?|postadres|kvk|"
    r"locatie|vergader\w*|bijeenkomst|perceel|bouwplan|vergunning|kadast\w*|kruising)(?!\w)"
)
_NEAR = 70
"""Characters around an address in which a firm or a school makes it public."""
_SHORT = 4
"""An abbreviation of at most so many letters is no street: "NJ 1993"."""
_WORDS = "Woorden met een nummer bij een persoon: mogelijk een straat en een huisnummer."
_CODE = "Een postcode die niets in de tekst verklaart: is het van een woonadres?"


def unexplained_homes(text: str, people: People, claimed: bytearray) -> Iterator[Match]:
    """Yield names with a house number where a person is spoken of, and loose postcodes."""
    for house in houses(text):
        match = _home(text, people, claimed, *house.span())
        if match is not None:
            yield match
    for code in postcodes(text):
        if claimed.find(1, *code.span()) < 0 and is_postcode(code) and _is_loose(text, code):
            yield Match(*code.span(), Kind.ADDRESS, 0.5, "address.postcode", _CODE)


def _home(text: str, people: People, claimed: bytearray, number: int, end: int) -> Match | None:
    """Return the words before a number with it, if they may be a street where somebody lives."""
    if claimed.find(1, number, end) >= 0 or _is_other_number(text, number, end):
        return None
    start = name_before(text, number)
    if start is None or claimed.find(1, start, end) >= 0 or _is_thing(text[start:number]):
        return None
    clause = clause_around(text, start, end)
    led = _LED.search(text, max(clause.start - 1, start - 14, 0), start)
    if led is None or not _is_of_someone(text, people, clause, start, led[0]):
        return None
    low, high = max(clause.start, start - _NEAR), min(clause.end, end + _NEAR)
    if _PUBLIC_LINE.search(text, low, high) or has_firm(text[low:high]):
        return None
    if is_public(text, start, end):
        return None
    return Match(start, end, Kind.ADDRESS, 0.5, "address.unexplained", _WORDS)


def _is_other_number(text: str, number: int, end: int) -> bool:
    said = text[number:end]
    return is_year(said) or DATE.fullmatch(said) is not None or is_amount(text, number, end)


def _is_thing(words: str) -> bool:
    """Tell whether words before a number are of a thing that is numbered: "Project Zuid 3"."""
    bare = [word.strip(".,") for word in words.split()]
    return is_numbered(words) or any(
        word.casefold() in entry_set("numbered_things")
        or word.casefold().endswith(_endings())
        or (word.isupper() and len(word) <= _SHORT)
        for word in bare
    )


def _is_of_someone(text: str, people: People, clause: Clause, start: int, led: str) -> bool:
    """Tell whether a person is in the clause: close behind one where only a mark leads to it."""
    if not has_person(people, clause):
        return led[-1:] == " " and bool(_PRONOUN.search(text, *clause))
    if not _BEHIND_MARK.search(led):
        return True
    place = bisect_left(people.starts, start) - 1
    return place >= 0 and 0 <= start - people.ends[place] <= len(led)


def _is_loose(text: str, code: regex.Match[str]) -> bool:
    """Tell whether no body, firm or plot is named in the line of a postcode."""
    line = clause_around(text, *code.span())
    said = text[line.start : line.end]
    return not (_PUBLIC_LINE.search(said) or has_firm(said) or is_firm(said))


@cache
def _endings() -> tuple[str, ...]:
    """Return the words long enough to end other words: "Kamervraag" ends in "vraag"."""
    return tuple(word for word in entry_set("numbered_things") if len(word) > _SHORT)
