"""A page that cannot be cleaned otherwise becomes a picture, with its text laid under it."""

import io
from dataclasses import replace

import numpy as np
import pikepdf
import pymupdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redact.document import Span
from redact.finding import Redaction
from redact.read import read_pdf
from redact.verify import verify
from redact.write import raster
from redact.write.pdf import write
from redact.write.unseen import program

NAME = "Zonderlingius"


def orders(document):
    return [
        Redaction(Span(page.number, start, start + len(NAME)), "5.1.2.e")
        for page in document
        for start in range(len(page.text))
        if page.text.startswith(NAME, start)
    ]


@pytest.fixture
def pictured():
    """Return a function that redacts a PDF with its first page as a picture, and checks it."""

    def make(data):
        document = read_pdf(data)
        ordered = orders(document)
        output = write(data, document, ordered, pictured={0})
        verify(output.pdf, document, ordered)
        return output.pdf

    return make


def test_the_text_that_stays_can_be_read_and_the_code_too(make_pdf, pictured):
    output = pictured(make_pdf(f"De heer {NAME} opent, efficiënt.", "Verder niets."))
    with pymupdf.open(stream=output) as pdf:
        words = pdf[0].get_text().split()
    assert " ".join(words) == "De heer 5.1.2.e opent, efficiënt. Verder niets."


def test_the_picture_shows_the_text_and_a_light_gap(make_pdf, pictured):
    data = make_pdf(f"De heer {NAME} opent.")
    with pymupdf.open(stream=data) as pdf:
        place = pdf[0].search_for(NAME)[0]
        before = pdf[0].get_pixmap()
    with pymupdf.open(stream=pictured(data)) as pdf:
        after = pdf[0].get_pixmap()
        margin = (40, 1, -1, -1)
        inside = pdf[0].get_pixmap(clip=place + margin)
    assert np.frombuffer(inside.samples, np.uint8).min() > 200
    assert (before.width, before.height) == (after.width, after.height)
    assert np.frombuffer(after.samples, np.uint8).min() < 100


@pytest.mark.parametrize("foot", [2, 840, 845, 900])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_name_at_the_edge_of_a_page_or_beyond_it_goes(page_pdf, foot, turn):
    def draw(page):
        page.insert_text((72, foot), f"De heer {NAME} opent de zaak.", fontsize=11)
        page.insert_text((72, 400), "Een gewone regel.", fontsize=11)
        page.set_rotation(turn)

    data = page_pdf(draw)
    document = read_pdf(data)
    output = write(data, document, orders(document), pictured={0}).pdf
    verify(output, document, orders(document))
    with pymupdf.open(stream=output) as pdf:
        assert "Een gewone regel." in " ".join(pdf[0].get_text().split())


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_keeps_its_size(make_pdf, pictured, rotation):
    with pymupdf.open(stream=make_pdf(f"De heer {NAME} opent.")) as pdf:
        pdf[0].set_rotation(rotation)
        size = pdf[0].rect
        data = pdf.tobytes()
    with pymupdf.open(stream=pictured(data)) as pdf:
        assert pdf[0].rect == size


def test_nothing_of_the_page_as_it_was_stays(make_pdf, pictured, everything_in):
    everything = everything_in(pictured(make_pdf(f"De heer {NAME} opent.")))
    assert NAME.encode() not in everything
    assert b"(De heer" not in everything


def test_a_gap_between_dark_things_is_of_one_colour(make_pdf, pictured):
    """Packed with loss, what is dark beside a gap would leave traces in it."""
    with pymupdf.open(stream=make_pdf(f"||||{NAME}||||")) as pdf:
        place = pdf[0].search_for(NAME)[0]
        for top in (place.y0 - 9, place.y1):
            for left in range(int(place.x0), int(place.x1), 2):
                line = pymupdf.Rect(left, top, left + 1, top + 8)
                pdf[0].draw_rect(line, color=None, fill=(left % 3 / 2, 0, left % 4 / 3))
        data = pdf.tobytes()
    pictured(data)  # and verified


