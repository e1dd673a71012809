"""Read a PDF with PyMuPDF: text in reading order, a box for every character."""

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from redact.document import Document, Page
from redact.errors import (
    DamagedError,
    EmptyFileError,
    EncryptedError,
    NoTextError,
    TooLargeError,
    UnmappedTextError,
)
from redact.read.glyphs import beyond, read_glyphs, trimmed
from redact.read.layers import has_layers, without_layers
from redact.read.legible import SPARSE, hides_words, letters_in, scans
from redact.read.page import lay_out
from redact.read.repair import repair

if TYPE_CHECKING:
    import pymupdf

MAX_PAGES = 10_000
"""A document with more pages would not fit in the memory of a small machine."""

_TAIL = 2048
"""Bytes at the end of a PDF in which its end mark must stand."""

_PICTURE_FILTERS = ("JBIG2", "JPX", "DCT", "CCITT")


def read_pdf(data: bytes) -> Document:
    """Return the document in the bytes of a PDF.

    A PDF that opens without a password is read, also when its maker forbade copying.

    Raises:
        EncryptedError: it asks for a password.
        DamagedError: it is incomplete.
        EmptyFileError: it has no page, or nothing stands on any of them.
        NoTextError: pages show something but hold no text.
        UnmappedTextError: pages hold text whose letters cannot be told.
        TooLargeError: it has more than MAX_PAGES pages.
    """
    flat = _flat(data)
    with opened(flat) as pdf, _without_collection():
        pages = tuple(_read_page(pdf, number) for number in range(len(pdf)))
    _check_legible(flat, pages)
    return Document(hashlib.sha256(data).hexdigest(), pages)


def _flat(data: bytes) -> bytes:
    """Return a PDF with only what its layers show when it is opened."""
    with opened(data) as pdf:
        if not has_layers(pdf):
            return data
        whole = pdf.tobytes()
    return without_layers(whole)


@contextmanager
def opened(data: bytes) -> Iterator["pymupdf.Document"]:
    """Open a PDF for as long as the block runs; what MuPDF cannot read there is damaged."""
    import pymupdf

    if not data:
        raise EmptyFileError
    pymupdf.TOOLS.mupdf_display_errors(False)  # noqa: FBT003  its messages quote the file
    pymupdf.TOOLS.mupdf_display_warnings(False)  # noqa: FBT003
    try:
        with pymupdf.open(stream=data, filetype="pdf") as pdf:
            _check_whole(pdf, data)
            yield pdf
    except (RuntimeError, ValueError, IndexError, pymupdf.mupdf.FzErrorBase) as error:
        raise DamagedError from error
    finally:
        pymupdf.TOOLS.reset_mupdf_warnings()


def _check_whole(pdf: "pymupdf.Document", data: bytes) -> None:
    """Check that a PDF can be read to its last page."""
    if pdf.needs_pass:
        raise EncryptedError
    if pdf.is_repaired and (len(pdf) == 0 or b"%%EOF" not in data[-_TAIL:]):
        raise DamagedError
    if len(pdf) == 0:
        raise EmptyFileError
    if len(pdf) > MAX_PAGES:
        raise TooLargeError


@contextmanager
def _without_collection() -> Iterator[None]:
    """Pause garbage collection: a page is many small objects and no cycles (a fifth faster)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_page(pdf: "pymupdf.Document", number: int) -> Page:
    page = pdf[number]
    _check_contents(pdf, page)
    width, height = page.rect.width, page.rect.height
    glyphs = read_glyphs(page)
    outside = beyond(glyphs, width, height)
    if not outside.any():
        return lay_out(repair(glyphs), number, width, height)
    read = lay_out(repair(trimmed(glyphs.keep(~outside))), number, width, height)
    return replace(read, beyond=int(outside.sum()))


def _check_contents(pdf: "pymupdf.Document", page: "pymupdf.Page") -> None:
    """Check that no text was packed as a picture: only a trap does so, and it unpacks for ever."""
    for xref in page.get_contents():
        if any(name in pdf.xref_get_key(xref, "Filter")[1] for name in _PICTURE_FILTERS):
            raise DamagedError


def _check_legible(data: bytes, pages: tuple[Page, ...]) -> None:
    """Check that all that a person can read on the pages was read."""
    letters = [letters_in(page.text) for page in pages]
    sparse = [(number, count) for number, count in enumerate(letters) if count < SPARSE]
    if sparse:
        with opened(data) as pdf:
            unread = tuple(scans(pdf, sparse))
        if unread:
            raise NoTextError(unread)
    if not any(letters):
        raise EmptyFileError
    unmapped = tuple(page.number for page in pages if hides_words(page.text))
    if unmapped:
        raise UnmappedTextError(unmapped)
