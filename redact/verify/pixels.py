"""Pixels and drawings where text was removed: in what is drawn there, nothing of it may be left."""

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from redact.document import Span
from redact.geometry import Box, Matrix, stretches
from redact.verify.evidence import Evidence
from redact.verify.leak import Leak
from redact.verify.paint import matrix_of, objects_of_form
from redact.verify.shown import load, on_pdf_axes, opened

Pixels: TypeAlias = npt.NDArray[np.uint8]

_DEEPEST = 12
_MARGIN = 1.5
"""Pixels at an edge that may be of what stands beside."""
_SAME = 24
"""Of 255: how far pixels of one colour may differ after lossy packing."""
_MOST = 200
"""Places along one side of a box that are looked at."""
_INSIDE = 0.3
"""Points a drawing may stick out of a gap and still be a part of what was there."""
_RULE = 1.5
"""Points: what is thinner is a line under or through text."""
_LIGHT = 200
"""Of 255, each colour: the ground of a label."""

_PIXELS_LEFT = "onder een weggelaten stuk zitten nog beeldpunten van een afbeelding"
_DRAWING_LEFT = "bij een weggelaten stuk staat nog een tekening"


class Drawn(NamedTuple):
    """An object that a page draws, and the map from its own axes to the page's."""

    handle: Any
    to_page: Matrix


def check_pixels(evidence: Evidence) -> Iterator[Leak]:
    """In the place of what was removed, images are of one colour and nothing else is drawn."""
    gaps = gap_boxes(evidence)
    if not gaps:
        return
    with opened(evidence.output) as document:
        for number in sorted(gaps):
            if number >= len(document):
                continue
            page = load(document, number)
            boxes = on_pdf_axes(page, gaps[number], evidence.shown[number].width)
            yield from _look(document, page, boxes, number)
            page.close()


def _look(document: Any, page: Any, boxes: list[Box], number: int) -> Iterator[Leak]:  # noqa: ANN401
    from pypdfium2 import raw

    images, paths = drawn(page, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH)
    if any(not is_blank(document, page, image, boxes) for image in images):
        yield Leak("afbeeldingen", _PIXELS_LEFT, number)
    if any(_is_left(path, boxes) for path in paths):
        yield Leak("tekeningen", _DRAWING_LEFT, number)


def gap_boxes(evidence: Evidence) -> dict[int, list[Box]]:
    """Return for each page the boxes of what was removed, on the page as shown."""
    found: dict[int, list[Box]] = {}
    for redaction in evidence.redactions:
        page, start, end = redaction.span
        gone = np.flatnonzero(evidence.removed[page][start:end])
        if gone.size and (gone[0] or gone[-1] + 1 < end - start):  # a list mark stays
            start, end = start + int(gone[0]), start + int(gone[-1]) + 1
        pieces = stretches(evidence.original.pages[page], Span(page, start, end))
        found.setdefault(page, []).extend(piece.box for piece in pieces)
    return found


def drawn(page: Any, *kinds: int) -> tuple[list[Drawn], ...]:  # noqa: ANN401
    """Return the objects of some kinds that a page draws, also in its forms."""
    from pypdfium2 import raw

    found: tuple[list[Drawn], ...] = tuple([] for _ in kinds)

    def walk(objects: Iterable[Any], to_page: Matrix, depth: int) -> None:
        for handle in objects:
            kind = raw.FPDFPageObj_GetType(handle)
            if kind in kinds:
                found[kinds.index(kind)].append(Drawn(handle, to_page))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = to_page.after(matrix_of(handle))
                walk(objects_of_form(handle), inner, depth + 1)

    count = raw.FPDFPage_CountObjects(page)
    walk((raw.FPDFPage_GetObject(page, i) for i in range(count)), Matrix(1, 0, 0, 1, 0, 0), 0)
    return found


def is_blank(document: Any, page: Any, image: Drawn, boxes: Iterable[Box]) -> bool:  # noqa: ANN401
    """Tell whether the pixels of an image, and of its mask, are of one colour under each box."""
    place = image.to_page.after(matrix_of(image.handle))
    under = [box for box in boxes if _hull(place, Box(0, 0, 1, 1)).meets(box)]
    if not under or place.a * place.d == place.b * place.c:
        return True
    return all(
        _is_even(sampled(pixels, place, box))
        for pixels in bitmaps(document, page, image)
        for box in under
    )


def bitmaps(document: Any, page: Any, image: Drawn) -> Iterator[Pixels]:  # noqa: ANN401
    """Yield the pixels of an image, shape (height, width, channels), plain and with its mask."""
    import pypdfium2
    from pypdfium2 import raw

    found = [raw.FPDFImageObj_GetBitmap(image.handle)]
    if raw.FPDFPageObj_HasTransparency(image.handle):
        found.append(raw.FPDFImageObj_GetRenderedBitmap(document, page, image.handle))
    for handle in found:
        if handle:
            pixels = np.array(pypdfium2.PdfBitmap.from_raw(handle).to_numpy())
            raw.FPDFBitmap_Destroy(handle)
            yield pixels.reshape(pixels.shape[0], pixels.shape[1], -1)


def sampled(pixels: Pixels, place: Matrix, box: Box) -> Pixels:
    """Return the pixels of an image that lie within a box, shape (n, channels).

    `place` maps the unit square, its origin at the lower left, to the page.
    """
    high, wide = pixels.shape[:2]
    pixel = max(np.hypot(place.a, place.b) / wide, np.hypot(place.c, place.d) / high)
    margin = _MARGIN * float(pixel)
    x0, x1 = box.x0 + margin, box.x1 - margin
    y0, y1 = box.y0 + margin, box.y1 - margin
    if x0 >= x1 or y0 >= y1:
        return pixels[:0, 0]
    across, down = (min(_MOST, 2 + int(side / pixel)) for side in (x1 - x0, y1 - y0))
    x, y = np.meshgrid(np.linspace(x0, x1, across), np.linspace(y0, y1, down))
    back = place.back()
    column = np.floor((back.a * x + back.c * y + back.e) * wide).astype(np.int64)
    row = np.floor((1 - (back.b * x + back.d * y + back.f)) * high).astype(np.int64)
    within = (column >= 0) & (column < wide) & (row >= 0) & (row < high)
    found: Pixels = pixels[row[within], column[within]]
    return found


def _is_even(pixels: Pixels) -> bool:
    return not len(pixels) or int(np.ptp(pixels, axis=0).max()) <= _SAME


def _is_left(path: Drawn, boxes: Iterable[Box]) -> bool:
    """Tell whether a drawing lies wholly in a gap and is no line and no label's ground."""
    from pypdfium2 import raw

    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(path.handle, *edges):
        return False
    box = _hull(path.to_page, Box(*(edge.value for edge in edges)))
    if min(box.width, box.height) < _RULE:
        return False
    inside = any(
        box.x0 >= gap.x0 - _INSIDE
        and box.x1 <= gap.x1 + _INSIDE
        and box.y0 >= gap.y0 - _INSIDE
        and box.y1 <= gap.y1 + _INSIDE
        for gap in boxes
    )
    return inside and not _is_light(path.handle)


def _is_light(handle: Any) -> bool:  # noqa: ANN401
    from pypdfium2 import raw

    colour = [ctypes.c_uint() for _ in range(4)]
    filled = raw.FPDFPageObj_GetFillColor(handle, *colour)
    return bool(filled) and all(part.value >= _LIGHT for part in colour[:3])


def _hull(place: Matrix, box: Box) -> Box:
    corners = [place.point(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    xs, ys = zip(*corners, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
