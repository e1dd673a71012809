from io import BytesIO

import pikepdf
import pymupdf
import pytest

from redact.convert import to_pdf
from redact.errors import ConversionError
from redact.flow import flow
from redact.read import read_pdf
from tests.redact.convert.files import written

TEXT = (
    "Verslag\n\nAanwezig: Daniëlle de Vries – voorzitter\n- eerste punt\n  ingesprongen\n"
    "\n# Kop\n\nSlot €."
)


def test_a_pdf_stays_as_it_is(tmp_path):
    with pymupdf.open() as pdf:
        pdf.new_page()
        data = pdf.tobytes()
    assert to_pdf(written(tmp_path, "naamloos.docx", data)) == data


def test_a_text_file_keeps_its_lines_and_characters(tmp_path):
    text = read_pdf(to_pdf(written(tmp_path, "verslag.md", TEXT))).text
    assert [line.split() for line in text.split("\n") if line] == [
        line.split() for line in TEXT.split("\n") if line
    ]


def test_a_text_file_becomes_a_tagged_document_in_dutch_with_its_own_fonts(tmp_path):
    data = to_pdf(written(tmp_path, "verslag.txt", TEXT))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.Lang == "nl"
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        metadata = str(pdf.open_metadata())
    assert "pdfuaid" in metadata
    assert "pdfaid" in metadata
    with pymupdf.open(stream=data) as pdf:
        assert {font[3].split("+")[-1] for font in pdf[0].get_fonts()} <= {
            "LibertinusSerif-Regular-Identity-H",
            "LibertinusSerif-Bold-Identity-H",
        }


def test_the_name_of_a_text_file_is_not_in_the_pdf(tmp_path):
    assert b"Quaxelaar" not in to_pdf(written(tmp_path, "Quaxelaar.txt", TEXT))


def test_cells_between_tabs_stay_apart(tmp_path):
    rows = "Naam\tRol\nJan de Vries\tvoorzitter\nKees Bos\tlid"
    text = flow(read_pdf(to_pdf(written(tmp_path, "lijst.txt", rows)))).text
    assert "Jan de Vries\tvoorzitter" in text


def test_a_pictogram_in_a_chat_becomes_a_square(tmp_path):
    data = to_pdf(written(tmp_path, "chat.txt", "Top! \U0001f44d\U0001f3fd tot morgen"))
    assert "Top! □□ tot morgen" in read_pdf(data).text


def test_letters_that_cannot_be_drawn_are_refused_without_quoting_them(tmp_path):
    with pytest.raises(ConversionError) as raised:
        to_pdf(written(tmp_path, "brief.txt", "Beste 陈美玲,"))
    assert raised.value.__cause__ is None
    assert "陈" not in str(raised.value)


@pytest.mark.parametrize(
    "markup", ['#import "x"', "$x$", '#read("/etc/passwd")', "= kop *x* @y <z>"]
)
def test_a_text_file_is_text_and_no_markup(tmp_path, markup):
    assert read_pdf(to_pdf(written(tmp_path, "brief.txt", markup))).text == markup
