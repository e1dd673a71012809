"""Tell from its bytes what a file is."""

import re
import zipfile
from enum import StrEnum
from io import BytesIO

from redact.errors import (
    ArchiveError,
    DamagedError,
    EncryptedError,
    ImageError,
    MailError,
    ProgramError,
    SheetError,
    TooLargeError,
    UnknownFormatError,
    WebPageError,
)


class Form(StrEnum):
    """The forms of document we read; the value is the extension of a file name."""

    PDF = ".pdf"
    TEXT = ".txt"
    DOCX = ".docx"
    ODT = ".odt"
    DOC = ".doc"
    RTF = ".rtf"


MAX_UNPACKED = 2 * 1024 * 1024 * 1024
"""Bytes that a zipped office document may unpack to; more is a trap."""

_HEAD = 1024
"""Bytes at the start of a PDF in which its header must stand."""

_TEXT = frozenset({".txt", ".md", ".text", ".markdown"})
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = b"application/vnd.oasis.opendocument.text"

_FOREIGN: tuple[tuple[bytes, type[UnknownFormatError]], ...] = (
    (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM|RIFF....WEBP|....ftyp(heic|avif)", ImageError),
    (rb"MZ|\x7fELF|\xca\xfe\xba\xbe|#!", ProgramError),
    (rb"PK|7z\xbc\xaf|Rar!|\x1f\x8b|BZh|\xfd7zXZ", ArchiveError),
    (rb"\s*(<\?xml[^>]*>\s*)?(<!doctype html|<html|<!--)", WebPageError),
    (rb"(From|Received|Return-Path|Message-ID|MIME-Version|Delivered-To):? ", MailError),
)


def recognise(data: bytes, suffix: str) -> Form:
    """Return what form of document the bytes are; `suffix` is what the file's name ends in.

    Raises:
        EncryptedError: an office document asks for a password.
        DamagedError: it is not what its name says, or incomplete.
        TooLargeError: an office document unpacks to more than MAX_UNPACKED bytes.
        UnknownFormatError: it is no document; its subclasses say what it is instead.
    """
    suffix = suffix.lower()
    if data.startswith(_ZIP):
        return _zipped(data, suffix)
    if data.startswith(_OLE):
        return _compound(data)
    if data.startswith(b"{\\rtf"):
        return Form.RTF
    if b"%PDF-" in data[:_HEAD]:
        return Form.PDF
    if suffix in _TEXT and (b"\0" not in data or data[:2] in (b"\xff\xfe", b"\xfe\xff")):
        return Form.TEXT
    for pattern, error in _FOREIGN:
        if re.match(pattern, data, re.IGNORECASE | re.DOTALL):
            raise error
    raise DamagedError if suffix in set(Form) - {Form.TEXT} else UnknownFormatError


def _zipped(data: bytes, suffix: str) -> Form:
    """Return which office document a ZIP file is."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _office(archive)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise (DamagedError if suffix in (Form.DOCX, Form.ODT) else ArchiveError) from error


def _office(archive: zipfile.ZipFile) -> Form:
    names = {entry.filename for entry in archive.infolist()}
    if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
        raise TooLargeError
    if "word/document.xml" in names:
        return Form.DOCX
    if "mimetype" in names and "content.xml" in names:
        if not archive.read("mimetype").startswith(_ODT):
            raise SheetError
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise EncryptedError
        return Form.ODT
    raise SheetError if "[Content_Types].xml" in names else ArchiveError


def _compound(data: bytes) -> Form:
    """Return which document an OLE compound file is, by the names of the streams in it."""
    if _named(data, "EncryptedPackage"):
        raise EncryptedError
    if _named(data, "WordDocument"):
        return Form.DOC
    if _named(data, "__properties_version1.0"):
        raise MailError
    raise SheetError if _named(data, "Workbook") else UnknownFormatError


def _named(data: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in data
