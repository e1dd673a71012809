"""The text of the pages, by every extractor there is."""

import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec

import pymupdf
import pypdfium2
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from tests.channels.probe.fold import Secret

_FLAGS = pymupdf.TEXT_PRESERVE_LIGATURES | pymupdf.TEXT_PRESERVE_WHITESPACE
"""Of MuPDF: text is not cut off at the edge of the page or of a clip."""


def in_pages(data: bytes, secret: Secret) -> bool:
    """Tell whether an extractor reads the name, on the pages or in their annotations."""
    return any(secret.in_text(read(data)) for read in extractors())


@cache
def extractors() -> tuple[Callable[[bytes], str], ...]:
    """Return the extractors that are installed."""
    found: list[Callable[[bytes], str]] = [by_pdfium, by_mupdf, by_pypdf]
    if find_spec("pdfminer"):
        found.append(_by_pdfminer)
    if shutil.which("pdftotext"):
        found.append(_by_poppler)
    return tuple(found)


def by_pdfium(data: bytes) -> str:
    """Return the text as pdfium reads it."""
    return "\f".join(_pdfium_pages(data))


def _pdfium_pages(data: bytes) -> Iterator[str]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    with document:
        for number in range(len(document)):
            try:
                page = document[number]
                yield page.get_textpage().get_text_range()
                page.close()
            except (pypdfium2.PdfiumError, UnicodeDecodeError):
                continue


def by_mupdf(data: bytes) -> str:
    """Return the text as MuPDF reads it, also what lies off the page or is clipped."""
    try:
        with pymupdf.open(stream=data, filetype="pdf") as document:
            return "\f".join(page.get_text(flags=_FLAGS) for page in document)
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
        return ""


def by_pypdf(data: bytes) -> str:
    """Return the text as pypdf reads it."""
    try:
        return "\f".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    except (PyPdfError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError):
        return ""
    except (RecursionError, OSError, NotImplementedError):
        return ""


def _by_pdfminer(data: bytes) -> str:
    from pdfminer.high_level import extract_text

    try:
        return extract_text(io.BytesIO(data))
    except Exception:  # noqa: BLE001  it raises whatever comes, on files that others read
        return ""


def _by_poppler(data: bytes) -> str:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        command = ["pdftotext", "-raw", file.name, "-"]
        return subprocess.run(command, capture_output=True, check=False).stdout.decode(
            "utf-8", "replace"
        )
