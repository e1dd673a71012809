"""What a line break means: nothing, a space, or the end of a line that stands by itself.

A break is soft when the next word would not have fitted on the line. The rest are cues that
hold in Dutch office documents: a hyphen at the end, a small letter at the start, bullets, labels.
"""

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache
from importlib import resources
from itertools import groupby, pairwise
from math import ceil

from redact.lines import Line, Piece


class Break(Enum):
    """What takes the place of a line break; the value is the white in the flow."""

    NOTHING = ""
    HYPHEN = "-"  # the hyphen before it goes too
    SPACE = " "
    LINE = "\n"
    PARAGRAPH = "\n\n"


_WINDOW = 15
"""Lines above and below that tell where the right edge of the text is."""

_EDGE = 0.85
"""Share of those lines that end left of the edge; a wide heading must not move it."""

_SHORT = 28
"""Characters; a line with fewer is a line by itself, as in a list of names or an address."""

_MOSTLY = 0.6
"""Share of the lines of a paragraph that must be full; lines of a list are full by chance."""

_WIDE = 160
"""Characters; longer lines in a text file are whole paragraphs, never wrapped."""

_HYPHENS = "-\u00ad\u2010"
_BULLET = re.compile(
    r"[-–—](?=\s+\D)|[•▪◦●○■□*·>o\uf0b7\uf0a7](?=\s)"
    r"|\[?\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},?\s+\d{1,2}:\d{2}"  # a message in a chat
)
_NUMBER = re.compile(r"[-–—]\s+\d|\(?(\d{1,2}(\.\d{1,2})*|[a-z])[.)]\s|\d+\.\d+(\.\d+)*\s+\S")
_LABEL = re.compile(r"[A-ZÀ-Þ][^\s:]*(\s[^\s:]+){0,2}:(\s|$)")
_SECOND_PART = re.compile(r"(en|of|dan|tot|noch|en/of|c\.q\.|resp\.)\b")
_ADDRESS = re.compile(r"\S*(@|://|www\.)\S*$")
_SENTENCE_END = re.compile(r"[.:;!?]['\"”’)]*$")
_PARTICLES = r"(?:van|von|de|der|den|het|ter|ten|te|['’]t|el|al|v\.d\.)\s"
_PARTICLE = re.compile(_PARTICLES)
_SURNAME = rf"(?:{_PARTICLES})*[A-ZÀ-Þ][\w'’]+(?:\s?[-–]\s?(?:{_PARTICLES})*[A-ZÀ-Þ][\w'’]+)*"
_SIGNED = re.compile(
    r"(?:(?:[Dd]e heer|[Mm]evrouw|[Dd]hr|[Mm]w|[Mm]evr|[Mm]r|[Dd]rs|[Ii]r|[Dd]r|[Ii]ng|[Pp]rof)"
    r"\.?\s)*"
    rf"(?:(?:[A-ZÀ-Þ][a-z]?\.\s?)+|[A-ZÀ-Þ][\w-]+\s){_SURNAME}(?:,?\s(?:MSc|MA|BSc|LLM|RA|MBA)\.?)*"
)
"""A line that is somebody's name; a title in small letters may stand below it."""
_DOMAIN = re.compile(r"@[\w-]+\.\w")
_CLOSING = ")]}.,;:!?%”’"


def breaks(lines: Sequence[Line]) -> list[Break]:
    """Return for each line but the last what the break between it and the next one means."""
    pairs = list(pairwise(lines))
    rows = _in_rows(lines)
    in_row = [row or after for row, after in pairwise(rows)]
    full = [_is_full(lines, rows, number) for number in range(len(pairs))]
    stops = [
        _stops(line, after, row=row, full=fits_no_more)
        for (line, after), row, fits_no_more in zip(pairs, in_row, full, strict=True)
    ]
    wrapped = _in_wrapped_paragraphs(stops, full, in_row)
    return [
        stop or _join(line, after, wrapped=fits_no_more, row=row)
        for (line, after), stop, fits_no_more, row in zip(
            pairs, stops, wrapped, in_row, strict=True
        )
    ]


def _in_rows(lines: Sequence[Line]) -> list[bool]:
    """Tell which lines belong to the row of a table: those with cells, and lines of such cells."""
    rows = [line.has_cells for line in lines]
    joints = [_same_cell(line, after) for line, after in pairwise(lines)]
    for number, same_cell in enumerate(joints):
        rows[number + 1] |= same_cell and rows[number]
    for number, same_cell in reversed(list(enumerate(joints))):
        rows[number] |= same_cell and rows[number + 1]
    return rows


