"""A page as pixels, and a line of it as it is with its words further apart."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np
import numpy.typing as npt

from redact.geometry import TURNS, Box, Mask, Matrix
from redact.write.moved import Move
from redact.write.mupdf import opened
from redact.write.widen import EDGE

if TYPE_CHECKING:
    import pymupdf

Pixels = npt.NDArray[np.uint8]

_INK = 48
"""Of 255: what differs more than this from the paper is ink, or a line, or a stamp."""

_BEYOND = 0.5
"""Of a line's height: how far above and below a gap the white between the lines is looked for."""


class Strip(NamedTuple):
    """A part of a line, upright, and its pixels, shape (height, width, 3).

    `name` is what a file calls its picture.
    """

    box: Box
    turn: int
    pixels: Pixels
    name: str = ""


def paste(canvas: Pixels, part: Pixels, x: int, y: int) -> None:
    """Put pixels on others with their corner at (x, y), as far as they lie on them."""
    high, wide = canvas.shape[:2]
    part = part[max(-y, 0) : max(high - y, 0), max(-x, 0) : max(wide - x, 0)]
    x, y = max(x, 0), max(y, 0)
    canvas[y : y + part.shape[0], x : x + part.shape[1]] = part


class Picture:
    """A page as shown, drawn as pixels at `scale` pixels a point."""

    def __init__(self, page: "pymupdf.Page", scale: float) -> None:
        """Nothing is drawn yet."""
        self.scale = scale
        self._drawn = page.get_displaylist(annots=0)

    def drawn(self, box: Box, turn: int, shift: float = 0.0) -> Pixels:
        """Return the pixels of an upright box, with all that is drawn so far to the right.

        Letters are drawn anew where they go: moved by whole pixels, their edges would tell
        where they stood.
        """
        import pymupdf

        wide, high = (max(1, round(side * self.scale)) for side in (box.width, box.height))
        place = Matrix(1, 0, 0, 1, shift - box.x0, -box.y0).after(TURNS[-turn % 4])
        upright = pymupdf.Matrix(*Matrix(self.scale, 0, 0, self.scale, 0, 0).after(place))
        clip = pymupdf.Rect(0, 0, wide, high) * ~upright
        pixmap = self._drawn.get_pixmap(matrix=upright, alpha=0, clip=clip)
        part = np.frombuffer(pixmap.samples, np.uint8).reshape(
            pixmap.height, pixmap.width, pixmap.n
        )
        canvas = np.full((high, wide, 3), 255, np.uint8)
        paste(canvas, part[:, :, :3], pixmap.x, pixmap.y)
        return canvas

    def spread(
        self, moves: Sequence[Move], gaps: Sequence[Box], height: float, turn: int
    ) -> Strip | None:
        """Return the part of a line that changes as it is after the moves.

        `gaps` are the boxes of what went, upright. None where that cannot be done: there is ink
        that belongs to no word, or no white between this line and the next.
        """
        edge = EDGE * height
        moves, area = _changed(moves, gaps, height)
        before = self.drawn(area, turn)
        paper = np.median(before.reshape(-1, 3), axis=0).astype(np.uint8)
        ink = (np.abs(before.astype(np.int16) - paper) > _INK).any(axis=2)
        # what sticks out above and below what was blanked belonged to it
        self._clear(ink, area, ((m.start - edge, m.end + edge) for m in moves if m.gap))
        rows = self._white(ink, area, gaps)
        words = [move for move in moves if not move.gap]
        if rows is None:
            return None
        strewn = ink[rows].copy()
        self._clear(strewn, area, ((m.start - edge, m.end + edge) for m in words))
        if strewn.any():
            return None
        canvas = np.full_like(before, paper)
        for shift in {move.shift for move in words}:
            after = self.drawn(area, turn, shift)
            for move in (move for move in words if move.shift == shift):
                columns = self._columns(area, move.new_start - edge, move.new_end + edge)
                canvas[:, columns] = after[:, columns]
        top = area.y0 + rows.start / self.scale
        foot = area.y0 + rows.stop / self.scale
        return Strip(area._replace(y0=top, y1=foot), turn, canvas[rows])

    def _columns(self, area: Box, start: float, end: float) -> slice:
        """Return the columns of an area that something stands in."""
        first, last = (start - area.x0) * self.scale, (end - area.x0) * self.scale
        return slice(max(0, int(first)), max(0, int(last) + 1))

    def _clear(self, ink: Mask, area: Box, parts: Iterable[tuple[float, float]]) -> None:
        for start, end in parts:
            ink[:, self._columns(area, start, end)] = False

    def _white(self, ink: Mask, area: Box, gaps: Sequence[Box]) -> slice | None:
        """Return the rows from the white above a line to the white below it, around all gaps."""
        white = np.flatnonzero(~ink.any(axis=1))
        top = (min(box.y0 for box in gaps) - area.y0) * self.scale - 1
        foot = (max(box.y1 for box in gaps) - area.y0) * self.scale + 1
        above, below = white[white < top], white[white > foot]
        return slice(int(above[-1]), int(below[0]) + 1) if above.size and below.size else None


def _changed(
    moves: Sequence[Move], gaps: Sequence[Box], height: float
) -> tuple[Sequence[Move], Box]:
    """Return the moves between the first and the last that change something, and their area."""
    edge, beyond = EDGE * height, _BEYOND * height
    numbers = [number for number, move in enumerate(moves) if move.gap or move.shift]
    moves = moves[numbers[0] : numbers[-1] + 1]
    first, last = moves[0], moves[-1]
    start = first.new_start - (0.0 if first.gap else edge)
    end = last.new_end + (0.0 if last.gap else edge)
    top, foot = min(box.y0 for box in gaps), max(box.y1 for box in gaps)
    return moves, Box(start, top - beyond, end, foot + beyond)


class Pictures:
    """The pages of a PDF as pixels, each drawn when first asked for; a context manager."""

    def __init__(self, data: bytes, shared: Callable[[], AbstractSet[tuple[int, int]]]) -> None:
        """`shared` gives the pictures that more pages than one draw."""
        self._data = data
        self._shared = shared
        self._open = ExitStack()
        self._pages: dict[int, Picture] = {}

    def __enter__(self) -> Self:
        """Open nothing yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close what was opened."""
        self._pages.clear()
        self._open.close()

    @cached_property
    def shared(self) -> AbstractSet[tuple[int, int]]:
        """The pictures that more pages than one draw, by their numbers."""
        return self._shared()

    @cached_property
    def _pdf(self) -> "pymupdf.Document":
        return self._open.enter_context(opened(self._data))

    def of(self, number: int, scale: float) -> Picture:
        """Return a page by its number."""
        if number not in self._pages:
            self._pages = {number: Picture(self._pdf[number], scale)}
        return self._pages[number]
