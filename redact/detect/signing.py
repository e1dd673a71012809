"""Roles by layout: a table's other cells, and the titles above or beside a signature."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from redact.detect.names.titles import skip_articles, title_at
from redact.detect.names.tokens import Tokens, tokenise
from redact.finding import Role

_CELLS = re.compile(r"[^\t|]*[^\t|\s][^\t|]*")
_COLUMNS = re.compile(r"\S(?:[^\t\n]*?\S)??(?=\t|\s{2,}|$)")
_LINES_ABOVE = 4
_LONGEST_TITLE_LINE = 110
_BOARD = re.compile(
    r"\b(?:college van|burgemeester|wethouders|gedeputeerde staten|provinciale staten|dijkgraaf"
    r"|dagelijks bestuur|algemeen bestuur|commissaris van de koning|gemeenteraad|de raad)\b",
    re.IGNORECASE,
)
_NEAR_BOARD = 500
_SECRETARY = re.compile(r"(?:de\s+)?(?:\w+\s)?(?:secretaris|voorzitter)\b[,.]?\s*$", re.IGNORECASE)


class _Line(NamedTuple):
    start: int
    end: int


def role_in_row(tokens: Tokens, start: int) -> Role | None:
    """Return the role that another cell of a table row tells: "De Wit | Rheden | wethouder"."""
    line = _line_at(tokens.text, tokens.starts[start])
    row = tokens.text[line.start : line.end]
    if "\t" not in row and "|" not in row:
        return None
    place = tokens.starts[start] - line.start
    cells = [cell for cell in _CELLS.finditer(row) if not cell.start() <= place < cell.end()]
    roles = {_title_of(cell[0].strip()) for cell in cells} - {None}
    return Role.OFFICE_HOLDER if roles == {Role.OFFICE_HOLDER} else None


def signed_role(tokens: Tokens, start: int, end: int) -> Role | None:
    """Return the role of the title above a name that fills its line or its column."""
    text = tokens.text
    line = _line_at(text, tokens.starts[start])
    columns = [column.span() for column in _COLUMNS.finditer(text, line.start, line.end)]
    here = next(
        (k for k, span in enumerate(columns) if span[0] <= tokens.starts[start] < span[1]), None
    )
    if here is None or not _fills(text, columns[here], tokens.ends[end - 1]):
        return None
    beside = text[tokens.ends[end - 1] : columns[here][1]].strip(" ,(")
    if _SECRETARY.fullmatch(beside):
        return _of_board(text, line)
    for above in _lines_above(text, line):
        cells = [column[0] for column in _COLUMNS.finditer(text, above.start, above.end)]
        if len(cells) != len(columns) and not (len(cells) > here and len(columns) == 1):
            continue
        title = cells[here].rstrip(" ,:.")
        if _SECRETARY.fullmatch(title):
            return _of_board(text, line)
        return Role.OFFICE_HOLDER if _title_of(title) is Role.OFFICE_HOLDER else None
    return None


def _fills(text: str, column: tuple[int, int], end: int) -> bool:
    """Tell whether a column holds a name and no more than a title and marks beside it."""
    after = text[end : column[1]].strip(" .,)")
    return not after or bool(_SECRETARY.fullmatch(after.strip("( ")))


def _of_board(text: str, line: _Line) -> Role | None:
    """Tell the secretary of a board, who signs for it, from one of a committee."""
    near = text[max(0, line.start - _NEAR_BOARD) : line.end + _NEAR_BOARD // 5]
    return Role.OFFICE_HOLDER if _BOARD.search(near) else None


def _lines_above(text: str, line: _Line) -> Iterator[_Line]:
    """Yield the filled lines above, the nearest first, as far as they may hold titles."""
    end = line.start - 1
    for _ in range(_LINES_ABOVE):
        if end <= 0:
            return
        above = _line_at(text, end - 1) if text[end - 1] != "\n" else _Line(end, end)
        if text[above.start : above.end].strip():
            yield above
        end = above.start - 1


def _line_at(text: str, position: int) -> _Line:
    end = text.find("\n", position)
    return _Line(text.rfind("\n", 0, position) + 1, end if end >= 0 else len(text))


@lru_cache(maxsize=2048)
def _title_of(cell: str) -> Role | None:
    """Return the role that a cell or a line tells that is a title and nothing else."""
    if not cell or len(cell) > _LONGEST_TITLE_LINE:
        return None
    tokens = tokenise(cell)
    return title_at(tokens, skip_articles(tokens, 0))
