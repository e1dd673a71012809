"""The check of a document set anew objects to whatever is wrong with it."""

import io

import pikepdf
import pytest

from redact.document import Span
from redact.errors import LeakError
from redact.finding import Redaction
from redact.read import read_pdf
from redact.verify.retypeset import verify_retypeset
from redact.write.retypeset.blocks import Heading, Paragraph, Picture, Run, Table
from redact.write.retypeset.page import set_pages

LINES = (
    "Verslag van het overleg",
    "Aanwezig: mevrouw Quaxmans, de wethouder.",
    "Zij meldt dat het plan klaar is.",
)
LABEL = Run("5.1.2.e", is_label=True)
TITLE = Heading(1, (Run(LINES[0]),))
WHO = Paragraph((Run("Aanwezig: mevrouw "), LABEL, Run(", de wethouder.")))
WHAT = Paragraph((Run(LINES[2]),))


@pytest.fixture
def leaks(make_pdf):
    """Return a function that gives what is found wrong with an output of these blocks."""
    document = read_pdf(make_pdf(*LINES))
    start = document.pages[0].text.index("Quaxmans")
    redactions = [Redaction(Span(0, start, start + len("Quaxmans")), "5.1.2.e")]

    def check(*blocks, title="Verslag", change=None):
        pdf = set_pages(blocks, title, ["5.1.2.e"])
        pdf = change(pdf) if change else pdf
        try:
            verified = verify_retypeset(pdf, document, redactions)
        except LeakError as error:
            return error.leaks
        assert {"PDF/A-2a", "PDF/UA-1"} <= set(verified.checks)
        return ()

    return check


def test_an_honest_output_passes(leaks):
    assert leaks(TITLE, WHO, WHAT) == ()


def test_a_note_about_a_picture_may_stand_anywhere_between_lines(leaks):
    assert leaks(Picture(), TITLE, WHO, Picture(), WHAT, Picture()) == ()


def test_a_table_is_read_cell_by_cell(leaks):
    row = ((Run("Aanwezig: mevrouw"), LABEL), (Run("de wethouder."),))
    assert leaks(TITLE, Table((row, ((), (Run(LINES[2]),))), titled=False)) == ()


@pytest.mark.parametrize(
    "blocks",
    [
        (TITLE, WHO),
        (TITLE, WHAT, WHO),
        (TITLE, WHO, WHAT, WHAT),
        (TITLE, Paragraph((Run("Aanwezig: mevrouw , de wethouder."),)), WHAT),
        (TITLE, Paragraph((Run("Aanwezig: mevrouw "), LABEL, LABEL, Run(", de wethouder."))), WHAT),
        (TITLE, Paragraph((Run(LINES[1]),)), WHAT),
        (TITLE, WHO, WHAT, Paragraph((Run("Quaxmans"),))),
        (TITLE, WHO, WHAT, Paragraph((Run("De wethouder is het ermee eens."),))),
    ],
    ids=[
        "a line is missing",
        "lines have changed places",
        "a line stands there twice",
        "the label is missing",
        "a label too many",
        "the name is still there",
        "the name stands elsewhere",
        "something was added",
    ],
)
def test_what_is_wrong_is_found(leaks, blocks):
    assert leaks(*blocks)


def test_a_name_in_the_title_is_found(leaks):
    found = leaks(TITLE, WHO, WHAT, title="Gesprek met Quaxmans")
    assert any("documenteigenschappen" in leak or "XMP" in leak for leak in found)


def test_a_name_in_a_bookmark_of_the_file_is_found(leaks):
    def add(data):
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Quaxmans", 0))
            outline.__exit__(None, None, None)
            pdf.save(out)
        return out.getvalue()

    assert any("bladwijzers" in leak for leak in leaks(TITLE, WHO, WHAT, change=add))


def test_a_second_revision_is_found(leaks):
    assert leaks(TITLE, WHO, WHAT, change=lambda pdf: pdf + pdf)


def test_the_message_never_quotes_the_text(leaks):
    found = leaks(TITLE, Paragraph((Run(LINES[1]),)), WHAT)
    assert found
    assert not any("Quaxmans" in leak or "wethouder" in leak for leak in found)


def test_a_label_makes_no_name_with_the_word_after_it(make_pdf):
    document = read_pdf(make_pdf("Behandeld door Eline Postma-Abdi.", "Met vragen naar E. Postma."))
    redactions = [
        Redaction(Span(0, start, start + len(text)), "5.1.2.e")
        for text in ("Eline", "E. Postma.")
        for start in [document.pages[0].text.index(text)]
    ]
    blocks = [
        Paragraph((Run("Behandeld door "), LABEL, Run(" Postma-Abdi."))),
        Paragraph((Run("Met vragen naar "), LABEL)),
    ]
    verify_retypeset(set_pages(blocks, "Brief", ["5.1.2.e"]), document, redactions)
