import io

import pikepdf
import pymupdf
import pytest

from redact.errors import DamagedError, EmptyFileError, EncryptedError, UnknownFormatError
from redact.verify import Asked, Severity, inspect

NAME = "Quaxmans"


def _pdf(draw, *, text=f"Gesproken met {NAME} over de zaak", **saved):
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 72), text, fontsize=11)
        draw(page)
        return pdf.tobytes(**saved)


def _place(page):
    return page.search_for(NAME)[0]


def _leaks(data, *secrets):
    found = inspect(data, Asked(secrets))
    assert not any(NAME in str(leak) for leak in found)
    return {(leak.channel, leak.page) for leak in found if leak.severity is Severity.LEAK}


def _warnings(data):
    return {leak.channel for leak in inspect(data) if leak.severity is Severity.WARNING}


def test_an_ordinary_page_has_nothing_to_report():
    assert inspect(_pdf(lambda _: None)) == []


@pytest.mark.parametrize("colour", [0, 1, 0.5])
def test_text_under_a_box_of_any_colour_is_found(colour):
    data = _pdf(lambda page: page.draw_rect(_place(page), color=None, fill=(colour,) * 3))
    assert _leaks(data) == {("tekst onder een vlak", 0)}


def test_text_under_a_thick_line_is_found():
    def draw(page):
        place = _place(page)
        middle = (place.y0 + place.y1) / 2
        page.draw_line((place.x0, middle), (place.x1, middle), color=(0, 0, 0), width=14)

    assert _leaks(_pdf(draw)) == {("tekst onder een vlak", 0)}


def test_text_under_a_box_inside_a_form_is_found():
    def draw(page):
        with pymupdf.open() as other:
            stamp = other.new_page(width=100, height=20)
            stamp.draw_rect(stamp.rect, color=None, fill=(0, 0, 0))
            page.show_pdf_page(_place(page), other, 0, keep_proportion=False)

    assert _leaks(_pdf(draw)) == {("tekst onder een vlak", 0)}


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_box_is_found_on_a_turned_page(rotation):
    def draw(page):
        page.draw_rect(_place(page), color=None, fill=(0, 0, 0))
        page.set_rotation(rotation)

    assert _leaks(_pdf(draw)) == {("tekst onder een vlak", 0)}


def test_text_under_a_remark_that_is_a_black_box_is_found():
    def draw(page):
        square = page.add_rect_annot(_place(page))
        square.set_colors(stroke=(0, 0, 0), fill=(0, 0, 0))
        square.update()

    assert _leaks(_pdf(draw)) == {("tekst onder een vlak", 0)}


def test_a_cell_shaded_before_its_text_was_set_is_no_leak():
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.draw_rect(pymupdf.Rect(60, 50, 400, 90), color=None, fill=(0.8, 0.9, 1))
        page.insert_text((72, 72), f"Cel met {NAME}", fontsize=11)
        data = pdf.tobytes()
    assert not _leaks(data)


def test_a_frame_a_rule_and_a_marker_hide_nothing():
    def draw(page):
        place = _place(page)
        page.draw_rect(place, color=(0, 0, 0), width=1)
        page.draw_line(place.bl, place.br, color=(0, 0, 0), width=1)
        page.draw_rect(place, color=None, fill=(1, 1, 0), fill_opacity=0.4)
        page.add_highlight_annot(place)

    assert not _leaks(_pdf(draw))


def test_text_set_again_on_top_of_a_box_is_not_hidden():
    def draw(page):
        place = _place(page)
        page.draw_rect(place, color=None, fill=(1, 1, 0.8))
        page.insert_text((place.x0, 72), NAME, fontsize=11)

    assert not _leaks(_pdf(draw))


def test_a_box_of_which_only_a_part_is_shown_hides_only_that():
    def draw(page):
        shape = b"q 300 700 50 50 re W n 0 g 0 0 600 842 re f Q"
        xref = page.parent.get_new_xref()
        page.parent.update_object(xref, "<<>>")
        page.parent.update_stream(xref, shape)
        page.set_contents(_joined(page, xref))

    assert not _leaks(_pdf(draw, garbage=1))


