"""Every content stream of the file, used or not, hung in a page of its own and read.

Nothing is hidden there: there are no layers, no crop, no clip by a form, and a wide sheet.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from tests.channels.probe.carve import plain_streams
from tests.channels.probe.fold import Secret
from tests.channels.probe.objects import objects, opened, streams
from tests.channels.probe.pages import by_mupdf, by_pdfium

_TEXT_SHOWN = re.compile(rb"[\])>]\s*(?:TJ|Tj|'|\")(?=[\s\[(</%]|$)")
_WIDE = (-3000, -3000, 3000, 3000)
_FONTS = 8
"""Sets of fonts to try a stream with: the names of fonts are known only within a set."""

_STREAMS = 400


def in_hung(data: bytes, secret: Secret) -> bool:
    """Tell whether a content stream shows the name."""
    hung = hang(data)
    return hung is not None and any(secret.in_text(read(hung)) for read in (by_pdfium, by_mupdf))


def hang(data: bytes) -> bytes | None:
    """Return a PDF with a page for each content stream and each set of fonts.

    One more page has all streams after each other: a page's content may be cut anywhere.
    """
    with opened(data) as pdf:
        if pdf is None:
            return None
        found = list(dict.fromkeys(_showing(pdf, data)))[:_STREAMS]
        fonts = _font_sets(pdf)
        if not found:
            return None
        del pdf.pages[:]
        for fontset in fonts:
            for content in (*found, b"\n".join(found)):
                _add(pdf, content, Dictionary(Font=fontset))
        return _saved(pdf)


def _showing(pdf: pikepdf.Pdf, data: bytes) -> Iterator[bytes]:
    for content in (*streams(pdf), *plain_streams(data)):
        if _TEXT_SHOWN.search(content):
            yield content.rstrip()


def _font_sets(pdf: pikepdf.Pdf) -> list[Any]:
    sets: dict[bytes, Any] = {}
    for thing in objects(pdf):
        holders = (thing, _in(thing, "/Resources"), _in(thing, "/DR"))
        for fonts in (_in(holder, "/Font") for holder in holders):
            if isinstance(fonts, pikepdf.Dictionary):
                sets.setdefault(fonts.unparse(resolved=True), fonts)
    return list(sets.values())[:_FONTS] or [Dictionary()]


def _in(holder: Any, key: str) -> Any:
    return holder.get(key) if isinstance(holder, pikepdf.Dictionary | pikepdf.Stream) else None


def _add(pdf: pikepdf.Pdf, content: bytes, resources: Any) -> None:
    page = pdf.add_blank_page(page_size=(100, 100))
    page.obj.MediaBox = Array(_WIDE)
    page.obj.Resources = resources
    page.obj.Contents = pdf.make_stream(content)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    for key in ("/OCProperties", "/AcroForm", "/StructTreeRoot", "/Outlines", "/Names"):
        if key in pdf.Root:
            del pdf.Root[key]
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def hang_pictures(data: bytes) -> bytes | None:
    """Return a PDF with a page for each picture of the file, a point for each pixel."""
    with opened(data) as pdf:
        if pdf is None:
            return None
        images = [thing for thing in objects(pdf) if _is_picture(thing)]
        if not images:
            return None
        del pdf.pages[:]
        for image in images:
            wide, high = int(image.Width), int(image.Height)
            extra = _rows_beyond(image, wide, high)
            image.Height = high + extra
            page = pdf.add_blank_page(page_size=(wide, high + extra))
            page.obj.Resources = Dictionary(XObject=Dictionary(Im=image))
            page.obj.Contents = pdf.make_stream(b"%d 0 0 %d 0 0 cm /Im Do" % (wide, high + extra))
        return _saved(pdf)


def _is_picture(thing: Any) -> bool:
    return (
        isinstance(thing, pikepdf.Stream)
        and thing.get("/Subtype") == "/Image"
        and 0 < int(thing.get("/Width", 0)) * int(thing.get("/Height", 0)) < 30_000_000
    )


def _rows_beyond(image: Any, wide: int, high: int) -> int:
    """Return how many rows lie in the data below the height that is told, of 8-bit grey."""
    if image.get("/ColorSpace") != "/DeviceGray" or image.get("/BitsPerComponent") != 8:
        return 0
    try:
        return max(0, len(image.read_bytes()) // wide - high)
    except (pikepdf.PdfError, RuntimeError):
        return 0
