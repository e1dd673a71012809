import io
import re

import pytest

from samples.make import make_docx, make_pdf, make_txt, write
from samples.sample import Sample, samples

SAMPLE = Sample(
    name="proef",
    title="Proef",
    genre="test",
    header="Gemeente Aldersloot",
    author="A. Schrijver",
    body=(
        "# Titel #1\n\nEen **vet** woord van {{person|Karin}} $x$ [geen] _opmaak_ @zo\n\n"
        "- een\n  - dieper\n- twee\n\n| Wie | Wat |\n|---|---|\n| {{person|JdV}} | bellen |\n"
    ),
)


def _words(text):
    return re.sub(r"[\s|*#•‣–-]|\bpagina \d van \d", "", text)


def test_the_text_is_what_the_gold_counts_in():
    assert make_txt(SAMPLE).decode() == SAMPLE.text


def test_a_pdf_holds_all_the_text_and_none_as_markup():
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(make_pdf(SAMPLE)))
    text = reader.pages[0].extract_text()
    assert "Titel #1" in text
    assert "$x$ [geen] _opmaak_ @zo" in text
    assert "JdV" in text
    assert "Gemeente Aldersloot" in text
    assert "pagina 1 van 1" in text
    assert reader.metadata.author == "A. Schrijver"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_same_sample_gives_the_same_pdf():
    assert make_pdf(SAMPLE) == make_pdf(SAMPLE)


def test_a_word_file_holds_headings_lists_and_tables():
    import docx

    document = docx.Document(io.BytesIO(make_docx(SAMPLE)))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles == ["Heading 1", "Normal", "List Bullet", "List Bullet 2", "List Bullet"]
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["JdV", "bellen"]
    assert document.sections[0].header.paragraphs[0].text == "Gemeente Aldersloot"


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_every_sample_keeps_its_words_in_word(sample):
    import docx
    from docx.table import Table

    document = docx.Document(io.BytesIO(make_docx(sample)))
    pieces = [
        "\t".join(cell.text for row in part.rows for cell in row.cells)
        if isinstance(part, Table)
        else part.text
        for part in document.iter_inner_content()
    ]
    assert _words("\n".join(pieces)) == _words(sample.text)


def test_a_file_is_named_after_its_sample(tmp_path):
    path = write(SAMPLE, tmp_path / "new", "txt")
    assert path.name == "proef.txt"
    assert path.read_text("utf-8") == SAMPLE.text
