"""What is ordered goes and the rest stays, whatever the page looks like.

The output is read by PDFium, which shares nothing with the writer.
"""

import ctypes
import re
from importlib.resources import files
from string import ascii_letters, digits
from typing import NamedTuple

import pymupdf
import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.document import Span
from redact.finding import Redaction
from redact.geometry import hull
from redact.read import read_pdf
from redact.write import write_pdf

CODE = "5.1.2.e"
LABEL = "LakwerkLabel"
BROKEN = "\ufffe"  # PDFium's sign for a hyphen at the end of a line
TOP = 60
OWN = files("redact.write").joinpath("fonts", "LakwerkSans-Regular.ttf").read_bytes()
FONTS = ("helv", "tiro", "cour", "heit", "own")
WORDS = st.lists(
    st.text(ascii_letters + digits + "éöçÉ.,-()", min_size=1, max_size=12), min_size=1, max_size=8
)
LINES = st.lists(st.tuples(WORDS, st.sampled_from(FONTS)), min_size=1, max_size=5)


def make_pdf(lines, size, leading):
    """Set lines, each word with its line's number: PDFium takes equal lines for a shadow."""
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=900)
        for row, (words, font) in enumerate(lines):
            font_file = {"fontbuffer": OWN} if font == "own" else {}
            page.insert_font(fontname=font, **font_file)
            spot = (40, TOP + row * leading)
            line = " ".join(f"{word}{row}" for word in words)
            page.insert_text(spot, line, fontname=font, fontsize=size)
        return pdf.tobytes()


class Glyph(NamedTuple):
    """What PDFium sees: a character, where its pen stood (from the top left), and its font."""

    letter: str
    x: float
    foot: float
    font: str


def drawn(data):
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0]
        text = page.get_textpage()
        height = page.get_height()
        return [
            glyph_at(text, at, height)
            for at in range(text.count_chars())
            if not text.get_text_range(at, 1).isspace()
        ]


def glyph_at(text, at, height):
    x, y, buffer = ctypes.c_double(), ctypes.c_double(), ctypes.create_string_buffer(64)
    pypdfium2.raw.FPDFText_GetCharOrigin(text.raw, at, x, y)
    pypdfium2.raw.FPDFText_GetFontInfo(text.raw, at, buffer, 64, ctypes.c_int())
    letter = text.get_text_range(at, 1).replace(BROKEN, "-")
    font = buffer.value.decode().rpartition("+")[2]  # the tag of a subset is new
    return Glyph(letter, x.value, height - y.value, font)


def same_place(glyph, box, leading):
    """Tell whether the pen stood at the start of a box, on its line."""
    row = round((box.y1 - 0.22 * box.height - TOP) / leading)
    return abs(glyph.foot - TOP - row * leading) < 0.1 and abs(glyph.x - box.x0) < 0.1


def assert_in_order(left, kept):
    """Each line has its letters in their order, on its foot line, from where it began."""
    left, kept = sorted(left, key=reading), sorted(kept, key=reading)
    assert [(glyph.letter, glyph.font) for glyph in left] == [
        (glyph.letter, glyph.font) for glyph in kept
    ]
    for one, other in zip(left, kept, strict=True):
        assert abs(one.foot - other.foot) < 0.05


def assert_unmoved(left, kept, feet):
    """Lines that lost nothing stay where they were; `feet` are those of the others."""
    for one, other in zip(sorted(left, key=reading), sorted(kept, key=reading), strict=True):
        assert round(one.foot) in feet or abs(one.x - other.x) < 0.05


def reading(glyph):
    return round(glyph.foot), glyph.x


@given(
    lines=LINES,
    size=st.sampled_from((8, 9.5, 11, 14)),
    leading=st.floats(10, 24),
    data=st.data(),
)
@settings(max_examples=200, deadline=None)
def test_what_is_ordered_goes_and_the_rest_stays(lines, size, leading, data):
    leading = max(leading, 10 / 11 * size)
    source = make_pdf(lines, size, leading)
    document = read_pdf(source)
    page = document.pages[0]
    words = [match.span() for match in re.finditer(r"\S+", page.text)]
    gone = data.draw(st.sets(st.sampled_from(words)))
    first, last = sorted(data.draw(st.tuples(st.sampled_from(words), st.sampled_from(words))))
    gone |= data.draw(st.sampled_from((set(), {(first[0], last[1])})))
    redactions = [Redaction(Span(0, *part), CODE) for part in sorted(gone)]

    output = write_pdf(source, document, redactions)

    numbers = {number for start, end in gone for number in range(start, end)}
    numbers = {number for number in numbers if not page.text[number].isspace()}
    places = [hull(page.boxes[number : number + 1]) for number in numbers]
    before, after = drawn(source), drawn(output)
    ordered = [
        glyph for glyph in before if any(same_place(glyph, place, leading) for place in places)
    ]
    assert len(ordered) == len(numbers)
    left = [glyph for glyph in after if glyph.font != LABEL]
    kept = [glyph for glyph in before if glyph not in ordered]
    assert_in_order(left, kept)
    assert_unmoved(left, kept, {round(glyph.foot) for glyph in ordered})
    labels = "".join(glyph.letter for glyph in after if glyph.font == LABEL)
    assert labels == CODE * (len(labels) // len(CODE))
    assert bool(labels) == bool(gone)
