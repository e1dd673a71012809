"""The list of what a file holds that its reader does not see."""

import io

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from redact.preflight import Secret, preflight
from redact.read import read_pdf


def _white():
    picture = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 200, 200))
    picture.clear_with(255)  # a new one holds whatever the memory held, such as another file's end
    return picture


@pytest.fixture
def listed(make_pdf):
    """Return a function that changes a page of text and gives the sorts found, with counts."""

    def look(change=None, add=None, data=None):
        data = data or make_pdf("Op de pagina staat genoeg tekst om te lezen")
        if add is not None:
            with pymupdf.open(stream=data) as pdf:
                add(pdf[0])
                data = pdf.tobytes()
        if change is not None:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                change(pdf)
                out = io.BytesIO()
                pdf.save(out)
                data = out.getvalue()
        return {thing.kind: thing.count for thing in preflight(data, read_pdf(data))}

    return look


def test_a_plain_file_hides_nothing(listed):
    assert listed() == {}


def test_every_sort_is_explained_in_dutch():
    from redact.preflight import Hidden

    assert all(len(Hidden(kind, None, 1).explanation) > 20 for kind in Secret)


PAGE = {
    "a note": (Secret.ANNOTATION, lambda page: page.add_text_annot((50, 50), "Geheim")),
    "text in white": (
        Secret.INVISIBLE,
        lambda page: page.insert_text((72, 300), "Geheim", color=(1, 1, 1)),
    ),
    "text without ink": (
        Secret.INVISIBLE,
        lambda page: page.insert_text((72, 300), "Geheim", render_mode=3),
    ),
    "small text": (Secret.TINY, lambda page: page.insert_text((72, 300), "Geheim", fontsize=1)),
    "text outside": (Secret.OUTSIDE, lambda page: page.insert_text((-90, 300), "Geheim")),
    "text under a box": (
        Secret.COVERED,
        lambda page: (
            page.insert_text((72, 300), "Geheim"),
            page.draw_rect((70, 280, 200, 310), fill=(0, 0, 0)),
        ),
    ),
    "a picture": (
        Secret.IMAGE,
        lambda page: page.insert_image((300, 300, 400, 400), pixmap=_white()),
    ),
}


@pytest.mark.parametrize("what", PAGE)
def test_what_a_page_hides_is_counted(listed, what):
    kind, add = PAGE[what]
    found = listed(add=add)
    assert set(found) == {kind}
    assert found[kind] == (6 if kind in {Secret.TINY, Secret.OUTSIDE} else 1)


def test_white_text_on_a_dark_ground_is_not_hidden(listed):
    def banner(page):
        page.draw_rect((60, 280, 400, 320), fill=(0, 0, 0.4))
        page.insert_text((72, 300), "Kop", color=(1, 1, 1))

    assert listed(add=banner) == {}


def test_a_link_hides_nothing(listed):
    def link(page):
        page.insert_link(
            {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(9, 9, 99, 99), "uri": "https://a.nl"}
        )

    assert listed(add=link) == {}


def script(pdf):
    pdf.Root.Names = Dictionary(
        JavaScript=Dictionary(
            Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("x"))])
        )
    )


def attachment(pdf):
    pdf.attachments["brief.txt"] = pikepdf.AttachedFileSpec(pdf, b"x")


def metadata(pdf):
    pdf.docinfo["/Author"] = "Geheim"


def layer(pdf):
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Geheim")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


def signature(pdf):
    signed = Dictionary(FT=Name.Sig, T=String("x"), V=Dictionary(Type=Name.Sig))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(signed)]))


def description(pdf):
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root.K = pdf.make_indirect(Dictionary(S=Name.Figure, P=root, Alt=String("Geheim")))
    pdf.Root.StructTreeRoot = root


def pattern(pdf):
    tile = Stream(pdf, b"BT (Geheim) Tj ET", PatternType=1)
    pdf.pages[0].Resources.Pattern = Dictionary(P=pdf.make_indirect(tile))


def font(pdf):
    unmapped = Dictionary(Type=Name.Font, Subtype=Name.Type0, Encoding=Name("/Identity-H"))
    pdf.pages[0].Resources.Font.Geen = pdf.make_indirect(unmapped)


FILE = {
    script: Secret.SCRIPT,
    attachment: Secret.ATTACHMENT,
    metadata: Secret.METADATA,
    layer: Secret.LAYER,
    signature: Secret.SIGNATURE,
    description: Secret.DESCRIPTION,
    pattern: Secret.UNREAD,
    font: Secret.UNMAPPED,
}


@pytest.mark.parametrize("change", FILE)
def test_what_a_file_hides_is_counted(listed, change):
    assert listed(change=change) == {FILE[change]: 1}


def test_an_earlier_revision_is_counted(listed, make_pdf, tmp_path):
    file = tmp_path / "twee.pdf"
    file.write_bytes(make_pdf("Eerste versie van een tekst"))
    with pymupdf.open(file) as pdf:
        pdf[0].insert_text((72, 300), "Meer")
        pdf.saveIncr()
    assert listed(data=file.read_bytes()) == {Secret.REVISION: 1}


def test_nothing_of_what_is_hidden_is_quoted(make_pdf):
    with pymupdf.open(stream=make_pdf("Op de pagina")) as pdf:
        pdf[0].add_text_annot((50, 50), "Zonderlingius")
        data = pdf.tobytes()
    things = preflight(data, read_pdf(data))
    assert "Zonderlingius" not in repr(things) + "".join(thing.explanation for thing in things)
