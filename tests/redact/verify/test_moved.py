"""Ink in a gap: only that of letters that moved there, and nothing else, has leave to be."""

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.document import Span
from redact.finding import Redaction
from redact.geometry import Box
from redact.read import read_pdf
from redact.verify.evidence import Evidence
from redact.verify.moved import moved_letters, shown_axes
from redact.verify.pixels import gap_boxes
from redact.verify.shown import on_pdf_axes, opened


def lines(*rows, leading=20.0):
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=400, height=300)
        for number, (x, row) in enumerate(rows):
            page.insert_text((x, 60 + leading * number), row, fontsize=11)
        return pdf.tobytes()


def moved(source, output, word):
    document = read_pdf(source)
    start = document.pages[0].text.index(word)
    redaction = Redaction(Span(0, start, start + len(word)), "5.1.2.e")
    evidence = Evidence(output, document, [redaction], source)
    return moved_letters(evidence, 0, gap_boxes(evidence, 0))


def test_a_letter_that_moved_into_a_gap_is_led_back_to_its_own_place():
    found = moved(lines((40, "Kok en Vos")), lines((40, "en Vos")), "Kok")
    assert found
    assert all(letter.there.x0 > letter.here.x0 + 15 for letter in found)


def test_letters_of_the_next_line_that_reach_into_a_gap_are_none_of_its_line():
    """Else the ink of a name would lie unseen between two lines that stand close."""
    rows = (40, "Een hele regel tekst"), (40, "Kok en Vos"), (40, "nog een hele regel")
    bare = (rows[0], (66, "en Vos"), rows[2])
    assert not moved(lines(*rows, leading=10), lines(*bare, leading=10), "Kok")


def test_a_line_that_reads_otherwise_gets_no_leave():
    assert not moved(lines((40, "Kok en Vos")), lines((40, "of Vos")), "Kok")


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@given(x=st.floats(0, 390), y=st.floats(0, 290))
def test_the_axes_of_a_pdf_lead_to_the_page_as_shown_and_back(rotation, x, y):
    with pymupdf.open() as pdf:
        pdf.new_page(width=400, height=300).set_rotation(rotation)
        data = pdf.tobytes()
    with opened(data) as document:
        page = document[0]
        (box,) = on_pdf_axes(page, [Box(x, y, x, y)], page.get_width())
        back = shown_axes(page, page.get_width()).point(box.x0, box.y0)
        page.close()
    assert back == pytest.approx((x, y), abs=1e-3)