def _joined(page, xref):
    """Return the number of a stream that draws the page and then another stream."""
    drawn = b"q\n" + page.read_contents() + b"\nQ\n" + page.parent.xref_stream(xref)
    page.parent.update_stream(xref, drawn)
    return xref


def test_a_picture_over_text_is_a_matter_to_look_at():
    def draw(page):
        pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 10, 10))
        pixels.clear_with(0)
        page.insert_image(_place(page), pixmap=pixels, keep_proportion=False)

    data = _pdf(draw)
    assert not _leaks(data)
    assert _warnings(data) == {"tekst onder een afbeelding"}


def test_a_scan_over_its_own_reading_raises_no_alarm():
    def draw(page):
        pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 10, 10))
        pixels.clear_with(255)
        page.insert_image(page.rect, pixmap=pixels, keep_proportion=False)

    assert inspect(_pdf(draw)) == []


def test_a_mark_for_redaction_that_was_not_carried_out_is_found():
    data = _pdf(lambda page: page.add_redact_annot(_place(page)) and None)
    assert ("lakmarkering", 0) in _leaks(data)


def test_a_plain_save_after_a_removal_is_found():
    with pymupdf.open(stream=_pdf(lambda _: None)) as pdf:
        pdf[0].add_redact_annot(_place(pdf[0]))
        pdf[0].apply_redactions()
        data = pdf.tobytes()
    assert ("losse objecten", None) in _leaks(data)


def test_what_travels_with_a_pdf_is_a_matter_to_look_at():
    def draw(page):
        pdf = page.parent
        pdf.set_metadata({"author": "Iemand"})
        pdf.set_xml_metadata("<x><dc:creator>Iemand</dc:creator></x>")
        pdf.embfile_add("bijlage", b"x")
        layer = pdf.add_ocg("concept", on=False)
        page.insert_text((72, 300), "laag", oc=layer)

    data = _pdf(draw, garbage=1)
    assert not _leaks(data)
    assert _warnings(data) == {
        "documenteigenschappen",
        "XMP-metagegevens",
        "bijlagen",
        "lagen",
    }


def test_a_program_in_a_pdf_is_a_matter_to_look_at():
    with pikepdf.open(io.BytesIO(_pdf(lambda _: None))) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        out = io.BytesIO()
        pdf.save(out)
    assert _warnings(out.getvalue()) == {"programma's"}


def test_a_file_saved_over_itself_is_a_matter_to_look_at(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(_pdf(lambda _: None))
    with pymupdf.open(path) as pdf:
        pdf.set_metadata({"title": "x"})
        pdf.saveIncr()
    assert "opbouw" in _warnings(path.read_bytes())


def test_a_linearised_file_is_one_revision():
    with pikepdf.open(io.BytesIO(_pdf(lambda _: None))) as pdf:
        out = io.BytesIO()
        pdf.save(out, linearize=True)
    assert inspect(out.getvalue()) == []


def test_a_secret_of_ones_own_list_is_found_wherever_it_is():
    def draw(page):
        page.parent.set_metadata({"title": "Jan"})

    data = _pdf(draw, garbage=1)
    assert ("tekst", 0) in _leaks(data, "quaxmans")
    assert ("documenteigenschappen", None) in _leaks(data, "Jan")
    assert not _leaks(data, "Iemand Anders", "Zaa")


def test_a_file_that_cannot_be_read_says_why():
    with pytest.raises(EmptyFileError):
        inspect(b"")
    with pytest.raises(UnknownFormatError):
        inspect(b"PK\x03\x04 een zip")
    with pytest.raises(DamagedError):
        inspect(b"%PDF-1.7 en verder niets")
    with pytest.raises(EncryptedError):
        inspect(_pdf(lambda _: None, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="x"))
