"""What a file still holds beside its pages: loose content, letters in fonts, pixels, claims."""

import io

import pikepdf
import pymupdf
import pytest

from redact.verify import Asked, Severity, has_tesseract, inspect
from redact.verify.carve import carve
from redact.verify.claims import claims
from redact.verify.contents import Objects, operators, shown_text
from redact.verify.fonts import left_over
from redact.verify.letters import unicodes
from redact.verify.reach import pages_with
from redact.verify.shown import shown_pages
from redact.verify.variant import laid_open, rehung

NAME = "Quaxmans"


def _plainly_saved():
    """Return what the common recipe leaves: the text is gone from the page, not from the file."""
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 72), f"Gesproken met {NAME} over de zaak", fontsize=11)
        data = pdf.tobytes()
    with pymupdf.open(stream=data) as pdf:
        pdf[0].add_redact_annot(pdf[0].search_for(NAME)[0])
        pdf[0].apply_redactions()
        return pdf.tobytes(deflate=True)


def _channels(data, asked=None, severity=Severity.LEAK):
    found = inspect(data, asked or Asked())
    assert not any(NAME in str(leak) for leak in found)
    return {leak.channel for leak in found if leak.severity is severity}


def test_loose_content_hung_back_shows_what_was_taken_out():
    data = _plainly_saved()
    loose = [carved for carved in carve(data).unused() if carved.shows_text]
    assert any(NAME in page.text for page in shown_pages(rehung(data, loose)))
    assert "losse objecten" in _channels(data)
    assert "losse objecten" in _channels(data, Asked(secrets=(NAME,)))


def test_loose_content_that_says_no_more_than_the_pages_is_no_leak():
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 72), "Niets aan de hand hier", fontsize=11)
        loose = pdf.get_new_xref()
        pdf.update_object(loose, "<<>>")
        pdf.update_stream(loose, page.read_contents())
        data = pdf.tobytes()
    assert "losse objecten" not in _channels(data)
    assert "losse objecten" in _channels(data, severity=Severity.WARNING)


def test_a_page_laid_open_shows_what_a_crop_hides():
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 700), f"Buiten beeld: {NAME}", fontsize=11)
        page.set_cropbox(pymupdf.Rect(0, 0, 595, 400))
        data = pdf.tobytes()
    (page,) = shown_pages(laid_open(data))
    assert NAME in page.text
    assert page.width > 10_000
    assert "tekst" in _channels(data, Asked(secrets=(NAME,)))


