"""Other faces of the same file: with left-over content hung back, with everything made visible."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from redact.verify.carve import Carved, Carving
from redact.verify.walk import reading

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter

MOST_PAGES = 300
"""Pages that are made for left-over content; a file with more is reported without looking."""

_FONT = re.compile(rb"/([^\s/<>\[\]()]+)\s+[-+.\d]+\s+Tf\b")
_WIDEST = 14400
"""Points: no page is larger."""


def rehung(data: bytes, loose: Iterable[Carved]) -> bytes:
    """Return a PDF that shows left-over content, each piece with the resources that fit it.

    Raises:
        DamagedError: pypdf cannot make it.
    """
    from pypdf import PdfWriter

    with reading(data) as document:
        writer = PdfWriter(clone_from=document)
        pages = list(writer.pages)
        for carved in loose:
            for page in _fitting(pages, carved.stream or b""):
                if len(writer.pages) < len(pages) + MOST_PAGES:
                    _hang(writer, page, carved.stream or b"")
        for _ in pages:
            writer.remove_page(0)
        return _bytes(writer)


def _fitting(pages: "list[PageObject]", content: bytes) -> "Iterator[PageObject]":
    """Yield the pages, one of each make, that have all the fonts a content asks for."""
    wanted = {"/" + name.decode("latin-1") for name in _FONT.findall(content)}
    seen: set[tuple[str, ...]] = set()
    for page in pages:
        fonts = _fonts(page)
        make = tuple(sorted(f"{name} {fonts[name]!r}" for name in fonts))
        if wanted <= fonts.keys() and make not in seen:
            seen.add(make)
            yield page


def _fonts(page: "PageObject") -> dict[str, Any]:
    resources = page.get("/Resources")
    fonts = resources.get_object().get("/Font") if resources is not None else None
    return {} if fonts is None else {str(name): font for name, font in _raw(fonts)}


def _raw(dictionary: Any) -> "Iterator[tuple[Any, Any]]":  # noqa: ANN401  an object of pypdf's
    """Yield what a dictionary holds, references not followed."""
    return iter(dict.items(dictionary.get_object()))


def _hang(writer: "PdfWriter", page: "PageObject", content: bytes) -> None:
    from pypdf import PageObject
    from pypdf.generic import NameObject, StreamObject

    added = PageObject(writer)
    for key in ("/Type", "/MediaBox", "/Resources"):
        if key in page:
            added[NameObject(key)] = page.raw_get(key)
    stream = StreamObject()
    stream.set_data(content)
    added[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001  it has no other way
    writer.add_page(added)


def is_partly_hidden(carving: Carving) -> bool:
    """Tell whether layers or a crop may hide a part of the pages."""
    return any(c.has(b"/OCProperties") or c.has(b"/CropBox") for c in carving.objects)


def laid_open(data: bytes) -> bytes:
    """Return the PDF with all layers on, and pages as large as pages can be.

    Raises:
        DamagedError: pypdf cannot make it.
    """
    from pypdf import PdfWriter
    from pypdf.generic import NameObject, RectangleObject

    with reading(data) as document:
        writer = PdfWriter(clone_from=document)
        writer.root_object.pop("/OCProperties", None)
        for page in writer.pages:
            page.pop("/CropBox", None)
            box = RectangleObject((-_WIDEST / 2, -_WIDEST / 2, _WIDEST / 2, _WIDEST / 2))
            page[NameObject("/MediaBox")] = box
        return _bytes(writer)


def _bytes(writer: "PdfWriter") -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
