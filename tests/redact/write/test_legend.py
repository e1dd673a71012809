from io import BytesIO

import pikepdf
import pymupdf
import pytest

from grounds.catalogue import CATALOGUE
from redact.document import Span
from redact.finding import Redaction
from redact.read import read_pdf
from redact.write import write_pdf
from redact.write.legend import set_legend

HEADINGS = (pikepdf.Name("/H1"), pikepdf.Name("/H2"))
TITLE = "Toelichting bij de codes in dit document"


def last_page(data):
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        return " ".join(pdf[-1].get_text().split())


def test_the_legend_explains_the_codes_used_in_the_words_of_the_law(make_pdf):
    data = make_pdf("De heer Jan de Vries vindt het niets.")
    document = read_pdf(data)
    redactions = [Redaction(Span(0, 8, 20), "5.1.2.e"), Redaction(Span(0, 21, 36), "5.2.1")]
    text = last_page(write_pdf(data, document, redactions))
    assert text.startswith(TITLE)
    for code in ("5.1.2.e", "5.2.1"):
        ground = CATALOGUE[code]
        assert f"{code} {ground.label}" in text
        assert ground.text.rstrip(".;") in text
    assert "5.1.2.i" not in text


def test_a_marker_is_called_no_ground_for_refusal():
    text = last_page(set_legend(["4.1.4"], 595, 842))
    assert "Dit is geen weigeringsgrond" in text
    assert "artikel 4.1, vierde lid" in text.lower()


def test_every_ground_has_its_place_in_one_legend():
    with pymupdf.open(stream=set_legend(CATALOGUE, 595, 842), filetype="pdf") as pdf:
        text = " ".join("".join(page.get_text() for page in pdf).split())
        assert len(pdf) > 1
    assert all(ground.label in text for ground in CATALOGUE.values())


@pytest.mark.parametrize(("size", "expected"), [((595, 842), (595, 842)), ((842, 595), (842, 595))])
def test_the_legend_has_the_size_of_the_last_page(size, expected):
    with pymupdf.open(stream=set_legend(["5.1.2.e"], *size), filetype="pdf") as pdf:
        assert (pdf[0].rect.width, pdf[0].rect.height) == pytest.approx(expected, abs=0.5)


def test_a_legend_on_a_page_too_small_to_read_is_set_on_a4():
    with pymupdf.open(stream=set_legend(["5.1.2.e"], 100, 100), filetype="pdf") as pdf:
        assert pdf[0].rect.width == pytest.approx(595.28, abs=0.5)


def test_a_code_that_is_no_ground_is_named_without_an_explanation():
    assert "9.9.z" in last_page(set_legend(["9.9.z"], 595, 842))


def tagged(*lines):
    """Return a tagged PDF set by typst."""
    import typst

    return typst.compile("\n\n".join(lines).encode(), format="pdf")


def test_the_legend_of_a_tagged_document_is_tagged_with_it(without):
    output = without(tagged("De heer Jan de Vries opent."), "Jan de Vries")
    with pikepdf.open(BytesIO(output)) as pdf:
        root = pdf.Root.StructTreeRoot
        table = pikepdf.NumberTree(root.ParentTree)
        page = pdf.pages[-1]
        elements = table[int(page.StructParents)]
        headings = [element for element in elements if element.S in HEADINGS]
        assert {str(heading.S) for heading in headings} == {"/H1", "/H2"}
        assert all(element.Pg.objgen == page.obj.objgen for element in headings)
        assert top(headings[0]).objgen == root.objgen
        for link in page.Annots:
            assert int(link.StructParent) in table.keys()  # noqa: SIM118  no mapping
        assert int(root.ParentTreeNextKey) > max(table.keys())


def top(element):
    while "/P" in element:
        element = element.P
    return element


def test_the_legend_of_an_untagged_document_brings_no_tags(make_pdf, without):
    output = without(make_pdf("De heer Jan de Vries opent."), "Jan de Vries")
    with pikepdf.open(BytesIO(output)) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "/StructParents" not in pdf.pages[-1]


def test_labels_of_a_tagged_document_are_part_of_its_tagged_text(without):
    output = without(tagged("Eerst Jan de Vries en dan."), "Jan de Vries")
    with pikepdf.open(BytesIO(output)) as pdf:
        depth, found = 0, []
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            if str(operator) == "Tj" and bytes(operands[0]) == b"5.1.2.e":
                found.append(depth)
        assert found == [1]
