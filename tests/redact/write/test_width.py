"""Nothing on the page tells how wide a removed text was.

The output is read by PDFium and by pypdf, which share nothing with the writer.
"""

import ctypes
import re
import shutil
import subprocess
from io import BytesIO

import pymupdf
import pypdfium2
import pytest
import typst
from pypdf import PdfReader

from redact.document import Span
from redact.finding import Redaction
from redact.read import read_pdf
from redact.write import How, write

CODE = "5.1.2.e"
NAMES = ("Vos", "Bakker", "Hoekstra", "Smit", "Mulder", "Visser", "Timmer", "Kok")
"""Of different widths; those that break the lines alike are compared."""

REPORT = """Op dinsdag heeft de heer {name} het plan van de gemeente toegelicht aan de bewoners van
de straat. Daarna gaf {name} het woord aan de zaal en werd er gestemd over het voorstel."""


def drawn(data, page=0):
    """Return what PDFium draws: letter, x and y of its pen, font."""
    x, y, name = ctypes.c_double(), ctypes.c_double(), ctypes.create_string_buffer(64)
    with pypdfium2.PdfDocument(data) as pdf:
        text = pdf[page].get_textpage()
        found = []
        for at in range(text.count_chars()):
            letter = text.get_text_range(at, 1)
            pypdfium2.raw.FPDFText_GetCharOrigin(text.raw, at, x, y)
            pypdfium2.raw.FPDFText_GetFontInfo(text.raw, at, name, 64, ctypes.c_int())
            if not letter.isspace():
                found.append(
                    (letter, round(x.value, 2), round(y.value, 2), name.value.decode()[-10:])
                )
    return found


def written(data, *patterns, code=CODE):
    document = read_pdf(data)
    spans = [
        Span(page.number, *match.span())
        for page in document
        for match in re.finditer("|".join(patterns), page.text)
    ]
    assert spans
    return write(data, document, [Redaction(span, code) for span in spans])


def by_typst(body, name):
    head = "#set page(width: 500pt, height: 400pt)\n#set text(size: 11pt, hyphenate: false)\n"
    head += '#set par(justify: true, linebreaks: "simple")\n'
    return typst.compile((head + body.replace("{name}", name)).encode())


def by_pymupdf(body, name, align=pymupdf.TEXT_ALIGN_JUSTIFY):
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=500, height=400)
        box = pymupdf.Rect(70, 70, 430, 390)
        page.insert_textbox(box, body.replace("{name}", name), fontsize=11, align=align)
        return pdf.tobytes()


def letter_by_letter(body, name):
    """Set a line with a text object, a matrix and coordinates of its own for every letter."""
    font, x, steps = pymupdf.Font("helv"), 60.0, []
    for letter in body[:70].replace("{name}", name):
        steps.append(f"q 1 0 0 1 {x:.3f} 300 cm BT /helv 11 Tf ({letter}) Tj ET Q")
        x += font.text_length(letter, 11)
    return from_stream("\n".join(steps))


def word_by_word(body, name):
    """Set a line with a move of the pen from each word to the next."""
    font, last, steps = pymupdf.Font("helv"), 0.0, ["BT /helv 11 Tf 60 300 Td"]
    for word in body[:70].replace("{name}", name).split():
        steps.append(f"{last:.3f} 0 Td ({word}) Tj")
        last = font.text_length(word, 11) + 4.2
    return from_stream("\n".join([*steps, "ET"]))


def from_stream(stream):
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=500, height=400)
        page.insert_font(fontname="helv")
        pdf.update_object(new := pdf.get_new_xref(), "<<>>")
        pdf.update_stream(new, stream.encode())
        page.set_contents(new)
        return pdf.tobytes()


