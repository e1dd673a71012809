"""Numbers and dates of birth in words, as in a transcript: "nul zes, twaalf, vierendertig ...".

The digits they stand for decide, and the words before them: a mobile number and a citizen service
number are known by themselves, another number by what it is called.
"""

from collections.abc import Iterator

import regex

from redact.detect.context import last_label
from redact.detect.match import Match
from redact.detect.number.bsn import passes_eleven_test
from redact.detect.starts import at_words
from redact.finding import Kind

_UNITS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    *("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien"),
    *("achttien", "negentien"),
)
_TENS = {
    name: f"{2 + place}0"
    for place, name in enumerate(
        ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
    )
}
_PLAIN = {name: str(value) for value, name in enumerate((*_UNITS, *_TEENS))} | _TENS
_UNIT = r"(?:[eé][eé]n|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_TEN = rf"(?:{'|'.join(_TENS)})"
_NUMBER = rf"(?:{_UNIT}(?:en|ën|ëen){_TEN}|{_TEN}|{'|'.join(reversed(_TEENS))}|nul|{_UNIT})"
_TIMES = rf"(?:(?:{_UNIT} (?:keer|maal)|dubbel) {_NUMBER})"
_JOINT = r"(?:, ?|[ –-]|\.\.\. ?| en )"
_SERIES = regex.compile(
    rf"(?i)\b(?:{_TIMES}|{_NUMBER})(?:{_JOINT}(?:{_TIMES}|{_NUMBER})\b){{2,}}(?!\w)"
)
_PART = regex.compile(
    rf"(?:(?P<count>{_UNIT}) (?:keer|maal) |(?P<double>dubbel) )?"
    rf"(?:(?P<unit>{_UNIT})(?:en|ën|ëen)(?P<ten>{_TEN})|(?P<plain>{_NUMBER}))\b"
)
_LABELS = regex.compile(
    r"(?i)(?P<phone>\b(?:tel(?:efoon\w*)?|mobiel\w*|gebeld|teruggebeld|bel(?:len|t)?|vaste lijn|"
    r"toestel|doorkies\w*|bereikbaar|06|nul zes))\b"
    r"|(?P<bsn>\b(?:bsn|burgerservicenummer|sofinummer))\b"
    r"|(?P<idnumber>\b(?:pas(?:je)?|badge|personeels\w+|cli[eë]nt\w*|klantn\w+|polis\w*|paspoort\w*|"
    r"rijbewijs\w*|dossiern\w+|kenteken|v-nummer))\b"
    r"|(?P<iban>\b(?:rekening\w*|iban))\b|(?P<other>\bzaak\w*|\bfactuur\w*)"
)
_REACH, _FAR = 80, 180
_MOBILE, _BSN_LENGTH, _FEWEST = 10, 9, 4
_REASONS = {
    Kind.PHONE: "Een telefoonnummer in woorden.",
    Kind.BSN: "Negen cijfers in woorden die aan de elfproef voldoen.",
    Kind.IDNUMBER: "Een nummer van een persoon in woorden.",
    Kind.IBAN: "Een rekeningnummer in woorden.",
}
_MONTHS = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
)
_YEAR = rf"(?:(?:negentien|tweeduizend)(?:[ -]?honderd)?(?:[ -]?(?:en[ -]?)?{_NUMBER})?|{_NUMBER})"
_DATE = regex.compile(
    rf"(?i)\b(?P<date>(?:{_NUMBER}|eerste|tweede|derde)(?: van)? {_MONTHS}(?:,? {_YEAR}\b)?"
    rf"|(?:negentien|tweeduizend)[ -]?(?:honderd[ -]?)?(?:en[ -]?)?{_NUMBER})(?!\w)"
)
_BORN = regex.compile(
    r"(?i)\b(?:geboren|geb\.|geboortedatum|geboortejaar|verjaardag|jarig|bouwjaar)"
    r"(?:[^.;]|\.(?! \p{Lu})){0,90}$"
)
_BUILT = regex.compile(
    rf"(?i)\bik ben (?:zelf )?(?:een )?(?:van |uit )?bouwjaar (?P<date>{_YEAR})(?!\w)"
)
"""The speaker's own year: "ik ben bouwjaar tweeënvijftig"."""
_ASKED = regex.compile(
    r"(?i)\b(?:geboortedatum|geboren|geboortejaar)[^\n]{0,40}\?\s{1,3}[^\n]{0,110}$"
)
"""A date of birth that was asked for in one turn and comes in the next."""


def find_spoken(text: str) -> Iterator[Match]:
    """Yield the numbers and dates of birth that are written in words."""
    for found in at_words(text, _SERIES):
        match = _judge(text, found)
        if match:
            yield match
    for found in _BUILT.finditer(text):
        reason = "Een geboortejaar in woorden: 'ik ben bouwjaar'."
        yield Match(*found.span("date"), Kind.BIRTHDATE, 0.87, "birthdate.spoken", reason)
    for found in at_words(text, _DATE):
        before = text[max(0, found.start() - _FAR) : found.start()]
        if _BORN.search(before) or _ASKED.search(before):
            reason = "Een geboortedatum in woorden."
            yield Match(*found.span("date"), Kind.BIRTHDATE, 0.9, "birthdate.spoken", reason)


def _judge(text: str, found: regex.Match[str]) -> Match | None:
    """Judge a series of number words by the digits and by what is said before."""
    digits = _digits(found[0].lower())
    if len(digits) == _BSN_LENGTH and passes_eleven_test(digits):
        return _match(found, Kind.BSN, 0.9)
    label = last_label(text, found.start(), _LABELS, _REACH)
    if len(digits) == _MOBILE and digits.startswith("0"):
        return _match(found, Kind.PHONE, 0.9)
    if label in (None, "other") or len(digits) < _FEWEST:
        return None
    kind = Kind(label)
    return _match(found, kind, 0.65 if kind is Kind.BSN else 0.87)


def _match(found: regex.Match[str], kind: Kind, score: float) -> Match:
    return Match(*found.span(), kind, score, f"{kind}.spoken", _REASONS[kind])


def _digits(series: str) -> str:
    """Return the digits a series of number words stands for."""
    plain = series.replace("éé", "ee").replace("é", "e")
    return "".join(_value(part) for part in _PART.finditer(plain))


def _value(part: regex.Match[str]) -> str:
    if part["ten"]:
        digits = str(int(_TENS[part["ten"]]) + int(_PLAIN[part["unit"]]))
    else:
        digits = _PLAIN[part["plain"]]
    times = int(_PLAIN[part["count"]]) if part["count"] else 2 if part["double"] else 1
    return digits * times
