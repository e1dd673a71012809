"""Cells of tables that lines are drawn around, for sources without tags."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from redact.document import Page

if TYPE_CHECKING:
    import pymupdf

Mask: TypeAlias = npt.NDArray[np.bool_]
Floats: TypeAlias = npt.NDArray[np.float64]

_THIN = 2.5
"""Points: a rectangle that is thinner is a line."""

_SHORTEST = 6.0
_TOUCH = 2.0
"""Points between two lines that still meet."""

_MANY = 4000
"""Lines on a page beyond which it shows a drawing rather than tables."""


class Ruled(NamedTuple):
    """A character's place: the number of its table on the page, its row and its column."""

    table: int
    row: int
    column: int


def ruled_cells(source: "pymupdf.Page", page: Page) -> list[Ruled | None]:
    """Return for each character of a page the ruled cell that it stands in, if any."""
    cells: list[Ruled | None] = [None] * len(page.text)
    if source.rotation:
        return cells
    lines = np.array(list(_lines(source.get_cdrawings())), dtype=np.float64).reshape(-1, 4)
    if not 0 < len(lines) <= _MANY:
        return cells
    middles = (page.boxes[:, :2] + page.boxes[:, 2:]).astype(np.float64) / 2
    for number, group in enumerate(_tables(lines)):
        for at, row, column in _inside(group, middles):
            cells[at] = Ruled(number, row, column)
    return cells


def _lines(drawings: Iterable[dict[str, Any]]) -> Iterator[tuple[float, float, float, float]]:
    """Yield upright and level lines, as x0, y0, x1, y1."""
    for drawing in drawings:
        stroked = "s" in drawing["type"]
        for kind, *points in drawing["items"]:
            if kind == "l":
                (x0, y0), (x1, y1) = points
                yield from _straight(x0, y0, x1, y1)
            elif kind == "re":
                yield from _edges(*points[0][:4], stroked=stroked)


def _straight(
    x0: float, y0: float, x1: float, y1: float
) -> Iterator[tuple[float, float, float, float]]:
    wide, high = abs(x1 - x0), abs(y1 - y0)
    if min(wide, high) < 1 and max(wide, high) >= _SHORTEST:
        yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _edges(
    x0: float, y0: float, x1: float, y1: float, *, stroked: bool
) -> Iterator[tuple[float, float, float, float]]:
    """Yield the lines that a rectangle shows."""
    if min(x1 - x0, y1 - y0) < _THIN:
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        upright = x1 - x0 < y1 - y0
        yield from _straight(*((x, y0, x, y1) if upright else (x0, y, x1, y)))
    elif stroked:
        for line in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            yield from _straight(*line)


def _tables(lines: Floats) -> Iterator[Floats]:
    """Yield groups of lines that meet and have more than one cell between them."""
    low, high = lines[:, None, :2] - _TOUCH, lines[:, None, 2:] + _TOUCH
    both = (low <= lines[None, :, 2:]) & (lines[None, :, :2] <= high)
    meets: Mask = np.logical_and(both[..., 0], both[..., 1])
    left = np.ones(len(lines), dtype=np.bool_)
    while left.any():
        group: Mask = np.zeros(len(lines), dtype=np.bool_)
        group[int(np.argmax(left))] = True
        size = 0
        while size < np.count_nonzero(group):
            size = int(np.count_nonzero(group))
            group = np.logical_or.reduce(meets[group], axis=0)
        left &= ~group
        some = lines[group]
        if len(_steps(_upright(some)[:, 0])) > 2 and len(_steps(_level(some)[:, 1])) > 2:  # noqa: PLR2004  more than a frame
            yield some


def _upright(lines: Floats) -> Floats:
    return lines[lines[:, 2] - lines[:, 0] < lines[:, 3] - lines[:, 1]]


def _level(lines: Floats) -> Floats:
    return lines[lines[:, 2] - lines[:, 0] > lines[:, 3] - lines[:, 1]]


def _steps(values: Floats) -> list[float]:
    """Return the different values among those that are equal but for a hair."""
    steps: list[float] = []
    for value in sorted(values.tolist()):
        if not steps or value - steps[-1] > _TOUCH:
            steps.append(value)
    return steps


def _inside(lines: Floats, middles: Floats) -> Iterator[tuple[int, int, int]]:
    """Yield the characters inside a table, each with the row and the column of its cell."""
    low, high = lines[:, :2].min(axis=0), lines[:, 2:].max(axis=0)
    placed = ~np.isnan(middles[:, 0])
    there = np.flatnonzero(placed & (middles >= low).all(axis=1) & (middles <= high).all(axis=1))
    upright, level = _upright(lines), _level(lines)
    columns, rows = _steps(upright[:, 0]), _steps(level[:, 1])
    lefts = _nearest(middles[there], upright)
    tops = _nearest(middles[there][:, ::-1], level[:, [1, 0, 3, 2]])
    for at, left, top in zip(there.tolist(), lefts, tops, strict=True):
        if left is not None and top is not None:
            yield at, _rank(rows, top), _rank(columns, left)


def _nearest(points: Floats, lines: Floats) -> list[float | None]:
    """Return for each point the nearest upright line left of it that reaches as far down."""
    along = (lines[None, :, 1] - 1 <= points[:, None, 1]) & (
        points[:, None, 1] <= lines[None, :, 3] + 1
    )
    before = np.where(along & (lines[None, :, 0] <= points[:, None, 0]), lines[None, :, 0], -np.inf)
    return [None if value == -np.inf else value for value in before.max(axis=1).tolist()]


def _rank(steps: Sequence[float], value: float) -> int:
    return max((n for n, step in enumerate(steps) if step <= value + _TOUCH / 4), default=0)
