"""Where a line cannot be set anew, its gaps are as wide for one name as for another."""

import io
import re

import numpy as np
import pikepdf
import pymupdf
import pytest

from redact.document import Span
from redact.errors import LeakError
from redact.finding import Redaction
from redact.read import read_pdf
from redact.verify import verify
from redact.write import How, Told, write
from redact.write.picture import Picture
from tests.redact.write.hard import from_stream, odd_font, scan, slanted

NAMES = ("Vos", "Bakker", "Hoekstra", "Timmermans", "Kok")
LINE = "Hierbij belt {} u op."


def written(data, *names, check=True, **how):
    document = read_pdf(data)
    found = re.finditer("|".join(names or NAMES), document.pages[0].text)
    ordered = [Redaction(Span(0, *match.span()), "5.1.2.e") for match in found]
    assert ordered
    output = write(data, document, ordered, **how)
    if check:
        verify(output.pdf, document, ordered, data)
    return output


def how(output):
    return {treated.how for treated in output.treated}


def letters(data):
    """Return the letters of a page and where each begins, to a fifth of a point."""
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        raw = pdf[0].get_text("rawdict")
    chars = [
        char
        for block in raw["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        for char in span["chars"]
    ]
    return sorted(
        (round(char["origin"][1]), round(5 * char["origin"][0]), char["c"])
        for char in chars
        if not char["c"].isspace()
    )


def pictures(data):
    """Return the pictures of a page by their size: the pixels of each."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn = dict(pdf.pages[0].resources.XObject).values()
        images = [pikepdf.PdfImage(image) for image in drawn if image.Subtype == "/Image"]
        return sorted((image.width, image.height, image.read_bytes()) for image in images)


def labels(data):
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        drawings = pdf[0].get_drawings()
    grey = pytest.approx((0.9, 0.9, 0.9), abs=0.01)
    return [tuple(round(x, 1) for x in d["rect"]) for d in drawings if d["fill"] == grey]


def assert_alike(outputs):
    """The same letters at the same places, and labels of the same width."""
    first, *others = outputs
    for other in others:
        assert letters(other.pdf) == letters(first.pdf)
        assert labels(other.pdf) == labels(first.pdf)


@pytest.mark.parametrize("over", [True, False])
def test_in_a_scan_the_picture_of_the_page_is_the_same_whoever_was_removed(over):
    outputs = [written(scan(LINE.format(name), over=over)) for name in NAMES]
    assert {kind for output in outputs for kind in how(output)} == {How.QUANTISED}
    assert_alike(outputs)
    pages = [max(pictures(output.pdf)) for output in outputs]
    assert all(page == pages[0] for page in pages)
    assert all(Told.of(output.treated).most < 0.5 for output in outputs)


def test_the_words_of_a_scan_are_seen_where_they_are_read():
    output = written(scan(LINE.format("Hoekstra")))
    (label,) = labels(output.pdf)
    with pymupdf.open(stream=output.pdf, filetype="pdf") as pdf:
        word = pdf[0].search_for("belt")[0]
        behind = pymupdf.Rect(pdf[0].search_for("u op.")[0])
        for place in (word, behind):
            assert min(pdf[0].get_pixmap(clip=place, dpi=150).samples) < 80
        between = pymupdf.Rect(label[2] + 0.5, behind.y0, behind.x0 - 0.5, behind.y1)
        assert min(pdf[0].get_pixmap(clip=between, dpi=150).samples) > 200
    assert behind.x0 > label[2]


def test_a_name_at_the_end_of_a_line_of_a_scan_leaves_no_trace_of_its_width():
    outputs = [written(scan(f"Hierbij belt {name}")) for name in NAMES]
    assert_alike(outputs)
    pages = [max(pictures(output.pdf)) for output in outputs]
    assert all(page == pages[0] for page in pages)


@pytest.mark.parametrize(
    ("why", "data"),
    [
        (
            "a line in the way",
            scan(LINE.format("Vos"), draw=lambda p: p.draw_line((190, 40), (190, 90))),
        ),
        (
            "letters that touch the line",
            scan(LINE.format("Vos"), draw=lambda p: p.insert_text((130, 66), "x" * 20)),
        ),
        ("stretched", scan(LINE.format("Vos"), rows=[LINE.format("Kok")[:-1] + " "] * 5)),
    ],
)
def test_a_scan_of_which_the_words_cannot_make_way_stays_open_and_is_counted(why, data):
    output = written(data, "Hoekstra", "Vos", "Bakker")
    assert How.OPEN in how(output), why
    assert Told.of(output.treated).most > 3


FULL = "Voor {} en {} en ook voor alle anderen geldt dit, zo is bepaald."
"""No word behind its names can move: the line reaches to the end of its column."""


@pytest.mark.parametrize("line", ["Voor {} en {} geldt dit ook.", "{} en {}, {} en {} ook.", FULL])
def test_names_on_one_line_of_a_scan_hide_each_other(line):
    count = line.count("{}")
    for shift in range(len(NAMES)):
        names = [NAMES[(shift + at) % len(NAMES)] for at in range(count)]
        output = written(scan(line.format(*names)), *names)
        assert how(output) == {How.QUANTISED}


def test_names_that_are_together_as_wide_leave_the_same_line_of_a_scan():
    outputs = [
        written(scan(FULL.format(*names))) for names in (("Vos", "Hoekstra"), ("Hoekstra", "Vos"))
    ]
    assert_alike(outputs)
    pages = [max(pictures(output.pdf)) for output in outputs]
    assert pages[0] == pages[1]


def test_a_line_of_a_scan_with_its_names_still_in_it_is_a_leak(monkeypatch):
    """Words that moved into a gap may stand there, and nothing else may."""
    source = scan(FULL.format("Hoekstra", "Vos"))
    real = Picture.spread

    def spread(self, *given):
        strip = real(self, *given)
        with pymupdf.open(stream=source) as pdf:
            return strip._replace(pixels=Picture(pdf[0], self.scale).drawn(strip.box, strip.turn))

    monkeypatch.setattr(Picture, "spread", spread)
    with pytest.raises(LeakError, match="afbeeldingen"):
        written(source)


@pytest.mark.parametrize("also", [True, False], ids=["with its own ink", "alone"])
@pytest.mark.parametrize("names", [("Hoekstra", "Vos"), ("Vos", "Timmermans")])
def test_ink_of_a_name_under_a_word_that_moved_over_it_is_a_leak(monkeypatch, names, also):
    source = scan(FULL.format(*names))
    real = Picture.spread

    def spread(self, moves, gaps, height, turn):
        strip = real(self, moves, gaps, height, turn)
        with pymupdf.open(stream=source) as pdf:
            before = Picture(pdf[0], self.scale).drawn(strip.box, strip.turn)
        pixels = strip.pixels.copy()
        for move in (move for move in moves if move.shift and not move.gap):
            under = self._columns(strip.box, move.new_start, move.new_end)
            ours = pixels[:, under] if also else np.full_like(pixels[:, under], 255)
            pixels[:, under] = np.minimum(ours, before[:, under])
        return strip._replace(pixels=pixels)

    monkeypatch.setattr(Picture, "spread", spread)
    with pytest.raises(LeakError, match="afbeeldingen"):
        written(source, *names)


def test_without_the_source_no_word_may_stand_where_a_name_was():
    """Nobody could tell whose ink that is."""
    data = scan(FULL.format("Hoekstra", "Vos"))
    document, output = read_pdf(data), written(data)
    found = re.finditer("Hoekstra|Vos", document.pages[0].text)
    ordered = [Redaction(Span(0, *match.span()), "5.1.2.e") for match in found]
    with pytest.raises(LeakError, match="afbeeldingen"):
        verify(output.pdf, document, ordered)


def test_a_page_that_becomes_a_picture_is_the_same_whoever_was_removed():
    def make(name):
        return from_stream(f"BT /helv 11 Tf 40 240 Td ({LINE.format(name)}) Tj ET")

    outputs = [written(make(name), pictured={0}) for name in NAMES]
    assert {kind for output in outputs for kind in how(output)} == {How.QUANTISED}
    assert len({tuple(letters(output.pdf)) for output in outputs}) == 1
    assert all(page == pictures(outputs[0].pdf) for page in (pictures(o.pdf) for o in outputs))


@pytest.mark.parametrize("pieces", [1, 2])
def test_text_in_a_font_we_cannot_count_is_the_same_whoever_was_removed(pieces):
    outputs = [written(odd_font(LINE.format(n), pieces=pieces), check=False) for n in NAMES]
    assert {kind for output in outputs for kind in how(output)} == {How.QUANTISED}
    assert len({numbers(output.pdf) for output in outputs}) == 1


def numbers(data):
    """Return every number of the page's instructions, to a tenth."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        stream = pdf.pages[0].Contents.read_bytes()
    stream = re.sub(rb"<[0-9a-fA-F]*>|\((?:\\.|[^)])*\)|/[\w+-]+", b" ", stream)
    return tuple(round(float(number), 1) for number in re.findall(rb"-?\d*\.?\d+", stream))


@pytest.mark.parametrize("angle", [4, 10, -12])
def test_text_at_a_slant_is_the_same_whoever_was_removed(angle):
    outputs = [written(slanted(LINE.format(name), angle)) for name in NAMES[1:4]]
    assert {kind for output in outputs for kind in how(output)} == {How.QUANTISED}
    assert len({numbers(output.pdf) for output in outputs}) == 1


def test_spaces_without_ink_do_not_hold_a_line():
    words = [f"0 Tr ({word}) Tj 3 Tr ( ) Tj" for word in LINE.format("Hoekstra").split()]
    output = written(from_stream(f"BT /helv 11 Tf 40 240 Td {' '.join(words)} ET"))
    assert how(output) == {How.FIXED}


def test_a_picture_that_another_page_shows_too_stays_as_it_is():
    with pymupdf.open(stream=scan(LINE.format("Hoekstra")), filetype="pdf") as pdf:
        image = pdf[0].get_images()[0][0]
        page = pdf.new_page(width=400, height=300)
        page.insert_image(page.rect, xref=image)
        for row in range(5):
            page.insert_text((40, 80 + 20 * row), "Een regel tekst die blijft staan", render_mode=3)
        data = pdf.tobytes()
    output = written(data)
    assert how(output) <= {How.OPEN, How.QUANTISED}
    with pymupdf.open(stream=output.pdf, filetype="pdf") as pdf:
        behind = pymupdf.Rect(150, 45, 230, 63)  # the words behind the name, on the other page
        assert min(pdf[1].get_pixmap(clip=behind, dpi=150).samples) < 80
