"""Roles by layout: the titles above or beside a signature."""

import re
from collections.abc import Iterator

from redact.detect.names.tokens import Tokens
from redact.detect.roles.rows import Line, line_at, title_of
from redact.finding import Role

_SIGNERS = re.compile(r"(?i)\b(?:de|het)\s(?:voorzitter|burgemeester|dijkgraaf|commissaris)\b")
_SIGNER = re.compile(
    r"(?i)\W*(?:de\s)?(?:loco-?|wnd\.?\s|waarnemend\s)?(?:burgemeester|dijkgraaf|wethouder|commissaris)\b"
)
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
_SENTENCE = 5
"""So many blanks and a point: a line is no title but the sentence before a signature."""
_LINES_ABOVE = 4
_LONGEST_SIGNATURE = 300
"""No line with a signature, or some side by side, has more characters."""
_BULLETS = ("- ", "• ", "* ", "– ")
_LONGEST_TITLE_LINE = 110
_BOARD = re.compile(
    r"\b(?:college van|burgemeester|wethouders|gedeputeerde staten|provinciale staten|dijkgraaf"
    r"|dagelijks bestuur|algemeen bestuur|commissaris van de koning|gemeenteraad|de raad)\b",
    re.IGNORECASE,
)
_NEAR_BOARD = 500
_SECRETARY = re.compile(
    r"(?:\bde\s+)?(?:\b(?!ambtelijk)\w+\s)?(?<![-\w])(?<!ambtelijk\s)(?:secretaris|voorzitter)\b[,.]?\s*"
    r"(?:(?:mr|drs|ir|dr|ing|mw|dhr)\.?\s)*$",
    re.IGNORECASE,
)


def signed_role(tokens: Tokens, start: int, end: int) -> Role | None:
    """Return the role of the titles that stand before or above a signature."""
    line = line_at(tokens.text, tokens.starts[start])
    begin = max(line.start, tokens.starts[start] - _LONGEST_TITLE_LINE)
    before = tokens.text[begin : tokens.starts[start]]
    if _BOTH.search(before) or _signs_side_by_side(tokens, line):
        return Role.OFFICE_HOLDER
    above = tokens.text[max(0, line.start - _NEAR_ACT) : line.start]
    is_act = _SECRETARY.search(before) and _ENACTED.search(above + before)
    if is_act or (_SECRETARY.search(before) and _signs_beside(tokens.text, line)):
        return _of_board(tokens.text, line)
    return _role_above(tokens, line, start, end)


def signs_as_secretary(tokens: Tokens, start: int, end: int) -> bool:
    """Tell "de secretaris, P. Vos" in the line above or below that of the mayor."""
    line = line_at(tokens.text, tokens.starts[start])
    begin = max(line.start, tokens.starts[start] - _LONGEST_TITLE_LINE)
    said = tokens.text[begin : tokens.starts[start]]
    hit = _SECRETARY.search(said)
    if begin > line.start or hit is None or "ecretaris" not in hit[0]:
        return False
    is_led = not hit.start() or said[: hit.start()].rstrip().endswith(",") or _SIGNER.match(said)
    above = tokens.text[max(0, line.start - _NEAR_ACT // 2) : line.start]
    behind = tokens.ends[end - 1]
    is_alone = _fills(tokens.text, (line.start, line.end), behind)
    if not is_led or not (is_alone or _SIGNER.match(tokens.text, behind)):
        return False
    is_beside = _SIGNER.match(said) or _signs_beside(tokens.text, line)
    return not _FOR.search(above + said) and bool(is_beside)


def _signs_beside(text: str, line: Line) -> bool:
    """Tell whether the line of a secretary, or one beside it, is that of who signs for a board."""
    if _SIGNERS.search(text, line.start, line.end):
        return True
    below = line_at(text, line.end + 1) if line.end < len(text) else line
    above = next(_lines_above(text, line), line)
    return any(_SIGNER.match(text, beside.start, beside.end) for beside in (above, below))


def _signs_side_by_side(tokens: Tokens, line: Line) -> bool:
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


def _role_above(tokens: Tokens, line: Line, start: int, end: int) -> Role | None:
    """Return the role of the title above a name that fills its line or its column."""
    text, place = tokens.text, tokens.starts[start]
    is_long = line.end - line.start > _LONGEST_SIGNATURE
    if is_long or text[line.start : line.end].lstrip().startswith(_BULLETS):
        return None
    columns = [column.span() for column in _COLUMNS.finditer(text, line.start, line.end)]
    here = next((k for k, span in enumerate(columns) if span[0] <= place < span[1]), None)
    if here is None or not _fills(text, columns[here], tokens.ends[end - 1]):
        return None
    below = line_at(text, line.end + 1) if line.end < len(text) else Line(line.end, line.end)
    if title_of(text[below.start : below.end].strip(" ,.")):
        return None  # a title above is that of the signature before
    titles = _titles_above(text, line)
    title = titles[here] if here < len(titles) in (1, len(columns)) else ""
    beside = text[tokens.ends[end - 1] : columns[here][1]].strip(" ,(")
    if _SECRETARY.fullmatch(beside) or (title and _SECRETARY.fullmatch(title)):
        return _of_board(text, line)
    return Role.OFFICE_HOLDER if title_of(title) is Role.OFFICE_HOLDER else None


def _titles_above(text: str, line: Line) -> list[str]:
    """Return the titles in the line above a signature, if it holds nothing else."""
    above = next(_lines_above(text, line), None)
    if above is None or _FOR.search(text, above.start, above.end):
        return []
    said = text[above.start : above.end].rstrip()
    if said.endswith((".", "!", "?")) and said.count(" ") >= _SENTENCE:
        return []
    cells = [column[0].rstrip(" ,:.") for column in _COLUMNS.finditer(text, above.start, above.end)]
    is_titles = all(title_of(cell) or _SECRETARY.fullmatch(cell) for cell in cells)
    return cells if is_titles else []


def _fills(text: str, column: tuple[int, int], end: int) -> bool:
    """Tell whether a column holds a name and no more than a title and marks beside it."""
    after = text[end : column[1]].strip(" .,)")
    return not after or bool(_SECRETARY.fullmatch(after.strip("( ")))


def _of_board(text: str, line: Line) -> Role | None:
    """Tell the secretary of a board, who signs for it, from one of a committee."""
    near = text[max(0, line.start - _NEAR_BOARD) : line.end + _NEAR_BOARD // 5]
    return Role.OFFICE_HOLDER if _BOARD.search(near) else None


def _lines_above(text: str, line: Line) -> Iterator[Line]:
    """Yield the filled lines above, the nearest first, as far as they may hold titles."""
    end = line.start - 1
    for _ in range(_LINES_ABOVE):
        if end <= 0:
            return
        above = line_at(text, end - 1) if text[end - 1] != "\n" else Line(end, end)
        if text[above.start : above.end].strip():
            yield above
        end = above.start - 1
