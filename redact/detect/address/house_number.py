"""House numbers by themselves, in a text that names a street: "op nr. 12 woont", "buurman, 3a"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from redact.detect.address.anchors import anchors, around
from redact.detect.address.street import NO_HOUSE, houses, is_year, street, street_before
from redact.detect.match import Match
from redact.detect.starts import at, at_words
from redact.detect.wordlist import entries
from redact.finding import Kind

_NUMBERS = r"\d{1,4}(?:[ -]?[a-h]\b)?"
_ROW = rf"(?:(?:, ?| ?/ ?){_NUMBERS})*(?:,? (?:en|of|&|t/m|tot en met) {_NUMBERS}){NO_HOUSE}"
MORE_NUMBERS = regex.compile(_ROW)
"""House numbers that go on behind the first: "24, 26 en 28"."""

_CALLED = r"(?:huisnummers?|nummers?|nrs?\.?|no\.)"
_ADDITION = (
    r"(?:[ -]?(?:hs|bis|huis|rood|zwart|boven|beneden|I{1,3}|[a-hA-H])(?![\w'’])|-\d{1,3})?"
    r"(?:,? (?:\d|een|één|twee|drie|vier|vijf)[ -]?hoog)?(?:,? bel \d{1,3})?"
)
_NO_COUNT = (
    r"(?![\w%€]|[.,:/-]\d|,? (?:en|of|tot) \d|[ \xa0](?:euro|uur|jaar|jarige|dagen|"
    r"weken|maanden|keer|maal|van de|januari|februari|maart|april|mei|juni|"
    r"juli|augustus|september|oktober|november|december))"
)
_BARE = rf"[1-9]\d{{0,3}}{_ADDITION}(?:{_ROW})?"
_NUMBER = (
    rf"(?:(?P<number>(?:achter[ ])?{_CALLED}[ ]{_BARE}){_NO_COUNT}"
    rf"|(?P<number>{_BARE}){_NO_COUNT}(?![ \xa0][a-z]+en\b))"
)
_NUMBER_END = rf"{_NUMBER}(?=[ ]*(?:[,.;:)\n\t|'’]|$|[ ]{{2}}))"
_LIVES = (
    r"(?:woont|woonde|wonende?|wonen|woonachtig|verblijft|slaapt|ingeschreven|aangebeld|gewoond)"
)
_NEIGHBOUR = (
    r"(?:(?:boven|onder|achter|over|naaste? )?bu(?:ur(?:man|vrouw|jongen|meisje|kind(?:eren)?|"
    r"tjes?|huis|pand)?|ren)|omwonenden?|medebewoners?|bewon(?:er|ers|ster)|huurders?|eigena(?:ar|res))"
)
_FOLK = (
    r"(?:man|vrouw|heer|meneer|mevrouw|dame|familie|fam\.?|gezin|mensen|lui|jongens?|meisjes?|"
    r"kinderen|stel|echtpaar|studenten|oudere?|hond|honden)"
)
_SURE = regex.compile(
    rf"(?i)(?<![\w-]){_LIVES}\b[^.\n\d]{{0,40}}(?:\d (?:deuren|huizen|etages)[^.\n\d]{{0,15}})?"
    rf"\b(?:op|van)[ ]{_NUMBER}"
    rf"|(?<![\w-]){_LIVES}\b[^.\n\d()]{{0,25}}\((?:op )?{_NUMBER}\)"
    rf"|(?<![\w-]){_NEIGHBOUR}\b[^.,;\n\d(]{{0,15}}[ ]op[ ]{_NUMBER}(?=[ ]\p{{Ll}})"
    rf"|(?<![\w-]){_NEIGHBOUR}\b[^.\n\d(]{{0,30}}\b(?:op|van|aan)[ ](?={_CALLED}){_NUMBER}"
    rf"|(?<![\w-])(?:die op|van|op)[ ](?={_CALLED}){_NUMBER}[ ]{_LIVES}\b"
    rf"|(?<![\w-]){_NEIGHBOUR}(?:[ ](?:op|van|aan))?,?[ ]\(?{_NUMBER_END}"
    rf"|(?<![\w-]){_FOLK}[ ]van[ ](?={_CALLED}){_NUMBER}"
)
_LIKELY = regex.compile(
    rf"(?i)(?<![\w-])(?:op|naast|bij|aan|tegenover)[ ]"
    rf"(?={_CALLED}){_NUMBER}|(?<![\w-])(?=achter[ ]{_CALLED}){_NUMBER}"
    rf"|(?<![\w-])(?:{_FOLK}|dhr|mw|mevr)\b\.?(?: [\p{{L}}’'.-]+){{0,3}}?[ ](?:van|op|uit)[ ]"
    rf"(?={_CALLED}){_NUMBER}"
    rf"|(?<![\w-])(?:zelfde (?:straat|adres|huis)|idem)\b[^\n\d]{{0,12}}\d{{0,2}},?[ ]"
    rf"(?={_CALLED}){_NUMBER}"
    rf"|(?<![\w-])(?:schuur|tuin|voordeur|balkon|brievenbus|oprit|schutting|erf|huis|woning|dak|"
    rf"garage|raam|ramen)(?: van| bij| op)?[ ]{_NUMBER_END}"
    rf"|(?<![\w-]){_NEIGHBOUR}\b[^.,;\n\d(]{{0,15}}[ ]van[ ]{_NUMBER}(?=[ ]\p{{Ll}})"
    rf"|(?<![\w-])(?={_CALLED}){_NUMBER}(?=[^\n\d]{{1,12}}\b(?:woont|wonen|woonde|bewon))"
)
_LETTERED = regex.compile(
    r"(?<![\w-])(?:op|aan|van|naar|bij|nummer|nr\.?|en|,)[ ]"
    r"(?P<number>(?P<core>[1-9]\d{0,3})[ -]?[a-h])"
    r"(?![\w/]|[.,:-]\d)"
)
_CORE = regex.compile(r"\d+")
_LIST = regex.compile(
    r"[ ]?(?:van|op|in) (?:de|het) (?:lijst|kieslijst|ranglijst|top|agenda|bijlage)"
)
_BEFORE = frozenset(
    {
        "erboven",
        "schuur",
        "tuin",
        "voordeur",
        "balkon",
        "brievenbus",
        "oprit",
        "schutting",
        "erf",
        "huis",
        "woning",
        "dak",
        "garage",
        "raam",
        "ramen",
        "op",
        "van",
        "aan",
        "nummer",
        "nummers",
        "nr",
        "nrs",
        "huisnummer",
        "no",
    }
)
_BEFORE_ENDS = ("buren", "buur", "buurman", "buurvrouw", "bewoner", "bewoners", "bewoonster")
_REACH = 70
_NEAR = 5000


def numbers_alone(text: str) -> Iterator[Match]:
    """Yield house numbers by themselves, not too far behind an address in a street."""
    placed = [house for house in houses(text) if street_before(text, house.start()) is not None]
    ends = sorted(place.end() for place in (*placed, *named_streets(text)))
    if not ends:
        return
    reason = "Een huisnummer in een straat die eerder is genoemd."
    for pattern, score in ((_SURE, 0.86), (_LIKELY, 0.6)):
        for found in around(text, pattern, _words(text), _REACH, _REACH):
            if is_year(found["number"]):
                continue
            if _is_near(found.start(), ends) and not _LIST.match(text, found.end()):
                yield Match(*found.span("number"), Kind.ADDRESS, score, "address.number", reason)
    lettered = (house[0] for house in placed if house[0].strip()[-1:].isalpha())
    cores = {core[0] for house in lettered if (core := _CORE.match(house))}
    for found in _LETTERED.finditer(text) if cores else ():
        if found["core"] in cores:
            reason = "Een huisnummer met letter, als van een adres elders in dit document."
            yield Match(*found.span("number"), Kind.ADDRESS, 0.6, "address.number", reason)


def _words(text: str) -> frozenset[str]:
    """Return the words before numbers in a text that may make these house numbers."""
    return _BEFORE | {anchor.word for anchor in anchors(text) if anchor.word.endswith(_BEFORE_ENDS)}


def _is_near(start: int, ends: list[int]) -> bool:
    """Tell whether an address stands not far from a place."""
    first = bisect_right(ends, start - _NEAR)
    return first < len(ends) and ends[first] < start + _NEAR


@lru_cache(maxsize=2)
def named_streets(text: str) -> tuple[regex.Match[str], ...]:
    """Return the words with a capital that end as streets do: "Vlierhof"; several ask."""
    endings = tuple(entries("street_suffixes"))
    words = (word for word in _CAPITALISED.finditer(text) if word[0].endswith(endings))
    return tuple(at(text, _named_street(), (word.start() for word in words)))


_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w-]{3,}")


@cache
def _named_street() -> regex.Pattern[str]:
    ending = "|".join(map(regex.escape, entries("street_suffixes")))
    return regex.compile(rf"(?<![\w-])\p{{Lu}}[\p{{L}}’'-]{{2,25}}(?:{ending})(?![\w-])")


def numbers_of_streets(text: str) -> Iterator[Match]:
    """Yield the numbers in "op nummer 16 en 18 van de Tulpstraat"."""
    for found in at_words(text, _number_first()):
        reason = "Huisnummers met de straat erachter."
        yield Match(*found.span("numbers"), Kind.ADDRESS, 0.75, "address.number", reason)
        yield Match(*found.span("street"), Kind.ADDRESS, 0.75, "address.number", reason)


@cache
def _number_first() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?i:\b(?:huis)?(?:nummers?|nrs?\.?)) (?P<numbers>{_NUMBERS}(?:{_ROW})?)"
        rf" (?:van|aan|in|op) (?:(?:de|het) )?{street()}(?!\w)"
    )
