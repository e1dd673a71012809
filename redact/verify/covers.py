"""Where somebody painted over text instead of taking it out."""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from redact.document import Boxes
from redact.geometry import Box
from redact.verify.images import Pixels, bitmaps, is_even, sampled
from redact.verify.leak import Leak, Severity, warning
from redact.verify.paint import Cover, Picture, Ranks, painted
from redact.verify.shown import load, opened, read_boxes, read_text

_HIDDEN = 0.8
"""Of a character's box."""
_INK, _LEAST_INK, _MOST_INK = 128, 0.02, 0.5
"""Pixels darker than this are ink; text covers such shares of its paper."""
_SAME = 1.0
"""Points between a hidden character and the same one drawn again on top."""

Order = npt.NDArray[np.int64]


def find_covered(data: bytes) -> Iterator[Leak]:
    """Report the pages on which text lies under a box, a thick line, a remark or a picture.

    Raises:
        DamagedError: pdfium cannot open the file.
        EncryptedError: it asks for a password.
    """
    with opened(data) as document:
        for number in range(len(document)):
            yield from _find_marks(document, number)
            page = load(document, number)
            yield from _look(document, page, number)
            page.close()


def _find_marks(document: Any, number: int) -> Iterator[Leak]:  # noqa: ANN401  pypdfium2 has no types
    """Report marks for redaction not carried out; make all remarks part of the page."""
    from pypdfium2 import raw

    page = load(document, number)
    notes = [raw.FPDFPage_GetAnnot(page, i) for i in range(raw.FPDFPage_GetAnnotCount(page))]
    kinds = [raw.FPDFAnnot_GetSubtype(note) for note in notes]
    for note in notes:
        raw.FPDFPage_CloseAnnot(note)
    if raw.FPDF_ANNOT_REDACT in kinds:
        yield Leak(
            "lakmarkering", "een stuk is gemarkeerd om te lakken, maar niet weggehaald", number
        )
    if notes:
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()


def _look(document: Any, page: Any, number: int) -> Iterator[Leak]:  # noqa: ANN401
    covers, ranks, pictures = painted(page)
    if not covers:
        return
    yield from _find_pixels(document, page, number, covers, pictures)
    textpage = page.get_textpage()
    count = max(textpage.count_chars(), 0)
    text, boxes = read_text(textpage, count), read_boxes(textpage, count)
    order = _order(textpage, count, ranks)
    textpage.close()
    if _hides(text, boxes, order, [cover for cover in covers if not cover.is_image]):
        yield Leak(
            "tekst onder een vlak", "onder een vlak of dikke streep is tekst te lezen", number
        )
    if _hides(text, boxes, order, [cover for cover in covers if cover.is_image]):
        yield warning(
            "tekst onder een afbeelding", "onder een afbeelding is tekst te lezen", number
        )


def _find_pixels(
    document: Any,  # noqa: ANN401
    page: Any,  # noqa: ANN401
    number: int,
    covers: Sequence[Cover],
    pictures: Sequence[Picture],
) -> Iterator[Leak]:
    """Report boxes over a picture that still has what they hide."""
    boxes = [cover for cover in covers if not cover.is_image]
    kinds = {
        kind
        for picture in pictures
        if any(box.rank > picture.rank for box in boxes)
        for pixels in bitmaps(document, page, picture.handle)
        for box in boxes
        if box.rank > picture.rank
        for kind in _under(sampled(pixels, picture.place, Box(*box[:4])))
    }
    if Severity.LEAK in kinds:
        yield Leak("beeld onder een vlak", "onder een vlak zit een stuk scan met tekst", number)
    elif kinds:
        yield warning("beeld onder een vlak", "onder een vlak zit een stuk afbeelding", number)


def _under(pixels: Pixels) -> Iterator[Severity]:
    """Tell what kind of thing pixels under a box are: nothing, a picture, or ink on paper."""
    if is_even(pixels):
        return
    grey = pixels[:, :3].mean(axis=1)
    dark = float((grey < _INK).mean())
    yield Severity.LEAK if _LEAST_INK < dark < _MOST_INK else Severity.WARNING


def _hides(text: str, boxes: Boxes, order: Order, covers: Sequence[Cover]) -> bool:
    """Tell whether letters lie under the covers and are not drawn again on top of them.

    `boxes` are left, top, right, bottom on the PDF's own axes; `order` the rank of drawing.
    """
    ink = np.array([character.isalnum() for character in text], dtype=np.bool_)
    hidden = np.zeros(len(text), dtype=np.bool_)
    for cover in covers:
        hidden |= ink & (order < cover.rank) & (_share(boxes, cover) >= _HIDDEN)
    return any(not _again(place, text, boxes, order) for place in np.flatnonzero(hidden).tolist())


def _share(boxes: Boxes, cover: Cover) -> npt.NDArray[np.float64]:
    """Return which share of each box a cover hides."""
    left, top, right, bottom = boxes.T.astype(np.float64)
    wide = np.minimum(right, cover.right) - np.maximum(left, cover.left)
    high = np.minimum(top, cover.top) - np.maximum(bottom, cover.bottom)
    area = np.maximum((right - left) * (top - bottom), 1e-6)
    share: npt.NDArray[np.float64] = np.maximum(wide, 0) * np.maximum(high, 0) / area
    return share


def _again(place: int, text: str, boxes: Boxes, order: Order) -> bool:
    """Tell whether the same character is drawn later in the same place."""
    near = np.abs(boxes - boxes[place]).max(axis=1) < _SAME
    later = np.flatnonzero(near & (order > order[place])).tolist()
    return any(text[other] == text[place] for other in later)


def _order(textpage: Any, count: int, ranks: Ranks) -> Order:  # noqa: ANN401
    """Return for each character the rank of the object that draws it; made up ones come last."""
    from pypdfium2 import raw

    last = len(ranks) + 1
    objects = (raw.FPDFText_GetTextObject(textpage, index) for index in range(count))
    handles = (ctypes.cast(found, ctypes.c_void_p).value or 0 for found in objects)
    return np.array([ranks.get(handle, last) for handle in handles], dtype=np.int64)
