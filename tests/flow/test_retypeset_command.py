"""The layout "retypeset" as an officer asks for it."""

import json

import pymupdf

VERSLAG = (
    "Verslag van het overleg van 3 maart 2025",
    "Aanwezig: mevrouw F. Bouzidi, de heer J.A. van Dalen",
    "Mevrouw Bouzidi meldt dat het plan klaar is.",
)


def with_picture(data):
    with pymupdf.open(stream=data) as pdf:
        pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 60, 60))
        pdf[0].insert_image(pymupdf.Rect(72, 300, 272, 500), pixmap=pixels)
        return pdf.tobytes()


def test_a_document_is_set_anew_verified_and_the_report_names_what_it_lacks(
    lakwerk, tmp_path, make_pdf
):
    source, out = tmp_path / "verslag.pdf", tmp_path / "uit"
    source.write_bytes(with_picture(make_pdf(*VERSLAG)))
    ran = lakwerk("redact", source, "-o", out, "--jobs", 1, "--layout", "retypeset", "--json")
    assert ran.code == 0, ran.out + ran.err
    document = json.loads(ran.out)["documents"][0]
    assert {"volgorde van de tekst", "PDF/A-2a", "PDF/UA-1"} <= set(document["verified"]["checks"])
    assert any("afbeelding" in warning for warning in document["warnings"])
    with pymupdf.open(out / "verslag.pdf") as pdf:
        text = " ".join("\n".join(page.get_text() for page in pdf).split())
    assert "Bouzidi" not in text
    assert "Mevrouw 5.1.2.e meldt dat het plan klaar is." in text


def test_another_layout_is_wrong_use(lakwerk, tmp_path, make_pdf):
    source = tmp_path / "verslag.pdf"
    source.write_bytes(make_pdf(*VERSLAG))
    assert lakwerk("redact", source, "-o", tmp_path / "uit", "--layout", "anders").code == 2
