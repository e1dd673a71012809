"""Every string in a PDF that is not on a page: properties, bookmarks, comments, fields, names."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from redact.errors import DamagedError

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import StreamObject

_CHANNELS = {
    "/Outlines": "bladwijzers",
    "/Metadata": "XMP-metagegevens",
    "/Names": "benoemde bestemmingen en bijlagen",
    "/Dests": "benoemde bestemmingen",
    "/AcroForm": "formuliervelden",
    "/OCProperties": "lagen",
    "/PageLabels": "paginanummering",
    "/AF": "bijlagen",
}
_ON_PAGE = ("/Annots", "opmerkingen"), ("/Metadata", "XMP-metagegevens")
_PLAIN = "/Type", "/Subtype", "/Parent", "/P"
"""Say what an object is, or lead back up."""
_ELSEWHERE = "/Pages", "/StructTreeRoot"
"""Not walked: pages are walked one by one, and tags are many and lie open in the raw bytes."""


_FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pypdf raises, besides its own errors, on objects that are not what they should be."""


class Words(NamedTuple):
    """A string of the file, with the channel it is in and the page it belongs to, if any."""

    channel: str
    text: str
    page: int | None = None


@contextmanager
def reading(data: bytes) -> "Iterator[PdfReader]":
    """Open a PDF with pypdf, silently.

    Raises:
        DamagedError: pypdf cannot make sense of what it was asked for.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its messages quote the file
    try:
        yield PdfReader(BytesIO(data), strict=False)
    except (PyPdfError, *_FAULTS):
        raise DamagedError from None


def words_off_page(document: "PdfReader") -> Iterator[Words]:
    """Yield every string and name that hangs in the file outside the contents of its pages."""
    seen: set[int] = set()
    trailer = document.trailer
    for text in _strings(trailer.get("/Info"), seen):
        yield Words("documenteigenschappen", text)
    for key, value in document.root_object.items():
        if key not in _ELSEWHERE:
            for text in _strings(value, seen):
                yield Words(_CHANNELS.get(key, "catalogus"), text)
    for number, page in enumerate(document.pages):
        for key, channel in _ON_PAGE:
            for text in _strings(page.raw_get(key), seen) if key in page else ():
                yield Words(channel, text, number)


def _strings(value: object, seen: set[int]) -> Iterator[str]:
    """Yield the strings, names and keys under an object; never up to a page."""
    from pypdf.generic import IndirectObject

    ahead = [value]
    while ahead:
        value = ahead.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                continue
            seen.add(value.idnum)
            value = value.get_object()
        yield from _own(value)
        ahead += _under(value)


def _own(value: object) -> Iterator[str]:
    """Yield what an object itself says: a string, a name, the keys and stream of a dictionary."""
    from pypdf.generic import ByteStringObject, NameObject, StreamObject, TextStringObject

    if isinstance(value, NameObject):
        yield str(value)[1:]
    elif isinstance(value, TextStringObject):
        yield str(value)
    elif isinstance(value, ByteStringObject):
        yield bytes(value).decode("latin-1")
    elif isinstance(value, dict):
        yield from (str(key)[1:] for key in value if key not in _PLAIN)
    if isinstance(value, StreamObject):
        yield from _stream_texts(value)


def _under(value: object) -> Iterable[object]:
    """Return what hangs under an object, references not yet followed."""
    if isinstance(value, dict):
        if value.get("/Type") in ("/Page", "/Pages"):
            return ()
        return [under for key, under in dict.items(value) if key not in _PLAIN]
    return list.__iter__(value) if isinstance(value, list) else ()


def _stream_texts(stream: "StreamObject") -> Iterator[str]:
    """Yield a stream as the text it may be."""
    from pypdf.errors import PyPdfError

    try:
        unpacked = stream.get_data()
    except (PyPdfError, ValueError, NotImplementedError):
        return
    yield unpacked.decode("utf-8", "replace")
    yield unpacked.decode("utf-16", "ignore")
