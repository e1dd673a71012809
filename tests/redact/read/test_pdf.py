import numpy as np
import pymupdf
import pytest

from redact.errors import (
    DamagedError,
    EmptyFileError,
    EncryptedError,
    NoTextError,
    UnmappedTextError,
)
from redact.read import read_pdf
from tests.redact.read.pdfs import changed, drawn, set_in_typst

PROSE = (
    "De commissie heeft vandaag gesproken over de herijking van de aanpak en over de inzet van "
    "specialisten, waarbij de regisseur van het team aangaf dat het draagvlak bij de partners "
    "groot is en dat het plan in het najaar aan het college wordt voorgelegd. "
)


def box_of(data, word):
    page = read_pdf(data).pages[0]
    start = page.text.index(word)
    boxes = page.boxes[start : start + len(word)]
    turn = page.turns[start]
    return boxes, turn


def test_every_character_has_the_box_it_was_drawn_in():
    data = drawn([(72, 100, "Jan de Vries")])
    with pymupdf.open(stream=data) as pdf:
        [block] = pdf[0].get_text("rawdict")["blocks"]
        chars = [c for span in block["lines"][0]["spans"] for c in span["chars"]]
    page = read_pdf(data).pages[0]
    assert page.text == "Jan de Vries"
    np.testing.assert_allclose(page.boxes, [c["bbox"] for c in chars], atol=0.01)
    assert (page.width, page.height) == (595, 842)


def test_breaks_and_tabs_that_the_reader_made_have_no_box():
    page = read_pdf(drawn([(72, 100, "Naam"), (300, 100, "Rol"), (72, 114, "Jan")])).pages[0]
    assert page.text == "Naam\tRol\nJan"
    made = [page.text.index("\t"), page.text.index("\n")]
    assert np.isnan(page.boxes[made]).all()
    assert np.isnan(page.boxes).sum() == 8


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 60, 400, 500)])
def test_boxes_lie_where_the_letters_are_seen(rotation, crop):
    def turn(pdf):
        if crop:
            pdf[0].set_cropbox(pymupdf.Rect(crop))
        pdf[0].set_rotation(rotation)

    data = changed(drawn([(100, 150, "HIER")]), turn)
    boxes, turns = box_of(data, "HIER")
    with pymupdf.open(stream=data) as pdf:
        pixels = pdf[0].get_pixmap(colorspace=pymupdf.csGRAY)
    ink = np.frombuffer(pixels.samples, np.uint8).reshape(pixels.height, pixels.stride) < 128
    down, across = np.nonzero(ink)
    x0, y0 = boxes[:, :2].min(axis=0)
    x1, y1 = boxes[:, 2:].max(axis=0)
    assert len(across) > 20
    assert x0 - 1 <= across.min() < across.max() < x1 + 1
    assert y0 - 1 <= down.min() < down.max() < y1 + 1
    assert turns == rotation // 90


@pytest.mark.parametrize(("rotate", "turn"), [(0, 0), (270, 1), (180, 2), (90, 3)])
def test_rotated_text_is_read_along_its_line(rotate, turn):
    def add(pdf):
        pdf[0].insert_text((300, 400), "Op zijn kant", rotate=rotate)

    data = changed(drawn([(72, 100, "Rechtop")]), add)
    boxes, turns = box_of(data, "Op zijn kant")
    assert turns == turn
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    direction = {0: (1, 0), 1: (0, 1), 2: (-1, 0), 3: (0, -1)}[turn]
    assert (np.diff(middles, axis=0) @ direction > 0).all()


def test_two_columns_are_read_one_after_the_other():
    text = f"#set page(columns: 2)\n= Kop\n{PROSE * 6} EINDE"
    page = read_pdf(set_in_typst(text)).pages[0]
    assert " ".join(page.text.replace("-\n", "").split()) == " ".join(
        f"Kop {PROSE * 6} EINDE".split()
    )


