"""What the source tells of each character besides where it stands: its font and its tag."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from redact.document import PAGE_BREAK, Boxes, Document, Page
from redact.geometry import Matrix
from redact.read.pdf import opened
from redact.write.retypeset.rules import ruled_cells

if TYPE_CHECKING:
    import pymupdf

Ints = npt.NDArray[np.int32]

IGNORE_ACTUALTEXT = 2048
_TEXT, _TAG = 0, 2
"""Kinds of blocks in what PyMuPDF reads."""

_RULED = ("Sect", "Table", "TR", "TD")
"""The tags of a cell that has lines around it; the section is the page."""

_ITALIC, _BOLD = 2, 16
_GRID = 2.0
"""Steps per point in which two readings of a character are taken to be in the same place."""


class Element(NamedTuple):
    """A tag: the roles from the root down to it, and its place among its siblings at each."""

    roles: tuple[str, ...]
    path: tuple[int, ...]

    def upto(self, depth: int) -> "Element":
        """Return the ancestor at a depth; at the depth of the last role, itself."""
        return Element(self.roles[: depth + 1], self.path[: depth + 1])


class Look(NamedTuple):
    """How a character looks; `tag` is its number among the elements, -1 without one."""

    bold: bool
    italic: bool
    size: float
    tag: int


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """For each character of a document's text: bold, italic, size in points, number of its tag.

    All have shape (len(text),). The size is 0 and the tag -1 where the source does not say.
    """

    bold: npt.NDArray[np.bool_] = field(repr=False)
    italic: npt.NDArray[np.bool_] = field(repr=False)
    size: npt.NDArray[np.float32] = field(repr=False)
    tag: Ints = field(repr=False)
    elements: tuple[Element, ...] = field(repr=False)


def read_traits(data: bytes, document: Document) -> Traits:
    """Return what a PDF tells of the characters that were read from it.

    Raises:
        DamagedError, EncryptedError: it cannot be opened as a PDF.
    """
    elements: dict[Element, int] = {}
    with opened(data) as pdf:
        looks = [_page_looks(pdf[page.number], page, elements) for page in document]
        if not elements:
            pairs = zip(document, looks, strict=True)
            looks = [_in_cells(pdf[page.number], page, some, elements) for page, some in pairs]
    gap = [Look(bold=False, italic=False, size=0.0, tag=-1)] * len(PAGE_BREAK)
    joined = [look for page in looks for look in (*page, *gap)][: len(document.text)]
    columns = list(zip(*joined, strict=True)) or [(), (), (), ()]
    return Traits(
        np.array(columns[0], dtype=np.bool_),
        np.array(columns[1], dtype=np.bool_),
        np.array(columns[2], dtype=np.float32),
        np.array(columns[3], dtype=np.int32),
        tuple(elements),
    )


def _page_looks(source: "pymupdf.Page", page: Page, elements: dict[Element, int]) -> list[Look]:
    """Return the looks of a page's characters; one that is made up looks like that before it."""
    nothing = Look(bold=False, italic=False, size=0.0, tag=-1)
    found, boxes = _read(source, elements)
    if not found:
        return [nothing] * len(page.text)
    turned = Matrix(*source.rotation_matrix).boxes(boxes)
    matched = _matched(page.boxes, turned)
    looks, last = [], nothing
    for letter, at in zip(page.text, matched.tolist(), strict=True):
        if letter == "\n":
            last = nothing
        if at >= 0:
            last = found[at]
        looks.append(last)
    return looks


def _in_cells(
    source: "pymupdf.Page", page: Page, looks: list[Look], elements: dict[Element, int]
) -> list[Look]:
    """Return the looks, with a tag for what stands in the cell of a ruled table."""
    told = []
    for look, cell in zip(looks, ruled_cells(source, page), strict=True):
        if cell is None:
            told.append(look)
            continue
        element = Element(_RULED, (page.number, cell.table, cell.row, cell.column))
        told.append(look._replace(tag=elements.setdefault(element, len(elements))))
    return told


def _read(source: "pymupdf.Page", elements: dict[Element, int]) -> tuple[list[Look], Boxes]:
    from pymupdf import TEXT_COLLECT_STRUCTURE

    raw = source.get_text("rawdict", flags=IGNORE_ACTUALTEXT | TEXT_COLLECT_STRUCTURE)
    looks: list[Look] = []
    boxes: list[tuple[float, ...]] = []
    for element, span in spans(raw["blocks"], Element((), ())):
        tag = elements.setdefault(element, len(elements)) if element.roles else -1
        bold = bool(span["flags"] & _BOLD) or "bold" in span["font"].lower()
        italic = bool(span["flags"] & _ITALIC)
        chars = span["chars"]
        looks += [Look(bold, italic, span["size"], tag)] * len(chars)
        boxes += [char["bbox"] for char in chars]
    return looks, np.array(boxes, dtype=np.float32).reshape(-1, 4)


def spans(blocks: list[dict[str, Any]], above: Element) -> Iterator[tuple[Element, Any]]:
    """Yield every span of characters with the tag around it."""
    for block in blocks:
        if block["type"] == _TAG:
            below = Element((*above.roles, block["std"]), (*above.path, block["index"]))
            yield from spans(block["blocks"], below)
        elif block["type"] == _TEXT:
            yield from ((above, span) for line in block["lines"] for span in line["spans"])


def _matched(boxes: Boxes, others: Boxes) -> npt.NDArray[np.intp]:
    """Return for each box the number of another in the same place, or -1."""
    matched = np.full(len(boxes), -1, dtype=np.intp)
    for shift in (0.0, 0.5):  # what falls on a line of one grid lies inside a cell of the other
        keys = _keys(others, shift)
        order = np.argsort(keys, kind="stable")
        open_ = np.flatnonzero((matched < 0) & ~np.isnan(boxes[:, 0]))
        wanted = _keys(boxes[open_], shift)
        at = np.searchsorted(keys[order], wanted).clip(max=len(keys) - 1)
        hit = keys[order][at] == wanted
        matched[open_[hit]] = order[at[hit]]
    return matched


def _keys(boxes: Boxes, shift: float) -> npt.NDArray[np.int64]:
    middle = (boxes[:, :2] + boxes[:, 2:]).astype(np.float64) / 2
    cells = np.floor(middle * _GRID + shift).astype(np.int64)
    keys: npt.NDArray[np.int64] = cells[:, 0] * (1 << 24) + cells[:, 1]
    return keys