def _with_font(first, last):
    """Return a file whose font has widths for codes [first, last] and that shows "ab"."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.TrueType,
            BaseFont=pikepdf.Name("/ABCDEF+Iets"),
            FirstChar=first,
            LastChar=last,
            Widths=[500] * (last - first + 1),
        )
        pdf.pages[0].Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(F=pdf.make_indirect(font))
        )
        pdf.pages[0].Contents = pikepdf.Stream(pdf, b"BT /F 9 Tf [(a) -20 <62>] TJ ET")
        out = io.BytesIO()
        pdf.save(out)
    return Objects.of(carve(out.getvalue()))


@pytest.mark.parametrize(("last", "fonts"), [("b", 0), ("c", 1)])
def test_a_letter_a_font_knows_and_no_page_shows_is_left_over(last, fonts):
    objects = _with_font(ord("a"), ord(last))
    assert len(left_over(objects, shown_text(objects))) == fonts


def test_a_font_that_knows_the_alphabet_tells_nothing():
    objects = _with_font(32, 126)
    assert not left_over(objects, shown_text(objects))


def test_text_is_read_with_its_font_also_after_a_state_is_restored():
    content = b"q /A 9 Tf (een) Tj 50 Tz Q (los) Tj /B 12 Tf [(twee) -700 (drie)] TJ"
    shows = list(operators(content, {"A": 1, "B": 2}))
    assert [(show.font, show.size) for show in shows] == [(1, 9.0), (0, 0.0), (2, 12.0)]
    assert shows[2].parts == (b"twee", -700.0, b"drie")


def test_maps_from_codes_to_letters_are_read_in_all_their_forms():
    cmap = (
        b"2 beginbfchar <01> <0041> <02> <00660069> endbfchar "
        b"2 beginbfrange <10> <12> <0061> <20> <21> [<0078> <0079>] endbfrange"
    )
    letters = {1: "A", 2: "fi", 16: "a", 17: "b", 18: "c", 32: "x", 33: "y"}
    assert unicodes(cmap) == letters


def _scan():
    """Return a scan of a line of text with a black box over the name."""
    with pymupdf.open() as pdf, pymupdf.open() as other:
        source = other.new_page(width=400, height=200)
        source.insert_text((20, 72), f"Gesproken met {NAME} over de zaak", fontsize=14)
        page = pdf.new_page(width=400, height=200)
        page.insert_image(page.rect, pixmap=source.get_pixmap(dpi=150))
        page.draw_rect(source.search_for(NAME)[0], color=None, fill=(0, 0, 0))
        return pdf.tobytes()


def test_pixels_under_a_box_on_a_scan_are_a_leak():
    assert "beeld onder een vlak" in _channels(_scan())


def test_blank_pixels_under_a_box_are_none():
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=400, height=200)
        white = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 400, 200))
        white.clear_with(255)
        page.insert_image(page.rect, pixmap=white)
        page.draw_rect(pymupdf.Rect(50, 50, 150, 70), color=None, fill=(0, 0, 0))
        data = pdf.tobytes()
    assert "beeld onder een vlak" not in _channels(data) | _channels(data, None, Severity.WARNING)


@pytest.mark.skipif(not has_tesseract(), reason="tesseract is not installed")
def test_text_in_the_pixels_of_an_image_is_read():
    data = _scan()
    assert "OCR van de afbeeldingen" in _channels(data, Asked(secrets=(NAME,), ocr=True))
    assert "OCR van de pagina" not in _channels(data, Asked(secrets=(NAME,), ocr=True))
    assert "afbeeldingen" in _channels(data, Asked(ocr=True), Severity.WARNING)


def test_a_file_that_claims_a_standard_must_meet_it():
    packet = '<x pdfaid:part="2" pdfaid:conformance="A"/><pdfuaid:part>1</pdfuaid:part>'
    with pymupdf.open() as pdf:
        pdf.new_page()
        pdf.set_xml_metadata(packet)
        data = pdf.tobytes()
    assert claims(carve(data)) == ["2a", "ua1"]
    found = {str(leak) for leak in inspect(data)}
    assert "norm: het bestand noemt zich PDF/A-2a maar voldoet daar niet aan" in found
    assert "norm: het bestand noemt zich PDF/UA-1 maar voldoet daar niet aan" in found


def test_the_pages_that_lead_to_a_font_are_told():
    from pikepdf import Array, Dictionary, Name

    with pikepdf.new() as pdf:
        for _ in range(4):
            pdf.add_blank_page()
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1))
        fonts = Dictionary(Font=Dictionary(F=font))
        form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, Resources=fonts)
        pdf.pages[1].Resources = fonts
        pdf.pages[3].Resources = Dictionary(XObject=Dictionary(X=form))
        link = Dictionary(Type=Name.Annot, Dest=Array([pdf.pages[3].obj, Name.Fit]))
        pdf.pages[2].Annots = Array([link])
        out = io.BytesIO()
        pdf.save(out)
    objects = Objects.of(carve(out.getvalue()))
    (number,) = (n for n, head in objects.heads.items() if b"/Type1" in head)
    assert pages_with(objects, {number}) == [1, 3]
    assert pages_with(objects, {10**9}) == []


@pytest.mark.parametrize(
    ("encoding", "program", "fonts"),
    [("Identity-H", True, 0), ("UniGB-UCS2-H", True, 1), ("UniGB-UCS2-H", False, 0)],
)
def test_a_font_of_which_nobody_can_tell_what_is_shown_is_left_over(encoding, program, fonts):
    from pikepdf import Array, Dictionary, Name, Stream

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        held = Dictionary(Type=Name.FontDescriptor, FontName=Name.Odd)
        if program:
            held.FontFile2 = Stream(pdf, b"glyphs")
        inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, FontDescriptor=held)
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            Encoding=Name(f"/{encoding}"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
        )
        pdf.pages[0].Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
        pdf.pages[0].Contents = Stream(pdf, b"BT /F 9 Tf <00610062> Tj ET")
        out = io.BytesIO()
        pdf.save(out)
    objects = Objects.of(carve(out.getvalue()))
    assert len(left_over(objects, shown_text(objects))) == fonts
