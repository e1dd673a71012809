"""Converting: any document becomes a PDF first; everything after works on PDFs only."""

from pathlib import Path

from redact.convert.form import Form, recognise
from redact.convert.office import convert_office
from redact.convert.typeset import typeset
from redact.errors import EmptyFileError, TooLargeError

__all__ = ["MAX_BYTES", "Form", "recognise", "to_pdf"]

MAX_BYTES = 512 * 1024 * 1024
"""A larger file would not fit in the memory of a small machine, several at once."""


def to_pdf(path: Path) -> bytes:
    """Return a document as a PDF; a PDF as it is, to the byte.

    What a file is, its content tells; its name only tells a text file from other text.

    Raises:
        EmptyFileError: the file has no bytes.
        TooLargeError: it has more than MAX_BYTES, or unpacks to more.
        EncryptedError: an office document asks for a password.
        DamagedError: it is not what its name says, or incomplete.
        UnknownFormatError: it is no document; its subclasses say what it is instead.
        ConverterMissingError: it needs LibreOffice, and that is not installed.
        ConversionError: the conversion failed.
    """
    size = path.stat().st_size
    if size == 0:
        raise EmptyFileError
    if size > MAX_BYTES:
        raise TooLargeError
    data = path.read_bytes()
    form = recognise(data, path.suffix)
    if form is Form.PDF:
        return data
    return typeset(data) if form is Form.TEXT else convert_office(data, form)
