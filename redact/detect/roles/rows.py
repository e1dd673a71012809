"""Roles by a table: what the other cells of a row and the headers of its columns tell."""

import re
from functools import lru_cache
from typing import NamedTuple

from redact.detect.context import line_end
from redact.detect.names.lexicon import word_set
from redact.detect.names.titles import is_followed_by_name, skip_articles, title_at
from redact.detect.names.tokens import Tokens, tokenise
from redact.detect.roles.parties import is_party
from redact.finding import Role

CELL_ENDS = re.compile(r"[\t|]")
_LONGEST_TABLE = 60
_FUNCTIONS = re.compile(
    r"(?i)functie.*|portefeuilles?|rol|hoedanigheid|titel|positie|fractie|partij|ambt"
)
OTHERS = re.compile(
    r"(?i)vervang|plaatsverv|achterwacht|assist|secretar|waarne|contact|wie\b|medewerk|ondersteun"
)
"""Headers of columns that hold somebody else than who has the function of the row."""
_TASKS = re.compile(
    r"(?i)\b(?:actie|acties|actiehouder|wie|wanneer|gereed|status|deadline|termijn)\b"
)
_COLLEGE = re.compile(
    r"(?i)\b(?:wethouders?|gedeputeerden?|(?:hoog)?heemra\w+|burgemeester"
    r"|college(?! van (?:bestuur|toez)))\b"
)
_LONGEST_ROW = 2000
"""No row of a table has more characters."""
_LONGEST_TITLE_LINE = 110


class Line(NamedTuple):
    """Characters [start, end) of a line, without its end."""

    start: int
    end: int


def cell_role(tokens: Tokens, index: int) -> Role | None:
    """Return the role that the cell right behind a name tells, unless it is a table of tasks."""
    line = line_at(tokens.text, tokens.starts[index] if index < len(tokens) else 0)
    if is_followed_by_name(tokens, index) or _TASKS.search(_first_row(tokens.text, line)):
        return None
    return title_at(tokens, index)


def role_in_row(tokens: Tokens, start: int) -> Role | None:
    """Return the role in the column "Functie" of a row: "De Wit | Rheden | wethouder"."""
    line = line_at(tokens.text, tokens.starts[start])
    row = tokens.text[line.start : line.end]
    if len(row) > _LONGEST_ROW or ("\t" not in row and "|" not in row):
        return None
    heads = CELL_ENDS.split(_first_row(tokens.text, line))
    cells = CELL_ENDS.split(row)
    if OTHERS.search(head_above(tokens, start)):
        return None
    roles = {
        _role_of_cell(head, cell, governs=_names_college(tokens.text))
        for head, cell in zip(heads, cells, strict=False)
        if _FUNCTIONS.fullmatch(head.strip(" *:"))
    }
    return Role.OFFICE_HOLDER if roles - {None} == {Role.OFFICE_HOLDER} else None


def _role_of_cell(head: str, cell: str, *, governs: bool) -> Role | None:
    said = head.strip(" *:").casefold()
    is_seat = is_party(cell) or (said == "fractie" and cell.strip())
    if said.startswith("portefeuille") and governs:
        words = re.findall(r"[^\W\d_]+", cell.casefold())
        is_seat = is_seat or any(word in word_set("portfolios") for word in words)
    if is_seat or any(map(_is_office, re.split(r"[,;/]|\sen\s", cell))):
        return Role.OFFICE_HOLDER
    return title_of(cell.strip())


def _is_office(said: str) -> bool:
    """Tell an office in a cell that tells more: "lid, wethouder (wnd.)"."""
    return title_of(said.strip()) is Role.OFFICE_HOLDER


@lru_cache(maxsize=2)
def _names_college(text: str) -> bool:
    """Tell a text about those who govern, whose fields are their portfolios."""
    return _COLLEGE.search(text) is not None


def head_above(tokens: Tokens, start: int) -> str:
    """Return the header of the column that a name stands in; nothing outside a table."""
    line = line_at(tokens.text, tokens.starts[start])
    if line.end - line.start > _LONGEST_ROW:
        return ""
    heads = CELL_ENDS.split(heads_above(tokens, start))
    own = len(CELL_ENDS.findall(tokens.text, line.start, tokens.starts[start]))
    return heads[own] if own < len(heads) else ""


def heads_above(tokens: Tokens, start: int) -> str:
    """Return the first row of the table that a name stands in, or the line it stands in."""
    return _first_row(tokens.text, line_at(tokens.text, tokens.starts[start]))


def table_start(text: str, place: int) -> int:
    """Return where the table begins that a place is in."""
    return _table_start(text, line_at(text, place))


def _table_start(text: str, line: Line) -> int:
    start = line.start
    for _ in range(_LONGEST_TABLE):
        above = line_at(text, start - 1) if start > 0 else Line(0, 0)
        row = text[above.start : above.end]
        if start == 0 or not ("\t" in row or "|" in row):
            break
        start = above.start
    return start


def _first_row(text: str, line: Line) -> str:
    """Return the first row of the table that a row is in."""
    start = _table_start(text, line)
    return text[start : min(line_at(text, start).end, start + _LONGEST_ROW)]


def line_at(text: str, position: int) -> Line:
    """Return the line that a place is in."""
    return Line(text.rfind("\n", 0, position) + 1, line_end(text, position))


@lru_cache(maxsize=2048)
def title_of(cell: str) -> Role | None:
    """Return the role that a cell or a line tells that is a title and nothing else."""
    if not cell or len(cell) > _LONGEST_TITLE_LINE or "|" in cell:
        return None
    tokens = tokenise(cell)
    return title_at(tokens, skip_articles(tokens, 0))
