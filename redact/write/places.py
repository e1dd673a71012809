"""Where a page draws pictures: also in its forms, and under some areas in its patterns."""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from redact.geometry import Box, Matrix
from redact.write.operators import sound

if TYPE_CHECKING:
    import pikepdf

Part: TypeAlias = Box
"""A part of a picture, as shares of its width and height from its lower left corner."""

WHOLE = Box(0, 0, 1, 1)
NOTHING = Box(0, 0, 0, 0)
_UNIT = Matrix(1, 0, 0, 1, 0, 0)
_EVERYWHERE = Box(-1e6, -1e6, 1e6, 1e6)
_DEEPEST = 20
_MOST_TILES = 400
"""Tiles of a pattern that meet one area; where there are more, no letter is seen in any."""

_BUILDS = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4}
_FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
_ENDS = {"n", "S", "s"} | _FILLS
_COLOURS = {"g", "rg", "k", "cs", "sc", "scn"}
_FOLLOWED = {"q", "Q", "cm", "W", "W*", "gs", "Do"} | _COLOURS | _ENDS | set(_BUILDS)


class Place(NamedTuple):
    """Where a picture is drawn: the map from its unit square to the page, and the clip there."""

    image: Any
    ctm: Matrix
    clip: Box

    @property
    def outline(self) -> Box:
        """The box around the picture on the page."""
        return around([self.ctm.point(x, y) for x in (0, 1) for y in (0, 1)])

    def under(self, area: Box) -> Part:
        """Return which part of the picture is seen in an area of the page; it may be empty."""
        seen = shared(self.outline, shared(self.clip, area))
        if _is_flat(self.ctm) or not (seen.width > 0 and seen.height > 0):
            return NOTHING
        back = self.ctm.back()
        corners = [back.point(x, y) for x in (seen.x0, seen.x1) for y in (seen.y0, seen.y1)]
        return shared(around(corners), WHOLE)


def places(page: "pikepdf.Page", areas: Sequence[Box] = ()) -> "list[Place]":
    """Return where a page draws pictures, and where its patterns do so within some areas.

    The areas are boxes in the coordinates of the PDF.
    """
    eye = _Eye(page.resources, areas)
    eye.follow(page, _UNIT, _edges(page))
    return eye.places


def _edges(page: "pikepdf.Page") -> Box:
    """Return what a page shows of its own plane."""
    return shared(_box(page.mediabox), _box(page.cropbox))


def _box(corners: Any) -> Box:  # noqa: ANN401
    """Return a box of the file; one that is none is as large as can be, as nothing is cut off."""
    found = _numbers(corners, 4)
    if found is None:
        return _EVERYWHERE
    x0, y0, x1, y1 = found
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


class _Pen(NamedTuple):
    """What `q` saves: the coordinates, the clip, the pattern to fill with."""

    ctm: Matrix
    clip: Box
    pattern: Any = None


