"""Which part of each picture the pages show: the rest of its pixels has no business in the file."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from redact.geometry import Box, Matrix

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf

Part: TypeAlias = Box
"""A part of a picture, as shares of its width and height from its lower left corner."""

WHOLE = Box(0, 0, 1, 1)
_UNIT = Matrix(1, 0, 0, 1, 0, 0)
_EVERYWHERE = Box(-1e6, -1e6, 1e6, 1e6)
_SLACK = 2.0
"""Points of a picture that may stick out: less than the height of a letter."""

_DEEPEST = 20
_BUILDS = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4}
_ENDS = {"n", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*"}


@dataclass(slots=True)
class Sight:
    """What is seen of pictures: for each, by its number, the parts that the pages show."""

    parts: dict[tuple[int, int], list[Part]] = field(default_factory=dict)
    images: dict[tuple[int, int], Any] = field(default_factory=dict)

    def hidden(self) -> "list[tuple[Any, list[Part]]]":
        """Return the pictures that are not shown whole, each with the parts that are."""
        return [
            (self.images[number], parts)
            for number, parts in self.parts.items()
            if WHOLE not in parts
        ]


def look(pdf: "pikepdf.Pdf") -> Sight:
    """Return what the pages show of every picture they draw."""
    sight = Sight()
    for page in pdf.pages:
        if _has_pictures(page.resources):
            _Eye(sight, page.resources).follow(page, _UNIT, _edges(page))
            _take_whole(sight, page.resources, 0)
    return sight


def _edges(page: "pikepdf.Page") -> Box:
    """Return what a page shows of its own plane."""
    return _shared(_box(page.mediabox), _box(page.cropbox))


def _box(corners: "pikepdf.Array") -> Box:
    x0, y0, x1, y1 = (float(edge) for edge in corners.as_list())
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _has_pictures(resources: "pikepdf.Object") -> bool:
    import pikepdf

    drawn = resources.get("/XObject")
    return isinstance(drawn, pikepdf.Dictionary) and len(drawn) > 0


def _take_whole(sight: Sight, resources: Any, depth: int) -> None:  # noqa: ANN401
    """Count pictures in patterns, masks and letters as shown whole: nobody follows them there."""
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    masks = (state.get("/SMask") for state in _under(resources, "/ExtGState"))
    drawn = [mask.get("/G") for mask in masks if isinstance(mask, pikepdf.Dictionary)]
    inside = [thing for thing in _under(resources, "/Pattern") if isinstance(thing, pikepdf.Stream)]
    fonts = _under(resources, "/Font")
    for holder in (*drawn, *inside, *fonts):
        own = holder.get("/Resources") if holder is not None else None
        for picture in _pictures(own, depth):
            sight.parts[picture.objgen] = [WHOLE]
            sight.images[picture.objgen] = picture
    for form in _under(resources, "/XObject"):
        if form.get("/Subtype") == pikepdf.Name.Form:
            _take_whole(sight, form.get("/Resources"), depth + 1)


def _pictures(resources: Any, depth: int) -> list[Any]:  # noqa: ANN401
    """Return all pictures under resources."""
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary) or depth > _DEEPEST:
        return []
    found = []
    for thing in _under(resources, "/XObject"):
        if thing.get("/Subtype") == pikepdf.Name.Image:
            found.append(thing)
        else:
            found += _pictures(thing.get("/Resources"), depth + 1)
    return found


def _under(resources: Any, kind: str) -> list[Any]:  # noqa: ANN401
    import pikepdf

    things = resources.get(kind)
    return [things[key] for key in things.keys()] if isinstance(things, pikepdf.Dictionary) else []  # noqa: SIM118


class _Eye:
    """Follows where the pictures of one stream are drawn, and within which clip."""

    def __init__(self, sight: Sight, resources: Any, depth: int = 0) -> None:  # noqa: ANN401
        self._sight = sight
        self._things = resources.get("/XObject") or {}
        self._depth = depth
        self._ctm, self._clip = _UNIT, _EVERYWHERE
        self._saved: list[tuple[Matrix, Box]] = []
        self._path: list[tuple[float, float]] = []
        self._clips = False

    def follow(self, holder: Any, ctm: Matrix, clip: Box) -> None:  # noqa: ANN401
        """Follow the instructions of a page or a form."""
        import pikepdf

        self._ctm, self._clip = ctm, clip
        for instruction in pikepdf.parse_content_stream(holder):
            name = str(instruction.operator)
            if name in _BUILDS:
                self._build(name, [float(number) for number in instruction.operands])
            elif name in _ENDS:
                self._end()
            elif name in {"W", "W*"}:
                self._clips = True
            elif name == "Do":
                self._draw(self._things.get(str(instruction.operands[0])))
            else:
                self._set(name, instruction)

    def _set(self, name: str, instruction: Any) -> None:  # noqa: ANN401
        if name == "q":
            self._saved.append((self._ctm, self._clip))
        elif name == "Q" and self._saved:
            self._ctm, self._clip = self._saved.pop()
        elif name == "cm":
            self._ctm = self._ctm.after(Matrix(*(float(n) for n in instruction.operands)))

    def _build(self, name: str, numbers: "Sequence[float]") -> None:
        if name == "re":
            x, y, width, height = numbers
            numbers = (x, y, x + width, y, x, y + height, x + width, y + height)
        points = zip(numbers[::2], numbers[1::2], strict=False)
        self._path += [self._ctm.point(x, y) for x, y in points]

    def _end(self) -> None:
        if self._clips and self._path:
            self._clip = _shared(self._clip, _around(self._path))
        self._path, self._clips = [], False

    def _draw(self, thing: Any) -> None:  # noqa: ANN401
        import pikepdf

        if thing is None or self._depth > _DEEPEST:
            return
        if thing.get("/Subtype") == pikepdf.Name.Image:
            self._see(thing)
            return
        own = thing.get("/Matrix")
        ctm = self._ctm.after(Matrix(*(float(n) for n in own.as_list()))) if own else self._ctm
        box = _box(thing.BBox)
        corners = [ctm.point(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
        eye = _Eye(self._sight, thing.get("/Resources") or {}, self._depth + 1)
        eye.follow(thing, ctm, _shared(self._clip, _around(corners)))

    def _see(self, image: Any) -> None:  # noqa: ANN401
        parts = self._sight.parts.setdefault(image.objgen, [])
        self._sight.images[image.objgen] = image
        if WHOLE not in parts:
            parts.append(_part(self._ctm, self._clip))


def _part(ctm: Matrix, clip: Box) -> Part:
    """Return which part of a picture is seen through a clip."""
    try:
        back = ctm.back()
    except ZeroDivisionError:
        return Box(0, 0, 0, 0)
    corners = [ctm.point(x, y) for x in (0, 1) for y in (0, 1)]
    whole = _around(corners)
    seen = _shared(whole, clip)
    if not (seen.width > 0 and seen.height > 0):
        return Box(0, 0, 0, 0)
    out = (seen.x0 - whole.x0, seen.y0 - whole.y0, whole.x1 - seen.x1, whole.y1 - seen.y1)
    if max(out) < _SLACK:
        return WHOLE
    corners = [back.point(x, y) for x in (seen.x0, seen.x1) for y in (seen.y0, seen.y1)]
    return _shared(_around(corners), WHOLE)


def _around(points: "Sequence[tuple[float, float]]") -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _shared(one: Box, other: Box) -> Box:
    """Return the part that two boxes share; it may be empty, with its end before its start."""
    return Box(
        max(one.x0, other.x0), max(one.y0, other.y0), min(one.x1, other.x1), min(one.y1, other.y1)
    )
