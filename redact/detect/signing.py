"""Roles by layout: a table's other cells, and the titles above or beside a signature."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from redact.detect.names.lexicon import word_set
from redact.detect.names.titles import is_followed_by_name, skip_articles, title_at
from redact.detect.names.tokens import Tokens, tokenise
from redact.detect.parties import is_party
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
_SIGNERS = re.compile(r"(?i)\b(?:de|het)\s(?:voorzitter|burgemeester|dijkgraaf|commissaris)\b")
_BOTH = re.compile(
    r"(?i)\bde\s(?:secretaris|griffier|\w*secretaris|secretaris-directeur|loco-secretaris)\s?,?\s+"
    r"(?:en\s)?de\s(?:\w+\.?\s|loco-)?(?:burgemeester|dijkgraaf|voorzitter|commissaris)\b"
    r"|\bde\s(?:loco-)?(?:burgemeester|dijkgraaf|voorzitter|commissaris\svan\sde\skoning(?:in)?)\s?,?\s+"
    r"(?:en\s)?de\s(?:\w+-?)?secretaris\b"
)
"""Those who sign for a board, side by side, before the line with their names."""
_SMALL = frozenset(
    {"van", "de", "der", "den", "ten", "ter", "te", "'t", "drs", "mr", "ir", "dr", "ing"}
) | {*".,-–"}
_COLUMNS = re.compile(r"\S++(?:[^\S\t\n]\S++)*+(?=\t|\s{2,}|$)")
_ENACTED = re.compile(
    r"(?i)\b(?:vastgesteld|besloten)\b[^\n]*"
    r"\b(?:algemeen bestuur|dagelijks bestuur|raad|college|staten)\b"
)
_NEAR_ACT = 150
_FOR = re.compile(
    r"(?im)\b(?:voor|namens) (?:dezen?|dit|haar|hem)\b|\bnamens de(?:ze)?\b|^\s*namens\b"
)
"""Who signs for an office does not hold it."""
_LINES_ABOVE = 4
_LONGEST_SIGNATURE = 300
"""No line with a signature, or some side by side, has more characters."""
_LONGEST_ROW = 2000
"""No row of a table has more characters."""
_BULLETS = ("- ", "• ", "* ", "– ")
_LONGEST_TITLE_LINE = 110
_BOARD = re.compile(
    r"\b(?:college van|burgemeester|wethouders|gedeputeerde staten|provinciale staten|dijkgraaf"
    r"|dagelijks bestuur|algemeen bestuur|commissaris van de koning|gemeenteraad|de raad)\b",
    re.IGNORECASE,
)
_COLLEGE = re.compile(
    r"(?i)\b(?:wethouders?|gedeputeerden?|(?:hoog)?heemra\w+|burgemeester"
    r"|college(?! van (?:bestuur|toez)))\b"
)
_NEAR_BOARD = 500
_SECRETARY = re.compile(
    r"(?:\bde\s+)?(?:\b(?!ambtelijk)\w+\s)?(?<![-\w])(?<!ambtelijk\s)(?:secretaris|voorzitter)\b[,.]?\s*"
    r"(?:(?:mr|drs|ir|dr|ing|mw|dhr)\.?\s)*$",
    re.IGNORECASE,
)


class _Line(NamedTuple):
    start: int
    end: int


def cell_role(tokens: Tokens, index: int) -> Role | None:
    """Return the role that the cell right behind a name tells, unless it is a table of tasks."""
    line = _line_at(tokens.text, tokens.starts[index] if index < len(tokens) else 0)
    if is_followed_by_name(tokens, index) or _TASKS.search(_first_row(tokens.text, line)):
        return None
    return title_at(tokens, index)


def role_in_row(tokens: Tokens, start: int) -> Role | None:
    """Return the role in the column "Functie" of a row: "De Wit | Rheden | wethouder"."""
    line = _line_at(tokens.text, tokens.starts[start])
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
    return Role.OFFICE_HOLDER if is_seat else _title_of(cell.strip())


@lru_cache(maxsize=2)
def _names_college(text: str) -> bool:
    """Tell a text about those who govern, whose fields are their portfolios."""
    return _COLLEGE.search(text) is not None


def head_above(tokens: Tokens, start: int) -> str:
    """Return the header of the column that a name stands in; nothing outside a table."""
    line = _line_at(tokens.text, tokens.starts[start])
    if line.end - line.start > _LONGEST_ROW:
        return ""
    heads = CELL_ENDS.split(heads_above(tokens, start))
    own = len(CELL_ENDS.findall(tokens.text, line.start, tokens.starts[start]))
    return heads[own] if own < len(heads) else ""


def heads_above(tokens: Tokens, start: int) -> str:
    """Return the first row of the table that a name stands in, or the line it stands in."""
    return _first_row(tokens.text, _line_at(tokens.text, tokens.starts[start]))


def _first_row(text: str, line: _Line) -> str:
    """Return the first row of the table that a row is in."""
    start = line.start
    for _ in range(_LONGEST_TABLE):
        above = _line_at(text, start - 1) if start > 0 else _Line(0, 0)
        row = text[above.start : above.end]
        if start == 0 or not ("\t" in row or "|" in row):
            break
        start = above.start
    return text[start : min(_line_at(text, start).end, start + _LONGEST_ROW)]


def signed_role(tokens: Tokens, start: int, end: int) -> Role | None:
    """Return the role of the titles that stand before or above a signature."""
    line = _line_at(tokens.text, tokens.starts[start])
    begin = max(line.start, tokens.starts[start] - _LONGEST_TITLE_LINE)
    before = tokens.text[begin : tokens.starts[start]]
    if _BOTH.search(before) or _signs_side_by_side(tokens, line):
        return Role.OFFICE_HOLDER
    above = tokens.text[max(0, line.start - _NEAR_ACT) : line.start]
    is_act = _SECRETARY.search(before) and _ENACTED.search(above + before)
    if is_act or (_SECRETARY.search(before) and _SIGNERS.search(tokens.text, line.start, line.end)):
        return _of_board(tokens.text, line)
    return _role_above(tokens, line, start, end)


def _signs_side_by_side(tokens: Tokens, line: _Line) -> bool:
    """Tell the line below "de secretaris, de burgemeester," where blanks part the two names."""
    text = tokens.text
    above = next(_lines_above(text, line), None)
    if above is None or line.end - line.start > _LONGEST_TITLE_LINE:
        return False
    said = text[max(above.start, above.end - _LONGEST_TITLE_LINE) : above.end].strip(" ,.:")
    hit = None if _FOR.search(said) else _BOTH.search(said)
    if hit is None or hit.end() < len(said) or not _of_board(text, line):
        return False
    first, last = tokens.at(line.start), tokens.at(line.end)
    return all(word[0].isupper() or word in _SMALL for word in tokens.words[first:last])


def _role_above(tokens: Tokens, line: _Line, start: int, end: int) -> Role | None:
    """Return the role of the title above a name that fills its line or its column."""
    text, place = tokens.text, tokens.starts[start]
    is_long = line.end - line.start > _LONGEST_SIGNATURE
    if is_long or text[line.start : line.end].lstrip().startswith(_BULLETS):
        return None
    columns = [column.span() for column in _COLUMNS.finditer(text, line.start, line.end)]
    here = next((k for k, span in enumerate(columns) if span[0] <= place < span[1]), None)
    if here is None or not _fills(text, columns[here], tokens.ends[end - 1]):
        return None
    below = _line_at(text, line.end + 1) if line.end < len(text) else _Line(line.end, line.end)
    if _title_of(text[below.start : below.end].strip(" ,.")):
        return None  # a title above is that of the signature before
    titles = _titles_above(text, line)
    title = titles[here] if here < len(titles) in (1, len(columns)) else ""
    beside = text[tokens.ends[end - 1] : columns[here][1]].strip(" ,(")
    if _SECRETARY.fullmatch(beside) or (title and _SECRETARY.fullmatch(title)):
        return _of_board(text, line)
    return Role.OFFICE_HOLDER if _title_of(title) is Role.OFFICE_HOLDER else None


def _titles_above(text: str, line: _Line) -> list[str]:
    """Return the titles in the line above a signature, if it holds nothing else."""
    above = next(_lines_above(text, line), None)
    if above is None or _FOR.search(text, above.start, above.end):
        return []
    cells = [column[0].rstrip(" ,:.") for column in _COLUMNS.finditer(text, above.start, above.end)]
    is_titles = all(_title_of(cell) or _SECRETARY.fullmatch(cell) for cell in cells)
    return cells if is_titles else []


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
    if not cell or len(cell) > _LONGEST_TITLE_LINE or "|" in cell:
        return None
    tokens = tokenise(cell)
    return title_at(tokens, skip_articles(tokens, 0))
