"""Form fields: what is filled in, and everything that lies around it."""

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.channels.channel import channel
from tests.channels.sheet import NAME, first, form, javascript, line

_STYLE = "/F1 10 Tf 0 g"
_OTHER = "anders"


def field(pdf, kind="Tx", shown=_OTHER, **keys):
    """Put a form with one field on the page; return the field."""
    entry = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name(f"/{kind}"),
        T=String("naam"),
        Rect=Array([72, 640, 272, 660]),
        F=4,
        DA=String(_STYLE),
        AP=Dictionary(N=form(pdf, line(shown, x=2, y=6, size=10), (0, 0, 200, 20))),
    )
    for key, value in keys.items():
        entry[f"/{key}"] = value
    entry = pdf.make_indirect(entry)
    page = first(pdf)
    page.Annots = Array([entry])
    fonts = Dictionary(Font=page.Resources.Font)
    pdf.Root.AcroForm = Dictionary(Fields=Array([entry]), DR=fonts, DA=String(_STYLE))
    return entry


def _field_with(name, by="object", **keys):
    def build(pdf):
        field(pdf, **keys)

    build.__name__ = name
    channel("fields", by)(build)


_field_with("value_of_a_field", by="text", shown=NAME, V=String(NAME))
_field_with("value_that_is_not_drawn", V=String(NAME))
_field_with("default_of_a_field", DV=String(NAME), V=String(_OTHER))
_field_with("tooltip_of_a_field", TU=String(f"Bezwaar van {NAME}"), V=String(_OTHER))
_field_with("name_of_a_field", T=String(NAME), V=String(_OTHER))
_field_with("export_name_of_a_field", TM=String(NAME), V=String(_OTHER))
_field_with("rich_value_of_a_field", RV=String(f"<p>{NAME}</p>"), V=String(_OTHER))
_field_with(
    "options_of_a_list", kind="Ch", Opt=Array([String(_OTHER), String(NAME)]), V=String(_OTHER)
)
_field_with("caption_of_a_button", kind="Btn", MK=Dictionary(CA=String(NAME)), Ff=65536)
_field_with("script_of_a_field", AA=Dictionary(K=javascript()), V=String(_OTHER))
_field_with("old_drawing_of_a_field", by="text", shown=NAME, V=String(_OTHER))
_field_with("hidden_field", V=String(NAME), F=2)
_field_with("field_without_a_drawing", V=String(NAME), AP=Dictionary())
_field_with("locked_field", V=String(_OTHER), Lock=Dictionary(Fields=Array([String(NAME)])))


@channel("fields", "object")
def state_of_a_check_box(pdf):
    empty = form(pdf, b"", (0, 0, 200, 20))
    states = Dictionary({f"/{NAME}": empty, "/Off": empty})
    field(pdf, kind="Btn", AP=Dictionary(N=states), AS=Name.Off, V=Name.Off)


@channel("fields", "object")
def parent_of_a_field(pdf):
    kid = field(pdf, V=String(_OTHER))
    parent = pdf.make_indirect(Dictionary(T=String(NAME), Kids=Array([kid])))
    kid.Parent = parent
    pdf.Root.AcroForm.Fields = Array([parent])


@channel("fields", "object")
def field_on_no_page(pdf):
    entry = field(pdf, V=String(_OTHER))
    loose = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("x"), V=String(NAME)))
    pdf.Root.AcroForm.Fields = Array([entry, loose])


@channel("fields", "object")
def script_that_calculates(pdf):
    entry = field(pdf, V=String(_OTHER), AA=Dictionary(C=javascript()))
    pdf.Root.AcroForm.CO = Array([entry])


@channel("fields", "bytes")
def xml_form(pdf):
    field(pdf, V=String(_OTHER))
    packet = f"<xdp><datasets><naam>{NAME}</naam></datasets></xdp>"
    pdf.Root.AcroForm.XFA = Stream(pdf, packet.encode())


@channel("fields", "object")
def signature(pdf):
    signed = Dictionary(
        Type=Name.Sig,
        Filter=Name("/Adobe.PPKLite"),
        SubFilter=Name("/adbe.pkcs7.detached"),
        Name=String(NAME),
        Reason=String(f"Akkoord, {NAME}"),
        ByteRange=Array([0, 1, 2, 3]),
        Contents=String(b"\x30\x03\x0c\x01" + NAME.encode()),
    )
    field(pdf, kind="Sig", V=pdf.make_indirect(signed))
    pdf.Root.AcroForm.SigFlags = 3


@channel("fields", "object")
def certificate_of_a_signature(pdf):
    field(pdf, V=String(_OTHER))
    certificate = Stream(pdf, b"\x30\x10\x06\x03\x55\x04\x03\x0c" + NAME.encode())
    pdf.Root.DSS = Dictionary(Certs=Array([certificate]), VRI=Dictionary({f"/{NAME}": 1}))
