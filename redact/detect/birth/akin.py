"""Dates that are a known date of birth but for one part, or are set against its year.

"geb 4 12 38 maar in suite staat 4-12-1939", "partner is geen 1941 maar 1942".
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from redact.detect.birth.birthdate import DATE, MONTH, full_year
from redact.detect.match import SURE, Match
from redact.detect.misread import with_digits
from redact.detect.starts import at, numbers
from redact.finding import Kind

_NEAR, _YEARS = 250, 3
_DATE = regex.compile(rf"(?<![\w./-]){DATE}")
_PARTS = regex.compile(
    rf"(?P<day>\d\d?)\D{{1,3}}(?:(?P<month>\d\d?)|(?i:(?P<name>{MONTH})))\D{{1,3}}(?P<year>\d{{2,4}})"
    r"|(?P<year>\d{4})[-./](?P<month>\d\d)[-./](?P<day>\d\d)"
)
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_SPELLED = {"mrt": 3, "mar": 3, "may": 5, "oct": 10}
_AGAINST = regex.compile(
    r"(?i)\b(?:geen|niet) (?P<first>(?:19|20)\d\d),? maar (?:wel )?"
    r"(?P<second>(?:19|20)\d\d)(?!\w|[./-]\d)"
)
_OR = regex.compile(
    r"(?: \([^()\n]{1,25}\))?(?:,| of| /| dan wel) (?P<date>(?:19|20)\d\d)(?= \([^()\d\n]{2,25}\))"
)


class _Day(NamedTuple):
    day: int
    month: int
    year: int


def akin_dates(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the dates and years that differ from a date of birth which was found for sure."""
    read = with_digits(text)
    births = [m for m in matches if m.kind is Kind.BIRTHDATE and m.score >= SURE]
    if not births:
        return
    taken = {match.start for match in births}
    days = [(birth, _day(read[birth.start : birth.end])) for birth in births]
    known = [(birth, day) for birth, day in days if day]
    for found in at(read, _DATE, numbers(read)):
        if found.start() not in taken and _is_akin(found, known):
            reason = "Op één deel na de geboortedatum die er vlakbij staat."
            yield Match(*found.span(), Kind.BIRTHDATE, 0.87, "birthdate.akin", reason)
    yield from _years(read, births, {day.year for _, day in known})


def _years(read: str, births: Sequence[Match], years: set[int]) -> Iterator[Match]:
    """Yield the years that a year of birth is said not to be, or to be as well."""
    for found in _AGAINST.finditer(read):
        if any(abs(int(found["first"]) - year) <= _YEARS for year in years):
            for group in ("first", "second"):
                reason = "Een geboortejaar dat wordt verbeterd."
                yield Match(*found.span(group), Kind.BIRTHDATE, 0.87, "birthdate.akin", reason)
    for birth in births:
        if other := _OR.match(read, birth.end):
            reason = "Een ander jaar achter een geboortedatum."
            yield Match(*other.span("date"), Kind.BIRTHDATE, 0.87, "birthdate.akin", reason)


def _is_akin(found: regex.Match[str], known: Sequence[tuple[Match, _Day]]) -> bool:
    """Tell whether two of the three parts of a date are those of a birth close by."""
    day = _day(found[0])
    return day is not None and any(
        sum(map(int.__eq__, day, other)) == 2  # noqa: PLR2004  all but one
        for birth, other in known
        if abs(found.start() - birth.start) <= _NEAR
    )


def _day(date: str) -> _Day | None:
    """Return the day, the month and the year of a date, if it is written in one of these ways."""
    found = _PARTS.match(date)
    if found is None:
        return None
    name = (found["name"] or "")[:3].lower()
    month = _SPELLED.get(name) or (_MONTHS.index(name) + 1 if name in _MONTHS else 0)
    return _Day(int(found["day"]), month or int(found["month"] or 0), full_year(int(found["year"])))
