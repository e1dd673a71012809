"""The report that every channel starts from, and the pieces to build with."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, Stream, String

NAME = "Quaxwijk"
TERM = f"{NAME}=5.1.2.e"
HEADING = "Verslag van het overleg op het stadhuis"
BEFORE, AFTER = "Afspraak met", "over de vergunning."
CLOSING = "Er is verder niets besproken."
LEFT, MIDDLE = 72, 730
SIZE = 11


def report() -> pikepdf.Pdf:
    """Return a PDF of one page with three lines; the name is in the second."""
    pdf = pikepdf.new()
    add_page(pdf)
    draw(pdf, line(f"{BEFORE} {NAME} {AFTER}"))
    return pdf


def add_page(pdf: pikepdf.Pdf) -> pikepdf.Page:
    """Add an empty A4 page that knows Helvetica as /F1."""
    helvetica = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
    )
    page = pdf.add_blank_page(page_size=(595, 842))
    page.obj.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(helvetica)))
    return page


def draw(pdf: pikepdf.Pdf, middle: bytes, page: int = 0) -> None:
    """Let a page have the heading, these instructions, and the closing line."""
    content = b"\n".join((line(HEADING, y=MIDDLE + 30), middle, line(CLOSING, y=MIDDLE - 30)))
    pdf.pages[page].obj.Contents = pdf.make_stream(content)


def line(text: str, x: float = LEFT, y: float = MIDDLE, size: float = SIZE) -> bytes:
    """Return the instructions that show a text with its foot at a point."""
    return at(shown(text), x, y, size)


def at(show: bytes, x: float = LEFT, y: float = MIDDLE, size: float = SIZE) -> bytes:
    """Return a text object with instructions that start at a point."""
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm " % (size, x, y) + show + b" ET"


def shown(text: str) -> bytes:
    """Return the instruction that shows a text in a WinAnsi font."""
    return String(text.encode("cp1252")).unparse() + b" Tj"


def width(text: str, size: float = SIZE) -> float:
    """Return the width of a text in Helvetica, in points."""
    return float(pymupdf.get_text_length(text, "helv", size))


def around(middle: bytes) -> bytes:
    """Return the second line with instructions in the place of the name, which take its room."""
    start = LEFT + width(BEFORE + " ")
    end = start + width(NAME + " ")
    return b"\n".join((line(BEFORE), b"q 1 0 0 1 %g %g cm" % (start, MIDDLE), middle, b"Q",
                       line(AFTER, x=end)))  # fmt: skip


def put(holder: Any, kind: str, name: str, thing: Any) -> None:
    """Add something to the resources of a page, a form or a pattern."""
    if "/Resources" not in holder:
        holder.Resources = Dictionary()
    if f"/{kind}" not in holder.Resources:
        holder.Resources[f"/{kind}"] = Dictionary()
    holder.Resources[f"/{kind}"][f"/{name}"] = thing


def first(pdf: pikepdf.Pdf) -> Any:
    """Return the dictionary of the first page."""
    return pdf.pages[0].obj


def form(pdf: pikepdf.Pdf, content: bytes, box: tuple[float, ...] = (0, 0, 595, 842)) -> Stream:
    """Return a form with the fonts of the first page."""
    return Stream(
        pdf,
        content,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array(box),
        Resources=Dictionary(Font=first(pdf).Resources.Font),
    )


def javascript(text: str = f"app.alert('{NAME}')") -> Dictionary:
    """Return an action that runs a script."""
    return Dictionary(S=Name.JavaScript, JS=String(text))


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """Return the bytes of a PDF, the same every time."""
    out = io.BytesIO()
    pdf.save(out, **{"static_id": "encryption" not in options, **options})
    return out.getvalue()


def rewritten(data: bytes, change: Callable[[pymupdf.Document], None], **options: Any) -> bytes:
    """Return a PDF after a change by MuPDF."""
    with pymupdf.open(stream=data) as pdf:
        change(pdf)
        return pdf.tobytes(**options)
