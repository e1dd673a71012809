"""Holes in lines of text, where something was taken out and its room was kept."""

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from redact.verify.paint import Cover, painted
from redact.verify.shown import read_boxes, read_text

_EM = 1.5
"""Of the height: a wider hole is no space, not even in justified text."""
_WIDEST = 30.0
"""Of the height: a wider hole parts columns."""
_TOUCH = 1.0
"""Of the height: how far from a box the letters beside it may stand."""
_LEVEL = 0.35
"""Of the height: letters this near in height stand on one line."""
_TALL, _NARROW = 2.5, 0.4
"""Of the height of a line: a higher box covers more lines, a narrower one no word."""
_WORD = re.compile(r"[^\W\d_]{4}")
"""A box with a word in it is no redaction: that text was meant to be read."""

Numbers: TypeAlias = npt.NDArray[np.float64]
Mask: TypeAlias = npt.NDArray[np.bool_]


class Hole(NamedTuple):
    """A hole: its width in points without spaces, the size of the text beside it, its widths.

    `label` is what stands in it, `label_width` that text's width as a share of the size.
    """

    width: float
    size: float
    widths: dict[str, float]
    label: str = ""
    label_width: float = 0.0


class _Text(NamedTuple):
    """The drawn characters of a page, from left to right, line after line."""

    text: str
    places: npt.NDArray[np.int64]
    left: Numbers
    right: Numbers
    middle: Numbers
    height: Numbers
    owner: npt.NDArray[np.uint64]
    line: npt.NDArray[np.int64]

    def only(self, chosen: Mask) -> "_Text":
        text = "".join(np.array(list(self.text))[chosen].tolist())
        return _Text(text, *(part[chosen] for part in self[1:]))  # type: ignore[arg-type]


class _Box(NamedTuple):
    """A box on a line, and what is written in it."""

    cover: Cover
    line: int
    label: str
    label_width: float


def holes(page: Any, letters: Sequence[str]) -> Iterator[Hole]:  # noqa: ANN401  pypdfium2 has no types
    """Yield the holes of a page, with the widths of these letters in the font beside each."""
    textpage = page.get_textpage()
    text = _drawn(textpage)
    if len(text.places) > 1:
        boxes, inside = _boxes(painted(page).covers, text)
        outside = text.only(~inside)
        for place, width, box in _found(outside, boxes):
            size, font = _font(textpage, int(outside.places[place]))
            widths = {letter: _width(font, letter) for letter in letters}
            ink = (box.label, box.label_width / size) if box else ("", 0.0)
            spaces = size * _width(font, " ") * _spaces(outside.text[place : place + 2])
            yield Hole(width - spaces, size, widths, *ink)
    textpage.close()


def _drawn(textpage: Any) -> _Text:  # noqa: ANN401
    from pypdfium2 import raw

    count = max(textpage.count_chars(), 0)
    text, boxes = read_text(textpage, count), read_boxes(textpage, count).astype(np.float64)
    handles = (raw.FPDFText_GetTextObject(textpage, place) for place in range(count))
    owner = np.array([ctypes.cast(h, ctypes.c_void_p).value or 0 for h in handles], np.uint64)
    made_up = np.array([raw.FPDFText_IsGenerated(textpage, p) == 1 for p in range(count)], np.bool_)
    left, top, right, bottom = boxes.T
    places = np.flatnonzero(~made_up & (right > left) & (top > bottom))
    middle, height = ((top + bottom) / 2)[places], (top - bottom)[places]
    down = np.argsort(-middle, kind="stable")
    step = -np.diff(middle[down], prepend=middle[down][:1])
    line = np.zeros(len(places), dtype=np.int64)
    line[down] = np.cumsum(step > _LEVEL * height[down])
    order = np.lexsort((left[places], line))
    chosen = places[order]
    letters = "".join(text[place] for place in chosen.tolist())
    parts = (left[chosen], right[chosen], middle[order], height[order], owner[chosen], line[order])
    return _Text(letters, chosen, *parts)


def _boxes(covers: Iterable[Cover], text: _Text) -> tuple[list[_Box], Mask]:
    """Return the boxes that may stand for a word, and which characters are written in them."""
    found, inside = [], np.zeros(len(text.places), dtype=np.bool_)
    centre = (text.left + text.right) / 2
    for cover in covers:
        middle, high = (cover.bottom + cover.top) / 2, cover.top - cover.bottom
        near = np.abs(text.middle - middle) <= _LEVEL * np.maximum(text.height, high)
        if cover.is_image or not near.any():
            continue
        height = float(np.median(text.height[near]))
        within = near & (centre > cover.left) & (centre < cover.right)
        written = "".join(text.text[place] for place in np.flatnonzero(within).tolist())
        if high > _TALL * height or cover.right - cover.left < _NARROW * height:
            continue
        if _WORD.search(written):
            continue
        wide = float(np.ptp([text.left[within].min(), text.right[within].max()])) if written else 0
        line = int(np.bincount(text.line[near]).argmax())
        found.append(_Box(cover, line, written.strip(), wide))
        inside |= within
    return found, inside


def _found(text: _Text, boxes: Sequence[_Box]) -> Iterator[tuple[int, float, _Box | None]]:
    """Yield the character before each hole, the width of the hole, and the box in it."""
    wide = text.left[1:] - text.right[:-1]
    same_line = text.line[1:] == text.line[:-1]
    height = text.height[:-1]
    for place in np.flatnonzero(same_line & (wide > _NARROW * height)).tolist():
        room = _TOUCH * float(height[place])
        start, end = float(text.right[place]), float(text.left[place + 1])
        box = next(
            (box for box in boxes if _bridges(box, text.line[place], start, end, room)), None
        )
        kern = text.owner[place] == text.owner[place + 1] and wide[place] > _EM * height[place]
        if box or (kern and wide[place] < _WIDEST * height[place]):
            yield place, float(wide[place]), box


def _spaces(beside: str) -> int:
    """Return how many spaces went along: words have one before them, and after them or a point."""
    return sum(map(str.isalnum, beside))


def _bridges(box: _Box, line: int, start: float, end: float, room: float) -> bool:
    """Tell whether a box fills a hole, up to the spaces beside it."""
    left, right = box.cover.left, box.cover.right
    near = abs(left - start) <= room and abs(right - end) <= room
    return box.line == line and near


def _font(textpage: Any, place: int) -> tuple[float, Any]:  # noqa: ANN401
    """Return the size in points of a character, and its font."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, place, matrix)
    size = raw.FPDFText_GetFontSize(textpage, place) * float(np.hypot(matrix.a, matrix.b))
    font = raw.FPDFTextObj_GetFont(raw.FPDFText_GetTextObject(textpage, place))
    return max(size, 0.1), font


def _width(font: Any, letter: str) -> float:  # noqa: ANN401
    """Return the width of a letter as a share of the size, 0 where the font has it not."""
    from pypdfium2 import raw

    width = ctypes.c_float()
    done = raw.FPDFFont_GetGlyphWidth(font, ord(letter), 1000.0, width) if font else False
    return width.value / 1000 if done else 0.0
