"""Homes as people tell them: in small letters, by a number alone, on a camping, behind a name."""

from collections.abc import Iterator
from functools import cache

import regex

from redact.detect.address.place import place
from redact.detect.address.street import (
    HOUSE_NUMBER,
    street_before,
)
from redact.detect.match import Match
from redact.detect.starts import at_words
from redact.finding import Kind

_LIVE = (
    r"(?:(?:ik|we|wij|hij|zij|ze|die|u|je) (?:woont?|wonen|woonde|verblijft?|slaapt?)|"
    r"woon|woont|wonen|bewoners?|bewoonster|"
    r"(?:mijn|zijn|haar|hun|ons|het|nieuwe?|oude?|huidige) adres (?:is|wordt|was|:)|adres is)"
)
_NO_NAME = (
    r"(?:al|sinds|nu|met|ongeveer|circa|ruim|maar|nog|bijna|zo'?n|meer|minder|dan|daar|hier|samen|"
    r"groep|kamer|nummer|nr|huis|blok|wijk|etage|verdieping|de|het|een|op|aan|in|te|bij|er|tot|van|"
    r"dochter|zoon|broer|zus|moeder|vader|buurman|buurvrouw|vriend|vriendin|oom|tante|neef|nicht|"
    r"en|per|over|ongeveer|tussen|onder|boven|voor|minstens|zeker|hooguit|dus)"
)
_SMALL_WORD = rf"(?!{_NO_NAME}\b)\p{{Ll}}[\p{{L}}’'-]{{2,}}"
SMALL_LETTERS = regex.compile(
    rf"(?<!\w)(?i:{_LIVE})(?: (?:op|aan|in|bij|nu|de|het|een|nog|al|samen|gewoon|daar|hier)){{0,3}}"
    rf" (?P<place>{_SMALL_WORD}"
    rf"(?: (?:(?:de|van|der|den) )?(?!{_NO_NAME}\b)\p{{Ll}}[\p{{L}}’'-]*){{0,2}}"
    rf" {HOUSE_NUMBER})"
)


def in_small_letters(text: str) -> Iterator[Match]:
    """Yield "meerkoet 33" behind "ik woon" or "mijn adres is"."""
    for found in at_words(text, SMALL_LETTERS):
        reason = "Een woord met een nummer na 'ik woon' of 'mijn adres is'."
        yield Match(*found.span("place"), Kind.ADDRESS, 0.7, "address.small", reason)


_OPENING = regex.compile(
    r"(?r)(?<!\w)(?:(?:de|der|den|van|van de|van der|van den|oude?|nieuwe?|lange|korte|"
    r"kleine|grote|"
    r"hoge|lage|eerste|tweede|derde|prins|prinses|koning|koningin|burgemeester|burg\.?|pastoor|"
    r"past\.?|"
    r"dokter|dr\.?|meester|mr\.?|dominee|ds\.?|professor|prof\.?|jan|piet|willem|sint|st\.?|graaf|"
    r"generaal|admiraal|jhr\.?|freule|kapelaan|deken|monseigneur|mgr\.?) ){1,3}"
)


def whole_street(text: str, end: int) -> int | None:
    """Return where the street begins before a house number, its small first words included."""
    start = street_before(text, end)
    if start is None or not text[start].islower():
        return start
    opening = _OPENING.match(text, max(0, start - 40), start)
    words = opening[0].split() if opening else []
    is_article = all(word in {"de", "den", "der", "van"} for word in words)
    return opening.start() if opening and not is_article else start


def place_before(text: str, start: int) -> int:
    """Return where the place begins that stands before a street: "te Heemstede, Kerkweg 1"."""
    found = _place_before().search(text, max(0, start - 45), start)
    return int(found.start("place")) if found else start


@cache
def _place_before() -> regex.Pattern[str]:
    return regex.compile(rf"(?:\b(?:te|in) |adres: ?)(?P<place>{place()}), (?:(?:aan )?de )?$")
