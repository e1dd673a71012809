"""What one page shows badly or not at all: remarks, text without ink, text under something."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from redact.preflight.hidden import Secret

if TYPE_CHECKING:
    import pymupdf

_TEXT = {"fill-text", "stroke-text", "ignore-text", "clip-text"}
_COVERS = {"fill-path", "fill-image", "fill-imgmask", "fill-shade"}
_HIDES = 0.8
"""Of the box of a text: more under something counts as covered."""

_PAPER = 0.9
"""Of a page: what covers more is its ground or a scan, and text lies under it on purpose."""

_WHITE = re.compile(
    rb"\b1(?:\.0*)?\s+g\b|\b(?:1(?:\.0*)?\s+){3}rg\b|\b(?:0\s+){4}k\b|\bgs\b|\bscn?\b"
)
_WHITENESS = 0xF8
_LEAST = (120, 40)
"""Pixels: a picture of less cannot hold text that can be read."""

_JPEG2000 = "JPXDecode"
_FILTER = 8


def look_at_page(page: "pymupdf.Page") -> "Counter[tuple[Secret, int | None]]":
    """Count what is hidden or obscured on a page as the file has it."""
    import pymupdf

    found: Counter[Secret] = Counter()
    for _, kind, _ in page.annot_xrefs():
        if kind not in {pymupdf.PDF_ANNOT_LINK, pymupdf.PDF_ANNOT_POPUP}:  # the note counts
            is_field = kind == pymupdf.PDF_ANNOT_WIDGET
            found[Secret.FIELD if is_field else Secret.ANNOTATION] += 1
    pictures = page.get_images(full=True)
    found[Secret.IMAGE] += sum(_may_hold_text(picture) for picture in pictures)
    if not any(_JPEG2000 in picture[_FILTER] for picture in pictures):  # those are never drawn
        _look_at_ink(page, found)
    return Counter({(kind, page.number): count for kind, count in found.items()})


def _may_hold_text(picture: Sequence[Any]) -> bool:
    wide, high = picture[2], picture[3]
    return bool(wide >= _LEAST[0] and high >= _LEAST[1])


def _look_at_ink(page: "pymupdf.Page", found: "Counter[Secret]") -> None:
    """Count texts that are drawn without ink, in white, or under what is drawn later."""
    log = page.get_bboxlog()
    found[Secret.INVISIBLE] += sum(what == "ignore-text" for what, _ in log)
    covers = [(rank, box) for rank, (what, box) in enumerate(log) if what in _COVERS]
    texts = [(rank, box) for rank, (what, box) in enumerate(log) if what in _TEXT]
    found[Secret.COVERED] += _covered(texts, covers, page)
    if any(_WHITE.search(page.parent.xref_stream(xref) or b"") for xref in page.get_contents()):
        found[Secret.INVISIBLE] += _white(page, [box for _, box in covers])


def _covered(texts: Sequence[Any], covers: Sequence[Any], page: "pymupdf.Page") -> int:
    """Count the texts that lie for the most part under one thing drawn after them."""
    if not texts or not covers:
        return 0
    ranks, boxes = _arrays(texts)
    tops, things = _arrays(covers)
    whole = abs(page.rect)
    hidden = np.zeros(len(boxes), dtype=np.bool_)
    for top, thing in zip(tops, things, strict=True):
        if _area(thing) < _PAPER * whole and top > ranks[0]:
            hidden |= (ranks < top) & (_share(boxes, thing) > _HIDES)
    return int(np.count_nonzero(hidden))


def _arrays(things: Sequence[Any]) -> tuple[Any, Any]:
    ranks, boxes = zip(*things, strict=True)
    return np.array(ranks), np.array(boxes, dtype=np.float64)


def _area(box: Any) -> float:  # noqa: ANN401  four numbers
    return float((box[2] - box[0]) * (box[3] - box[1]))


def _share(boxes: Any, thing: Any) -> Any:  # noqa: ANN401
    """Return which share of each box, of shape (n, 4), lies in one other box."""
    wide = np.minimum(boxes[:, 2], thing[2]) - np.maximum(boxes[:, 0], thing[0])
    high = np.minimum(boxes[:, 3], thing[3]) - np.maximum(boxes[:, 1], thing[1])
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return np.maximum(wide, 0) * np.maximum(high, 0) / np.maximum(area, 1e-6)


def _white(page: "pymupdf.Page", covers: Sequence[Any]) -> int:
    """Count spans of text in white, or without any colour, on white paper."""
    grounds = np.array(covers, dtype=np.float64).reshape(-1, 4)
    count = 0
    for block in page.get_text("dict", flags=0)["blocks"]:
        for span in (span for line in block.get("lines", ()) for span in line["spans"]):
            box = np.array([span["bbox"]])
            on_ground = any(_share(box, ground)[0] > 1 - _HIDES for ground in grounds)
            count += _is_white(span["color"]) and not on_ground
            count += span.get("alpha", 255) == 0
    return count


def _is_white(colour: int) -> bool:
    return all((colour >> shift) & 0xFF >= _WHITENESS for shift in (0, 8, 16))
