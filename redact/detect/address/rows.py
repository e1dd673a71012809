"""Addresses in the cells of an export without headings: street;number;addition;postcode;place."""

from collections.abc import Iterator
from itertools import pairwise

import regex

from redact.detect.address.owner import is_firm
from redact.detect.address.place import POSTCODE
from redact.detect.address.street import is_year
from redact.detect.columns import Cell
from redact.detect.match import Match
from redact.finding import Kind

_EDGE = regex.compile(r"[;\t|]|\",\"|(?<=\w),(?=\w)")
_FEWEST = 4
"""A line with fewer edges is no row of an export."""
_LONGEST = 2000
_DIGITS = regex.compile(r"[1-9]\d{3}")
_NUMBER = regex.compile(r"[1-9]\d{0,4}(?:[ -]?\w{1,4})?")
_ADDITION = regex.compile(
    r"(?i)[a-z]|bis|hs|huis|rood|zwart|bov|boven|bg|i{1,3}|iv|\d{1,3}(?:hoog)?"
)
_STREET = regex.compile(r"[\p{L}'’\d][\p{L}\p{M}\d.,'’ /-]{1,60}")
_PLACE = regex.compile(r"['’]?\p{Lu}[\p{L}'’ ()-]{1,40}")
_REASON = "Een cel naast een postcode in een regel van een export: is het een woonadres?"


def in_rows(text: str) -> Iterator[Match]:
    """Yield the cells of an address around each postcode that fills a cell of a long row.

    A row whose first cells name an organisation is left alone.
    """
    if not _EDGE.search(text):
        return
    start = 0
    for line in text.splitlines(keepends=True):
        if len(line) <= _LONGEST and (";" in line or POSTCODE.search(line)):
            yield from _in_row(text, _cells(text, start, start + len(line.rstrip("\n"))))
        start += len(line)


def _in_row(text: str, cells: list[Cell]) -> Iterator[Match]:
    if len(cells) <= _FEWEST or any(is_firm(text[start:end]) for start, end in cells[:4]):
        return
    for index, cell in enumerate(cells):
        if _is_postcode(text, cells, index):
            for start, end in (*_before(text, cells[:index]), cell, *_after(text, cells, index)):
                yield Match(start, end, Kind.ADDRESS, 0.75, "address.row", _REASON)


def _is_postcode(text: str, cells: list[Cell], index: int) -> bool:
    """Tell whether a cell is a postcode; digits alone are, close behind a street with a number."""
    if POSTCODE.fullmatch(text, *cells[index]):
        return True
    filled = [cell for cell in cells[max(0, index - 4) : index] if cell[0] < cell[1]]
    digits = _DIGITS.fullmatch(text, *cells[index])
    return (
        digits is not None
        and not is_year(digits[0])
        and any(_ends_in_number(text[start:end]) for start, end in filled)
    )


def _ends_in_number(cell: str) -> bool:
    return regex.match(r"\p{Lu}[\p{L}.'’ -]{3,} [1-9]\d{0,3}(?!\d)", cell) is not None


def _before(text: str, cells: list[Cell]) -> Iterator[Cell]:
    """Yield the cells before a postcode: an addition, a number, a street, read backwards."""
    for cell in reversed([cell for cell in cells if cell[0] < cell[1]][-3:]):
        if _NUMBER.fullmatch(text, *cell) or _ADDITION.fullmatch(text, *cell):
            yield cell
        else:
            if _STREET.fullmatch(text, *cell):
                yield cell
            return


def _after(text: str, cells: list[Cell], index: int) -> Iterator[Cell]:
    following = cells[index + 1 : index + 2]
    yield from (cell for cell in following if _PLACE.fullmatch(text, *cell))


def _cells(text: str, start: int, end: int) -> list[Cell]:
    """Return [start, end) of the cells of a line, without blanks and quotes around them."""
    edges = [
        (start, start),
        *(edge.span() for edge in _EDGE.finditer(text, start, end)),
        (end, end),
    ]
    return [_stripped(text, left[1], right[0]) for left, right in pairwise(edges)]


def _stripped(text: str, start: int, end: int) -> Cell:
    while start < end and text[start] in ' "':
        start += 1
    while start < end and text[end - 1] in ' "':
        end -= 1
    return start, end
