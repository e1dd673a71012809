"""A label stands on top of what is drawn where its text was."""

import re

import numpy as np
import pymupdf
import pytest

from redact.document import Span
from redact.finding import Redaction
from redact.read import read_pdf
from redact.verify import verify
from redact.write import write_pdf

CELL = (200, 88, 300, 106)
GREY = "0.6 g 200 736 100 18 re f"
PICTURE = "q 100 0 0 18 200 736 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x80\x81\x82\x83 EI Q"


def page(*steps):
    """Return a page of a stream: cells with their grounds, each drawn just before its text."""
    with pymupdf.open() as pdf:
        sheet = pdf.new_page()
        sheet.insert_text((72, 60), "Overzicht van de afspraken", fontsize=11)
        xref = pdf.get_new_xref()
        pdf.update_object(xref, "<<>>")
        pdf.update_stream(xref, "\n".join(steps).encode("latin-1"))
        pdf.xref_set_key(sheet.xref, "Contents", f"[{sheet.get_contents()[0]} 0 R {xref} 0 R]")
        return pdf.tobytes(garbage=3)


def show(x, y, text):
    return f"BT 0 g /helv 11 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET"


def redacted(source):
    document = read_pdf(source)
    ordered = [
        Redaction(Span(0, *found.span()), "5.1.2.e")
        for found in re.finditer("Quaxmans", document.pages[0].text)
    ]
    assert len(ordered) == 1
    output = write_pdf(source, document, ordered)
    assert verify(output, document, ordered).checks
    return output


def dark_in_cell(output):
    """Return how many pixels of a cell are as dark as letters."""
    with pymupdf.open(stream=output) as pdf:
        shot = pdf[0].get_pixmap(clip=pymupdf.Rect(*CELL), dpi=144, colorspace=pymupdf.csGRAY)
    return int((np.frombuffer(shot.samples, np.uint8) < 80).sum())


@pytest.mark.parametrize("ground", [GREY, PICTURE], ids=["colour", "picture"])
def test_a_code_is_seen_on_the_ground_of_its_cell(ground):
    source = page(show(72, 740, "Gesproken met"), ground, show(205, 740, "Quaxmans"))
    assert dark_in_cell(redacted(source)) > 50


def test_a_code_stays_under_a_ground_that_lets_text_be_seen():
    """A highlight that is drawn last darkens what lies below it: its text keeps its order."""
    source = page(
        *(show(72, 740, "Met"), show(205, 740, "Quaxmans sprak"), show(72, 700, "Einde")),
        "q 1 1 0 rg 200 736 100 18 re f Q",
    )
    with pymupdf.open(stream=redacted(source)) as pdf:
        words = [word[4] for word in pdf[0].get_text("words", sort=False)]
    assert words.index("5.1.2.e") < words.index("sprak") < words.index("Einde")
