"""What a page paints that nothing shows through: filled boxes, thick lines, pictures."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

from redact.geometry import Matrix

Ranks: TypeAlias = dict[int, int]
"""The handle of each object that draws text, with its rank in the order of drawing."""

_SMALLEST = 4.0
"""Points: what is lower or narrower than this is a rule, not a box."""
_OPAQUE = 230
"""Of 255: what one can read through hides nothing."""
_DARK = 60
"""Red, green and blue together: multiplied with this, everything is black."""
_WHOLE_PAGE = 0.9
"""Of the page: a picture this large is a scan, and the text under it is its reading."""
_DEEPEST = 12
_MOST_POINTS = 4000
_STRAIGHT_SIDES = (3, 4, 5)
_LEVEL = 0.1
_LINE = 2

Point: TypeAlias = tuple[float, float]


class Cover(NamedTuple):
    """An opaque box on the PDF's own axes, and its rank in the order of drawing."""

    left: float
    bottom: float
    right: float
    top: float
    rank: int
    is_image: bool


class Picture(NamedTuple):
    """An image: the map from its unit square to the page, and its rank in the order of drawing."""

    handle: Any
    place: Matrix
    rank: int


class Painted(NamedTuple):
    """What a page paints: its covers, the rank of every object that draws text, its images."""

    covers: list[Cover]
    ranks: Ranks
    pictures: list[Picture]


class _Painter:
    """Walks over a page in the order of drawing."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401  pypdfium2 has no types
        self.covers: list[Cover] = []
        self.ranks: Ranks = {}
        self.pictures: list[Picture] = []
        self._rank = 0
        self._area = max(page.get_width() * page.get_height(), 1.0)

    def walk(self, objects: Iterator[Any], to_page: Matrix, depth: int = 0) -> None:
        """Note what each object draws; go into forms."""
        from pypdfium2 import raw

        for found in objects:
            self._rank += 1
            kind = raw.FPDFPageObj_GetType(found)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self.ranks[ctypes.cast(found, ctypes.c_void_p).value or 0] = self._rank
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                self.walk(objects_of_form(found), to_page.after(matrix_of(found)), depth + 1)
            elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
                self._note(found, to_page, is_image=kind == raw.FPDF_PAGEOBJ_IMAGE)

    def _note(self, found: Any, to_page: Matrix, *, is_image: bool) -> None:  # noqa: ANN401
        if is_image:
            self.pictures.append(Picture(found, to_page.after(matrix_of(found)), self._rank))
        boxes = _image_boxes(found) if is_image else _path_boxes(found)
        for box in boxes:
            corners = [to_page.point(x, y) for x, y in _clipped(found, box)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            bottom, top = min(y for _, y in corners), max(y for _, y in corners)
            wide, high = right - left, top - bottom
            is_scan = is_image and wide * high > _WHOLE_PAGE * self._area
            if min(wide, high) >= _SMALLEST and not is_scan:
                self.covers.append(Cover(left, bottom, right, top, self._rank, is_image))


def painted(page: Any) -> Painted:  # noqa: ANN401
    """Return what a page paints, in its forms too."""
    from pypdfium2 import raw

    painter = _Painter(page)
    objects = (raw.FPDFPage_GetObject(page, i) for i in range(raw.FPDFPage_CountObjects(page)))
    painter.walk(objects, Matrix(1, 0, 0, 1, 0, 0))
    return Painted(painter.covers, painter.ranks, painter.pictures)


def objects_of_form(form: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield what a form draws."""
    from pypdfium2 import raw

    for index in range(raw.FPDFFormObj_CountObjects(form)):
        yield raw.FPDFFormObj_GetObject(form, index)


def matrix_of(found: Any) -> Matrix:  # noqa: ANN401
    """Return the map from an object's own axes to those of what holds it."""
    from pypdfium2 import raw

    values = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(found, values)
    return Matrix(values.a, values.b, values.c, values.d, values.e, values.f)


def _image_boxes(found: Any) -> list[list[Point]]:  # noqa: ANN401
    from pypdfium2 import raw

    if raw.FPDFPageObj_HasTransparency(found):
        return []
    return [[matrix_of(found).point(x, y) for x, y in ((0, 0), (1, 1))]]


def _path_boxes(found: Any) -> list[list[Point]]:  # noqa: ANN401
    """Return the boxes a path fills or strokes so that nothing shows through."""
    from pypdfium2 import raw

    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(found, mode, stroke)
    place = matrix_of(found)
    parts = [[place.point(*point) for point in part] for part in _parts(found)]
    boxes = []
    if mode.value != raw.FPDF_FILLMODE_NONE and _hides(found, raw.FPDFPageObj_GetFillColor):
        boxes += [part for part in parts if _is_box(part)]
    if stroke.value and _hides(found, raw.FPDFPageObj_GetStrokeColor):
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(found, width)
        boxes += [
            _widened(part[0], part[1], width.value / 2) for part in parts if len(part) == _LINE
        ]
    return boxes


def _hides(found: Any, colour: Callable[..., Any]) -> bool:  # noqa: ANN401
    from pypdfium2 import raw

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour(found, red, green, blue, alpha) or alpha.value < _OPAQUE:
        return False
    dark = red.value + green.value + blue.value <= _DARK
    return dark or not raw.FPDFPageObj_HasTransparency(found)


def _parts(path: Any) -> list[list[Point]]:  # noqa: ANN401
    """Return the corners of each closed part of a path; curves count by their ends."""
    from pypdfium2 import raw

    parts: list[list[Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(path), _MOST_POINTS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        parts[-1].append((x.value, y.value))
    return parts


def _is_box(part: Sequence[Point]) -> bool:
    """Tell whether a part is a rectangle along the axes."""
    sides = [(abs(x1 - x0), abs(y1 - y0)) for (x0, y0), (x1, y1) in pairwise(part)]
    straight = all(min(side) <= _LEVEL for side in sides)
    return straight and len(sides) in _STRAIGHT_SIDES


def _widened(start: Point, end: Point, half: float) -> list[Point]:
    """Return the box of a level or upright line; of a slanting one, nothing much."""
    (x0, y0), (x1, y1) = sorted((start, end))
    if abs(y1 - y0) <= _LEVEL:
        return [(x0, y0 - half), (x1, y1 + half)]
    if abs(x1 - x0) <= _LEVEL:
        return [(x0 - half, min(y0, y1)), (x1 + half, max(y0, y1))]
    return [start, start]


def _clipped(found: Any, box: Sequence[Point]) -> list[Point]:  # noqa: ANN401
    """Return the corners of a box as far as the object's clip lets it be seen."""
    from pypdfium2 import raw

    left, right = min(x for x, _ in box), max(x for x, _ in box)
    bottom, top = min(y for _, y in box), max(y for _, y in box)
    clip = raw.FPDFPageObj_GetClipPath(found)
    for number in range(raw.FPDFClipPath_CountPaths(clip) if clip else 0):
        points = _clip_points(clip, number)
        if points:
            left, right = (
                max(left, min(p[0] for p in points)),
                min(right, max(p[0] for p in points)),
            )
            bottom, top = (
                max(bottom, min(p[1] for p in points)),
                min(top, max(p[1] for p in points)),
            )
    if left >= right or bottom >= top:
        return [(left, bottom)]
    return [(left, bottom), (right, bottom), (left, top), (right, top)]


def _clip_points(clip: Any, number: int) -> list[Point]:  # noqa: ANN401
    from pypdfium2 import raw

    points = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFClipPath_CountPathSegments(clip, number), _MOST_POINTS)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, number, index), x, y)
        points.append((x.value, y.value))
    return points
