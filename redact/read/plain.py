"""Read a text file: the characters are its own, unchanged, and stand nowhere on a page."""

import hashlib

from redact.document import Document, Page
from redact.errors import EmptyFileError, UnknownFormatError

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""Byte order marks; a mark is not part of the text."""


def read_text(data: bytes) -> Document:
    """Return the document in the bytes of a text file; line ends and tabs stay as they are.

    Raises:
        EmptyFileError: the file has no characters.
        UnknownFormatError: the bytes are not text.
    """
    text = decode(data)
    if not text.strip():
        raise EmptyFileError
    return Document(hashlib.sha256(data).hexdigest(), (Page.unplaced(0, text),))


def decode(data: bytes) -> str:
    """Return the characters: by the byte order mark, else UTF-8, else Windows-1252.

    Raises:
        UnknownFormatError: the bytes are in none of these.
    """
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnknownFormatError
