"""Where labels stand, what they look like and how they read."""

import re

import pymupdf
import pypdfium2
import pytest

from redact.document import Span
from redact.finding import Redaction
from redact.geometry import hull, upright
from redact.read import read_pdf
from redact.write import write_pdf
from redact.write.font import _program, text_width

LABEL = "LakwerkLabel"


def chars(data, page=0):
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        return [
            (char["c"], pymupdf.Rect(char["bbox"]), span["font"], span["size"], span["color"])
            for block in pdf[page].get_text("rawdict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            for char in span["chars"]
        ]


def test_the_code_is_read_where_the_text_was(make_pdf, without):
    output = without(make_pdf("De heer Jan de Vries (JdV) opent."), "Jan de Vries", "JdV")
    with pypdfium2.PdfDocument(output) as pdf:
        text = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert text == "De heer 5.1.2.e ( 5.1.2.e ) opent."


def test_every_reader_gives_the_code_in_its_place(make_pdf, without, tmp_path):
    import subprocess

    from pypdf import PdfReader

    file = tmp_path / "uit.pdf"
    file.write_bytes(without(make_pdf("Voor Jan de Vries na.", "Volgende regel."), "Jan de Vries"))
    poppler = subprocess.run(
        ["pdftotext", "-raw", "-l", "1", file, "-"], capture_output=True, check=True
    )
    texts = [PdfReader(file).pages[0].extract_text(), poppler.stdout.decode()]
    for text in texts:
        assert " ".join(text.split()) == "Voor 5.1.2.e na. Volgende regel."


@pytest.mark.parametrize("leading", [10, 11, 13, 20])
def test_a_label_covers_no_neighbour(make_pdf, without, leading):
    """The lines with a name move; those above and below them must stay whole."""
    lines = [f"Regel Égij {n} gpqy Égij en meer tekst tot hier" for n in range(7)]
    lines[1::2] = [f"Ook {n} Jan de Vries gpqy en Jan de Vries" for n in range(3)]
    data = make_pdf(*lines, leading=leading)
    output = without(data, "Jan de Vries")
    before, after = picture(data), picture(output)
    page = read_pdf(data).pages[0]
    for place, letter in enumerate(page.text):
        box = page.boxes[place]
        if letter.isspace() or page.text[: place + 1].splitlines()[-1].startswith("Ook"):
            continue
        x, y = (
            slice(int(box[0] * 2) + 2, int(box[2] * 2) - 1),
            slice(int(box[3] * 2) - 20, int(box[3] * 2) - 6),  # clear of the lines that move
        )
        dark = before[y, x] < 100
        assert (after[y, x][dark] < 100).all()


def picture(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return pdf[0].render(scale=2, grayscale=True).to_numpy()


def test_a_narrow_gap_has_a_label_that_touches_nothing(make_pdf, without):
    output = without(make_pdf("Dan (J) en JdV."), "J", "JdV")
    labels = [box for _, box, font, _, _ in chars(output) if font == LABEL]
    others = [box for letter, box, font, _, _ in chars(output) if font != LABEL and letter != " "]
    assert len(labels) == 14
    for label in labels:
        for other in others:
            overlap = min(label.x1, other.x1) - max(label.x0, other.x0)
            assert overlap < 0.3 or not label.intersects(other)


def test_labels_are_legible_on_their_ground(make_pdf, without):
    output = without(make_pdf("De heer Jan de Vries opent."), "Jan de Vries")
    (ink,) = {color for _, _, font, _, color in chars(output) if font == LABEL}
    ground = picture(output)[140:, 240:260].max(axis=0).min()  # between the letters
    assert contrast(ink & 0xFF, 230) > 4.5
    assert ground >= 229


def contrast(dark, light):
    """Return the ratio of WCAG 2.2 for two greys."""

    def luminance(grey):
        share = grey / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return (luminance(light) + 0.05) / (luminance(dark) + 0.05)


def test_labels_keep_to_a_size_that_can_be_read(make_pdf, without):
    output = without(make_pdf("De heer Jan de Vries en Anna"), "Jan de Vries", "Anna")
    assert {round(size, 1) for _, _, font, size, _ in chars(output) if font == LABEL} <= {
        size / 10 for size in range(60, 91)
    }


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [False, True])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_labels_stand_in_their_gaps_on_any_page(rotation, crop, turned):
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=400, height=500)
        if crop:
            pdf.xref_set_key(page.xref, "MediaBox", "[-50 -70 350 430]")
            pdf.xref_set_key(page.xref, "CropBox", "[-20 -60 340 410]")
            page = pdf.reload_page(page)
        page.insert_text((200, 250), "Voor Jan de Vries na", fontsize=11, rotate=turned)
        page.set_rotation(rotation)
        data = pdf.tobytes()
    document = read_pdf(data)
    before = document.pages[0]
    start = before.text.index("Jan")
    redaction = Redaction(Span(0, start, start + 12), "5.1.2.e")
    after = read_pdf(write_pdf(data, document, [redaction])).pages[0]
    assert after.text.split() == ["Voor", "5.1.2.e", "na"]
    label, gap = level_box(after, "5.1.2.e"), level_box(before, "Jan de Vries")
    assert gap.contains(label)
    first, last = level_box(after, "Voor"), level_box(after, "na")
    assert tuple(first) == pytest.approx(tuple(level_box(before, "Voor")), abs=0.05)
    assert last.y0 == pytest.approx(level_box(before, "na").y0, abs=0.05)
    assert 2 < label.x0 - first.x1 < 6
    assert 2 < last.x0 - label.x1 < 6
    assert (after.width, after.height) == (before.width, before.height)


