"""Postcodes, places of residence and countries."""

from functools import cache, lru_cache

import regex

from redact.detect.address.street import is_year, name_word
from redact.detect.starts import at, numbers

POSTCODE = regex.compile(
    r"\b(?<![.,/€]|(?<!\bNL)-|€ )(?P<digits>[1-9]\d{3})"
    r"(?:[ \xa0]{0,2}(?!S[ADS])(?P<letters>[A-Z]{2})|(?P<letters>[a-z]{2}))(?!\w|-\p{L}|[.,]\w)"
)
NO_LETTERS = frozenset(
    {"AC", "BV", "CV", "DE", "EN", "EU", "HR", "IN", "IS", "IT", "KB", "KG", "KM", "KW", "MB", "MW"}
    | {"NA", "NL", "NV", "OF", "OK", "OM", "OP", "TE", "TK", "UW", "VN", "VS", "WO", "WW", "ZW"}
)
"""What stands in capitals behind a number or a year that is no postcode."""

FIRST = (
    r"(?i:den|de|het|sint|st\.|nieuwe?|oude?|ons|groot|grote|kleine?|ho(?:og|ge)|la(?:ag|ge)|noord|"
    r"zuid|oost|west|ter|ten|bad|tweede|eerste|koog|la|new|san|los|saint|sankt|le|les|"
    r"(?:beek|berg|son|wijk|hoek|made|bergen|etten|koog)(?: (?:en|van|op|aan|bij|de|den)){1,2})"
)
JOINT = r"(?i:(?:[ \xa0](?:aan|op|bij|onder)(?: (?:de|den|het|['’]t))?| a/d)[ \xa0])"
QUARTER = r"(?i:[ -](?:zuidoost|zuidwest|noordoost|noordwest|noord|zuid|oost|west|centrum)\b)"
REGION = (
    r"(?:[ \xa0]\((?:\p{Lu}{1,3}|\p{Lu}\p{Ll}{3,})\)"
    r"|[ \xa0](?:N\.?B|Z\.?H|N\.?H|Gld|Lb|Fr|Gr|Dr|Ov|Ut|Zld)\b)"
)
COUNTRY_NAME = (
    r"(?:nederland|the netherlands|belgi[eë]|belgique|duitsland|deutschland|germany|frankrijk|"
    r"france|spanje|italië|marokko|turkije|polen|suriname|curaçao|aruba|verenigd koninkrijk|"
    r"united kingdom)\b"
)
COUNTRY = regex.compile(rf"(?i)[\s,–-]{{1,3}}(?:{COUNTRY_NAME}|\({COUNTRY_NAME}\))")


@cache
def place() -> str:
    """Return the pattern of a place: Den Haag, Bergen op Zoom, 's-Gravenhage, Hengelo (O)."""
    word = rf"(?=['’]|\p{{Lu}}[\p{{L}}'’]){name_word()}(?<!\.)"
    word = rf"(?!(?:BRP|GBA|BAG|WMO|COA|AZC|GGD|KvK|BSN|NS|UWV|SVB)\b){word}"
    return (
        rf"(?:{FIRST}[ \xa0])?(?:['’][st][ \xa0-])?{word}"
        rf"(?:{JOINT}{word})?{QUARTER}?(?:{REGION})?"
    )


@lru_cache(maxsize=2)
def postcodes(text: str) -> tuple[regex.Match[str], ...]:
    """Return what looks like a postcode; several ask."""
    return tuple(at(text, POSTCODE, numbers(text)))


def is_postcode(postcode: regex.Match[str]) -> bool:
    """Tell whether digits and letters are likely a postcode without an address around them."""
    letters = postcode["letters"]
    return letters.isupper() and letters not in NO_LETTERS and not is_year(postcode["digits"])
