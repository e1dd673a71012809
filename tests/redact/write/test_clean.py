"""What stands in a file beside its pages: nothing of it may hold what was removed."""

from io import BytesIO

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String

NAME = "Zonderlingius"
UTF16 = NAME.encode("utf-16-be")


@pytest.fixture
def changed(make_pdf):
    """Return a function that changes a PDF with a name on its page, through pikepdf."""

    def make(change):
        pages = (f"De heer {NAME} opent.", "Verder niets.")
        with pikepdf.open(BytesIO(make_pdf(*pages, per_page=1))) as pdf:
            change(pdf)
            out = BytesIO()
            pdf.save(out)
            return out.getvalue()

    return make


def stream(pdf, text, **keys):
    return pdf.make_stream(text.encode(), **keys)


def properties(pdf):
    pdf.docinfo["/Author"] = NAME
    pdf.docinfo["/Keywords"] = "geheim"
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [NAME]


def attachment(pdf):
    pdf.attachments["brief.txt"] = pikepdf.AttachedFileSpec(pdf, NAME.encode())


def script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"alert('{NAME}')"))
    names = Array([String("a"), Dictionary(S=Name.JavaScript, JS=String(NAME))])
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=names))


def comment(pdf):
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=[10, 10, 30, 30], Contents=String(NAME), T=NAME
    )
    pdf.pages[0].Annots = pdf.make_indirect([pdf.make_indirect(note)])


def unapplied_redaction(pdf):
    mark = Dictionary(
        Type=Name.Annot, Subtype=Name.Redact, Rect=[0, 0, 5, 5], OverlayText=String(NAME)
    )
    pdf.pages[1].Annots = pdf.make_indirect([pdf.make_indirect(mark)])


def mail_link(pdf):
    action = Dictionary(S=Name.URI, URI=String(f"mailto:{NAME}@example.nl"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[300, 10, 330, 30], A=action)
    pdf.pages[0].Annots = pdf.make_indirect([pdf.make_indirect(link)])


def web_link(pdf):
    action = Dictionary(S=Name.URI, URI=String(f"https://example.nl/{NAME.lower()}.html"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[300, 10, 330, 30], A=action)
    pdf.pages[1].Annots = pdf.make_indirect([pdf.make_indirect(link)])


def private(pdf):
    pdf.Root.PieceInfo = Dictionary(App=Dictionary(Private=String(NAME)))
    pdf.pages[0].PieceInfo = Dictionary(App=Dictionary(Private=String(NAME)))
    pdf.pages[0].Thumb = stream(pdf, NAME)
    pdf.Root.EigenSleutel = String(NAME)
    pdf.trailer["/Eigen"] = String(NAME)


def page_label(pdf):
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(NAME))]))


def named_place(pdf):
    place = Array([pdf.pages[0].obj, Name.Fit])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(NAME), place])))


def tags(pdf):
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    figure = Dictionary(
        Type=Name.StructElem, S=Name.Figure, P=root, Alt=String(f"Foto van {NAME}"), T=String(NAME)
    )
    figure.ActualText = String(NAME)
    root.K = pdf.make_indirect(figure)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def marked_content(pdf):
    page = pdf.pages[1]
    page.contents_add(f"/Span <</ActualText ({NAME})>> BDC 0 0 1 1 re f EMC".encode())
    page.contents_add(f"/Weg <</Tekst ({NAME})>> DP".encode())


def marked_properties(pdf):
    page = pdf.pages[1]
    page.Resources.Properties = Dictionary(P0=Dictionary(ActualText=String(NAME), MCID=0))
    page.contents_add(b"/Span /P0 BDC 0 0 1 1 re f EMC")


def emptied_mark(pdf):
    page = pdf.pages[0]
    page.contents_add(b"/Span <</ActualText (Zonder)>> BDC EMC")
    page.contents_add(UTF16.hex().encode().join([b"/Span <</E <FEFF", b">>> BDC EMC"]))


def loose_object(pdf):
    pdf.Root.Los = pdf.make_indirect(String(NAME))


CHANNELS = (
    properties,
    attachment,
    script,
    comment,
    unapplied_redaction,
    mail_link,
    web_link,
    private,
    page_label,
    named_place,
    tags,
    marked_content,
    marked_properties,
    emptied_mark,
    loose_object,
)


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_removed_name_stands_nowhere_in_the_file(changed, without, everything_in, channel):
    data = changed(channel)
    everything = everything_in(without(data, NAME)).lower()
    assert NAME.lower().encode() not in everything
    assert UTF16.lower() not in everything
    assert UTF16.hex().encode() not in everything
    assert b"zonder)" not in everything


def test_an_earlier_revision_is_gone(make_pdf, without, everything_in, tmp_path):
    file = tmp_path / "twee.pdf"
    file.write_bytes(make_pdf("Eerste versie Oudnaam", "Naam"))
    with pymupdf.open(file) as pdf:
        page = pdf[0]
        page.add_redact_annot(page.search_for("Oudnaam")[0])
        page.apply_redactions()
        pdf.saveIncr()
    data = file.read_bytes()
    output = without(data, "Naam")
    assert data.count(b"%%EOF") == 2
    assert output.count(b"%%EOF") == 1
    assert output.startswith(b"%PDF-")
    assert b"Oudnaam" not in everything_in(output)


