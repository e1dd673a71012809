"""What is taken out of the pages, and what must stay as it was."""

import random

import pymupdf
import pypdfium2
import pytest

from redact.document import Span
from redact.errors import DamagedError, EncryptedError
from redact.finding import Redaction
from redact.read import read_pdf
from redact.write import write_pdf


def picture(data, page=0, scale=2):
    with pypdfium2.PdfDocument(data) as pdf:
        return pdf[page].render(scale=scale, grayscale=True).to_numpy()


def test_lines_set_tightly_keep_every_word(make_pdf, without, text_of):
    lines = ["Regel boven blijft heel", "Hier gaat Jansen weg", "Regel onder blijft heel"]
    output = without(make_pdf(*lines, leading=10), "Jansen")
    words = text_of(output).split()
    assert words == [*lines[0].split(), "Hier", "gaat", "5.1.2.e", "weg", *lines[2].split()]


def test_the_lines_of_a_table_stay(page_pdf, without):
    def draw(page):
        for row in range(4):
            page.draw_line((50, 100 + 14 * row), (350, 100 + 14 * row), width=0.5)
            page.insert_text((53, 110 + 14 * row), "Jan de Vries", fontsize=11)
            page.insert_text((203, 110 + 14 * row), "notulist", fontsize=11)
        for column in (50, 200, 350):
            page.draw_line((column, 100), (column, 156), width=0.5)

    data = page_pdf(draw)
    before, after = picture(data), picture(without(data, "Jan de Vries"))
    for row in range(4):
        line = slice(2 * (100 + 14 * row) - 1, 2 * (100 + 14 * row) + 1)
        assert (after[line, 104:396] <= before[line, 104:396] + 2).all()
    assert (after[200:312, 99:101] <= before[200:312, 99:101] + 2).all()


def test_the_pixels_under_a_redaction_are_blanked_and_the_others_stay(page_pdf, without):
    noise = random.Random(5).randbytes(400 * 100)  # noqa: S311  only pixels

    def draw(page):
        scan = pymupdf.Pixmap(pymupdf.csGRAY, 400, 100, noise, 0)
        page.insert_image(pymupdf.Rect(50, 100, 450, 200), pixmap=scan)
        page.insert_text((150, 150), "Jan de Vries", fontsize=20, render_mode=3)

    data = page_pdf(draw)
    output = without(data, "Jan de Vries")
    box = read_pdf(data).pages[0].boxes[5]
    with pymupdf.open(stream=output, filetype="pdf") as pdf:
        (image, *_) = pdf[0].get_images()
        left = pymupdf.Pixmap(pdf, image[0])
    x, y = int((box[0] + box[2]) / 2 - 50), int((box[1] + box[3]) / 2 - 100)
    assert left.pixel(x, y) != (noise[y * 400 + x],)
    patch = {left.pixel(x + dx, y + dy) for dx in (-3, 0, 3) for dy in (-6, 0, 6)}
    assert len(patch) == 1
    assert all(left.pixel(at, 10) == (noise[10 * 400 + at],) for at in range(0, 400, 7))


def test_letters_drawn_as_shapes_under_the_text_go_and_shapes_beside_it_stay(page_pdf, without):
    def draw(page):
        page.insert_text((50, 100), "Jan de Vries", fontsize=20)
        page.draw_rect(pymupdf.Rect(60, 85, 70, 98), fill=(0, 0, 0), width=0)
        page.draw_rect(pymupdf.Rect(300, 80, 320, 100), fill=(0, 0, 0))

    output = without(page_pdf(draw), "Jan de Vries")
    with pymupdf.open(stream=output, filetype="pdf") as pdf:
        rectangles = [drawing["rect"] for drawing in pdf[0].get_drawings()]
    assert any(rect.x0 > 290 for rect in rectangles)
    assert pymupdf.Rect(60, 85, 70, 98) not in rectangles


@pytest.mark.parametrize("shift", [0, 0.3, 1])
def test_text_that_is_drawn_twice_goes_in_both_copies(page_pdf, without, everything_in, shift):
    def draw(page):
        page.insert_text((50, 100), "Zonderling", fontsize=12)
        page.insert_text((50 + shift, 100 + shift), "Zonderling", fontsize=12)
        page.insert_text((50, 140), "Blijft")

    data = page_pdf(draw)
    output = everything_in(without(data, "Zonderling"))
    assert b"Zonderling" not in output
    assert b"Blijft" in output


@pytest.mark.parametrize("style", [{"color": (1, 1, 1)}, {"render_mode": 3}, {"fontsize": 2}])
def test_text_hidden_under_the_text_goes_too(page_pdf, without, everything_in, style):
    def draw(page):
        page.insert_text((50, 97), "verborgen", **{"fontsize": 12, **style})
        page.insert_text((50, 100), "Zonderling", fontsize=12)
        page.insert_text((50, 140), "Blijft")

    output = everything_in(without(page_pdf(draw), "Zonderling"))
    assert b"verborgen" not in output
    assert b"Blijft" in output