def level_box(page, text):
    """Return the box of a text with the page turned until the text runs from left to right."""
    start = page.text.index(text)
    boxes = upright(page.boxes[start : start + len(text)], int(page.turns[start]))
    return pymupdf.Rect(*hull(boxes))


def box_of(page, text):
    start = page.text.index(text)
    boxes = page.boxes[start : start + len(text)]
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    return pymupdf.Rect(*low.tolist(), *high.tolist())


def test_a_label_on_an_empty_line_is_read_after_the_line_above(make_pdf, without, text_of):
    output = without(make_pdf("Eerste", "Jan de Vries", "Derde"), "Jan de Vries")
    assert text_of(output).split() == ["Eerste", "5.1.2.e", "Derde"]


def test_a_page_without_any_text_left_has_its_label(make_pdf, without, text_of):
    output = without(make_pdf("Jan de Vries"), "Jan de Vries")
    assert text_of(output).split() == ["5.1.2.e"]


def test_the_font_is_embedded_and_says_what_its_glyphs_are(make_pdf, without):
    from io import BytesIO

    from pypdf import PdfReader

    output = without(make_pdf("De heer Jan de Vries opent."), "Jan de Vries")
    fonts = PdfReader(BytesIO(output)).pages[0]["/Resources"]["/Font"]
    font = fonts["/LakwerkLabel"].get_object()
    assert font["/FontDescriptor"]["/FontFile2"].get_data() == _program()
    assert "/ToUnicode" in font
    assert re.search(r"\d", str(font["/Widths"]))


def test_the_width_of_a_text_is_that_of_its_characters():
    assert text_width("5.1") == pytest.approx(2 * 0.556 + 0.278, abs=0.002)


def test_text_in_another_colour_and_font_goes_on_as_it_was(page_pdf, without):
    def draw(page):
        page.insert_text((50, 100), "Rood Jan de Vries en verder", color=(1, 0, 0), fontname="tiro")

    output = without(page_pdf(draw), "Jan de Vries")
    rest = [(font, color) for letter, _, font, _, color in chars(output) if font != LABEL]
    assert set(rest) == {("Times-Roman", 0xFF0000)}


def test_a_label_for_text_in_a_form_stands_on_top_of_it(page_pdf, without):
    """A form may paint its own ground, and would hide what was drawn before it."""

    def draw(page):
        page.insert_text((50, 110), "Ingevuld door:")
        field = pymupdf.Widget()
        field.field_type, field.field_name = pymupdf.PDF_WIDGET_TYPE_TEXT, "naam"
        field.field_value, field.fill_color = "Jan de Vries", (1, 1, 0.8)
        field.rect = pymupdf.Rect(150, 98, 350, 114)
        page.add_widget(field)

    data = page_pdf(draw)
    output = without(data, "Jan de Vries")
    box = box_of(read_pdf(data).pages[0], "Jan de Vries")
    shown = picture(output)[int(2 * box.y0) : int(2 * box.y1), int(2 * box.x0) : int(2 * box.x1)]
    assert (shown < 60).any()
    assert (shown == 230).any()


def test_fields_that_their_program_left_undrawn_are_drawn(page_pdf, text_of):
    """A form may leave it to the viewer to draw its fields; the reader saw them drawn."""

    def draw(page):
        page.insert_text((50, 110), "Ingevuld door:")
        for number, kind in enumerate(
            (pymupdf.PDF_WIDGET_TYPE_TEXT, pymupdf.PDF_WIDGET_TYPE_CHECKBOX)
        ):
            field = pymupdf.Widget()
            field.field_type, field.field_name = kind, f"veld{number}"
            field.field_value = "Jan de Vries" if number == 0 else False
            field.rect = pymupdf.Rect(150, 98 + 20 * number, 250, 112 + 20 * number)
            page.add_widget(field)

    with pymupdf.open(stream=page_pdf(draw), filetype="pdf") as pdf:
        field = next(pdf[0].widgets(types=[pymupdf.PDF_WIDGET_TYPE_TEXT]))
        appearance = int(pdf.xref_get_key(field.xref, "AP/N")[1].split()[0])
        pdf.update_stream(appearance, b"/Tx BMC EMC")
        form = pdf.xref_get_key(pdf.pdf_catalog(), "AcroForm")
        where = (
            (int(form[1].split()[0]), "") if form[0] == "xref" else (pdf.pdf_catalog(), "AcroForm/")
        )
        pdf.xref_set_key(where[0], f"{where[1]}NeedAppearances", "true")
        data = pdf.tobytes()
    output = write_pdf(data, read_pdf(data), [])
    assert "Jan de Vries" in text_of(output)
