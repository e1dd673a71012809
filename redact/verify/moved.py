"""Words that stay and came to stand where something went: is the ink under them their own?"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from unicodedata import normalize

import numpy as np

from redact.geometry import Box, Matrix
from redact.verify.evidence import Evidence
from redact.verify.images import Pixels, Places, picked
from redact.verify.shown import load, on_pdf_axes, opened

EDGE = 0.1
"""Of a letter's height: how far its ink may stick out of its box, to the sides."""
_FINE = 24
"""Places along the height of a letter that are looked at."""
_SCALE, _LARGEST = 3.0, 4000
"""Pixels a point that the source is drawn at, and the most along one side."""
_DARK, _FAINT = 48, 16
"""Of 255: ink differs this much from the paper; beside it this little is ink enough."""
_NEAR = 1
"""Places that ink may lie beside its own: two programs draw the edges of letters."""
_AWRY = 1
"""Half places that a letter may stand beside where it is looked for, for the same reason."""


class Moved(NamedTuple):
    """A letter that stays: its box on the output's page as shown, and that on the source's."""

    here: Box
    there: Box


def moved_letters(evidence: Evidence, number: int, gaps: Sequence[Box]) -> list[Moved]:
    """Return the letters of a page that are shown in a gap though they stood beside it.

    None of a line that does not read as that of the source does without what went.
    """
    shown, page = evidence.shown[number], evidence.original.pages[number]
    wanted = {redaction.ground for redaction in evidence.redactions}
    text = re.sub("|".join(map(re.escape, wanted)), _blanks, shown.text)
    kept = np.flatnonzero(~evidence.removed[number])
    found: dict[Moved, None] = {}
    for gap in gaps:
        level = gap.width >= gap.height
        here = _line(zip(text, shown.boxes.tolist(), strict=True), gap, level=level)
        stays = ((page.text[place], page.boxes[place].tolist()) for place in kept.tolist())
        there = _line(stays, gap, level=level)
        if [one.letter for one in here] == [one.letter for one in there]:
            pairs = (Moved(a.box, b.box) for a, b in zip(here, there, strict=True))
            found.update((pair, None) for pair in pairs if pair.here.meets(gap))
    return list(found)


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found.group())


class _Letter(NamedTuple):
    start: float
    letter: str
    box: Box


def _line(letters: Iterable[tuple[str, list[float]]], gap: Box, *, level: bool) -> list[_Letter]:
    """Return the letters on the line of a gap, from one side to the other."""
    low, high = (gap.y0, gap.y1) if level else (gap.x0, gap.x1)
    found = []
    for letter, edges in letters:
        box = Box(*edges)
        middle = (box.y0 + box.y1) / 2 if level else (box.x0 + box.x1) / 2
        if low < middle < high and not letter.isspace():
            plain = normalize("NFKD", letter).casefold()
            found.append(_Letter(box.x0 if level else box.y0, plain, box))
    return sorted(found, key=lambda one: one.start)


class Source:
    """A page of the source as pixels, grey, without what went."""

    def __init__(self, source: bytes, number: int, gaps: Sequence[Box], width: float) -> None:
        """Draw it; `width` is that of the page in points.

        Raises:
            DamagedError, EncryptedError: pdfium cannot open the source.
        """
        with opened(source) as document:
            page = load(document, number)
            self._scale = min(_SCALE, _LARGEST / max(page.get_size()))
            bitmap = page.render(scale=self._scale)
            self._grey = grey(np.array(bitmap.to_numpy()))
            self._scale *= page.get_width() / width
            page.close()
        for gap in gaps:
            x0, y0, x1, y1 = (round(edge * self._scale) for edge in _narrowed(gap))
            self._grey[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)] = np.nan

    def at(self, x: Places, y: Places, paper: float) -> Places:
        """Return what is drawn at places on the page as shown, and paper where something went."""
        high, wide = self._grey.shape
        column = np.clip((x * self._scale).astype(np.int64), 0, wide - 1)
        row = np.clip((y * self._scale).astype(np.int64), 0, high - 1)
        found: Places = np.nan_to_num(self._grey[row, column], nan=paper)
        return found


def _narrowed(gap: Box) -> Box:
    """Return a gap without its ends, where ink of the letter beside it may lie."""
    edge = EDGE * min(gap.width, gap.height)
    if gap.width >= gap.height:
        return gap._replace(x0=gap.x0 + edge, x1=gap.x1 - edge)
    return gap._replace(y0=gap.y0 + edge, y1=gap.y1 - edge)


def grey(pixels: Pixels) -> Places:
    """Return pixels of shape (height, width, channels) as one number each."""
    found: Places = pixels[..., :3].mean(axis=-1)
    return found


def has_own_ink(moved: Moved, pixels: Places, place: Matrix, source: Source) -> bool:
    """Tell whether an image, grey, has the ink under a letter that the letter had in the source.

    `place` maps the unit square, its origin at the lower left, to the page as shown.
    """
    paper = float(np.median(pixels))
    here, there = moved
    edge = EDGE * min(here.width, here.height)
    fine = max(here.width, here.height) / _FINE
    x, y = np.meshgrid(
        np.arange(here.x0 - edge, here.x1 + edge, fine),
        np.arange(here.y0 - edge, here.y1 + edge, fine),
    )
    across = (there.x0 + there.x1 - here.x0 - here.x1) / 2
    down = (there.y0 + there.y1 - here.y0 - here.y1) / 2
    if abs(across) >= abs(down):  # a line moves along itself only
        x_then, y_then = x + across, y
    else:
        x_then, y_then = x, y + down
    now = np.abs(picked(pixels, place, x, y, paper) - paper)
    steps = [fine * step / 2 for step in range(-_AWRY, _AWRY + 1)]
    return any(
        _is_same(now, np.abs(source.at(x_then + right, y_then + low, paper) - paper))
        for right in steps
        for low in steps
    )


def _is_same(now: Places, then: Places) -> bool:
    return not (_has_more(now, then) or _has_more(then, now))


def _has_more(ink: Places, other: Places) -> bool:
    """Tell whether there is ink with none of the other near it."""
    near = np.pad(other >= _FAINT, _NEAR)
    high, wide = ink.shape
    steps = range(2 * _NEAR + 1)
    grown = np.any([near[i : i + high, j : j + wide] for i in steps for j in steps], axis=0)
    return bool(np.any((ink >= _DARK) & ~grown))


def shown_axes(page: Any, width: float) -> Matrix:  # noqa: ANN401
    """Return the map from the axes of a PDF to its page as shown."""
    points = [Box(0, 0, 0, 0), Box(1, 0, 1, 0), Box(0, 1, 0, 1)]
    (e, f, *_), (ax, ay, *_), (bx, by, *_) = on_pdf_axes(page, points, width)
    return Matrix(ax - e, ay - f, bx - e, by - f, e, f).back()