def test_bullets_drawn_apart_from_their_items_are_read_beside_them():
    rows = [100 + 14 * row for row in range(8)]
    items = [f"Punt {row} is besproken en wordt later afgehandeld" for row in range(8)]
    lines = zip(rows, items, strict=True)
    data = drawn([line for y, item in lines for line in ((72, y, "-"), (90, y, item))])
    read = read_pdf(data).pages[0].text.split("\n")
    assert [line.split(maxsplit=1) for line in read if line] == [["-", item] for item in items]


def test_two_columns_drawn_line_by_line_are_read_one_after_the_other():
    words = PROSE.split()
    left = [" ".join(words[n : n + 5])[:34].ljust(34, "x") for n in range(0, 32, 4)]
    right = [" ".join(words[n : n + 5])[:34].ljust(34, "y") for n in range(8, 40, 4)]
    lines = [
        line
        for number, pair in enumerate(zip(left, right, strict=True))
        for line in ((50, 100 + 13 * number, pair[0]), (320, 100 + 13 * number, pair[1]))
    ]
    text = read_pdf(drawn(lines)).pages[0].text
    assert text.split() == " ".join(left + right).split()


def test_table_rows_are_read_row_by_row_with_wrapped_cells_whole():
    text = """#set page(width: 12cm, height: 12cm)
#set text(lang: "nl", hyphenate: false)
#table(columns: (3cm, 3cm, 3cm),
  [Naam], [Rol], [Datum],
  [Pieter-Jan van den Hoogenband], [lid namens de bewoners], [12 mei],
  [Kees Bos], [voorzitter], [13 mei])"""
    lines = read_pdf(set_in_typst(text)).pages[0].text.splitlines()
    assert lines == [
        "Naam\tRol\tDatum",
        "Pieter-Jan van",
        "den",
        "Hoogenband\tlid namens de",
        "bewoners\t12 mei",
        "Kees Bos\tvoorzitter\t13 mei",
    ]


def test_wide_spaces_of_justified_text_are_spaces():
    lines = [
        (72, 100, "Het woord is aan Jan"),
        (200, 100, "de Vries uit de stad"),
        (72, 114, "Kort."),
    ]
    assert read_pdf(drawn(lines)).text == "Het woord is aan Jan de Vries uit de stad\nKort."


def test_a_bullet_and_its_text_are_one_line():
    page = read_pdf(
        drawn([(72, 100, "-"), (95, 100, "Eerste punt"), (72, 114, "1."), (95, 114, "Opening")])
    )
    assert page.text == "- Eerste punt\n1. Opening"


def test_headers_drawn_last_come_first_and_footers_drawn_first_come_last():
    body = [(72, 200 + 14 * n, f"Regel {n} van het stuk") for n in range(30)]
    data = drawn([(72, 800, "Pagina 1"), *body, (72, 40, "Gemeente Voorbeeld")])
    lines = read_pdf(data).pages[0].text.split("\n")
    assert lines[0] == "Gemeente Voorbeeld"
    assert lines[-1] == "Pagina 1"
    assert [line for line in lines if line.startswith("Regel")] == [text for _, _, text in body]


def test_headings_drawn_before_the_text_are_put_back_in_place():
    heads = [(72, 100, "Een"), (72, 160, "Twee"), (72, 220, "Drie")]
    body = [(72, y + 20, f"Onder {text}") for _, y, text in heads]
    words = read_pdf(drawn([*heads, *body])).pages[0].text.split()
    assert words == ["Een", "Onder", "Een", "Twee", "Onder", "Twee", "Drie", "Onder", "Drie"]


def test_a_wider_gap_begins_a_new_paragraph():
    y = [100, 113, 126, 152, 165]
    page = read_pdf(drawn([(72, at, f"regel {n}") for n, at in enumerate(y)])).pages[0]
    assert page.text == "regel 0\nregel 1\nregel 2\n\nregel 3\nregel 4"


