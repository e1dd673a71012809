"""Tables: by their tags, or by how their cells stand under each other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from redact.write.retypeset.pieces import CELL, NOWHERE, Piece
from redact.write.retypeset.places import Cell

CellPieces: TypeAlias = tuple[Piece, ...]

_SOFT = ("", " ")
_CELL_GAP = 0.6
"""Line heights between two lines of one cell; rows stand further apart."""

_LONGEST_CELL = 1500
"""Characters; a table with longer cells only places text on a page."""

_TITLE_WORDS = 4


class Grid(NamedTuple):
    """The pieces of each cell, by row and column; all rows of one length."""

    rows: tuple[tuple[CellPieces, ...], ...]
    titled: bool


def tagged_grid(pieces: Sequence[Piece]) -> Grid | None:
    """Return a table of pieces that all lie in cells, or nothing where its tags make none.

    The cells must follow each other in the text as in the table.
    """
    cells = [(cell, tuple(group)) for cell, group in groupby(pieces, key=_cell_of)]
    known = [(cell, group) for cell, group in cells if cell is not None]
    places = [(cell.row, cell.column) for cell, _ in known]
    if len(known) < len(cells) or places != sorted(set(places)):
        return None
    width = 1 + max(column for _, column in places)
    rows: dict[tuple[int, ...], list[CellPieces]] = {}
    for cell, group in known:
        rows.setdefault(cell.row, [()] * width)[cell.column] = group
    first = [cell.is_title for cell, _ in known if cell.row == places[0][0]]
    return _checked(tuple(tuple(row) for row in rows.values()), titled=all(first))


def _cell_of(piece: Piece) -> Cell | None:
    return piece.place.cell if piece.place else None


def _checked(rows: tuple[tuple[CellPieces, ...], ...], *, titled: bool) -> Grid | None:
    """Return a table that is more than a frame around text."""
    longest = max(sum(len(piece.text) for piece in cell) for row in rows for cell in row)
    if len(rows) < 2 or len(rows[0]) < 2 or longest > _LONGEST_CELL:  # noqa: PLR2004  no grid
        return None
    return Grid(rows, titled or _has_titles(rows))


def _has_titles(rows: Sequence[Sequence[CellPieces]]) -> bool:
    """Tell whether the first row names the columns: each cell a few words, with no figure."""
    texts = [" ".join(piece.text for piece in cell) for cell in rows[0]]
    short = all(0 < len(text.split()) <= _TITLE_WORDS for text in texts)
    plain = not any(letter.isdigit() or letter in ":@" for text in texts for letter in text)
    bold = [all(piece.bold for piece in cell) for cell in rows[0] if cell]
    below = [all(piece.bold for piece in cell) for row in rows[1:] for cell in row if cell]
    looks = (all(bold) and not all(below)) or len(rows) > 2  # noqa: PLR2004  more than a pair
    return short and plain and looks


def zones(pieces: Sequence[Piece]) -> Iterator[tuple[bool, tuple[Piece, ...]]]:
    """Yield stretches of pieces, and whether each is made of rows with cells."""
    lines = list(_lines(pieces))
    rows = [any(piece.after == CELL for piece in line) for line in lines]
    for number in range(1, len(lines)):
        rows[number] |= rows[number - 1] and _goes_on(lines[number - 1][-1], lines[number][0])
    for number in range(len(lines) - 2, -1, -1):
        rows[number] |= rows[number + 1] and _leads_in(lines[number], lines[number + 1])
    for is_rows, group in groupby(range(len(lines)), key=rows.__getitem__):
        yield is_rows, tuple(piece for number in group for piece in lines[number])


def _lines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        line.append(piece)
        if piece.after != CELL:
            yield line
            line = []
    if line:
        yield line


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Tell whether a line without cells goes on in the cell before it."""
    level = abs(piece.box.x0 - before.box.x0) < before.height
    return before.after in _SOFT and level and _near(before, piece)


def _leads_in(line: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Tell whether a line without cells is the upper part of a cell of the next line."""
    last = line[-1]
    level = abs(last.box.x0 - after[0].box.x0) < last.height
    inside = len(after) > 1 and last.box.x1 < after[1].box.x0
    return level and inside and last.after != "\n\n" and _near(last, after[0])


def _near(before: Piece, piece: Piece) -> bool:
    gap = piece.box.y0 - before.box.y1
    return before.page == piece.page and gap < _CELL_GAP * max(before.height, 1.0)


def drawn_grid(pieces: Sequence[Piece]) -> Grid | None:
    """Return a table of pieces that stand in columns, or nothing where they do not."""
    if any(piece.box == NOWHERE for piece in pieces):
        return None
    columns = _columns(pieces)
    rows: list[list[list[Piece]]] = []
    before, at = None, -1
    for piece in pieces:
        column = next(n for n, (x0, x1) in enumerate(columns) if x0 <= piece.box.x0 <= x1)
        same = column == at and before is not None and before.after != CELL
        if before is None or column < at or (column == at and not (same and _near(before, piece))):
            rows.append([[] for _ in columns])
        rows[-1][column].append(piece)
        before, at = piece, column
    return _checked(tuple(tuple(map(tuple, row)) for row in rows), titled=False)


def _columns(pieces: Sequence[Piece]) -> list[tuple[float, float]]:
    """Return where the columns are: stretches of the line that pieces share."""
    columns: list[tuple[float, float]] = []
    for x0, x1 in sorted((piece.box.x0, piece.box.x1) for piece in pieces):
        if columns and x0 <= columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], x1)
        else:
            columns.append((x0, x1))
    return columns