def test_no_object_is_left_that_no_page_leads_to(make_pdf, without):
    output = without(make_pdf("De heer Jan de Vries opent."), "Jan de Vries")
    with pikepdf.open(BytesIO(output)) as pdf:
        present = {thing.objgen for thing in pdf.objects if not is_container(thing)}
        assert present == reachable(pdf.trailer)


def is_container(thing):
    """Tell whether an object only packs other objects or lists where they are."""
    kinds = (Name.ObjStm, Name.XRef)
    return thing is None or (isinstance(thing, pikepdf.Stream) and thing.get("/Type") in kinds)


def reachable(trailer):
    seen, waiting = set(), [trailer]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Object) and thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            waiting += [thing[key] for key in thing.keys()]  # noqa: SIM118  no mapping
        elif isinstance(thing, pikepdf.Array):
            waiting += thing.as_list()
    return seen


def test_the_metadata_is_new_and_neutral(changed, without):
    output = without(changed(properties), NAME)
    with pikepdf.open(BytesIO(output)) as pdf:
        assert dict(pdf.docinfo) == {"/Title": "Geredigeerd document", "/Producer": "lakwerk"}
        with pdf.open_metadata() as metadata:
            assert dict(metadata) == {
                "{http://purl.org/dc/elements/1.1/}title": "Geredigeerd document",
                "{http://ns.adobe.com/pdf/1.3/}Producer": "lakwerk",
            }


def test_a_given_title_is_used_and_holds_nothing_that_was_removed(make_pdf, without):
    output = without(make_pdf(f"De heer {NAME} opent."), NAME, title=f"Brief <van> {NAME}")
    with pikepdf.open(BytesIO(output)) as pdf, pdf.open_metadata() as metadata:
        assert pdf.docinfo["/Title"] == "Brief <van> 5.1.2.e"
        assert metadata["dc:title"] == "Brief <van> 5.1.2.e"


def test_the_same_input_gives_the_same_bytes(make_pdf, without):
    data = make_pdf("De heer Jan de Vries opent.")
    assert without(data, "Jan de Vries") == without(data, "Jan de Vries")


def test_bookmarks_stay_with_the_code_in_the_place_of_a_name(make_pdf, without):
    with pymupdf.open(stream=make_pdf("Gesprek met Jan Bos", "Twee", per_page=1)) as pdf:
        pdf.set_toc([[1, "Gesprek met Jan Bos", 1], [2, "Bos, Jan", 2], [1, "Twee", 2]])
        data = pdf.tobytes()
    with pymupdf.open(stream=without(data, "Jan Bos"), filetype="pdf") as pdf:
        assert pdf.get_toc() == [
            [1, "Gesprek met 5.1.2.e", 1],
            [2, "Pagina 2", 2],
            [1, "Twee", 2],
        ]


def test_bookmarks_with_names_for_their_places_still_lead_there(changed, without):
    def change(pdf):
        named_place(pdf)
        items = [
            pdf.make_indirect(Dictionary(Title=String("De heer"), Dest=String(NAME)))
            for _ in range(2)
        ]
        outline = pdf.make_indirect(Dictionary(First=items[0], Last=items[1], Count=2))
        items[0].Next, items[1].Prev = items[1], items[0]
        pdf.Root.Outlines = outline

    with pymupdf.open(stream=without(changed(change), NAME), filetype="pdf") as pdf:
        assert pdf.get_toc() == [[1, "De heer", 1]] * 2


def test_bookmarks_that_lead_in_a_circle_do_no_harm(changed, without):
    def change(pdf):
        item = pdf.make_indirect(Dictionary(Title=String(NAME)))
        item.Next = item
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item))

    assert without(changed(change), NAME)


def test_a_link_to_the_web_stays(changed, without):
    def change(pdf):
        web_link(pdf)
        pdf.pages[1].Annots[0].A.URI = String("https://wetten.overheid.nl/")

    with pymupdf.open(stream=without(changed(change), NAME), filetype="pdf") as pdf:
        assert [link["uri"] for link in pdf[1].get_links()] == ["https://wetten.overheid.nl/"]


def test_a_description_without_a_name_stays(changed, without):
    def change(pdf):
        tags(pdf)
        pdf.Root.StructTreeRoot.K.Alt = String("Kaart van de gemeente")
        pdf.Root.StructTreeRoot.K.K = 0

    with pikepdf.open(BytesIO(without(changed(change), NAME))) as pdf:
        figure = first(pdf.Root.StructTreeRoot.K)
        assert figure.Alt == "Kaart van de gemeente"
        assert "/ActualText" not in figure


def first(kids):
    return kids[0] if isinstance(kids, pikepdf.Array) else kids


def test_a_word_that_stays_on_a_page_may_stay_in_a_bookmark(make_pdf, without):
    with pymupdf.open(stream=make_pdf("Jan Utrecht", "Gemeente Utrecht", per_page=1)) as pdf:
        pdf.set_toc([[1, "Gemeente Utrecht", 2], [1, "Gemeente", 2]])
        data = pdf.tobytes()
    with pymupdf.open(stream=without(data, "Jan Utrecht"), filetype="pdf") as pdf:
        assert pdf.get_toc() == [[1, "Gemeente Utrecht", 2], [1, "Gemeente", 2]]
