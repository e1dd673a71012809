"""What stands on a page, upright: letters, where lines of text begin and end, rules, edges."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redact.areas import drawn_areas
from redact.document import Boxes, Page
from redact.geometry import Mask, Places, upright
from redact.write.gaps import Gaps

Numbers = npt.NDArray[np.float64]

LEVEL = 0.45
"""Of a line's height: letters with their middle this near to the line's own stand on it."""

FAR = 2.5
"""Of a line's height: letters further apart than this stand in two columns or cells."""

_SPACE = (0.08, 0.65)
"""Of the line's height: the least and the most that a space of a font is wide.

Fonts with letters of one width have the widest: 0.6 in Courier, 0.602 in DejaVu Sans Mono.
"""

_USUAL_SPACE = 0.2


class Letters(NamedTuple):
    """Letters by the height they stand at: boxes of shape (n, 4), their places in the text."""

    boxes: Boxes
    places: Places
    stays: Mask
    middles: Numbers

    def near(self, middle: float, reach: float) -> "Letters":
        """Return those whose middle is at most so far above or below."""
        low, high = np.searchsorted(self.middles, (middle - reach, middle + reach))
        return self.only(slice(low, high))

    def only(self, chosen: Mask | slice) -> "Letters":
        """Return those of a mask or a slice."""
        return Letters(
            self.boxes[chosen], self.places[chosen], self.stays[chosen], self.middles[chosen]
        )


class Runs(NamedTuple):
    """Letters that follow each other on one line: where each run starts and ends, its middle.

    Each field has shape (n,); `stays` tells that the last letter of a run does,
    `firsts` where it begins in the text.
    """

    starts: Numbers
    ends: Numbers
    middles: Numbers
    stays: Mask
    firsts: Places


class Sheet(NamedTuple):
    """One page at one turn; `left` and `right` are its edges, `space` is a share of height.

    `boxes` has those of all its characters.
    """

    turn: int
    page: Page
    boxes: Boxes
    letters: Letters
    spaces: Letters
    runs: Runs
    rules: Boxes
    left: float
    right: float
    space: float

    def space_at(self, middle: float, height: float) -> float:
        """Return how wide a space is on a line, by its font and not by how the line was set."""
        near = self.spaces.near(middle, LEVEL * height).boxes
        return _space(near) * height if len(near) else self.space * height


def sheet(page: Gaps, rules: Boxes, turn: int) -> Sheet:
    """Return a page, upright at one turn; `rules` are the boxes of its thin lines, as shown."""
    text, boxes = page.page.text, page.page.boxes
    blank = np.fromiter(map(str.isspace, text), np.bool_, len(text))
    here = ~np.isnan(boxes[:, 0]) & (page.page.turns == turn)
    here[drawn_areas(page.page)] = False
    inked = np.flatnonzero(here & ~blank)
    turned = upright(boxes, turn)
    level = turned[inked]
    spaces = _letters(turned[here & blank], np.flatnonzero(here & blank), page.gone)
    edges = upright(np.array([[0, 0, page.page.width, page.page.height]], dtype=np.float32), turn)
    return Sheet(
        turn,
        page.page,
        turned,
        _letters(level, inked, page.gone),
        spaces,
        _runs(level, inked, page.gone),
        upright(rules, turn),
        float(edges[0, 0]),
        float(edges[0, 2]),
        _space(spaces.boxes),
    )


def _letters(boxes: Boxes, places: Places, gone: Mask) -> Letters:
    middles = (boxes[:, 1].astype(np.float64) + boxes[:, 3]) / 2
    order = np.argsort(middles, kind="stable")
    return Letters(boxes[order], places[order], ~gone[places[order]], middles[order])


def _space(spaces: Boxes) -> float:
    """Return the usual width of spaces as a share of their height."""
    shares = (spaces[:, 2] - spaces[:, 0]) / np.maximum(spaces[:, 3] - spaces[:, 1], 1e-3)
    shares = shares[(shares > _SPACE[0]) & (shares < _SPACE[1])]
    return median(shares) if shares.size else _USUAL_SPACE


def median(values: npt.NDArray[np.floating]) -> float:
    """Return the middle of some numbers; NumPy's own takes ten times as long on a few."""
    ordered = np.sort(values)
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    return float(middle)


def _runs(boxes: Boxes, places: Places, gone: Mask) -> Runs:
    """Split letters, in the text's order, where one does not follow the one before it."""
    level = boxes.astype(np.float64)
    middles, heights = (level[:, 1] + level[:, 3]) / 2, level[:, 3] - level[:, 1]
    step = level[1:, 0] - level[:-1, 2]
    cut = np.abs(np.diff(middles)) > LEVEL * heights[1:]
    cut |= (step > FAR * heights[1:]) | (step < -heights[1:])
    firsts = np.flatnonzero(np.concatenate([[True], cut])) if len(level) else np.empty(0, np.intp)
    lasts = np.append(firsts[1:], len(level)) - 1
    return Runs(
        level[firsts, 0], level[lasts, 2], middles[firsts], ~gone[places[lasts]], places[firsts]
    )
