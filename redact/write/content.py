"""The content of a page as it is read and written back: its own stream and those of its forms."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from redact.geometry import Box, Matrix
from redact.write.addition import FONT
from redact.write.advance import Advance, advance_of
from redact.write.graphics import UNIT, Corners, Form
from redact.write.stream import Tracker

if TYPE_CHECKING:
    import pikepdf

    from redact.write.stream import Instruction

_NOT_WHAT_IT_SAYS = (AttributeError, LookupError, StopIteration, TypeError, ValueError)
"""What an object of a damaged file makes of a step that takes it for what it should be."""

_DEEPEST = 200
"""Forms that are read on one page; one that holds itself would never end."""


@dataclass(frozen=True)
class Stream:
    """One content stream. `first` numbers its instructions; `owner` is the page or the form.

    `parent` is the stream that draws a form, by the instruction `drawn`.
    """

    owner: Any
    instructions: list["Instruction"]
    names: list[str]
    first: int
    ctm: Matrix
    resources: Any
    fonts: Callable[[str], Advance | None]
    parent: "Stream | None" = None
    drawn: int = -1


@dataclass
class Content:
    """The streams of a page, the page's own first, and what was noted in them."""

    streams: list[Stream]
    tracker: Tracker

    def of(self, number: int) -> Stream:
        """Return the stream that an instruction stands in."""
        return next(stream for stream in reversed(self.streams) if number >= stream.first)

    def outermost(self, number: int) -> int:
        """Return the instruction of the page's own stream that an instruction is drawn by."""
        stream = self.of(number)
        return number if stream.parent is None else self.outermost(stream.drawn)

    def at(self, number: int) -> tuple[str, "Instruction"]:
        """Return an operator and its instruction by number."""
        stream = self.of(number)
        return stream.names[number - stream.first], stream.instructions[number - stream.first]

    def font(self, number: int, name: str) -> Advance | None:
        """Return the widths of the font that an instruction uses."""
        return self.of(number).fonts(name)


def read(page: "pikepdf.Page", areas: Sequence[Box]) -> Content:
    """Read a page, and its forms that meet one of the areas where something was removed.

    The areas are boxes in the page's own coordinates.
    """
    tracker = Tracker(lambda x, y: any(a.x0 <= x <= a.x1 and a.y0 <= y <= a.y1 for a in areas))
    content = Content([], tracker)
    _walk(content, page, page.resources, UNIT)
    number = 0
    while number < min(len(tracker.forms), _DEEPEST):
        form = tracker.forms[number]
        number += 1
        xs, ys = zip(*form.corners, strict=True)
        box = Box(min(xs), min(ys), max(xs), max(ys))
        if any(box.meets(area) for area in areas):
            _enter(content, form)
    return content


def _enter(content: Content, form: Form) -> None:
    """Read a form as its user draws it."""
    parent = content.of(form.block.begin)
    owner = parent.resources["/XObject"][form.name]
    own = owner.get("/Matrix")
    matrix = Matrix(*(float(number) for number in own.as_list())) if own else UNIT
    ctm = form.state.ctm.after(matrix)
    content.tracker.state = form.state
    content.tracker.change(ctm=ctm)
    resources = owner.get("/Resources", parent.resources)
    _walk(content, owner, resources, ctm, parent, form.block.begin)


def _walk(
    content: Content,
    owner: Any,  # noqa: ANN401  a page or a form
    resources: Any,  # noqa: ANN401
    ctm: Matrix,
    parent: Stream | None = None,
    drawn: int = -1,
) -> None:
    import pikepdf

    instructions = list(pikepdf.parse_content_stream(owner))
    names = [str(instruction.operator) for instruction in instructions]
    last = content.streams[-1] if content.streams else None
    first = last.first + len(last.instructions) + 1 if last else 0
    fonts = _widths(resources)
    stream = Stream(owner, instructions, names, first, ctm, resources, fonts, parent, drawn)
    content.streams.append(stream)
    content.tracker.properties = dict(resources.get("/Properties") or {})
    content.tracker.walk(instructions, names, fonts, _edges(resources), first)


def _widths(resources: Any) -> Callable[[str], Advance | None]:  # noqa: ANN401
    """Return a function that gives the widths of a font by its name."""
    import pikepdf

    fonts = dict(resources.get("/Font") or {})

    @cache
    def widths(name: str) -> Advance | None:
        font = fonts.get(name)
        try:
            return advance_of(font) if isinstance(font, pikepdf.Dictionary) else None
        except _NOT_WHAT_IT_SAYS:
            return None

    return widths


def _edges(resources: Any) -> Callable[[str], Corners | None]:  # noqa: ANN401
    """Return a function that gives the corners of a form by its name."""
    import pikepdf

    drawn = dict(resources.get("/XObject") or {})

    def edges(name: str) -> Corners | None:
        form = drawn.get(name)
        if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != pikepdf.Name.Form:
            return None
        try:
            x0, y0, x1, y1 = (float(edge) for edge in form["/BBox"].as_list())
            own = form.get("/Matrix")
            matrix = Matrix(*(float(number) for number in own.as_list())) if own else UNIT
        except _NOT_WHAT_IT_SAYS:
            return None
        return tuple(matrix.point(*corner) for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)))

    return edges


def put_back(
    pdf: "pikepdf.Pdf",
    content: Content,
    written: Callable[[Stream], list[Any]],
    is_changed: Callable[[Stream], bool],
    font: "pikepdf.Object",
    pictures: Mapping[str, Any],
) -> None:
    """Write the changed streams: a form as a copy for the place that draws it, as it may be shared.

    `written` gives the instructions of a stream, `font` is the font of labels, `pictures` are
    what else it may draw.
    """
    import pikepdf

    resources = {
        stream.first: _with_ours(stream.resources, font, pictures) for stream in content.streams
    }
    changed: set[int] = set()
    for stream in reversed(content.streams):
        if stream.parent is None or not (stream.first in changed or is_changed(stream)):
            continue
        parent = stream.parent
        changed.add(parent.first)
        name = f"/LakwerkForm{stream.first}"
        copy = pdf.make_stream(pikepdf.unparse_content_stream(written(stream)))
        for key in set(stream.owner.keys()) - {"/Length", "/Filter", "/DecodeParms"}:
            copy[key] = stream.owner[key]
        copy["/Resources"] = resources[stream.first]
        resources[parent.first]["/XObject"][name] = copy
        drawing = parent.instructions[stream.drawn - parent.first]
        parent.instructions[stream.drawn - parent.first] = pikepdf.ContentStreamInstruction(
            [pikepdf.Name(name)], drawing.operator
        )
    page = content.streams[0]
    page.owner.obj[pikepdf.Name.Resources] = pdf.make_indirect(resources[page.first])
    page.owner.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(written(page)))


def _with_ours(resources: Any, font: "pikepdf.Object", pictures: Mapping[str, Any]) -> Any:  # noqa: ANN401
    """Return resources with the font of labels and pictures; others may share what they are now."""
    from pikepdf import Dictionary

    copy = Dictionary(dict(resources))
    copy.Font = Dictionary({**dict(resources.get("/Font") or {}), FONT: font})
    copy.XObject = Dictionary({**dict(resources.get("/XObject") or {}), **pictures})
    return copy
