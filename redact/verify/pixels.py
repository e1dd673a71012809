"""Pixels and drawings where text was removed: in what is drawn there, nothing of it may be left."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from redact.document import Span
from redact.geometry import Box, Matrix, stretches
from redact.verify.evidence import Evidence
from redact.verify.images import Drawn, bitmaps, drawn, is_even, sampled
from redact.verify.leak import Leak
from redact.verify.moved import EDGE, Source, grey, has_own_ink, moved_letters, shown_axes
from redact.verify.paint import matrix_of
from redact.verify.shown import load, on_pdf_axes, opened

_INSIDE = 0.3
"""Points a drawing may stick out of a gap and still be a part of what was there."""
_RULE = 1.5
"""Points: what is thinner is a line under or through text."""
_LIGHT = 200
"""Of 255, each colour: the ground of a label."""

_ONE_LINE = 3.0
"""Heights of a gap: an image that is no higher is a picture of one line of text."""

_PIXELS_LEFT = "onder een weggelaten stuk zitten nog beeldpunten van een afbeelding"
_DRAWING_LEFT = "bij een weggelaten stuk staat nog een tekening"


def check_pixels(evidence: Evidence) -> Iterator[Leak]:
    """In the place of what was removed, images are of one colour and nothing else is drawn."""
    pages = {redaction.span.page for redaction in evidence.redactions}
    with opened(evidence.output) as document:
        for number in sorted(pages & set(range(len(document)))):
            page = load(document, number)
            yield from _look(evidence, document, page, number)
            page.close()


def _look(evidence: Evidence, document: Any, page: Any, number: int) -> Iterator[Leak]:  # noqa: ANN401
    from pypdfium2 import raw

    images, paths = drawn(page, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH)
    shapes = [shape for shape in map(_shape, paths) if shape is not None]
    if not images and not shapes:
        return
    gaps, wide = gap_boxes(evidence, number), evidence.shown[number].width
    boxes = on_pdf_axes(page, gaps, wide)
    words = own_words(evidence, document, page, number, images)
    pairs = zip(images, words, strict=True)
    if any(not is_blank(document, page, one, bare(one, boxes, own)) for one, own in pairs):
        yield Leak("afbeeldingen", _PIXELS_LEFT, number)
    if any(_is_inside(shape, box) for shape in shapes for box in boxes):
        yield Leak("tekeningen", _DRAWING_LEFT, number)


def gap_boxes(evidence: Evidence, number: int) -> list[Box]:
    """Return the boxes of what was removed from a page, on the page as shown."""
    found: list[Box] = []
    for redaction in evidence.redactions:
        page, start, end = redaction.span
        if page != number:
            continue
        gone = np.flatnonzero(evidence.removed[page][start:end])
        if gone.size and (gone[0] or gone[-1] + 1 < end - start):  # a list mark stays
            start, end = start + int(gone[0]), start + int(gone[-1]) + 1
        pieces = stretches(evidence.original.pages[page], Span(page, start, end))
        found += [piece.box for piece in pieces]
    return found


def own_words(
    evidence: Evidence,
    document: Any,  # noqa: ANN401
    page: Any,  # noqa: ANN401
    number: int,
    images: Sequence[Drawn],
) -> list[list[Box]]:
    """Return for each image the letters, on the axes of the PDF, that lie on ink of their own.

    Where a line was drawn anew, a word that stays may have come to stand in a gap.
    """
    gaps, wide = gap_boxes(evidence, number), evidence.shown[number].width
    moved = moved_letters(evidence, number, gaps) if images and evidence.source else []
    if not moved:
        return [[] for _ in images]
    source = Source(evidence.source, number, gaps, evidence.original.pages[number].width)
    to_shown = shown_axes(page, wide)
    found = []
    for image in images:
        place = to_shown.after(image.to_page.after(matrix_of(image.handle)))
        every = list(bitmaps(document, page, image.handle))
        pixels = grey(every[0]) if len(every) == 1 else None  # none where there is a mask too
        own = [
            letter.here
            for letter in moved
            if pixels is not None and has_own_ink(letter, pixels, place, source)
        ]
        found.append(on_pdf_axes(page, own, wide))
    return found


def bare(image: Drawn, boxes: Iterable[Box], letters: Sequence[Box]) -> Iterator[Box]:
    """Yield what must be blank of an image: gaps, in a picture of a line but for its own words.

    All boxes are on the axes of the PDF. A picture of a page has no words but where it had them.
    """
    outline = hull_of(image.to_page.after(matrix_of(image.handle)), Box(0, 0, 1, 1))
    level = outline.width >= outline.height
    for box in boxes:
        high = min(box.width, box.height)
        over = [letter for letter in letters if letter.meets(box)]
        if not over or min(outline.width, outline.height) > _ONE_LINE * high:
            yield box
            continue
        edge, at = EDGE * high, box.x0 if level else box.y0
        for start, end in sorted((b.x0, b.x1) if level else (b.y0, b.y1) for b in over):
            if start - edge > at:
                yield _between(box, at, start - edge, level=level)
            at = max(at, end + edge)
        if at < (box.x1 if level else box.y1):
            yield _between(box, at, box.x1 if level else box.y1, level=level)


def _between(box: Box, start: float, end: float, *, level: bool) -> Box:
    return box._replace(x0=start, x1=end) if level else box._replace(y0=start, y1=end)


def is_blank(document: Any, page: Any, image: Drawn, boxes: Iterable[Box]) -> bool:  # noqa: ANN401
    """Tell whether the pixels of an image, and of its mask, are of one colour under each box."""
    place = image.to_page.after(matrix_of(image.handle))
    under = [box for box in boxes if hull_of(place, Box(0, 0, 1, 1)).meets(box)]
    return not under or all(
        is_even(sampled(pixels, place, box))
        for pixels in bitmaps(document, page, image.handle)
        for box in under
    )


def _shape(path: Drawn) -> Box | None:
    """Return the box of a drawing, nothing for a line or for the light ground of a label."""
    from pypdfium2 import raw

    edges = [ctypes.c_float() for _ in range(4)]
    if _is_light(path.handle) or not raw.FPDFPageObj_GetBounds(path.handle, *edges):
        return None
    box = hull_of(path.to_page, Box(*(edge.value for edge in edges)))
    return box if min(box.width, box.height) >= _RULE else None


def _is_inside(shape: Box, gap: Box) -> bool:
    return (
        shape.x0 >= gap.x0 - _INSIDE
        and shape.x1 <= gap.x1 + _INSIDE
        and shape.y0 >= gap.y0 - _INSIDE
        and shape.y1 <= gap.y1 + _INSIDE
    )


def _is_light(handle: Any) -> bool:  # noqa: ANN401
    from pypdfium2 import raw

    colour = [ctypes.c_uint() for _ in range(4)]
    filled = raw.FPDFPageObj_GetFillColor(handle, *colour)
    return bool(filled) and all(part.value >= _LIGHT for part in colour[:3])


def hull_of(place: Matrix, box: Box) -> Box:
    """Return the box around a box that a map has turned."""
    corners = [place.point(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    xs, ys = zip(*corners, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
