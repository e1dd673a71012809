"""Open a PDF with MuPDF, and get its bytes back."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from redact.errors import DamagedError, EncryptedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pymupdf


@contextmanager
def opened(data: bytes) -> "Iterator[pymupdf.Document]":
    """Open a PDF for as long as the block runs.

    Raises:
        DamagedError: PyMuPDF cannot open the bytes.
        EncryptedError: they ask for a password.
    """
    import pymupdf

    try:
        pdf = pymupdf.open(stream=data, filetype="pdf")
    except pymupdf.FileDataError as error:
        raise DamagedError from error
    with pdf:
        if pdf.needs_pass:
            raise EncryptedError
        yield pdf


def written(pdf: "pymupdf.Document") -> bytes:
    """Return the bytes of a PDF.

    Not by `tobytes`, which writes through Python, a few bytes at a time: twenty times as slow.
    """
    from pymupdf import mupdf

    options, buffer = mupdf.PdfWriteOptions(), mupdf.FzBuffer(0)
    options.do_garbage = 1
    output = mupdf.FzOutput(buffer)
    mupdf.pdf_write_document(mupdf.pdf_document_from_fz_document(pdf.this), output, options)
    output.fz_close_output()
    return bytes(mupdf.fz_buffer_extract_copy(buffer))
