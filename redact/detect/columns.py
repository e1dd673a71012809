"""Tables in a flow: which cells stand below a header such as "BSN" or "Naam".

A row is one line; its cells are parted by tabs, or by bars as in Markdown. A table ends at the
first line that has neither. An export has its fields parted by semicolons, in the same number on
each line.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

import regex

from redact.detect.context import line_end

SEPARATOR = regex.compile(r"[\t|]")
EDGE = regex.compile(r"[\t|\n]")
LONGEST = 80
"""A cell with more characters is no header."""
FIELDS = 4
"""A line with fewer fields between semicolons is rather a sentence."""
HEADED_FIELDS = 3
"""So many are enough below a line that holds a header."""
LONGEST_ROW = 2000
"""What stands further on in a line is not read: no table is that wide."""
BODY = regex.compile(r"[\p{L}\p{N}](?:.*\S)?")
"""What a cell says, without the blanks and the rules (|---|) around it."""

Cell: TypeAlias = tuple[int, int]
"""[start, end) of what a cell says, without its blanks."""
Table: TypeAlias = list[list[Cell]]
"""Rows of cells."""


def cells_under(text: str, header: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of each filled cell below a cell that is the header and nothing else.

    A header may stand in any row. In a table of two columns that lists "label, value" downwards,
    the cells below a label are the next labels: a caller for whom that matters looks at what the
    cell says.
    """
    yielded: set[int] = set()
    for start, end in _fields_under(text, header) if ";" in text else ():
        yielded.add(start)
        yield start, end
    if not SEPARATOR.search(text):
        return
    for hit in header.finditer(text):
        cell = _cell_around(text, hit.start())
        if hit.start() in yielded or cell is None or not _is_header(text, header, *cell):
            continue
        for start, end in _below(text, *cell):
            if start not in yielded:
                yielded.add(start)
                yield start, end


def _fields_under(text: str, header: regex.Pattern[str]) -> Iterator[Cell]:
    """Yield the filled fields of exports below a first line with the header."""
    for first, *rows in _exports(text):
        for column, (start, end) in enumerate(first):
            if end - start <= LONGEST and header.fullmatch(text, start, end):
                yield from (row[column] for row in rows if row[column][0] < row[column][1])


@lru_cache(maxsize=2)
def _exports(text: str) -> tuple[Table, ...]:
    return tuple(rows_of_fields(text, HEADED_FIELDS))


def _cell_around(text: str, position: int) -> tuple[int, int] | None:
    """Return [start, end) of the cell that a position is in, unless it is too long for a header."""
    low, high = max(0, position - LONGEST), position + LONGEST
    start = 1 + max(text.rfind(edge, low, position) for edge in "\t|\n")
    ending = EDGE.search(text, position, high)
    if (start == 0 and low > 0) or (ending is None and high < len(text)):
        return None
    return start, ending.start() if ending else len(text)


def _is_header(text: str, header: regex.Pattern[str], start: int, end: int) -> bool:
    """Tell whether a cell says the header only; a colon or a star after it does no harm."""
    body = BODY.search(text, start, end)
    if body is None:
        return False
    ends = range(body.end(), max(body.start(), body.end() - 3), -1)
    return any(
        header.fullmatch(text, body.start(), end) and not text[end : body.end()].strip(":*.) ")
        for end in ends
    )


def _below(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the cells below the header cell [start, end), down to the end of the table."""
    line_start = text.rfind("\n", 0, start) + 1
    ending = line_end(text, end)
    if start - line_start > LONGEST_ROW or not SEPARATOR.search(text, line_start, ending):
        return
    column = len(SEPARATOR.findall(text, line_start, start))
    while ending < len(text):
        line_start, ending = ending + 1, line_end(text, ending + 1)
        readable = min(ending, line_start + LONGEST_ROW)
        bars = [bar.start() for bar in SEPARATOR.finditer(text, line_start, readable)]
        if not bars:
            return
        edges = [line_start - 1, *bars, ending]
        if column + 1 < len(edges):
            body = BODY.search(text, edges[column] + 1, edges[column + 1])
            if body:
                yield body.span()


def starts_under(
    text: str, header: regex.Pattern[str], pattern: regex.Pattern[str]
) -> frozenset[int]:
    """Return where a pattern begins in the cells below a header."""
    return frozenset(
        hit.start()
        for start, end in cells_under(text, header)
        for hit in pattern.finditer(text, start, end)
    )


@lru_cache(maxsize=2)
def tables(text: str) -> tuple[Table, ...]:
    """Return all tables: those of cells first, then those of fields; kept, as several ask."""
    return (*rows_of_cells(text), *rows_of_fields(text))


def rows_of_cells(text: str) -> Iterator[Table]:
    """Yield each table of cells that tabs part, as its rows."""
    table: Table = []
    start = 0
    for line in text.splitlines(keepends=True) if "\t" in text else ():
        if "\t" in line and len(line) <= LONGEST_ROW:
            table.append(_cells(line.rstrip("\n"), start))
        elif table:
            yield table
            table = []
        start += len(line)
    if table:
        yield table


def rows_of_fields(text: str, least: int = FIELDS) -> Iterator[Table]:
    """Yield each run of lines with as many semicolons, as its rows of fields: an export."""
    table: Table = []
    start = 0
    for line in text.splitlines(keepends=True) if ";" in text else ():
        row = _cells(line.rstrip("\n"), start, ";") if len(line) <= LONGEST_ROW else []
        if len(row) < least or (table and len(table[0]) != len(row)):
            if table:
                yield table
            table = []
        if len(row) >= least:
            table.append(row)
        start += len(line)
    if table:
        yield table


def _cells(line: str, start: int, separator: str = "\t") -> list[Cell]:
    cells = []
    for cell in line.split(separator):
        lead = len(cell) - len(cell.lstrip())
        cells.append((start + lead, start + lead + len(cell.strip())))
        start += len(cell) + 1
    return cells
