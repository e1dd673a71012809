"""Headings, lists and tables are recognised: by tags, and by looks where there are none."""

import shutil

import pymupdf
import pytest

from redact.write.retypeset.blocks import Heading, ListItem, Paragraph, Running, Table

VERSLAG, ACTIES = "01-verslag-ketenoverleg", "08-actielijst-bedrijfsvoering"
HEADINGS = (
    (1, "Vastgesteld verslag KUO-R"),
    (2, "ALGEMEEN"),
    (2, "1. Opening, agenda en mededelingen"),
    (2, "2. Vaststellen conceptverslag KUO-R d.d. 12 februari 2024"),
)


def text_of(runs):
    return "".join(run.text for run in runs)


def of(kind, blocks):
    return [block for block in blocks if isinstance(block, kind)]


@pytest.fixture(params=["tagged", "untagged", "word"])
def verslag(request, tmp_path, sample_pdf):
    if request.param != "word":
        return sample_pdf(VERSLAG, tagged=request.param == "tagged")
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    from redact.convert import to_pdf
    from samples.make import write
    from samples.sample import samples

    return to_pdf(write(samples((VERSLAG,))[0], tmp_path, "docx"))


def test_headings_lists_and_tables_are_recognised(verslag, blocks_of):
    blocks = blocks_of(verslag)
    headings = [(block.level, text_of(block.runs)) for block in of(Heading, blocks)]
    assert headings[:4] == list(HEADINGS)
    items = of(ListItem, blocks)
    assert len(items) > 20
    assert {item.marker for item in items} == {"•"}
    table = of(Table, blocks)[0]
    assert table.titled
    assert [text_of(cell) for cell in table.rows[0]] == ["Datum", "Actie", "Wie", "Svz"]
    assert [text_of(row[0]) for row in table.rows[1:]] == ["11/3/24"] * 4
    assert text_of(table.rows[2][1]).startswith("Aansporen regisseurs om dossiers te agenderen")


def test_decisions_stay_bold(verslag, blocks_of):
    runs = [run for block in of(ListItem, blocks_of(verslag)) for run in block.runs]
    assert sum(run.text.startswith("BESLUIT") and run.bold for run in runs) == 4


def test_a_running_header_is_told_from_the_text(verslag, blocks_of):
    blocks = blocks_of(verslag)
    assert isinstance(blocks[0], Running)
    assert "VERTROUWELIJK" in text_of(blocks[0].runs)


@pytest.mark.parametrize("tagged", [True, False])
def test_a_table_of_six_columns_keeps_its_cells(sample_pdf, blocks_of, tagged):
    tables = of(Table, blocks_of(sample_pdf(ACTIES, tagged=tagged)))
    assert [len(table.rows[0]) for table in tables] == [3, 6]
    assert all(table.titled for table in tables)
    assert text_of(tables[1].rows[-1][0]) == "24-115"


def test_a_passage_over_several_items_has_one_label_and_an_agenda_number_stays(make_pdf, blocks_of):
    gone = (
        "- De bewoner van het pand is sinds januari bij ons in beeld gekomen.",
        "- De politie heeft twee keer met hem gesproken over zijn situatie.",
    )
    data = make_pdf("Verslag", "", "4. De casus", *gone, "", "5. Rondvraag", "- Niemand.")
    blocks = blocks_of(data, "De casus", *(line[2:] for line in gone), ground="4.1.4")
    texts = [text_of(block.runs) for block in blocks if not isinstance(block, Table)]
    assert sum("4.1.4" in text for text in texts) <= 2
    markers = [block.marker for block in of(ListItem, blocks)]
    assert any("4." in text for text in [*texts, *markers])


def test_names_under_each_other_keep_a_label_each(make_pdf, blocks_of):
    data = make_pdf("Aanwezig:", "- Jan Kok", "- Els Boer", "- Piet Smit", "Dat waren allen.")
    blocks = blocks_of(data, "Jan Kok", "Els Boer", "Piet Smit")
    assert [text_of(item.runs) for item in of(ListItem, blocks)] == ["5.1.2.e"] * 3


def test_no_empty_bullet_remains(make_pdf, blocks_of):
    items = of(ListItem, blocks_of(make_pdf("Punten:", "- ", "- een punt", "-", "Tot zover.")))
    assert [text_of(item.runs) for item in items] == ["een punt"]


def test_a_bullet_that_looks_like_a_letter_becomes_a_sign(make_pdf, set_anew, blocks_of):
    data = make_pdf("Punten:", "o een eerste punt", "o een tweede punt van Quaxmans")
    assert [item.marker for item in of(ListItem, blocks_of(data))] == ["◦", "◦"]
    set_anew(data, "Quaxmans")


def test_levels_of_headings_begin_at_one_and_skip_none(blocks_of):
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        for row, (text, size) in enumerate(
            [("Klein", 14), ("tekst " * 12, 10), ("Groot", 20), ("tekst " * 12, 10), ("Klein", 14)]
        ):
            page.insert_text((72, 72 + 40 * row), text, fontsize=size)
        page.insert_text((72, 400), "tekst " * 12, fontsize=10)
        blocks = blocks_of(pdf.tobytes())
    levels = [block.level for block in of(Heading, blocks)]
    assert levels == [1, 1, 2]


def test_a_table_without_lines_is_seen_by_its_columns(blocks_of):
    rows = (("Naam", "Rol", "Aanwezig"), ("A. Kok", "lid", "ja"), ("B. Smit", "voorzitter", "nee"))
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 60), "Een regel tekst boven de tabel met de namen van de leden.")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.insert_text((72 + 150 * column, 100 + 18 * number), cell)
        data = pdf.tobytes()
    (table,) = of(Table, blocks_of(data))
    assert [[text_of(cell) for cell in row] for row in table.rows] == [list(row) for row in rows]


def test_a_sentence_in_bold_is_no_heading(blocks_of):
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 72), "Dit is een zin die vet staat.", fontname="hebo")
        page.insert_text((72, 110), "En dit is gewone tekst van een alinea.")
        data = pdf.tobytes()
    assert not of(Heading, blocks_of(data))
    assert len(of(Paragraph, blocks_of(data))) == 2