def test_accents_that_are_drawn_apart_go_with_their_letter(page_pdf, text_of):
    def draw(page):
        font = pymupdf.Font("cjk")
        writer = pymupdf.TextWriter(page.rect)
        writer.append((50, 100), "Voor Jose\u0301 Pen\u0303a na", font=font)
        writer.write_text(page)

    data = page_pdf(draw)
    document = read_pdf(data)
    text = document.pages[0].text
    start, end = text.index("Jos"), text.index(" na")
    output = write_pdf(data, document, [Redaction(Span(0, start, end), "5.1.2.e")])
    assert text_of(output).split() == ["Voor", "5.1.2.e", "na"]


@pytest.mark.parametrize("font", ["heit", "tiit", "tibi"])
def test_kerned_neighbours_stay(page_pdf, text_of, font):
    def draw(page):
        page.insert_text((50, 100), "ToV.AVTJ", fontname=font, fontsize=14)

    data = page_pdf(draw)
    for at in range(8):
        document = read_pdf(data)
        output = write_pdf(data, document, [Redaction(Span(0, at, at + 1), "5.1.2.e")])
        left = text_of(output).replace("5.1.2.e", "").split()
        assert "".join(left) == "ToV.AVTJ"[:at] + "ToV.AVTJ"[at + 1 :]


def test_a_whole_page_can_go(make_pdf, text_of):
    data = make_pdf(*(f"Regel nummer {n} van de bladzijde" for n in range(25)))
    document = read_pdf(data)
    whole = Span(0, 0, len(document.pages[0].text))
    output = write_pdf(data, document, [Redaction(whole, "4.1.4")])
    assert text_of(output).split() == ["4.1.4"]


def test_every_word_of_a_full_page_can_go_on_its_own(make_pdf, text_of):
    data = make_pdf(
        *("a bc def ghi jk lm no pq rst uvw" for _ in range(55)), leading=12, per_page=55
    )
    document = read_pdf(data)
    text = document.pages[0].text
    words = [at for at in range(len(text)) if not text[at].isspace()]
    spans = [Span(0, at, at + 1) for at in words[::2]]
    output = write_pdf(data, document, [Redaction(span, "5.1.2.e") for span in spans])
    assert len(spans) > 500
    assert "5.1.2.e" in text_of(output)
    kept = "".join(text_of(output).replace("5.1.2.e", "").split())
    assert len(kept) == len(words) - len(spans)


def test_nothing_ordered_gives_the_same_pages_and_no_legend(make_pdf):
    data = make_pdf("Een", "Twee", per_page=1)
    document = read_pdf(data)
    output = write_pdf(data, document, [])
    assert [page.text for page in read_pdf(output)] == [page.text for page in document]
    assert (picture(output) == picture(data)).all()


def test_pages_without_redactions_look_the_same(make_pdf, without):
    data = make_pdf("Jan de Vries", "Een tweede bladzijde", per_page=1)
    assert (picture(without(data, "Jan de Vries"), 1) == picture(data, 1)).all()


def test_a_form_field_and_a_drawn_note_become_part_of_the_page(page_pdf, without, text_of):
    def draw(page):
        page.insert_text((50, 50), "Ingevuld door:")
        page.add_freetext_annot(pymupdf.Rect(50, 100, 250, 130), "Stempel van Jansen", fontsize=11)
        field = pymupdf.Widget()
        field.field_type, field.field_name = pymupdf.PDF_WIDGET_TYPE_TEXT, "naam"
        field.field_value, field.rect = "De Vries", pymupdf.Rect(50, 200, 250, 220)
        page.add_widget(field)

    output = without(page_pdf(draw), "Jansen", "Vries")
    assert " ".join(text_of(output).split()) == "Ingevuld door: Stempel van 5.1.2.e De 5.1.2.e"
    with pymupdf.open(stream=output, filetype="pdf") as pdf:
        assert not list(pdf[0].annots())
        assert not pdf.is_form_pdf


def test_bytes_that_are_no_pdf_are_damaged(make_pdf):
    document = read_pdf(make_pdf("Jan"))
    with pytest.raises(DamagedError):
        write_pdf(b"niets", document, [])


def test_a_password_is_named(make_pdf):
    data = make_pdf("Jan")
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        locked = pdf.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="geheim")
    with pytest.raises(EncryptedError):
        write_pdf(locked, read_pdf(data), [])


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_text_outside_the_edges_goes_from_every_page(without, everything_in, rotation):
    with pymupdf.open() as pdf:
        for _ in range(2):
            page = pdf.new_page()
            for place in ((72, 100), (-90, 300), (72, -40), (72, 900), (700, 300)):
                inside = place == (72, 100)
                page.insert_text(place, "Op de pagina" if inside else "Verborgen", fontsize=11)
            page.set_rotation(rotation)
        data = pdf.tobytes()
    output = without(data)
    assert b"Verborgen" not in everything_in(output)
    with pymupdf.open(stream=output) as pdf:
        assert all("Op de pagina" in page.get_text() for page in pdf)


def test_text_outside_the_crop_goes(without, everything_in):
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 100), "Op de pagina")
        page.insert_text((72, 700), "Verborgen")
        page.set_cropbox(pymupdf.Rect(0, 0, 595, 400))
        data = pdf.tobytes()
    output = without(data, "pagina")
    assert b"Verborgen" not in everything_in(output)
    assert b"Op de" in everything_in(output)
