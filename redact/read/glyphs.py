"""The characters that one page draws, line by line in the order of the file.

A line here is what MuPDF calls one: characters that follow each other on one base line without
a gap. Putting the lines in reading order comes later.
"""

from collections.abc import Iterator
from itertools import chain
from math import atan2, pi
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from redact.document import Boxes, Turns
from redact.geometry import Matrix, upright

if TYPE_CHECKING:
    import pymupdf

_MARGIN = 20_000
"""Points around the page in which text is read too: what lies there is still in the file."""

_IGNORE_ACTUALTEXT = 2048
"""A PDF can say that drawn letters stand for other text; what is drawn is what a reader sees."""

_SKEW = 0.05
"""Quarter turns (4.5 degrees) by which a line may be off before it counts as slanted."""

_UNREADABLE = 0xFFFD
_NO_SIGNS = ((0, 0x1F), (0x7F, 0x9F), (0xD800, 0xDFFF))
"""Control characters and halves of a surrogate pair: the font does not tell what it draws."""

_SPACES = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
_SOFT_HYPHEN = 0xAD


class Glyphs(NamedTuple):
    """What a page draws; n characters in m lines.

    `codes` (n,) are code points; `boxes` (n, 4) are points on the page as shown, NaN for a space
    that the PDF does not draw; `level` (n, 4) are the same boxes turned upright; `starts`
    (m + 1,) is where each line begins; `turns` (m,) are quarter turns; `slanted` (m,) tells
    which lines run at an angle.
    """

    codes: npt.NDArray[np.uint32]
    boxes: Boxes
    level: Boxes
    starts: npt.NDArray[np.intp]
    turns: Turns
    slanted: npt.NDArray[np.bool_]

    def of_lines(self, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Spread one value for each line, shape (m,), over the characters, shape (n,)."""
        return np.repeat(values, np.diff(self.starts))

    def keep(self, kept: npt.NDArray[np.bool_]) -> "Glyphs":
        """Return only the characters of a mask of shape (n,), and no line without any."""
        ends = np.concatenate(([0], np.cumsum(kept)))[self.starts]
        filled = np.diff(ends) > 0
        return Glyphs(
            self.codes[kept],
            self.boxes[kept],
            self.level[kept],
            np.concatenate((ends[:-1][filled], ends[-1:])),
            self.turns[filled],
            self.slanted[filled],
        )

    def hulls(self) -> Boxes:
        """Return for each line the upright box around its characters, shape (m, 4)."""
        if not len(self.codes):
            return np.empty((0, 4), dtype=np.float32)
        low = np.fmin.reduceat(self.level[:, :2], self.starts[:-1])
        high = np.fmax.reduceat(self.level[:, 2:], self.starts[:-1])
        return np.concatenate((low, high), axis=1)


def read_glyphs(page: "pymupdf.Page") -> Glyphs:
    """Return what a page draws: annotations and fields too, and what lies outside its edges.

    The page is laid flat and its edges are moved outward, so it can be read only once.
    """
    turned = page.rotation // 90
    to_shown = _lay_open(page)
    lines = [
        line
        for block in page.get_text("rawdict", flags=_IGNORE_ACTUALTEXT)["blocks"]
        for line in block["lines"]
    ]
    per_line = [[char for span in line["spans"] for char in span["chars"]] for line in lines]
    chars = list(chain.from_iterable(per_line))
    quarters = np.fromiter((_quarters(line["dir"]) for line in lines), float, len(lines)) + turned
    turns = np.rint(quarters)
    starts = np.concatenate(([0], np.cumsum([len(line) for line in per_line]))).astype(np.intp)
    boxes = to_shown.boxes(_boxes(chars))
    glyphs = Glyphs(
        _codes(chars, boxes),
        boxes,
        boxes,
        starts,
        (turns % 4).astype(np.uint8),
        np.abs(quarters - turns) > _SKEW,
    )
    return trimmed(glyphs._replace(level=_upright(glyphs)))


def beyond(glyphs: Glyphs, width: float, height: float) -> npt.NDArray[np.bool_]:
    """Tell which characters, shape (n,), have their middle outside a page of this size."""
    middle = (glyphs.boxes[:, :2] + glyphs.boxes[:, 2:]) / 2
    outside = (middle < 0) | (middle > (width, height))
    return np.asarray(outside.any(axis=1))


def _lay_open(page: "pymupdf.Page") -> Matrix:
    """Lay a page flat with wide edges; return the map from there to the page as shown."""
    from pymupdf import Rect

    shown, sheet = _from_pdf(page), page.mediabox
    if page.rotation:
        page.set_rotation(0)
    page.set_mediabox(
        Rect(sheet.x0 - _MARGIN, sheet.y0 - _MARGIN, sheet.x1 + _MARGIN, sheet.y1 + _MARGIN)
    )
    back = ~_from_pdf(page)
    return Matrix(*shown).after(Matrix(*back))


def _from_pdf(page: "pymupdf.Page") -> Any:  # noqa: ANN401  PyMuPDF has no types
    """Return the map from PDF coordinates to the page as shown now."""
    from pymupdf import Matrix as Map
    from pymupdf import mupdf

    box, ctm = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_transform(mupdf.pdf_page_from_fz_page(page.this), box, ctm)
    return Map(ctm.a, ctm.b, ctm.c, ctm.d, ctm.e, ctm.f)


def _quarters(direction: tuple[float, float]) -> float:
    """Return how many quarter turns a line of text is rotated by, clockwise."""
    return atan2(direction[1], direction[0]) / (pi / 2)


def _boxes(chars: list[dict[str, Any]]) -> Boxes:
    """Return the boxes of characters, shape (n, 4), NaN where nothing is drawn."""
    flat = chain.from_iterable(map(itemgetter("bbox"), chars))
    boxes = np.fromiter(flat, np.float32, 4 * len(chars)).reshape(-1, 4)
    made = np.fromiter(map(itemgetter("synthetic"), chars), np.bool_, len(chars))
    boxes[made] = np.nan
    return boxes


def _codes(chars: list[dict[str, Any]], boxes: Boxes) -> npt.NDArray[np.uint32]:
    """Return the code points, shape (n,), of what the letters stand for.

    A hyphen that is drawn is no longer soft: typst writes every hyphen as a soft one.
    """
    text = "".join(map(itemgetter("c"), chars))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).copy()
    drawn = (boxes[:, 2] > boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1])
    codes[(codes == _SOFT_HYPHEN) & drawn] = ord("-")
    for space in _SPACES:
        codes[codes == space] = ord(" ")
    for first, last in _NO_SIGNS:
        codes[(codes >= first) & (codes <= last)] = _UNREADABLE
    return codes


def _upright(glyphs: Glyphs) -> Boxes:
    """Return the boxes turned so that each line runs from left to right."""
    level: Boxes = glyphs.boxes.copy()
    turns = glyphs.of_lines(glyphs.turns)
    for turn in np.unique(glyphs.turns[glyphs.turns > 0]):
        level[turns == turn] = upright(glyphs.boxes[turns == turn], int(turn))
    return level


def trimmed(glyphs: Glyphs) -> Glyphs:
    """Leave out the spaces at both ends of each line, and lines of nothing else."""
    places = np.arange(len(glyphs.codes))
    ink = np.not_equal(glyphs.codes, ord(" "))
    if not ink.any():
        return glyphs.keep(ink)
    starts = glyphs.starts[:-1][np.diff(glyphs.starts) > 0]
    sizes = np.diff(np.append(starts, len(places)))
    first = np.minimum.reduceat(np.where(ink, places, len(places)), starts)
    last = np.maximum.reduceat(np.where(ink, places, -1), starts)
    return glyphs.keep((places >= np.repeat(first, sizes)) & (places <= np.repeat(last, sizes)))


def lines_of(glyphs: Glyphs) -> Iterator[str]:
    """Yield the text of each line."""
    text = text_of(glyphs.codes)
    for start, end in zip(glyphs.starts[:-1], glyphs.starts[1:], strict=True):
        yield text[start:end]


def text_of(codes: npt.NDArray[np.uint32]) -> str:
    """Return the text of code points."""
    return codes.tobytes().decode("utf-32-le")
