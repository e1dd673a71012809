"""Undo what drawing does to letters: copies to make them bold, accents apart, ligatures."""

import re
from collections.abc import Iterator
from unicodedata import normalize

import numpy as np
import numpy.typing as npt

from redact.document import Boxes
from redact.geometry import TURNS
from redact.read.backwards import straighten
from redact.read.glyphs import Glyphs, text_of, trimmed

_NEAR = 0.25
"""Share of a letter's box within which the same letter is a copy drawn over the first."""

_TOUCH = 0.1
"""Points between a ligature and a letter of it that got no box."""

_CHUNK = 256
"""Lines that are compared with all others at once, to bound the memory."""

_ACCENT = re.compile("[\u0300-\u036f`\u00a8\u00b4\u00b8\u02c6\u02c7\u02da\u02dc^~]")
_COMBINING = dict(
    zip(
        "`^~\u00a8\u00b4\u00b8\u02c6\u02c7\u02da\u02dc",
        "\u0300\u0302\u0303\u0308\u0301\u0327\u0302\u030c\u030a\u0303",
        strict=True,
    )
)
"""Accents that older typesetters draw as a letter of their own, over the next one."""


def repair(glyphs: Glyphs) -> Glyphs:
    """Return the letters a reader sees, each once and each with a box of its own."""
    return straighten(_split_ligatures(_join_accents(_without_copies(glyphs))))


def _without_copies(glyphs: Glyphs) -> Glyphs:
    """Leave out letters drawn a second time in the same place, as for bold or a shadow."""
    doubled = np.zeros(len(glyphs.codes), dtype=np.bool_)
    twins = np.flatnonzero(glyphs.codes[1:] == glyphs.codes[:-1])
    doubled[twins + 1] = _copies(glyphs, twins, twins + 1)
    for first, second in _overlapping(glyphs):
        one, other = np.meshgrid(_line(glyphs, first), _line(glyphs, second), indexing="ij")
        doubled[other[_copies(glyphs, one, other)]] = True
    return trimmed(glyphs.keep(~doubled)) if doubled.any() else glyphs


def _copies(
    glyphs: Glyphs, one: npt.NDArray[np.intp], other: npt.NDArray[np.intp]
) -> npt.NDArray[np.bool_]:
    """Tell which pairs of letters are the same letter in the same place."""
    size = glyphs.level[one, 2:] - glyphs.level[one, :2]
    off = np.abs(glyphs.level[one, :2] - glyphs.level[other, :2])
    near = (off < _NEAR * size).all(axis=-1)
    same: npt.NDArray[np.bool_] = near & (glyphs.codes[one] == glyphs.codes[other])
    return same


def _line(glyphs: Glyphs, number: int) -> npt.NDArray[np.intp]:
    return np.arange(glyphs.starts[number], glyphs.starts[number + 1])


def _overlapping(glyphs: Glyphs) -> Iterator[tuple[int, int]]:
    """Yield pairs of lines, the first drawn first, that lie over each other."""
    boxes, turns = glyphs.hulls(), glyphs.turns
    height = boxes[:, 3] - boxes[:, 1]
    for start in range(0, len(boxes), _CHUNK):
        some = slice(start, start + _CHUNK)
        low = np.maximum(boxes[some, None, :2], boxes[None, start:, :2])
        shared = np.minimum(boxes[some, None, 2:], boxes[None, start:, 2:]) - low
        half = np.maximum(height[some, None], height[None, start:]) / 2
        over = (shared[..., 0] > 0) & (shared[..., 1] > half)
        over &= turns[some, None] == turns[None, start:]
        for first, second in np.argwhere(np.triu(over, 1)) + start:
            yield int(first), int(second)


def _join_accents(glyphs: Glyphs) -> Glyphs:
    """Put an accent that lies over a letter together with it, where one character has both."""
    text = text_of(glyphs.codes)
    if not _ACCENT.search(text):
        return glyphs
    kept = np.ones(len(text), dtype=np.bool_)
    codes, boxes, level = glyphs.codes.copy(), glyphs.boxes.copy(), glyphs.level.copy()
    for found in _ACCENT.finditer(text):
        mark, place = _COMBINING.get(found[0], found[0]), found.start()
        for letter in (place - 1, place + 1):
            joined = _joined(text, letter, mark)
            if joined and _over(level, place, letter):
                codes[letter], kept[place] = ord(joined), False
                boxes[letter] = _around(boxes[letter], boxes[place])
                level[letter] = _around(level[letter], level[place])
                break
    return glyphs._replace(codes=codes, boxes=boxes, level=level).keep(kept)


def _joined(text: str, letter: int, mark: str) -> str | None:
    """Return the one character that is a letter with an accent, if there is one."""
    if not 0 <= letter < len(text) or not text[letter].isalpha():
        return None
    joined = normalize("NFC", text[letter] + mark)
    return joined if len(joined) == 1 else None


def _over(level: Boxes, mark: int, letter: int) -> bool:
    """Tell whether an accent stands over (or just at the end of) a letter on the same line."""
    middle = (level[mark, :2] + level[mark, 2:]) / 2
    inside = (level[letter, :2] <= middle) & (middle <= level[letter, 2:] + 1e-3)
    return bool(inside.all())


def _around(one: npt.NDArray[np.float32], other: npt.NDArray[np.float32]) -> Boxes:
    return np.concatenate((np.fmin(one[:2], other[:2]), np.fmax(one[2:], other[2:])))


def _split_ligatures(glyphs: Glyphs) -> Glyphs:
    """Share a box out over its letters: MuPDF gives all of it to the first, none to the others."""
    level = glyphs.level
    bare = ~(level[:, 2] > level[:, 0]) & ~np.isnan(level[:, 0])
    bare[glyphs.starts[:-1]] = False
    if not bare.any():
        return glyphs
    leader = np.maximum.accumulate(np.where(bare, 0, np.arange(len(bare))))
    bare &= np.abs(level[:, 0] - level[leader, 2]) < _TOUCH
    leader = np.maximum.accumulate(np.where(bare, 0, np.arange(len(bare))))
    count = np.bincount(leader, minlength=len(bare))[leader]
    rank = np.arange(len(bare)) - leader
    width = (level[leader, 2] - level[leader, 0]) / count
    split = level.copy()
    split[:, 0] = level[leader, 0] + rank * width
    split[:, 2] = np.where(count > 1, split[:, 0] + width, level[:, 2])
    boxes, shared = glyphs.boxes.copy(), count > 1
    turns = glyphs.of_lines(glyphs.turns)
    for turn in np.unique(turns[shared]):
        there = shared & (turns == turn)
        boxes[there] = TURNS[turn].boxes(split[there])
    return glyphs._replace(level=split, boxes=boxes)
