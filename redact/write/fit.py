"""Fit a code into a gap that keeps its width: as large as reads well, over nothing that stays."""

from typing import NamedTuple

import numpy as np

from redact.document import Boxes
from redact.geometry import Box, Mask, Matrix, upright
from redact.write.font import text_width
from redact.write.gaps import Gap
from redact.write.sheet import Sheet

LARGEST, _COMFORTABLE, SMALLEST = 9.0, 6.0, 4.0
"""Points: the sizes of a code."""

SIZE = 0.8
"""A code's size as a share of its box's height."""

PAD = 0.15
"""Room on each side of a code, as a share of its size."""

CAP = 0.72
"""The height of a digit, as a share of the size."""

_MARGIN = 0.6
"""Points that stay free between a label and the text beside it."""

CENTRED = 10.0
"""A code stands in the middle of its gap unless more than this many sizes are left over."""

_HEM = 2.0
"""Points: a line that sticks out no further than this belongs to the text that goes."""

_TRIM = 0.04
"""The strip above the capitals that is left white in any case, as a share of the line's box."""

_TOP, _HEEL = 0.15, 0.02
"""How much of a line's box lies above its capitals and below its descenders, as a share."""

FOOT = 0.2
"""Where the foot line of text lies above the bottom of its box, as a share of the height."""


class Label(NamedTuple):
    """What is drawn in one gap, upright: see `redact.geometry`.

    `gap` is where the text was, `box` the light ground. `text` begins at `start` on the line
    `foot`; it is empty where a gap goes on from the line above. `squeeze` is its width as a share
    of what the font gives at this size.
    """

    turn: int
    gap: Box
    box: Box
    text: str
    start: float
    foot: float
    size: float
    squeeze: float
    lean: Matrix = Matrix(1, 0, 0, 1, 0, 0)


class Around(NamedTuple):
    """What stands around a gap, upright: shape (n, 4) each, the gap's own text left out.

    `ink` is text; `stays`, of shape (n,), tells which of it is still there.
    """

    ink: Boxes
    stays: Mask
    rules: Boxes
    right: float


def fit(where: Box, gap: Gap, sheet: Sheet) -> Label:
    """Return the label of a gap that stays as it is; `where` is its box, upright."""
    return _label(where, gap, around(where, sheet))


def fit_area(gap: Gap) -> Label:
    """Return the label of an area that a person drew: on a ground of its own, over all in it."""
    box = Box(*upright(np.array([gap.box], dtype=np.float32), gap.turn)[0].tolist())
    width, middle = text_width(gap.code) + 2 * PAD, (box.y0 + box.y1) / 2
    wanted = min(LARGEST, SIZE * box.height)
    size = max(min(wanted, box.width / width), min(wanted, SMALLEST))
    squeeze = min(1.0, box.width / (size * width))
    slack = box.width - size * width * squeeze
    start, half = box.x0 + (slack / 2 if slack < CENTRED * size else 0), size / SIZE / 2
    ground = Box(start, middle - half, start + size * width * squeeze, middle + half)
    text = start + PAD * size * squeeze
    return Label(gap.turn, box, ground, gap.code, text, middle + CAP * size / 2, size, squeeze)


def around(box: Box, sheet: Sheet) -> Around:
    """Return what stands on the line of a box, and on the lines above and below it."""
    letters = sheet.letters.near((box.y0 + box.y1) / 2, 1.5 * box.height)
    near = letters.boxes
    middle = (near[:, :2] + near[:, 2:]) / 2
    own = (
        (middle[:, 0] > box.x0)
        & (middle[:, 0] < box.x1)
        & (np.abs(middle[:, 1] - (box.y0 + box.y1) / 2) < box.height / 3)
    )
    right = float(sheet.runs.ends.max())
    return Around(near[~own], letters.stays[~own], sheet.rules, right)


def _label(where: Box, gap: Gap, line: Around) -> Label:
    box = clear_of_lines(where, line)
    wanted = min(LARGEST, SIZE * box.height)
    width = text_width(gap.code) + 2 * PAD
    size = min(wanted, box.width / width)
    least = min(wanted, _COMFORTABLE)
    if gap.code and size < least:
        box = _widened(box, least * width, line)
        size = max(min(least, box.width / width), min(wanted, SMALLEST))
    squeeze = min(1.0, box.width / (size * width))
    slack = box.width - size * width * squeeze
    start = box.x0 + PAD * size * squeeze + (slack / 2 if slack < CENTRED * size else 0)
    foot = min(where.y1 - FOOT * where.height, box.y1 - PAD * size)
    foot = max(foot, box.y0 + (CAP + PAD / 2) * size)
    return Label(gap.turn, where, box, gap.code, start, foot, size, squeeze)


def clear_of_lines(box: Box, line: Around) -> Box:
    """Return an upright box without the strips where ink of the lines above and below may stand."""
    middle, third = (box.y0 + box.y1) / 2, box.height / 3
    off = np.abs(line.ink[:, 1] + line.ink[:, 3] - 2 * middle) / 2
    meets = (line.ink[:, 0] < box.x1) & (line.ink[:, 2] > box.x0) & (off > third)
    ink, stays = line.ink[meets], line.stays[meets]
    height, middles = ink[:, 3] - ink[:, 1], (ink[:, 1] + ink[:, 3]) / 2
    above, between = middles < middle, (middles + middle) / 2
    tops = np.where(stays, ink[:, 3] - _HEEL * height, between + _MARGIN / 2)[above]
    feet = np.where(stays, ink[:, 1] + _TOP * height, between - _MARGIN / 2)[~above]
    rules = line.rules[(line.rules[:, 0] < box.x0 - _HEM) | (line.rules[:, 2] > box.x1 + _HEM)]
    rules = rules[(rules[:, 0] < box.x1) & (rules[:, 2] > box.x0)]
    over = rules[:, 3] < middle
    ceilings, floors = rules[over, 3] + _MARGIN / 2, rules[~over, 1] - _MARGIN / 2
    top = max([box.y0 + _TRIM * box.height, *tops.tolist(), *ceilings.tolist()])
    foot = min([box.y1, *feet.tolist(), *floors.tolist()])
    return Box(box.x0, min(top, middle - third / 2), box.x1, max(foot, middle + third / 2))


def _widened(box: Box, width: float, line: Around) -> Box:
    """Return the box made wider, into the blanks beside it, as far as there is room.

    Where it begins its line it keeps its edge as long as there is room on the other side.
    """
    start, end = _room(box, line)
    short = width - box.width
    left_ink = _beside(line.ink, box)[:, 2]
    begins = not ((left_ink < box.x0 + _MARGIN) & (left_ink > box.x0 - box.height)).any()
    right = min(short if begins else short / 2, end - box.x1)
    left = min(short - right, box.x0 - start)
    right = min(short - left, end - box.x1)
    return Box(box.x0 - left, box.y0, box.x1 + right, box.y1)


def _room(box: Box, line: Around) -> tuple[float, float]:
    """Return how far a box may reach: to its neighbours, a rule or the edge of the text."""
    beside = _beside(np.concatenate([line.ink, line.rules]), box)
    first = (beside[:, 0] + beside[:, 2]) < box.x0 + box.x1
    starts, ends = beside[first, 2], beside[~first, 0]
    start = float(starts.max()) + _MARGIN if starts.size else box.x0
    end = float(ends.min()) - _MARGIN if ends.size else line.right
    return min(start, box.x0), max(end, box.x1)


def _beside(things: Boxes, box: Box) -> Boxes:
    """Return what stands at the height of a box."""
    return things[(things[:, 1] < box.y1) & (things[:, 3] > box.y0)]