def test_the_letters_of_a_ligature_share_its_box():
    page = read_pdf(set_in_typst("de efficiënte officier")).pages[0]
    assert page.text == "de efficiënte officier"
    start = page.text.index("ffi")
    boxes = page.boxes[start : start + 3]
    widths = boxes[:, 2] - boxes[:, 0]
    assert (widths > 1).all()
    np.testing.assert_allclose(boxes[:-1, 2], boxes[1:, 0], atol=0.01)
    np.testing.assert_allclose(widths, widths[0], atol=0.01)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_letters_of_a_turned_ligature_stand_in_order(turn):
    data = set_in_typst(f"#rotate({turn}deg, reflow: true)[officier]")
    boxes, turns = box_of(data, "officier")
    assert turns == turn // 90
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    direction = {0: (1, 0), 1: (0, 1), 2: (-1, 0), 3: (0, -1)}[int(turns)]
    assert (np.diff(middles, axis=0) @ direction > 0).all()


def test_a_hyphen_that_is_drawn_is_no_longer_soft():
    text = (
        '#set page(width: 6cm)\n#set text(lang: "nl", hyphenate: true)\n#set par(justify: true)\n'
    )
    text += "Oud-Beijerland en verantwoordelijkheidsverzekeringsmaatschappij"
    page = read_pdf(set_in_typst(text)).pages[0]
    assert "\u00ad" not in page.text
    assert "-\n" in page.text


def test_letters_drawn_twice_to_make_them_bold_are_read_once():
    twice = [(x + dx, 100, word) for x, word in ((72, "Jan"), (95, "Vetter")) for dx in (0, 0.4)]
    assert read_pdf(drawn(twice)).pages[0].text == "Jan Vetter"
    whole_line_again = [(72, 100, "Jan de Vetter"), (72.4, 100.2, "Jan de Vetter")]
    assert read_pdf(drawn(whole_line_again)).pages[0].text == "Jan de Vetter"


def test_double_letters_stay_double():
    assert (
        read_pdf(drawn([(72, 100, "Aaltje Klaassen illlegaal")])).text
        == "Aaltje Klaassen illlegaal"
    )


def test_an_accent_drawn_over_a_letter_joins_it():
    def draw(pdf):
        page = pdf[0]
        page.insert_text((72, 100), "Danie", fontsize=11)
        width = pymupdf.get_text_length("Danie", fontsize=11)
        e = pymupdf.get_text_length("e", fontsize=11)
        page.insert_text((72 + width - e + 1, 100), "\u00a8", fontsize=11)
        page.insert_text((72 + width, 100), "lle", fontsize=11)

    data = changed(drawn([(72, 300, "x")]), draw)
    assert "Daniëlle" in read_pdf(data).text


def test_what_is_written_for_machines_does_not_hide_what_is_drawn():
    def cover(pdf):
        stream = pdf[0].get_contents()[0]
        inside = pdf.xref_stream(stream)
        pdf.update_stream(stream, b"/Span <</ActualText ()>> BDC " + inside + b" EMC")

    assert read_pdf(changed(drawn([(72, 100, "Jan de Vries")]), cover)).text == "Jan de Vries"


def test_text_outside_the_page_is_counted_and_not_read():
    data = drawn(
        [(-150, 100, "links buiten"), (72, 100, "op de pagina"), (72, 900, "onder buiten")]
    )
    page = read_pdf(data).pages[0]
    assert page.text == "op de pagina"
    assert page.beyond == len("links buiten" + "onder buiten")


def test_a_letter_belongs_to_the_page_when_its_middle_does():
    page = read_pdf(drawn([(-6, 100, "Woord")])).pages[0]
    assert page.text in {"Woord", "oord"}
    assert page.beyond == len("Woord") - len(page.text)


def test_filled_fields_and_free_text_notes_are_read():
    def fill(pdf):
        field = pymupdf.Widget()
        field.field_name, field.field_type = "naam", pymupdf.PDF_WIDGET_TYPE_TEXT
        field.rect, field.field_value = pymupdf.Rect(72, 72, 300, 90), "Jan Ingevuld"
        pdf[0].add_widget(field)
        pdf[0].add_freetext_annot(pymupdf.Rect(72, 200, 300, 220), "Vrije notitie")

    text = read_pdf(changed(drawn([(72, 300, "Formulier")]), fill)).text
    assert "Jan Ingevuld" in text
    assert "Vrije notitie" in text