def by_libreoffice(body, names, tmp_path):
    """Set a page for each name."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document = docx.Document()
    for name in names:
        paragraph = document.add_paragraph(" ".join(body.replace("{name}", name).split()))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.page_break_before = name != names[0]
    document.save(tmp_path / "bron.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    order = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*order, tmp_path / "bron.docx"], check=True, capture_output=True)
    return (tmp_path / "bron.pdf").read_bytes()


def assert_same_for_all(make):
    """Outputs must be the same for all names that break no line differently."""
    sources = {name: make(name) for name in NAMES}
    breaks = {name: lines_of(source, name) for name, source in sources.items()}
    alike = [name for name in NAMES if breaks[name] == breaks["Bakker"]]
    assert len(alike) > 2
    outputs = [written(sources[name], name) for name in alike]
    assert {treated.how for out in outputs for treated in out.treated} == {How.FIXED}
    first, *others = [drawn(out.pdf) for out in outputs]
    for other in others:
        assert_same(first, other)
    first, *others = [numbers_of(out.pdf) for out in outputs]
    for other in others:
        assert other == pytest.approx(first, abs=0.025)


def lines_of(source, name, page=0):
    lines = read_pdf(source).pages[page].text.splitlines()
    return [line.replace(name, "").split() for line in lines]


def numbers_of(data):
    """Return every number of the page's instructions, without the codes of letters."""
    stream = PdfReader(BytesIO(data)).pages[0].get_contents().get_data()
    stream = re.sub(rb"<[0-9a-fA-F]*>|\((?:\\.|[^)])*\)|/[\w+-]+", b" ", stream)
    return [float(number) for number in re.findall(rb"-?\d*\.?\d+", stream)]


def assert_same(one, other):
    """The same letters at the same places, but for a rounded hundredth of a point."""
    assert [letter for letter, *_ in one] == [letter for letter, *_ in other]
    for (letter, x, y, _), (_, other_x, other_y, _) in zip(one, other, strict=True):
        assert abs(x - other_x) < 0.025, (letter, x, other_x)
        assert abs(y - other_y) < 0.025


BODIES = {
    "justified": REPORT,
    "heading": "= Verslag van {name} van dinsdag\n\nEen gewone regel tekst.",
    "centred": "#align(center)[Verslag van {name}]\n\nEen gewone regel tekst die lang genoeg is.",
    "right": "#align(right)[Utrecht, {name}]\n\n" + REPORT.replace("{name}", "iemand"),
    "underlined": "Voor #underline[het plan van {name} geldt] een termijn.\n\nEen gewone regel.",
    "highlighted": "Voor #highlight[het plan van {name} geldt] een termijn.\n\nEen gewone regel.",
    "linked": 'Zie #link("https://example.org")[het plan van {name} zelf] voor meer.\n\nRegel.',
    "list": "- {name} belt de bewoners\n- Iedereen leest het plan van {name} door\n",
    "table": "#table(columns: (80pt, 1fr), [{name}], [voorzitter {name} zelf], [Rol], [lid])",
}


@pytest.mark.parametrize("kind", BODIES)
def test_typst_output_is_the_same_whoever_was_removed(kind):
    assert_same_for_all(lambda name: by_typst(BODIES[kind], name))


@pytest.mark.parametrize("align", [0, 1, 2, 3])
def test_lines_of_pymupdf_are_the_same_whoever_was_removed(align):
    assert_same_for_all(lambda name: by_pymupdf(REPORT, name, align))


@pytest.mark.parametrize("make", [letter_by_letter, word_by_word])
def test_text_set_piece_by_piece_is_the_same_whoever_was_removed(make):
    assert_same_for_all(lambda name: make(REPORT, name))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_output_is_the_same_whoever_was_removed(tmp_path):
    source = by_libreoffice(REPORT, NAMES, tmp_path)
    breaks = [lines_of(source, name, page) for page, name in enumerate(NAMES)]
    output = written(source, *NAMES).pdf
    first, *others = [page for page, lines in enumerate(breaks) if lines == breaks[1]]
    assert others
    for other in others:
        assert_same(drawn(output, first), drawn(output, other))


@pytest.mark.parametrize("font", ["cour", "helv"])
def test_spaces_are_as_wide_as_those_of_the_font(font):
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 100), "De heer Visser is er ook bij", fontname=font)
        data = pdf.tobytes()
    made = written(data, "Visser").pdf
    with pymupdf.open(stream=data) as before, pymupdf.open(stream=made) as after:
        wide = [
            page.search_for("ook bij")[0].x1 - page.search_for("is er")[0].x0
            for page in (before[0], after[0])
        ]
    assert wide[1] == pytest.approx(wide[0], abs=0.3)
