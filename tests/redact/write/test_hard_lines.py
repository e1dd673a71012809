"""Lines that are hard to set anew, and pages with very many gaps."""

import re
from itertools import pairwise

import pymupdf
import pytest
import typst
from hypothesis import example, given, settings
from hypothesis import strategies as st

from redact.document import Span
from redact.finding import Redaction
from redact.read import read_pdf
from redact.verify import verify
from redact.write import How, Told, write

CODE = "5.1.2.e"
LABEL = "LakwerkLabel"


def written(data, pattern, code=CODE):
    document = read_pdf(data)
    ordered = [
        Redaction(Span(page.number, *found.span()), code)
        for page in document
        for found in re.finditer(pattern, page.text)
    ]
    assert ordered
    output = write(data, document, ordered)
    verify(output.pdf, document, ordered)
    return output


def letters(data, page=0):
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        return [
            (char["c"], pymupdf.Rect(char["bbox"]), round(char["origin"][1], 1), span["font"])
            for block in pdf[page].get_text("rawdict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            for char in span["chars"]
            if not char["c"].isspace()
        ]


def labels(data, page=0):
    """Return the light grounds of labels."""
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        drawings = pdf[page].get_drawings()
    return [d["rect"] for d in drawings if d["fill"] == pytest.approx((0.9, 0.9, 0.9), abs=0.01)]


def assert_nothing_collides(data):
    """No letter of a line lies over another one of it, or over a label that is not its own."""
    found = letters(data)
    for _, box, foot, font in found:
        for _, other, other_foot, other_font in found:
            if foot == other_foot and box != other:
                overlap = min(box.x1, other.x1) - max(box.x0, other.x0)
                assert overlap < 0.5 or font == other_font == LABEL


def how(output):
    return {treated.how for treated in output.treated}


def grid(page, texts, width):
    """Draw a table of one column with borders."""
    for row, text in enumerate(texts):
        page.draw_rect(pymupdf.Rect(50, 100 + 18 * row, 50 + width, 118 + 18 * row), width=0.5)
        page.insert_text((54, 113 + 18 * row), text, fontsize=11)


@pytest.mark.parametrize("width", [24, 30, 36, 60])
def test_a_label_longer_than_its_cell_stays_within_it(page_pdf, width):
    data = page_pdf(lambda page: grid(page, ["Bo", "Al", "nee"], width))
    output = written(data, "Bo|Al")
    assert all(box.x0 >= 50 and box.x1 <= 50 + width for box in labels(output.pdf))
    assert how(output) == ({How.QUANTISED} if width < 30 else {How.FIXED})


def test_the_next_cell_stays_where_it_is(page_pdf):
    def draw(page):
        grid(page, ["Hoekstra belt", "lid"], 120)
        page.insert_text((180, 113), "voorzitter", fontsize=11)
        page.insert_text((180, 131), "notulist", fontsize=11)

    data = page_pdf(draw)
    before = {box.x0 for letter, box, *_ in letters(data) if letter == "v"}
    after = {box.x0 for letter, box, *_ in letters(written(data, "Hoekstra").pdf) if letter == "v"}
    assert after == before


def test_a_label_beside_a_soft_hyphen_is_read(page_pdf):
    def draw(page):
        page.insert_text((72, 72), "x", fontsize=10)
        (content,) = page.get_contents()
        text = page.parent.xref_stream(content)
        hyphen = (
            b"BT /Span <</ActualText <feff00ad>>> BDC 1 0 0 1 140 770 Tm /helv 10 Tf (-) Tj EMC ET"
        )
        words = b"BT 1 0 0 1 72 770 Tm /helv 10 Tf (apart be) Tj ET"
        name = b"BT 1 0 0 1 200 770 Tm /helv 10 Tf (Pietersen) Tj ET"
        page.parent.update_stream(content, b"\n".join((text, words, hyphen, name)))

    output = written(page_pdf(draw), "Pietersen")
    assert how(output) == {How.FIXED}


def test_a_bar_fills_the_lines_of_a_passage(make_pdf):
    rows = ["Een gewone regel die tot het einde van de kolom loopt en nog verder."]
    rows += [f"Weg {n} " + "woord " * n for n in (9, 3, 6)] + rows
    output = written(make_pdf(*rows), r"Weg 9[\s\S]*?(?=\nEen)", code="4.1.4")
    assert how(output) == {How.UNIFORM}
    assert len({(round(box.x0), round(box.x1)) for box in labels(output.pdf)}) == 1


def test_the_words_that_a_scan_was_recognised_in_stay_over_its_picture(page_pdf):
    def draw(page):
        page.insert_text((50, 100), "Voor Hoekstra en Visser na", fontsize=11, render_mode=3)

    output = written(page_pdf(draw), "Hoekstra")
    assert how(output) == {How.OPEN}
    assert Told.of(output.treated).most > 3


def test_text_from_right_to_left_is_closed_without_collisions():
    text = "\u05e9\u05dc\u05d5\u05dd Visser \u05e2\u05d5\u05dc\u05dd"
    output = written(typst.compile(f'#set text(lang: "he")\n{text}\n\n{text}'.encode()), "Visser")
    assert how(output) <= {How.FIXED, How.OPEN}
    assert_nothing_collides(output.pdf)


@pytest.mark.parametrize("rotation", [0, 90])
@pytest.mark.parametrize("times", [1, 2])
def test_text_in_a_form_moves_for_the_place_that_shows_it(rotation, times):
    """The form is drawn more than once, and only one of the drawings loses its name."""
    with pymupdf.open() as pdf, pymupdf.open() as stamp:
        stamp.new_page(width=300, height=40).insert_text(
            (10, 25), "Voor Hoekstra en ik", fontsize=11
        )
        page = pdf.new_page()
        for at in range(times):
            page.show_pdf_page(pymupdf.Rect(50, 100 + 60 * at, 350, 140 + 60 * at), stamp, 0)
        page.set_rotation(rotation)
        data = pdf.tobytes()
    document = read_pdf(data)
    found = next(re.finditer("Hoekstra", document.pages[0].text))
    ordered = [Redaction(Span(0, *found.span()), CODE)]
    output = write(data, document, ordered)
    text = " ".join(read_pdf(output.pdf).pages[0].text.split())
    assert text.count("Hoekstra") == times - 1
    assert f"Voor {CODE} en ik" in text
    assert how(output) == {How.FIXED}
    assert_nothing_collides(output.pdf)


def test_three_hundred_removals_on_a_page(make_pdf):
    rows = ["Vos en Kok " * 6 for _ in range(50)]
    output = written(make_pdf(*rows, leading=14, per_page=50), "Vos")
    assert len(output.treated) == 300
    assert_equal_widths(output.pdf)


@pytest.mark.long
def test_ten_thousand_removals(make_pdf):
    rows = ["Vos en Kok " * 5 for _ in range(2000)]
    output = written(make_pdf(*rows, leading=14, per_page=50), "Vos")
    assert len(output.treated) == 10_000


def assert_equal_widths(data):
    widths = {round(box.width, 1) for box in labels(data)}
    assert len(widths) == 1


def test_touching_and_overlapping_removals_have_labels_side_by_side(make_pdf):
    data = make_pdf("Voor HoekstraVisser en anderen")
    document = read_pdf(data)
    spans = [(5, 13, "5.1.2.e"), (13, 19, "5.1.1.c"), (11, 15, "5.1.2.b")]
    ordered = [Redaction(Span(0, start, end), code) for start, end, code in spans]
    output = write(data, document, ordered)
    verify(output.pdf, document, ordered)
    boxes = sorted(labels(output.pdf), key=lambda box: box.x0)
    assert all(one.x1 < other.x0 for one, other in pairwise(boxes))
    assert_nothing_collides(output.pdf)


WORDS = st.lists(st.sampled_from(["de", "Vos", "regel", "Hoekstra", "een", "straat,"]), min_size=2)


@given(
    lines=st.lists(WORDS, min_size=1, max_size=5),
    size=st.sampled_from((9, 11, 14)),
    spacing=st.floats(0, 6),
    indent=st.lists(st.sampled_from((0, 0, 18, 36)), min_size=5, max_size=5),
    kern=st.sampled_from((0.0, 0.2)),
)
@example(  # the last word of the last line begins where the fourth line does, by chance
    lines=[["de", "de"]] * 4 + [["de", "Vos"]],
    size=9,
    spacing=2.5,
    indent=[0, 0, 0, 36, 0],
    kern=0.0,
)
@settings(max_examples=60, deadline=None)
def test_any_lines_keep_their_words_in_order_and_labels_their_width(
    lines, size, spacing, indent, kern
):
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=1200)
        steps = [
            f"BT {spacing:.2f} Tw {kern} Tc /helv {size} Tf {50 + indent[row]} {700 - 20 * row} Td "
            f"({' '.join(words[:12])} {row}) Tj ET"
            for row, words in enumerate(lines)
        ]
        page.insert_font(fontname="helv")
        pdf.update_object(new := pdf.get_new_xref(), "<<>>")
        pdf.update_stream(new, "\n".join(steps).encode())
        page.set_contents(new)
        data = pdf.tobytes()
    if not any({"Vos", "Hoekstra"} & set(words[:12]) for words in lines):
        return
    output = written(data, "Vos|Hoekstra")
    assert how(output) == {How.FIXED}
    assert_equal_widths(output.pdf)
    assert_nothing_collides(output.pdf)
    rows = {}
    for letter, box, foot, font in letters(output.pdf):
        if font != LABEL:
            rows.setdefault(foot, []).append((box.x0, letter))
    read = ["".join(letter for _, letter in sorted(row)) for _, row in sorted(rows.items())]
    want = [
        "".join(word for word in words[:12] if word not in {"Vos", "Hoekstra"}) + str(row)
        for row, words in enumerate(lines)
    ]
    assert read == want
