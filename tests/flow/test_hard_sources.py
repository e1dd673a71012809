"""Sources that ask something of a person: signed, unreadable to us, or with nothing left."""

import io
import json

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String

NAME = "Quaxmans"


def changed(data, change):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def sign(pdf):
    """Hang a signature in a field that the page shows."""
    signed = Dictionary(
        Type=Name.Sig,
        Filter=Name("/Adobe.PPKLite"),
        SubFilter=Name("/adbe.pkcs7.detached"),
        Name=String(NAME),
        ByteRange=Array([0, 1, 2, 3]),
        Contents=String(b"\x30\x03\x0c\x01" + NAME.encode()),
    )
    field = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Sig,
        T=String("handtekening"),
        Rect=Array([72, 600, 200, 640]),
        V=pdf.make_indirect(signed),
        P=pdf.pages[0].obj,
    )
    field = pdf.make_indirect(field)
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)


@pytest.fixture
def redacted(lakwerk, tmp_path):
    """Return a function that redacts a PDF; it gives the run and the folder it wrote to."""

    def run(data, *options):
        source, out = tmp_path / "bron.pdf", tmp_path / "uit"
        source.write_bytes(data)
        return lakwerk("redact", source, "-o", out, "--jobs", 1, *options), out

    return run


def test_a_signed_pdf_is_published_without_its_signature_and_the_report_says_so(
    redacted, lakwerk, make_pdf
):
    data = changed(make_pdf(f"Gesproken met mevrouw {NAME}.", "Verder niets."), sign)
    ran, out = redacted(data)
    assert ran.code == 0, ran.out + ran.err
    output = (out / "bron.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(output)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert not any(
            "/ByteRange" in thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)
        )
    assert NAME.encode() not in output
    document = json.loads((out / "report.json").read_text("utf-8"))["documents"][0]
    (signature,) = [thing for thing in document["hidden"] if thing["kind"] == "signature"]
    assert signature["count"] == 1
    said = "Een digitale handtekening. Ze geldt niet voor een gelakt document en gaat weg."
    assert signature["explanation"] == said
    assert said in (out / "report.html").read_text("utf-8")
    assert any("handtekening" in warning for warning in document["warnings"])
    assert lakwerk("verify", out / "bron.pdf").code == 0


def test_a_pdf_without_a_signature_is_not_said_to_lose_one(redacted, make_pdf):
    ran, out = redacted(make_pdf(f"Gesproken met mevrouw {NAME}."))
    assert ran.code == 0
    assert "handtekening" not in (out / "report.html").read_text("utf-8")


def forget(data):
    """Leave out of every font which letters it draws."""
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        for xref in range(1, pdf.xref_length()):
            if pdf.xref_get_key(xref, "ToUnicode")[0] != "null":
                pdf.xref_set_key(xref, "ToUnicode", "null")
        return pdf.tobytes()


def test_letters_that_nobody_can_name_are_for_a_person_and_nothing_is_written(redacted):
    import typst

    data = typst.compile(f"Gesproken met mevrouw {NAME} over de zaak.".encode())
    ran, out = redacted(forget(data))
    assert ran.code == 1
    assert not list(out.glob("*.pdf"))
    document = json.loads((out / "report.json").read_text("utf-8"))["documents"][0]
    assert document["output"] is None
    assert document["error"]["kind"] == "UnmappedTextError"
    message = document["error"]["message"]
    assert "niet te herleiden op pagina 1" in message
    assert "gebruik OCR" in message  # what a person must do
    assert "niet te herleiden" in (out / "report.html").read_text("utf-8")


def test_a_font_that_names_no_letters_beside_text_that_can_be_read_is_for_a_person(
    redacted, make_pdf
):
    def font(pdf):
        unmapped = Dictionary(Type=Name.Font, Subtype=Name.Type0, Encoding=Name("/Identity-H"))
        pdf.pages[0].Resources.Font.Geen = pdf.make_indirect(unmapped)

    ran, out = redacted(changed(make_pdf(f"Gesproken met mevrouw {NAME}."), font))
    assert ran.code == 0, ran.out + ran.err
    document = json.loads((out / "report.json").read_text("utf-8"))["documents"][0]
    (unmapped,) = [thing for thing in document["hidden"] if thing["kind"] == "unmapped"]
    assert "Controleer of de tekst goed is gelezen" in unmapped["explanation"]
    assert any("lettertype" in warning for warning in document["warnings"])


def test_a_page_of_which_all_text_goes_is_published_with_its_code_only(redacted, lakwerk, make_pdf):
    lines = ("Niets hiervan blijft staan", "Ook deze regel niet", "En deze evenmin")
    options = [part for line in lines for part in ("--term", f"{line}=5.1.2.i")]
    ran, out = redacted(make_pdf(*lines), *options)
    assert ran.code == 0, ran.out + ran.err
    with pymupdf.open(out / "bron.pdf") as pdf:
        words = set(pdf[0].get_text().split())
    assert words == {"5.1.2.i"}
    assert lakwerk("verify", out / "bron.pdf").code == 0