@pytest.mark.parametrize("sign", ["\U0001d70b", "\u0627", "\ufccb", "\u02ac", "\u4e2d"])
def test_a_letter_that_no_font_at_hand_has_is_found_too(make_pdf, sign):
    """pdfium overlooks a letter without a box of its own, if it stands alone."""
    data = make_pdf(f"De heer {NAME} opent.", "x")
    document = read_pdf(data)
    page = document.pages[0]
    page = replace(page, text=page.text.replace("x", sign))
    document = replace(document, pages=(page,))
    ordered = orders(document)
    output = write(data, document, ordered, pictured={0})
    verify(output.pdf, document, ordered)


def test_a_code_stands_in_the_middle_of_a_large_gap_and_of_a_slanted_one(pictured):
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((40, 300), f"De {NAME}", fontsize=60)
        place = pymupdf.Point(60, 600)
        page.insert_text(place, f"{NAME} belt", morph=(place, pymupdf.Matrix(-20)))
        data = pdf.tobytes()
    with pymupdf.open(stream=pictured(data)) as pdf:
        codes = pdf[0].search_for("5.1.2.e")
    assert len(codes) == 2


@pytest.mark.parametrize("angle", [10, 25, 45, 60])
@pytest.mark.parametrize("name", ["EDITOR", "Timmermans"])
def test_large_text_at_any_slant_has_its_code_where_it_stood(name, angle):
    with pymupdf.open() as pdf:
        page, place = pdf.new_page(), pymupdf.Point(80, 750)
        page.insert_text(place, f"Dit is {name}", fontsize=40, morph=(place, pymupdf.Matrix(angle)))
        data = pdf.tobytes()
    document = read_pdf(data)
    start = document.pages[0].text.index(name)
    ordered = [Redaction(Span(0, start, start + len(name)), "5.1.2.e")]
    output = write(data, document, ordered, pictured=frozenset({0})).pdf
    verify(output, document, ordered)


def test_a_letter_may_be_far_wider_than_high():
    boxes = TTFont(io.BytesIO(program([500, 117_836])))
    assert [boxes["hmtx"][name][0] for name in boxes.getGlyphOrder()] == [0, 500, 32767]


def test_a_huge_page_gets_a_picture_that_fits_in_memory(make_pdf, pictured, monkeypatch):
    monkeypatch.setattr(raster, "_MOST_PIXELS", 500_000)
    with pymupdf.open(stream=pictured(make_pdf(f"De heer {NAME} opent."))) as pdf:
        image = pdf[0].get_images()[0]
    assert 400_000 < image[2] * image[3] <= 510_000


def test_other_pages_stay_as_they_are(make_pdf, pictured):
    output = pictured(make_pdf(f"De heer {NAME}", f"Mevrouw {NAME}", per_page=1))
    with pymupdf.open(stream=output) as pdf:
        assert [bool(page.get_images()) for page in pdf][:2] == [True, False]


def test_a_tagged_page_is_tagged_anew(make_pdf, pictured):
    from pikepdf import Array, Dictionary, Name

    with pikepdf.open(io.BytesIO(make_pdf(f"De heer {NAME} opent."))) as pdf:
        page = pdf.pages[0]
        page.contents_add(b"/P <</MCID 0>> BDC", prepend=True)
        page.contents_add(b"EMC")
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        old = Dictionary(Type=Name.StructElem, S=Name.P, P=root, Pg=page.obj, K=0)
        old = pdf.make_indirect(old)
        root.K = old
        root.ParentTree = Dictionary(Nums=Array([0, Array([old])]))
        page.obj.StructParents = 0
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        out = io.BytesIO()
        pdf.save(out)
    with pikepdf.open(io.BytesIO(pictured(out.getvalue()))) as pdf:
        page = pdf.pages[0].obj
        (own,) = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[page.StructParents]
        assert (own.S, own.K, own.Pg) == (Name.P, 0, page)


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.sampled_from(["overleg", "de", NAME, "fijn", "ĳs", "€ 5"]), min_size=2, max_size=6)
)
def test_any_line_is_verified(make_pdf, pictured, words):
    if NAME in words:
        pictured(make_pdf(" ".join(words), "Een regel die blijft"))
