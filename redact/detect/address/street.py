"""Streets and house numbers as the Dutch write them."""

from functools import cache, lru_cache
from itertools import chain

import regex

from redact.detect.starts import at, numbers
from redact.detect.wordlist import entries, entry_set

SMALL = (
    r"(?:van|de|der|den|het|ter|ten|naar|von|la|le|du|des|['’]t|['’]s|d['’]|v\.?d\.?|"
    r"dr\.|mr\.|ir\.|prof\.|ds\.|jhr\.|burg\.)"
)
"""Small words inside the names of streets and places."""

SMALL_BEFORE_LAST = regex.compile(rf"(?<=\s){SMALL}\s(?=\p{{Lu}}[\p{{L}}’'-]+$)")

GAP = r"(?:[ \xa0]{0,2}[,;|/–-]?(?:[ \xa0\t]{0,2}|[ \xa0]?\n[ \xa0]?(?:> ?)*)(?:te |NL-)?)"
"""What stands between two pieces of an address."""

ADDITION = (
    r"(?:(?:[-/]\d{1,4}|[ \xa0]?[-/][ \xa0]?\d{1,3})(?![\d/]|-\d)(?: ?hoog\b)?"
    r"|[ \xa0-]?(?:bis|hs|huis|bov(?:en)?|bened(?:en)?|(?:bus|app|kmr|kamer)\.?[ ]\d{1,4}|"
    r"bg|rd|zw|bv|sous|souterrain|parterre|ws|wb|rood|zwart|ong|I{1,3}|IV|VI{0,3})\b\.?"
    r"|,? (?:\d|één|een|twee|drie|vier|vijf)?[ -]?hoog\b"
    r"|-?[a-zA-Z](?![\w'’])|[ \xa0][A-H](?![\w'’]|\.\S|\. \p{Lu})"
    r"|[ \xa0][a-h](?![\w'’]|\.\S)"
    r"|[ \xa0](?:t/m|tot en met)[ \xa0]\d{1,4}(?!\d))"
)
MEASURES = (
    r"km|kilometer|m2|m²|meter|m\b|mm|cm|ha\b|procent|%|jaar|jaren|uur|uren|minuten|minuut|stemmen|zetels|dagen|weken|maanden|keer|maal|"
    r"x\b|euro|mln|miljoen|personen|mensen|woningen|huizen|appartementen|bomen|parkeer|plaatsen|"
    r"bewoners|bezwar|reacties|zienswijzen|stuks|leden|panden"
)
MONTHS = (
    r"jan(?:uari)?\b|feb|maart\b|mrt|april\b|mei\b|jun|jul|aug|sep|okt|nov(?:ember|\.)|"
    r"dec(?:ember|\.)"
)
NO_HOUSE = (
    r"(?!\w|[%°]|-\p{Lu}{2,3}-|:\d|[.,]\d|-\d{4}|-\d\d?-\d\d"
    rf"|[ \xa0]?(?:{MEASURES}|{MONTHS}))"
)
HOUSE_NUMBER = rf"[1-9]\d{{0,4}}(?!\d){ADDITION}{{0,3}}{NO_HOUSE}"
CALLED = r",?(?:[ \xa0](?:op )?(?:nr|no|nummer|huisnummer)\b\.?|[ \xa0]t/?o\b\.?)?[ \xa0\t]"
"""What stands between a street and its number."""
HOUSE = regex.compile(rf"(?<=[\p{{L}}\d.,][ \xa0]){HOUSE_NUMBER}")
HOUSE_BACKWARDS = regex.compile(
    rf"(?r)(?<=[ \xa0\t])(?P<number>[1-9]\d{{0,4}}(?!\d)"
    rf"(?:{ADDITION}|[ \xa0]\d{{1,4}}){{0,3}}){GAP}"
)
"""A house number read backwards from a postcode."""
OPENINGS = ("street_openings", "street_honorifics", "first_names")
"""The lists of words with which a street of several words can begin."""
SHORTEST = 7
"""A street written without a capital has at least as many letters: dorpsweg."""
DATE = regex.compile(r"(?:[12]?\d|3[01])(?:/(?:0?\d|1[0-2])|-(?:0\d|1[0-2]))")
"""A day and a month, as after a word that looks like a street: "Actie Sluis, 10-03"."""
YEAR = regex.compile(r"(?:19|20)\d\d(?:-(?:19|20)?\d\d)?")


