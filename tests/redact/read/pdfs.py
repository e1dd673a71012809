"""Small PDFs for the tests, made on the spot."""

from collections.abc import Callable, Iterable

import pymupdf
import typst

Line = tuple[float, float, str]


def drawn(*pages: Iterable[Line], size: float = 11) -> bytes:
    """Return a PDF of A4 pages with lines of text: x, y of the base line, the words."""
    with pymupdf.open() as pdf:
        for lines in pages:
            page = pdf.new_page()
            for x, y, text in lines:
                page.insert_text((x, y), text, fontsize=size)
        return pdf.tobytes()


def changed(data: bytes, change: Callable[[pymupdf.Document], object]) -> bytes:
    """Return a PDF after a change."""
    with pymupdf.open(stream=data) as pdf:
        change(pdf)
        return pdf.tobytes()


def set_in_typst(text: str) -> bytes:
    """Return what typst makes of its own markup."""
    return typst.compile(text.encode(), ignore_system_fonts=True)