def test_a_slanted_mark_does_not_break_the_lines_under_it():
    def stamp(pdf):
        point = pymupdf.Point(150, 500)
        pdf[0].insert_text(point, "CONCEPT", fontsize=90, morph=(point, pymupdf.Matrix(45)))

    body = [(72, 100 + 14 * n, f"regel nummer {n} van het stuk") for n in range(40)]
    text = read_pdf(changed(drawn(body), stamp)).text
    assert text.split("\n\n")[0] == "\n".join(line for _, _, line in body)


def test_blank_pages_are_fine_between_pages_with_text():
    document = read_pdf(drawn([(72, 100, "Een")], [], [(72, 100, "Drie")]))
    assert [page.text for page in document] == ["Een", "", "Drie"]


def scan(pdf, page):
    pixels = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 60, 80))
    pixels.clear_with(200)
    pixels.set_rect(pymupdf.IRect(10, 10, 40, 14), (0,))
    pdf[page].insert_image(pdf[page].rect, pixmap=pixels)


def test_a_page_that_shows_something_without_text_is_named():
    pages = [[(72, 100, "Een")], [], [], [(72, 100, "Vier")]]
    with pytest.raises(NoTextError, match="pagina 3") as raised:
        read_pdf(changed(drawn(*pages), lambda pdf: scan(pdf, 2)))
    assert "Een" not in str(raised.value)


@pytest.mark.parametrize("rotation", [0, 90])
def test_a_scan_with_only_a_stamp_of_text_is_named(rotation):
    def stamp(pdf):
        scan(pdf, 0)
        pdf[0].set_rotation(rotation)

    with pytest.raises(NoTextError, match="pagina 1"):
        read_pdf(changed(drawn([(72, 30, "Woo-verzoek 2024-17, blad 3")]), stamp))


def test_a_scan_with_a_text_layer_is_read():
    lines = [(72, 100 + 14 * n, "tekst onder het beeld van de scan") for n in range(10)]
    assert "onder het beeld" in read_pdf(changed(drawn(lines), lambda pdf: scan(pdf, 0))).text


def test_letters_without_a_known_character_are_named():
    def forget(pdf):
        for xref in range(1, pdf.xref_length()):
            if pdf.xref_get_key(xref, "ToUnicode")[0] != "null":
                pdf.xref_set_key(xref, "ToUnicode", "null")

    data = changed(set_in_typst("Jan de Vries woont hier"), forget)
    with pytest.raises(UnmappedTextError, match="pagina 1"):
        read_pdf(data)


def test_a_pdf_with_a_password_is_refused():
    with pymupdf.open(stream=drawn([(72, 100, "geheim")])) as pdf:
        data = pdf.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="x", owner_pw="y")
    with pytest.raises(EncryptedError):
        read_pdf(data)


def test_a_pdf_that_only_forbids_copying_is_read():
    with pymupdf.open(stream=drawn([(72, 100, "niet geheim")])) as pdf:
        data = pdf.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="y", permissions=0)
    assert read_pdf(data).text == "niet geheim"


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.97])
def test_a_truncated_pdf_is_damaged(share):
    data = drawn(*[[(72, 100, f"pagina {n}")] for n in range(5)])
    with pytest.raises(DamagedError):
        read_pdf(data[: int(len(data) * share)])


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"PK\x03\x04" + bytes(99), b"%PDF-1.4\n%%EOF"])
def test_what_is_no_pdf_is_damaged(data):
    with pytest.raises(DamagedError):
        read_pdf(data)


def test_no_bytes_and_no_text_are_empty():
    for data in (b"", drawn([]), drawn([], [])):
        with pytest.raises(EmptyFileError):
            read_pdf(data)


def test_bytes_before_the_header_do_no_harm():
    assert read_pdf(b"\r\n\r\n" + drawn([(72, 100, "Jan")])).text == "Jan"


def test_the_name_of_a_document_is_the_hash_of_its_bytes():
    data = drawn([(72, 100, "Jan")])
    assert read_pdf(data).sha256 == read_pdf(data).sha256
    assert len(read_pdf(data).sha256) == 64
