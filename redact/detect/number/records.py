"""Columns without a heading, known by what stands in them: service numbers, births, telephones.

"098831 | P. Nijland | 19480611 | 861431856": one such row may be chance, two below each other are
a list of persons. Rows are lines of cells, or of fields parted by semicolons as in an export.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import TypeAlias

import regex

from redact.detect.birth.birthdate import DATE
from redact.detect.columns import Cell, Table, tables
from redact.detect.match import Match
from redact.detect.number.bsn import passes_eleven_test
from redact.finding import Kind

_MOST_ROWS = 20_000
_EARLIEST, _LATEST, _SPREAD = 1900, 2025, 12
"""Years of birth; those of a column of persons lie further apart than other dates do."""
_BSN = regex.compile(r"\d(?:[ .-]?\d){7,8}")
_COMPACT = regex.compile(
    r"(?P<year>19\d\d|20[012]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?P<year>19\d\d|20[012]\d)"
)
_SHORT = regex.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?P<year>\d\d)")
_PLAIN = regex.compile(rf"{DATE}")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_NUMBER = regex.compile(r"\d{5,8}")
_PHONE = regex.compile(r"\+?\d(?:[ .()/–-]{0,3}\d){5,13}")

Test: TypeAlias = Callable[[str], bool]


def in_records(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the numbers and dates in columns that have no heading."""
    persons = {match.start for match in matches if match.kind is Kind.PERSON}
    phones = {match.start for match in matches if match.kind is Kind.PHONE}
    for table in tables(text):
        if len(table) > 1:
            yield from _in_table(text, table[:_MOST_ROWS], persons, phones)


def _in_table(text: str, table: Table, persons: set[int], phones: set[int]) -> Iterator[Match]:
    of_persons = sum(_holds(row, persons) for row in table) * 2 >= len(table)
    columns = [
        [cell for cell in column if cell and cell[0] < cell[1]] for column in zip_longest(*table)
    ]
    numbered = [column for column in columns if _all(text, column, _is_bsn)]
    for start, end in chain.from_iterable(numbered):
        reason = "Een kolom van getallen die alle aan de elfproef voldoen."
        yield Match(start, end, Kind.BSN, 0.9, "bsn.records", reason)
    for column in columns:
        if column in numbered:
            continue
        yield from _phones(text, column, phones)
        if (of_persons or numbered) and _all(text, column, _is_birth) and _spread(text, column):
            reason = "Een kolom van data die ver uiteen liggen, naast personen."
            for start, end in column:
                yield Match(start, end, Kind.BIRTHDATE, 0.9, "birthdate.records", reason)
        elif of_persons and numbered and _all(text, column, _is_number):
            reason = "Een kolom van nummers naast personen en hun BSN."
            for start, end in column:
                yield Match(start, end, Kind.IDNUMBER, 0.87, "idnumber.records", reason)


def _holds(row: Sequence[Cell], places: set[int]) -> bool:
    """Tell whether one of the places lies in a row, near the start of a cell."""
    return any(place in places for start, end in row for place in range(start, min(end, start + 8)))


def _all(text: str, column: Sequence[Cell], test: Test) -> bool:
    """Tell whether two or more cells all pass a test, no two of them alike."""
    said = [text[start:end] for start, end in column]
    return len(said) > 1 and all(map(test, said)) and len(set(said)) * 2 > len(said)


def _is_bsn(cell: str) -> bool:
    digits = "".join(filter(str.isdigit, cell))
    return bool(_BSN.fullmatch(cell)) and passes_eleven_test(digits) and not _is_birth(cell)


def _is_birth(cell: str) -> bool:
    return any(form.fullmatch(cell) for form in (_COMPACT, _SHORT, _PLAIN))


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell))


def _spread(text: str, column: Sequence[Cell]) -> bool:
    """Tell whether the years of a column lie far apart, and none in the future."""
    years = [_year(text[start:end]) for start, end in column]
    return _EARLIEST <= min(years) <= max(years) - _SPREAD <= _LATEST - _SPREAD


def _year(cell: str) -> int:
    found = _COMPACT.fullmatch(cell) or _SHORT.fullmatch(cell)
    year = found["year"] if found else (_YEAR.findall(cell) or [cell[-2:]])[0]
    number = int(year)
    if len(year) > 2:  # noqa: PLR2004  a year written in full
        return number
    return 2000 + number if number <= _LATEST - 2000 else 1900 + number


def _phones(text: str, column: Sequence[Cell], phones: set[int]) -> Iterator[Match]:
    """Yield what stands among telephone numbers and has digits enough to be one."""
    known = {cell for cell in column if not phones.isdisjoint(range(cell[0], cell[0] + 3))}
    if len(known) < 2 or len(known) * 3 < len(column):  # noqa: PLR2004  one may be chance
        return
    for start, end in column:
        if (start, end) not in known and _PHONE.fullmatch(text, start, end):
            reason = "Een nummer in een kolom waarin telefoonnummers staan."
            yield Match(start, end, Kind.PHONE, 0.87, "phone.records", reason)
