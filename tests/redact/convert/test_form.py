import os
import re

import pytest

from redact.convert import Form, recognise, to_pdf
from redact.errors import (
    ArchiveError,
    DamagedError,
    EmptyFileError,
    EncryptedError,
    ImageError,
    MailError,
    ProgramError,
    SheetError,
    TooLargeError,
    UnknownFormatError,
    WebPageError,
)
from tests.redact.convert.files import word, written, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODF = "application/vnd.oasis.opendocument."
SEALED = zipped(
    mimetype=f"{ODF}text",
    **{"content.xml": "x", "META-INF__manifest.xml": "<manifest:encryption-data/>"},
)


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("leeg.pdf", b"", EmptyFileError),
        ("leeg.txt", b" \n", EmptyFileError),
        ("archief.pdf", zipped(a__b="x"), ArchiveError),
        ("archief.zip", zipped(a__b="x"), ArchiveError),
        ("half.zip", zipped(a__b="x")[:40], ArchiveError),
        ("half.docx", zipped(word__document="x")[:40], DamagedError),
        ("archief.7z", b"7z\xbc\xaf\x27\x1c" + bytes(9), ArchiveError),
        ("programma.exe", b"MZ\x90\0" + bytes(99), ProgramError),
        ("programma.docx", b"\x7fELF" + bytes(99), ProgramError),
        ("foto.pdf", b"\x89PNG\r\n\x1a\n" + bytes(99), ImageError),
        ("foto.jpg", b"\xff\xd8\xff\xe0" + bytes(99), ImageError),
        ("pagina.html", "<!DOCTYPE html><html><body>Jan</body></html>", WebPageError),
        ("pagina.pdf", "<html><body>Jan</body></html>", WebPageError),
        ("mail.eml", "From: Jan <jan@voorbeeld.nl>\r\nTo: x\r\n\r\nHallo", MailError),
        ("blad.xlsx", zipped(**{"[Content_Types].xml": "x", "xl__workbook.xml": "x"}), SheetError),
        ("blad.ods", zipped(mimetype=f"{ODF}spreadsheet", **{"content.xml": "x"}), SheetError),
        ("tekst.pdf", "gewone tekst", DamagedError),
        ("tekst.docx", "gewone tekst", DamagedError),
        ("nullen.txt", bytes(99), UnknownFormatError),
        ("onbekend.bin", b"\x01\x02\x03", UnknownFormatError),
        ("geheim.docx", OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedError),
        ("bericht.msg", OLE + "__properties_version1.0".encode("utf-16-le"), MailError),
        ("geheim.odt", SEALED, EncryptedError),
    ],
)
def test_what_is_no_document_is_refused_by_what_it_is(tmp_path, name, data, error):
    with pytest.raises(error) as raised:
        to_pdf(written(tmp_path, name, data))
    assert type(raised.value) is error
    assert re.fullmatch(r"\S.*\. \S.*\.", str(raised.value))


def test_content_tells_what_a_file_is_whatever_its_name_says():
    assert recognise(word(), ".pdf") is Form.DOCX
    assert recognise(b"{\\rtf1 Jan}", ".doc") is Form.RTF
    assert recognise(b"junk\n%PDF-1.7", ".txt") is Form.PDF
    assert recognise(b"MZ en GIF8 zijn hier gewone tekst", ".TXT") is Form.TEXT
    assert recognise("tekst".encode("utf-16"), ".txt") is Form.TEXT


def test_a_zipped_document_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr("redact.convert.form.MAX_UNPACKED", 100)
    with pytest.raises(TooLargeError):
        recognise(word(), ".docx")


def test_a_file_over_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "groot.pdf"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 513 * 1024 * 1024)
    with pytest.raises(TooLargeError):
        to_pdf(path)
