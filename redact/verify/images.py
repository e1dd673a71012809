"""Images as a page draws them: their pixels, and which of those lie within a box."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from redact.geometry import Box, Matrix
from redact.verify.paint import matrix_of, objects_of_form

Pixels: TypeAlias = npt.NDArray[np.uint8]
Places: TypeAlias = npt.NDArray[np.float64]

_DEEPEST = 12
_MARGIN = 1.5
"""Pixels at an edge that may be of what stands beside."""
_SAME = 24
"""Of 255: how far pixels of one colour may differ after lossy packing."""
_MOST = 200
"""Places along one side of a box that are looked at."""


class Drawn(NamedTuple):
    """An object that a page draws, and the map from its own axes to the page's."""

    handle: Any
    to_page: Matrix


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


def bitmaps(document: Any, page: Any, image: Any) -> Iterator[Pixels]:  # noqa: ANN401
    """Yield the pixels of an image, shape (height, width, channels), plain and with its mask."""
    import pypdfium2
    from pypdfium2 import raw

    found = [raw.FPDFImageObj_GetBitmap(image)]
    if raw.FPDFPageObj_HasTransparency(image):
        found.append(raw.FPDFImageObj_GetRenderedBitmap(document, page, image))
    for handle in found:
        if handle:
            bitmap = pypdfium2.PdfBitmap.from_raw(handle)  # destroys the handle when it goes
            pixels = np.array(bitmap.to_numpy())
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
    if place.a * place.d == place.b * place.c:  # laid on one line: nobody sees it
        return pixels[:0, 0]
    row, column, within = _pixels_at(pixels, place, x, y)
    found: Pixels = pixels[row[within], column[within]]
    return found


def picked(grey: Places, place: Matrix, x: Places, y: Places, paper: float) -> Places:
    """Return what an image, grey, has at places of any shape, and paper beside it."""
    row, column, within = _pixels_at(grey, place, x, y)
    row, column = np.where(within, row, 0), np.where(within, column, 0)
    return np.where(within, grey[row, column], paper)


def _pixels_at(
    pixels: npt.NDArray[Any], place: Matrix, x: Places, y: Places
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Return in which row and column of an image places lie, and which lie in it at all."""
    high, wide = pixels.shape[:2]
    back = place.back()
    column = np.floor((back.a * x + back.c * y + back.e) * wide).astype(np.int64)
    row = np.floor((1 - (back.b * x + back.d * y + back.f)) * high).astype(np.int64)
    return row, column, (column >= 0) & (column < wide) & (row >= 0) & (row < high)


def is_even(pixels: Pixels) -> bool:
    """Tell whether pixels of shape (n, channels) are of one colour."""
    return not len(pixels) or int(np.ptp(pixels, axis=0).max()) <= _SAME