def _stops(line: Line, after: Line, *, row: bool, full: bool) -> Break | None:
    """Return the hard break that the lines themselves show, if any."""
    if line.ends_paragraph and not _is_carried_over(line, after):
        return Break.PARAGRAPH
    if row and not _same_cell(line, after):
        return Break.LINE
    if _BULLET.match(after.text) or _starts_with_label(after.text):
        return Break.LINE
    ends = bool(_SENTENCE_END.search(line.text))
    is_item = _NUMBER.match(after.text) and (ends or not full)  # "de Dorpsstraat / 9. Zij ..."
    return Break.LINE if is_item or (ends and _LABEL.match(after.text)) else None


def _is_carried_over(line: Line, after: Line) -> bool:
    """Tell whether text that fills a page, or a column, may go on in the next one."""
    return line.page != after.page or after.top < line.top


def _join(line: Line, after: Line, *, wrapped: bool, row: bool) -> Break:
    """Return what a break means that nothing marks as hard."""
    if line.text[-1] in _HYPHENS:
        return _unhyphenated(line.text, after.text)
    if line.text.endswith("@") or _DOMAIN.match(after.text):
        return Break.NOTHING
    if not row and _is_signature(line, after):
        return Break.LINE
    return Break.SPACE if wrapped or _goes_on(line, after, row=row) else Break.LINE


def _unhyphenated(text: str, after: str) -> Break:
    """Return what a break after a hyphen means."""
    before = text[-2:-1]
    if before.isspace() or not before or _SECOND_PART.match(after):
        return Break.SPACE
    if not (before.isalpha() and after[0].islower()) or _ADDRESS.search(text):
        return Break.NOTHING
    return Break.HYPHEN


def _goes_on(line: Line, after: Line, *, row: bool) -> bool:
    """Tell whether a sentence goes on: no end before the break, no capital after it."""
    goes_on = after.text[0].islower() or after.text[0] in _CLOSING
    long = row or len(line.text) >= _SHORT
    return goes_on and long and not _SENTENCE_END.search(line.text)


def _is_signature(line: Line, after: Line) -> bool:
    """Tell somebody's name on a line of its own, with a title in small letters below it."""
    is_title = after.text[0].islower() and not _PARTICLE.match(after.text)
    return is_title and _SIGNED.fullmatch(line.text) is not None


def _same_cell(line: Line, after: Line) -> bool:
    """Tell whether a line begins right under the last cell of the one before."""
    if not line.height or line.page != after.page or line.ends_paragraph:
        return False
    gap = after.top - line.top - line.height
    level = abs(after.first.left - line.last.left) < line.height
    return level and gap < line.height / 2


def _is_full(lines: Sequence[Line], rows: Sequence[bool], number: int) -> bool:
    """Tell whether the first word of the next line would not have fitted on this one."""
    line, after = lines[number], lines[number + 1]
    row = rows[number] or rows[number + 1]
    if not row and len(line.text) < _SHORT:
        return False
    edge = _edge(lines, rows, number)
    if not line.height and edge > _WIDE:
        return False
    space = line.height / 5 if line.height else 1
    return line.last.right + space + after.word > edge


def _edge(lines: Sequence[Line], rows: Sequence[bool], number: int) -> float:
    """Return the right edge of the text, or of the column of cells, around a line."""
    line, row = lines[number], rows[number]
    around = range(max(0, number - _WINDOW), min(len(lines), number + _WINDOW))
    rights = sorted(
        piece.right
        for other in around
        if rows[other] is row and lines[other].page == line.page
        for piece in _ends(lines[other])
        if _overlaps(piece, line.last)
    )
    return rights[ceil(_EDGE * (len(rights) - 1))] if rights else line.last.right


def _ends(line: Line) -> tuple[Piece, ...]:
    """Return the first and the last cell of a line; most lines have one."""
    return (line.first,) if line.first == line.last else (line.first, line.last)


def _overlaps(one: Piece, other: Piece) -> bool:
    left, right = one.left, one.right
    start, end = other.left, other.right
    shared = min(right, end) - max(left, start)
    return 2 * shared > right - left or 2 * shared > end - start


def _in_wrapped_paragraphs(
    stops: Sequence[Break | None], full: Sequence[bool], in_row: Sequence[bool]
) -> list[bool]:
    """Keep `full` only in cells, and in paragraphs where most lines are."""
    wrapped: list[bool] = []
    for is_stop, group in groupby(range(len(full)), key=lambda number: bool(stops[number])):
        paragraph = list(group)
        mostly = sum(full[number] for number in paragraph) >= _MOSTLY * len(paragraph)
        wrapped += [
            full[number] and (mostly or in_row[number]) and not is_stop for number in paragraph
        ]
    return wrapped


def _starts_with_label(text: str) -> bool:
    """Tell whether a line begins with a known label, such as that of a mail header."""
    label, colon, _ = text[:40].partition(":")
    return bool(colon) and label.strip().lower() in _labels()


@cache
def _labels() -> frozenset[str]:
    text = resources.files("redact").joinpath("labels.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