def _alternatives(name: str) -> str:
    return "|".join(regex.escape(entry) for entry in entries(name))


@cache
def name_word() -> str:
    """Return the pattern of a word with a capital that can stand in a street or a place."""
    return (
        rf"(?<![\w’'-])(?!(?:{_alternatives('no_name_words')})\b)"
        r"(?:['’]s-)?\p{Lu}[\p{L}\p{M}’'-]*(?:\.\p{Lu}\b)*\.?"
    )


@cache
def words() -> str:
    """Return the pattern of a row of words that begins with a capital or an ordinal."""
    word, ordinal = name_word(), r"(?<!\w)\d{1,2}(?:e|de|ste)\b"
    small = rf"(?<!\w){SMALL}"
    return rf"(?:{word}|{ordinal})(?:[ \xa0](?:{word}|{small}|{ordinal})){{0,5}}"


@cache
def street() -> str:
    """Return the pattern of a street: by how it ends, or by how it opens."""
    strong, weak = map(_alternatives, ("street_suffixes", "street_endings_weak"))
    last = rf"(?<![\w’'-])[\p{{L}}\p{{M}}’'-]*(?i:(?P<strong>{strong})|(?P<weak>{weak}))"
    opening = rf"(?<!\w)(?i:{_alternatives('street_openings')})"
    small = rf"(?:[ \xa0](?<!\w)(?:{SMALL}|op|aan|in)){{1,3}}"
    return (
        rf"(?P<street>(?:{words()}[ \xa0])?(?P<last>{last})"
        rf"|{opening}{small}(?:[ \xa0]{name_word()}){{1,3}})"
    )


@cache
def _street_backwards() -> regex.Pattern[str]:
    return regex.compile(rf"(?r){street()}{CALLED}")


@cache
def _any_name() -> regex.Pattern[str]:
    """Return the pattern of words that a postcode or 'woont' makes a street, read backwards."""
    return regex.compile(rf"(?r)(?P<street>{words()}){CALLED}")


def street_before(text: str, end: int) -> int | None:
    """Return where the street begins that ends at a place just before a house number."""
    found = _street_backwards().match(text, max(0, end - 80), end)
    if found is None:
        return None
    if found["last"] and not _can_end_a_street(found):
        return None
    return int(found.start("street")) + _length_of_owner(found["street"])


def _can_end_a_street(found: regex.Match[str]) -> bool:
    """Tell whether a word with the ending of a street is no word of another kind, or a town."""
    last = found["last"]
    if last.islower():
        return (
            bool(found["strong"]) and len(last) >= SHORTEST and last not in entry_set("not_streets")
        )
    generic = len(found["weak"] or "") == len(last) and last != found["street"]
    return bool(found["strong"]) or generic or last.lower() not in entry_set("not_streets")


def _length_of_owner(name: str) -> int:
    """Return how much of a name is not the street's: 'Demir van de' in 'Demir van de Meent'."""
    first = name.split(maxsplit=1)[0].rstrip(".").lower()
    if len(first) == 1 or first[0].isdigit() or first in _openings():
        return 0
    smalls = [small.end() for small in SMALL_BEFORE_LAST.finditer(name)]
    return smalls[-1] if smalls else 0


@cache
def _openings() -> frozenset[str]:
    return frozenset(chain.from_iterable(map(entries, OPENINGS)))


def name_before(text: str, end: int) -> int | None:
    """Return where the words with capitals begin that end at a place before a house number."""
    found = _any_name().match(text, max(0, end - 80), end)
    return int(found.start("street")) if found else None


@lru_cache(maxsize=2)
def houses(text: str) -> tuple[regex.Match[str], ...]:
    """Return the house numbers of a text, and all else that looks like one; several ask."""
    return tuple(at(text, HOUSE, numbers(text)))


def is_year(number: str) -> bool:
    """Tell whether what follows a street is rather a year: 'Kerkstraat 2020' is a plan."""
    return YEAR.fullmatch(number) is not None
