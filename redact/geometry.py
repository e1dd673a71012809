"""Boxes on a page, in points, origin at the top left: the only place that knows coordinates.

Text may stand at a quarter turn. Whatever is about lines of text is worked out *upright*: turned
back until the text runs from left to right, so that "before" and "above" mean one thing.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from redact.document import Boxes, Page, Span

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

_BAND = 0.05
"""Half the height of the middle band, as a share of the line's height: with 10 % of it no line
is touched by its neighbour's band, down to a leading of 10 points for text of 11 points."""

_SHRINK = 0.1
"""PyMuPDF takes a character out when its box, less a tenth on each side, touches a mark."""

_HAIR = 0.02
"""Points; more than the rounding of a float32 coordinate on the largest page."""

_WORD_GAP = 2.5
"""Characters further apart than this many line heights do not stand side by side."""


class Box(NamedTuple):
    """A rectangle; the right and bottom edges are exclusive."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.y1 - self.y0

    def meets(self, other: "Box") -> bool:
        """Tell whether the two rectangles share any area."""
        return (
            self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1
        )


class Stretch(NamedTuple):
    """Characters of a span that stand side by side on one line of a page."""

    span: Span
    box: Box
    turn: int


class Matrix(NamedTuple):
    """An affine map, as PDF writes it: x' = ax + cy + e, y' = bx + dy + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def after(self, first: "Matrix") -> "Matrix":
        """Return the map that applies `first` and then this one."""
        a, b, c, d, e, f = self
        return Matrix(  # written out: every piece of text goes through here
            a * first.a + c * first.b + e - e,
            b * first.a + d * first.b + f - f,
            a * first.c + c * first.d + e - e,
            b * first.c + d * first.d + f - f,
            a * first.e + c * first.f + e,
            b * first.e + d * first.f + f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def back(self) -> "Matrix":
        """Return the map that undoes this one.

        Raises:
            ZeroDivisionError: this map lays everything on one line.
        """
        size = self.a * self.d - self.b * self.c
        a, b, c, d = self.d / size, -self.b / size, -self.c / size, self.a / size
        return Matrix(a, b, c, d, -(a * self.e + c * self.f), -(b * self.e + d * self.f))

    def boxes(self, boxes: Boxes) -> Boxes:
        """Return boxes of shape (n, 4) as this map lays them; it must keep axes parallel."""
        x, y = boxes[:, 0::2], boxes[:, 1::2]
        across, down = self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f
        laid = np.empty(boxes.shape, dtype=np.float32)  # by column: axes of two are slow to reduce
        for axis, ends in enumerate((across, down)):
            laid[:, axis] = np.minimum(ends[:, 0], ends[:, 1])
            laid[:, axis + 2] = np.maximum(ends[:, 0], ends[:, 1])
        return laid


Joined: TypeAlias = Callable[[Boxes, Boxes], Mask]

TURNS = (
    Matrix(1, 0, 0, 1, 0, 0),
    Matrix(0, 1, -1, 0, 0, 0),
    Matrix(-1, 0, 0, -1, 0, 0),
    Matrix(0, -1, 1, 0, 0, 0),
)
"""For each number of quarter turns, clockwise as shown, the map from upright to the page."""


def upright(boxes: Boxes, turn: int) -> Boxes:
    """Turn boxes of shape (n, 4) back by a number of quarter turns; by none, they stay the same."""
    return TURNS[-turn % 4].boxes(boxes) if turn % 4 else boxes


def sides(boxes: Boxes) -> Boxes:
    """Return the four sides of each box, as boxes without width; shape (4n, 4)."""
    every = ([0, 1, 0, 3], [2, 1, 2, 3], [0, 1, 2, 1], [0, 3, 2, 3])
    return np.concatenate([boxes[:, edges] for edges in every])


def hull(boxes: Boxes) -> Box:
    """Return the smallest box around all boxes that have a place."""
    low, high = np.fmin.reduce(boxes[:, :2], axis=0), np.fmax.reduce(boxes[:, 2:], axis=0)
    return Box(*low.tolist(), *high.tolist())


def stretches(page: Page, span: Span) -> list[Stretch]:
    """Return the pieces of a span that stand side by side on one line, in the text's order."""
    places = _placed(page, span.start, span.end)
    return [
        Stretch(
            Span(span.page, int(places[run[0]]), int(places[run[-1]]) + 1),
            hull(page.boxes[places[run]]),
            int(page.turns[places[run[0]]]),
        )
        for run in _runs(page, places, np.arange(len(places)), _beside)
    ]


def cores(page: Page, gone: Mask) -> Boxes:
    """Return the middle bands of the characters that go, shape (n, 4): all that a mark may touch.

    `gone` has shape (len(page.text),). A band touches every character it stands for, by the rule
    PyMuPDF goes by, and no character that stays: not on the next line, not where kerning draws a
    neighbour over it.
    """
    places = _placed(page, 0, len(page.text))
    ranks = np.flatnonzero(gone[places])
    bands = [_band(page, places, gone, run) for run in _runs(page, places, ranks, _level)]
    return np.array(bands, dtype=np.float32).reshape(-1, 4)


def beneath(page: Page, gone: Mask) -> Mask:
    """Return `gone` with the characters that lie under or over one that goes.

    Such are the copies a program draws to make letters bold or to give them a shadow, and text
    hidden under text. They lie with their middle inside the middle of a character that goes.
    """
    places = _placed(page, 0, len(page.text))
    middles = (page.boxes[:, :2] + page.boxes[:, 2:]) / 2
    under = gone.copy()
    for run in _runs(page, places, np.flatnonzero(gone[places]), _level):
        box = hull(page.boxes[places[run]])
        quarter = min(box.width, box.height) / 4
        under |= (
            (middles[:, 0] > box.x0)
            & (middles[:, 0] < box.x1)
            & (middles[:, 1] > box.y0 + quarter)
            & (middles[:, 1] < box.y1 - quarter)
        )
    return under


def _placed(page: Page, start: int, end: int) -> Places:
    """Return the characters of [start, end) that were drawn."""
    drawn = ~np.isnan(page.boxes[start:end, 0])
    return start + np.flatnonzero(drawn)


def _runs(page: Page, places: Places, ranks: Places, joined: Joined) -> list[Places]:
    """Split `ranks` (indices into `places`) where a character does not join the one before it."""
    if not ranks.size:
        return []
    boxes, turns = page.boxes[places[ranks]], page.turns[places[ranks]]
    level = boxes
    if turns.any():
        level = np.empty_like(boxes)
        for turn in np.unique(turns):
            level[turns == turn] = upright(boxes[turns == turn], int(turn))
    kept = (np.diff(ranks) == 1) & (np.diff(turns) == 0) & joined(level[:-1], level[1:])
    return np.split(ranks, np.flatnonzero(~kept) + 1)


def _beside(one: Boxes, other: Boxes) -> Mask:
    """Tell which pairs of upright boxes stand on one line, no further apart than a wide space."""
    middle, middles = (one[:, 1] + one[:, 3]) / 2, (other[:, 1] + other[:, 3]) / 2
    in_one = (one[:, 1] <= middles) & (middles < one[:, 3])
    in_other = (other[:, 1] <= middle) & (middle < other[:, 3])
    near: Mask = _apart(one, other) < _WORD_GAP * (one[:, 3] - one[:, 1])
    return near & (in_one | in_other)


def _level(one: Boxes, other: Boxes) -> Mask:
    """Tell which pairs of upright boxes share top and bottom, so that one band serves both."""
    height = one[:, 3] - one[:, 1]
    off = np.abs(one[:, [1, 3]] - other[:, [1, 3]]).max(axis=1)
    level: Mask = off < _BAND / 2 * height
    return level & (_apart(one, other) < height / 2)


def _apart(one: Boxes, other: Boxes) -> npt.NDArray[np.float32]:
    """Return how much room lies between each pair of upright boxes, along the line."""
    apart: npt.NDArray[np.float32] = np.maximum(other[:, 0] - one[:, 2], one[:, 0] - other[:, 2])
    return apart


def _band(page: Page, places: Places, gone: Mask, run: Places) -> Box:
    """Return the middle band of a run of level characters, clear of both its neighbours."""
    turn = int(page.turns[places[run[0]]])
    boxes = upright(page.boxes[places[run]], turn)
    first, last = boxes[boxes[:, 0].argmin()], boxes[boxes[:, 2].argmax()]
    (start, most), (least, end) = _inside(first), _inside(last)
    for rank in (run[0] - 1, run[-1] + 1):
        if not 0 <= rank < len(places) or gone[places[rank]]:
            continue
        left, right = _inside(upright(page.boxes[places[rank : rank + 1]], turn)[0])
        if left < start < right + _HAIR < most:
            start = right + _HAIR
        elif right > end > left - _HAIR > least:
            end = left - _HAIR
    middle = float(first[1] + first[3]) / 2
    half = _BAND * float(first[3] - first[1])
    band = np.array([[start, middle - half, max(start, end), middle + half]], dtype=np.float32)
    return hull(TURNS[turn].boxes(band))


def _inside(box: npt.NDArray[np.float32]) -> tuple[float, float]:
    """Return where a mark touches an upright character, from left to right."""
    shrink = _SHRINK * float(box[2] - box[0]) - _HAIR / 4
    return float(box[0]) + shrink, float(box[2]) - shrink
