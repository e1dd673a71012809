from hashlib import sha256

from redact.finding import Verified
from redact.verify import verify


def test_an_honest_output_is_verified(case):
    output = case.honest()
    verified = verify(output, case.document, case.redactions)
    assert isinstance(verified, Verified)
    assert verified.sha256 == sha256(output).hexdigest()
    assert {"plaats", "leesbare tekst", "bytes van het bestand"} <= set(verified.checks)
    assert {"pypdfium2", "pypdf"} <= dict(verified.versions).keys()


def test_a_document_that_loses_nothing_is_verified(make_case):
    case = make_case("Een gewone regel", "en nog een")
    assert not case.leaks(case.honest())


def test_bytes_that_are_no_pdf_are_not_verified(case):
    assert case.leaks(b"%PDF-1.7\nniets\n%%EOF\n")
    assert case.leaks(b"")


def test_an_output_with_a_password_is_not_verified(case):
    import pymupdf

    with pymupdf.open(stream=case.honest()) as pdf:
        locked = pdf.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="x", owner_pw="y")
    assert case.leaks(locked)


def test_a_rule_of_the_house_no_message_holds_the_text(case):
    assert case.leaks(case.data)
