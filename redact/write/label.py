"""Print the codes in the gaps, as real text inside the lines they stand in, with pikepdf."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from redact.geometry import Matrix
from redact.write.addition import FONT, Additions
from redact.write.advance import Advance, advance_of
from redact.write.font import embed
from redact.write.layout import Label
from redact.write.place import places
from redact.write.stream import UNIT, Corners, Tracker

if TYPE_CHECKING:
    import pikepdf


def print_labels(pdf: "pikepdf.Pdf", pages: Iterable[tuple[int, Matrix, Sequence[Label]]]) -> None:
    """Print labels on pages: a page's number, the map from the page as shown, its labels."""
    font = embed(pdf)
    for number, shown, labels in pages:
        page = pdf.pages[number]
        _add_font(pdf, page, font)
        _rewrite(pdf, page, shown, labels)


def _add_font(pdf: "pikepdf.Pdf", page: "pikepdf.Page", font: "pikepdf.Object") -> None:
    """Name the font in the page's own resources; other pages may share what it has now."""
    from pikepdf import Dictionary, Name

    resources = Dictionary(dict(page.resources))
    fonts = dict(resources.get("/Font") or {})
    resources.Font = Dictionary({**fonts, FONT: font})
    page.obj[Name.Resources] = pdf.make_indirect(resources)


def _rewrite(
    pdf: "pikepdf.Pdf", page: "pikepdf.Page", shown: Matrix, labels: Sequence[Label]
) -> None:
    """Put the labels of one page into its content stream."""
    import pikepdf

    instructions = list(pikepdf.parse_content_stream(page))
    tracker = Tracker(_widths(page), _edges(page))
    tracker.walk(instructions)
    added = Additions(len(instructions))
    for label, place in zip(labels, places(labels, tracker, shown), strict=True):
        added.add(label, place, shown)
    page.obj.Contents = pdf.make_stream(
        pikepdf.unparse_content_stream(added.to(instructions, shown))
    )


def _widths(page: "pikepdf.Page") -> Callable[[str], Advance | None]:
    """Return a function that gives the widths of a font by its name on this page."""
    fonts = dict(page.resources.get("/Font") or {})

    @cache
    def widths(name: str) -> Advance | None:
        return advance_of(fonts[name]) if name in fonts else None

    return widths


def _edges(page: "pikepdf.Page") -> Callable[[str], Corners | None]:
    """Return a function that gives the corners of a form by its name on this page."""
    import pikepdf

    drawn = dict(page.resources.get("/XObject") or {})

    def edges(name: str) -> Corners | None:
        form = drawn.get(name)
        if form is None or form.get("/Subtype") != pikepdf.Name.Form:
            return None
        x0, y0, x1, y1 = (float(edge) for edge in form["/BBox"].as_list())
        own = form.get("/Matrix")
        matrix = Matrix(*(float(number) for number in own.as_list())) if own else UNIT
        return tuple(matrix.point(*corner) for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)))

    return edges
