"""A file that goes round in circles is published like any other, without what was ordered out."""

import io

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name

from redact.document import Span
from redact.finding import Redaction
from redact.preflight import preflight
from redact.read import read_pdf
from redact.read.circles import cut_circles
from redact.verify import verify
from redact.write import write_pdf

NAME = "Zonderlingius"


def circle_of_pages(data):
    """Put a node of the page tree under itself."""
    with pymupdf.open(stream=data) as pdf:
        root = int(pdf.xref_get_key(pdf.pdf_catalog(), "Pages")[1].split()[0])
        kids = pdf.xref_get_key(root, "Kids")[1]
        pdf.xref_set_key(root, "Kids", f"{kids[:-1]} {root} 0 R]")
        return pdf.tobytes()


def circle_of_forms(data):
    """Draw a form in which another draws the first."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        one, other = (
            pdf.make_stream(
                f"BT /F 20 Tf 72 {high} Td (Regel {number}) Tj ET q 1 0 0 1 9 9 cm /X Do Q".encode()
            )
            for number, high in enumerate((500, 400))
        )
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        for form, inner in ((one, other), (other, one)):
            form.Type, form.Subtype = Name.XObject, Name.Form
            form.BBox = Array([0, 0, 600, 800])
            form.Resources = Dictionary(Font=Dictionary(F=font), XObject=Dictionary(X=inner))
        page.Resources.XObject = Dictionary(Fm=one)
        page.contents_add(b"q /Fm Do Q")
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


@pytest.fixture(params=[circle_of_pages, circle_of_forms])
def source(request, make_pdf):
    return request.param(make_pdf(f"De heer {NAME} opent.", "Verder niets.", per_page=1))


def test_a_file_with_a_circle_is_published_without_what_had_to_go(source):
    document = read_pdf(source)
    at = document.pages[0].text.index(NAME)
    ordered = [Redaction(Span(0, at, at + len(NAME)), "5.1.2.e")]
    output = write_pdf(source, document, ordered)
    verify(output, document, ordered)
    text = read_pdf(output).text
    assert NAME not in text
    assert "De heer 5.1.2.e opent." in text
    assert all(line in text for line in document.text.replace(NAME, "5.1.2.e").split("\n"))


def test_a_file_with_a_circle_is_looked_at_before_it_is_redacted(source):
    assert preflight(source, read_pdf(source)) == ()


def test_a_file_is_changed_only_where_there_is_a_circle(source, make_pdf):
    with pymupdf.open(stream=source) as pdf:
        assert cut_circles(pdf)
        assert not cut_circles(pdf)
    with pymupdf.open(stream=make_pdf("Eerste", "Tweede", per_page=1)) as pdf:
        assert not cut_circles(pdf)