class _Eye:
    """Follows where the pictures of one stream are drawn, and within which clip."""

    def __init__(self, resources: Any, areas: Sequence[Box] = (), depth: int = 0) -> None:  # noqa: ANN401
        self.places: list[Place] = []
        self._resources, self._areas, self._depth = resources, areas, depth
        self._base = _UNIT
        self._pen = _Pen(_UNIT, _EVERYWHERE)
        self._saved: list[_Pen] = []
        self._path: list[tuple[float, float]] = []
        self._clips = False

    def follow(self, holder: Any, ctm: Matrix, clip: Box) -> None:  # noqa: ANN401
        """Follow the instructions of a page or a form, as far as they can be read."""
        import pikepdf

        self._base, self._pen = ctm, _Pen(ctm, clip)
        try:
            instructions = pikepdf.parse_content_stream(holder)
        except (pikepdf.PdfError, pikepdf.DependencyError):
            return  # the output has nothing of it
        for instruction in instructions:
            name = str(instruction.operator)
            if name not in _FOLLOWED:
                continue
            operands = sound(name, list(instruction.operands))
            if operands is None:
                continue
            if name in _BUILDS:
                self._build(name, [float(number) for number in operands])
            elif name in _ENDS:
                self._end(filled=name in _FILLS)
            elif name == "Do":
                self._draw(self._named("/XObject", operands[0]))
            else:
                self._set(name, operands)

    def _named(self, kind: str, name: Any) -> Any:  # noqa: ANN401
        import pikepdf

        known = isinstance(self._resources, pikepdf.Dictionary)
        things = self._resources.get(kind) if known else None
        return things.get(str(name)) if isinstance(things, pikepdf.Dictionary) else None

    def _set(self, name: str, operands: Sequence[Any]) -> None:
        if name == "q":
            self._saved.append(self._pen)
        elif name == "Q" and self._saved:
            self._pen = self._saved.pop()
        elif name == "cm":
            inner = Matrix(*(float(number) for number in operands))
            self._pen = self._pen._replace(ctm=self._pen.ctm.after(inner))
        elif name in {"W", "W*"}:
            self._clips = True
        elif name in _COLOURS:
            self._pen = self._pen._replace(pattern=self._named("/Pattern", operands[-1]))
        elif name == "gs":
            self._see_through(self._named("/ExtGState", operands[0]))

    def _see_through(self, state: Any) -> None:  # noqa: ANN401
        """Follow what a soft mask draws; what is seen of it is not known."""
        import pikepdf

        mask = state.get("/SMask") if isinstance(state, pikepdf.Dictionary) else None
        if self._areas and isinstance(mask, pikepdf.Dictionary):
            self._draw(mask.get("/G"))

    def _build(self, name: str, numbers: Sequence[float]) -> None:
        if name == "re":
            x, y, width, height = numbers
            numbers = (x, y, x + width, y, x, y + height, x + width, y + height)
        points = zip(numbers[::2], numbers[1::2], strict=False)
        self._path += [self._pen.ctm.point(x, y) for x, y in points]

    def _end(self, *, filled: bool) -> None:
        import pikepdf

        if self._path:
            drawn = shared(self._pen.clip, around(self._path))
            if filled and isinstance(self._pen.pattern, pikepdf.Stream):
                self._tile(self._pen.pattern, drawn)
            if self._clips:
                self._pen = self._pen._replace(clip=drawn)
        self._path, self._clips = [], False

    def _tile(self, tile: Any, drawn: Box) -> None:  # noqa: ANN401
        """Follow the tiles of a pattern that meet an area where it is drawn."""
        if not isinstance(tile.get("/Resources"), _dictionary()) or self._depth > _DEEPEST:
            return
        ctm = self._base.after(_matrix(tile))
        for area in self._areas:
            seen = shared(drawn, area)
            for place in _tiles(tile, ctm, seen):
                self._enter(tile, place, seen)

    def _draw(self, thing: Any) -> None:  # noqa: ANN401
        import pikepdf

        if not isinstance(thing, pikepdf.Stream) or self._depth > _DEEPEST:
            return
        if thing.get("/Subtype") == pikepdf.Name.Image:
            self.places.append(Place(thing, self._pen.ctm, self._pen.clip))
            return
        self._enter(thing, self._pen.ctm.after(_matrix(thing)), self._pen.clip)

    def _enter(self, form: Any, ctm: Matrix, clip: Box) -> None:  # noqa: ANN401
        """Follow a form or a tile, from its own coordinates to those of the page."""
        box = _box(form.get("/BBox"))
        corners = [ctm.point(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
        eye = _Eye(form.get("/Resources") or {}, self._areas, self._depth + 1)
        eye.follow(form, ctm, shared(clip, around(corners)))
        self.places += eye.places


def _dictionary() -> type:
    import pikepdf

    return pikepdf.Dictionary


def _matrix(thing: Any) -> Matrix:  # noqa: ANN401
    """Return the map from a form's or a pattern's own coordinates to its user's."""
    own = _numbers(thing.get("/Matrix"), 6)
    return Matrix(*own) if own is not None else _UNIT


def _numbers(thing: Any, count: int) -> list[float] | None:  # noqa: ANN401
    """Return an array of so many numbers, None for anything else."""
    import pikepdf

    found: list[Any] = list(thing.as_list()) if isinstance(thing, pikepdf.Array) else []
    if len(found) != count or not all(isinstance(one, int | float | Decimal) for one in found):
        return None
    return [float(one) for one in found]


def _tiles(tile: Any, ctm: Matrix, area: Box) -> Iterator[Matrix]:  # noqa: ANN401
    """Yield where the tiles of a pattern lie that meet an area of the page."""
    import pikepdf

    steps = _numbers(pikepdf.Array([tile.get("/XStep", 0), tile.get("/YStep", 0)]), 2)
    box, (across, up) = _box(tile.get("/BBox")), steps or (0.0, 0.0)
    if not (area.width > 0 and area.height > 0 and across and up) or _is_flat(ctm):
        return
    corners = [ctm.back().point(x, y) for x in (area.x0, area.x1) for y in (area.y0, area.y1)]
    seen = around(corners)
    columns = _steps(seen.x0 - box.x1, seen.x1 - box.x0, across)
    rows = _steps(seen.y0 - box.y1, seen.y1 - box.y0, up)
    if len(columns) * len(rows) <= _MOST_TILES:
        for column in columns:
            for row in rows:
                yield ctm.after(Matrix(1, 0, 0, 1, column * across, row * up))


def _steps(low: float, high: float, step: float) -> range:
    """Return the numbers of the steps between two distances."""
    first, last = sorted((low / step, high / step))
    return range(math.ceil(first), math.floor(last) + 1)


def _is_flat(ctm: Matrix) -> bool:
    """Tell whether a map lays everything on one line, where nobody sees it."""
    return ctm.a * ctm.d == ctm.b * ctm.c


def around(points: Sequence[tuple[float, float]]) -> Box:
    """Return the box around points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def shared(one: Box, other: Box) -> Box:
    """Return the part that two boxes share; it may be empty, with its end before its start."""
    return Box(
        max(one.x0, other.x0), max(one.y0, other.y0), min(one.x1, other.x1), min(one.y1, other.y1)
    )
