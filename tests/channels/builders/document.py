"""What hangs on the document as a whole."""

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.channels.channel import Channel, add, channel
from tests.channels.sheet import NAME, first, javascript, line, saved

_WHERE = "document"
ELSEWHERE = String("elders")


def xmp(text=NAME):
    """Return a packet of metadata that names an author."""
    return f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Keywords="{text}"/>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def metadata(pdf):
    """Return such a packet as a stream."""
    return Stream(pdf, xmp(), Type=Name.Metadata, Subtype=Name.XML)


def stored(pdf, name="bron.txt", content=NAME):
    """Return an embedded file."""
    file = Stream(pdf, content.encode(), Type=Name.EmbeddedFile)
    return pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=file))
    )


def _catalog(name, key, value, by="object"):
    def build(pdf):
        pdf.Root[f"/{key}"] = value(pdf)

    add(Channel(name, _WHERE, by, build))


def _tree(kind, key, value):
    return lambda pdf: Dictionary(
        {f"/{kind}": Dictionary(Names=Array([String(key), pdf.make_indirect(value(pdf))]))}
    )


def _outline(pdf, title, **item_keys):
    outline = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=1))
    item = pdf.make_indirect(Dictionary(Title=String(title), Parent=outline, **item_keys))
    outline.First = outline.Last = item
    return outline


def _to_page(pdf):
    return Array([first(pdf), Name.Fit])


_catalog("embedded_file", "Names", _tree("EmbeddedFiles", "bron", stored), by="bytes")
_catalog(
    "name_of_an_embedded_file",
    "Names",
    _tree("EmbeddedFiles", NAME, lambda pdf: stored(pdf, f"{NAME}.txt", "")),
)
_catalog("associated_file", "AF", lambda pdf: Array([stored(pdf)]), by="bytes")
_catalog(
    "portfolio",
    "Collection",
    lambda _: Dictionary(Schema=Dictionary(F=Dictionary(Subtype=Name.S, N=String(NAME)))),
)
_catalog("bookmark", "Outlines", lambda pdf: _outline(pdf, f"Bezwaar van {NAME}"))
_catalog(
    "bookmark_that_runs_a_script", "Outlines", lambda pdf: _outline(pdf, "Bezwaar", A=javascript())
)
_catalog(
    "bookmark_with_a_custom_key",
    "Outlines",
    lambda pdf: _outline(pdf, "Bezwaar", Vendor=String(NAME)),
)
_catalog("named_place", "Names", _tree("Dests", f"Bezwaar {NAME}", _to_page))
_catalog("named_place_of_old", "Dests", lambda pdf: Dictionary({f"/{NAME}": _to_page(pdf)}))
_catalog(
    "label_of_a_page",
    "PageLabels",
    lambda _: Dictionary(Nums=Array([0, Dictionary(P=String(NAME))])),
)
_catalog("script_of_the_document", "Names", _tree("JavaScript", "start", lambda _: javascript()))
_catalog(
    "presentation_by_name",
    "Names",
    _tree("AlternatePresentations", NAME, lambda _: Dictionary(Type=Name.SlideShow)),
)
_catalog("rendition_by_name", "Names", _tree("Renditions", NAME, lambda _: Dictionary(S=Name.MR)))
_catalog("drawing_by_name", "Names", _tree("AP", NAME, lambda pdf: Stream(pdf, "")))
_catalog(
    "web_pages_captured",
    "Names",
    _tree("URLS", f"https://{NAME}.example", lambda _: Dictionary(S=Name.SPS)),
)
_catalog("action_on_opening", "OpenAction", lambda _: javascript())
_catalog("action_on_printing", "AA", lambda _: Dictionary(WP=javascript()))
_catalog("metadata_packet", "Metadata", metadata, by="bytes")
_catalog(
    "private_data_of_a_program",
    "PieceInfo",
    lambda _: Dictionary(Vendor=Dictionary(Private=String(NAME))),
)
_catalog(
    "thread_of_articles",
    "Threads",
    lambda _: Array([Dictionary(I=Dictionary(Author=String(NAME)))]),
)
_catalog(
    "web_capture",
    "SpiderInfo",
    lambda _: Dictionary(V=1.0, C=Array([Dictionary(URL=String(NAME))])),
)
_catalog("base_of_links", "URI", lambda _: Dictionary(Base=String(f"https://{NAME}.example/")))
_catalog("language", "Lang", lambda _: String(f"nl-x-{NAME}"))
_catalog("legal_attestation", "Legal", lambda _: Dictionary(Attestation=String(NAME)))
_catalog(
    "requirement",
    "Requirements",
    lambda _: Array(
        [Dictionary(S=Name.EnableJavaScripts, RH=Dictionary(S=Name.JS, Script=String(NAME)))]
    ),
)
_catalog(
    "extension",
    "Extensions",
    lambda _: Dictionary({f"/{NAME}": Dictionary(BaseVersion=Name("/1.7"))}),
)
_catalog("custom_key_of_the_catalog", "Vendor", lambda _: String(NAME))
_catalog("custom_name_of_the_catalog", "Vendor", lambda _: Name(f"/{NAME}"))
_catalog("viewer_preferences", "ViewerPreferences", lambda _: Dictionary(Vendor=String(NAME)))
_catalog("properties_of_marking", "MarkInfo", lambda _: Dictionary(Marked=False, Who=String(NAME)))
_catalog(
    "output_condition",
    "OutputIntents",
    lambda _: Array(
        [Dictionary(S=Name.GTS_PDFX, OutputConditionIdentifier=ELSEWHERE, Info=String(NAME))]
    ),
)
_catalog(
    "part_of_a_print_run",
    "DPartRoot",
    lambda _: Dictionary(
        Type=Name.DPartRoot, DPartRootNode=Dictionary(DPM=Dictionary(Klant=String(NAME)))
    ),
)
_catalog(
    "permissions", "Perms", lambda _: Dictionary(UR3=Dictionary(Type=Name.Sig, Name=String(NAME)))
)


@channel(_WHERE, "object")
def document_information(pdf):
    pdf.docinfo["/Author"] = String(NAME)


@channel(_WHERE, "object")
def document_information_in_two_byte_letters(pdf):
    pdf.docinfo["/Title"] = String(f"Bezwaar van {NAME} – ‘concept’ €")


@channel(_WHERE, "object")
def custom_document_information(pdf):
    pdf.docinfo[f"/Van{NAME}"] = String("ja")


@channel(_WHERE, "object")
def custom_key_of_the_trailer(pdf):
    pdf.trailer.Vendor = String(NAME)


@channel(_WHERE, "object")
def identifier_of_the_file(pdf):
    """The first half of it stays the same when a file is saved again."""
    pdf.trailer.ID = Array([String(NAME.encode().ljust(16)), String(b"0" * 16)])
    return saved(pdf, static_id=False)


@channel(_WHERE, "hidden")
def page_for_use_as_a_template(pdf):
    """A page that is in no tree until a script asks for it."""
    template = Dictionary(
        Type=Name.Template,
        MediaBox=Array([0, 0, 595, 842]),
        Resources=first(pdf).Resources,
        Contents=pdf.make_stream(line(NAME)),
    )
    named = Dictionary(Names=Array([String("blad"), pdf.make_indirect(template)]))
    pdf.Root.Names = Dictionary(Templates=named)


@channel(_WHERE, "object")
def layer_settings(pdf):
    """The name of a set of layers, and who made it."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Laag")))
    setting = Dictionary(
        Name=String(NAME), Creator=String(NAME), Order=Array([String(NAME), layer])
    )
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=setting)
