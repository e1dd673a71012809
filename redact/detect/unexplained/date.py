"""Dates beside a person that nothing explains and that may be of a birth: shown."""

from collections.abc import Iterator
from functools import cache

import regex

from redact.detect.birth.birthdate import DATE, DAY, MONTH, NUMBER
from redact.detect.columns import cells_under
from redact.detect.match import Match
from redact.detect.starts import at_words
from redact.detect.unexplained.clause import Clause, People, clause_with_person, person_before
from redact.detect.wordlist import entries
from redact.finding import Kind

_FULL_YEAR = r"(?:19|20)\d\d"
_DATE = regex.compile(
    rf"(?<![\w/.-])(?:{DATE}|{DAY}(?:[./–-]| ?/ ?)(?i:{MONTH})[./–-]?(?:{_FULL_YEAR}|\d\d)"
    rf"|(?i:{MONTH}) {DAY}(?:st|nd|rd|th)?,? {_FULL_YEAR}|{DAY} (?i:{MONTH}) (?:van )?{_FULL_YEAR}"
    rf"|{DAY}[ ./-](?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}}|X)[ ./-]{_FULL_YEAR}"
    rf"|{DAY}(?: / |\|| - ){NUMBER}(?: / |\|| - ){_FULL_YEAR})(?!\w|[./-]\d)"
)
_YEAR = regex.compile(r"(?P<full>(?:19|20)\d\d)|(?P<short>\d\d)$")
_OLD, _GROWN, _OLDEST, _LATEST = 12, 3, 105, 2035
_BEHIND = regex.compile(r"[ \t]{0,3}(?:[,;:|/(*–-]|\t)?[ \t]{0,3}[(*°]?[ ]?")
_HEADER = regex.compile(
    r"(?i)(?<!\p{L})(?:\p{L}{1,20} ){0,2}(?:(?!geb)\p{L}{0,15}datum|wanneer|gereed|in dienst|"
    r"uit dienst|sinds|vanaf|tot|start|eind|"
    r"deadline|termijn|ontvangen|d\.?d\.?|dag|laatst|ingang|verval|overl|gehuwd|gehoord|"
    r"periode|besluit|indiening|verzonden|tijd|afgerond|uitvaart|begraven)[^\t|\n]{0,30}"
)
_TIME_NEXT = regex.compile(
    r"[ ,]*(?:om |at )?\d{1,2}[:.]\d\d(?!\d)|[ ]?(?:t/m|tot|–|-|en met)[ ]?\d"
)
_REASON = "Een datum van jaren terug bij een persoon, die niets in de tekst verklaart."


def unexplained_dates(text: str, people: People, claimed: bytearray) -> Iterator[Match]:
    """Yield the dates by which the bearer would be of a likely age, where a person is named."""
    dates = [(found.span(), _year(found[0])) for found in at_words(text, _DATE)]
    present = max((year for _, year in dates if year <= _LATEST), default=0)
    others: set[int] | None = None
    for (start, end), year in dates:
        if not _GROWN <= present - year <= _OLDEST or claimed.find(1, start, end) >= 0:
            continue
        clause = clause_with_person(text, people, start, end)
        if clause is None or _is_explained(text, start, end, clause):
            continue
        if present - year <= _OLD and not _is_behind(text, people, start):
            continue
        if others is None:
            others = {place for place, _ in cells_under(text, _HEADER)}
        if start not in others:
            yield Match(start, end, Kind.BIRTHDATE, 0.5, "birthdate.unexplained", _REASON)


def _year(date: str) -> int:
    """Return the year of a date; of two digits, the last one before 2030."""
    found = _YEAR.search(date)
    if found is None:
        return 0
    if found["full"]:
        return int(found["full"])
    short = int(found["short"])
    return 2000 + short if short < 30 else 1900 + short  # noqa: PLR2004  the century


def _is_behind(text: str, people: People, start: int) -> bool:
    """Tell whether hardly a sign stands between a name and a date."""
    end = person_before(people, start)
    return 0 <= end <= start and _BEHIND.fullmatch(text, end, start) is not None


def _is_explained(text: str, start: int, end: int, clause: Clause) -> bool:
    """Tell whether a word in the clause says what was done on a date, or a time stands behind."""
    near = _events().search(text, max(clause.start, start - 70), min(clause.end, end + 50))
    return near is not None or _TIME_NEXT.match(text, end) is not None


@cache
def _events() -> regex.Pattern[str]:
    words = "|".join(entries("date_explained_patterns"))
    return regex.compile(rf"(?i)(?:{words})")
