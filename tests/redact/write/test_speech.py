"""A label is read aloud, and a screen reader meets no empty tags."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from redact.write.speech import give_way

NAME = "Zonderlingius"


@pytest.fixture
def tagged(make_pdf):
    """Return a function that tags the first line of a PDF with a name, and adds what is asked."""

    def make(change):
        data = make_pdf(f"De heer {NAME} opent.", "Verder niets.")
        with pikepdf.open(io.BytesIO(data)) as pdf:
            page = pdf.pages[0]
            page.contents_coalesce()
            content = page.Contents.read_bytes()
            page.Contents = pdf.make_stream(b"/P <</MCID 0>> BDC\n" + content + b"\nEMC")
            root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
            paragraph = element(pdf, Name.P, root, Pg=page.obj, K=0)
            root.K = Array([paragraph])
            root.ParentTree = Dictionary(Nums=Array([0, Array([paragraph])]))
            page.obj.StructParents = 0
            pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
            change(pdf, root, paragraph)
            out = io.BytesIO()
            pdf.save(out)
            return out.getvalue()

    return make


def element(pdf, role, parent, **keys):
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=role, P=parent, **keys))


def roles(element_, found=()):
    found = [*found, str(element_.S)[1:]] if "/S" in element_ else list(found)
    kids = element_.get("/K")
    for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found = roles(kid, found)
    return found


def test_a_text_that_is_read_for_a_paragraph_gives_way_to_the_label_in_it(tagged, without):
    def change(_pdf, _root, paragraph):
        paragraph.ActualText = String("Verder niets.")

    with pikepdf.open(io.BytesIO(without(tagged(change), NAME))) as pdf:
        assert "/ActualText" not in pdf.Root.StructTreeRoot.K[0]


def test_a_text_that_is_read_for_something_else_stays(tagged):
    def change(_pdf, _root, paragraph):
        paragraph.ActualText = String("Verder niets.")

    with pikepdf.open(io.BytesIO(tagged(change))) as pdf:
        paragraph = pdf.Root.StructTreeRoot.K[0]
        give_way([paragraph])
        assert paragraph.ActualText == "Verder niets."


def test_a_tag_with_nothing_in_it_goes_and_so_does_what_held_only_such_tags(tagged, without):
    def change(pdf, root, _paragraph):
        list_ = element(pdf, Name.L, root)
        list_.K = Array([element(pdf, Name.LI, list_)])
        root.K.append(list_)

    with pikepdf.open(io.BytesIO(without(tagged(change), NAME))) as pdf:
        found = roles(pdf.Root.StructTreeRoot)
    assert "LI" not in found
    assert "P" in found


def test_an_empty_cell_stays_in_its_row(tagged, without):
    def change(pdf, root, _paragraph):
        table = element(pdf, Name.Table, root)
        row = element(pdf, Name.TR, table)
        row.K = Array([element(pdf, Name.TD, row)])
        table.K = Array([row])
        root.K.append(table)

    with pikepdf.open(io.BytesIO(without(tagged(change), NAME))) as pdf:
        found = roles(pdf.Root.StructTreeRoot)
    assert {"Table", "TR", "TD"} <= set(found)
