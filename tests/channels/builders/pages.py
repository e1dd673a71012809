"""What hangs on a page, and on the forms and patterns it draws."""

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.channels.builders.document import metadata, stored
from tests.channels.channel import Channel, add, channel
from tests.channels.sheet import NAME, draw, first, form, javascript, line, put

_WHERE = "pages"


def _page(name, key, value, by="object"):
    def build(pdf):
        first(pdf)[f"/{key}"] = value(pdf)

    add(Channel(name, _WHERE, by, build))


_page("metadata_of_a_page", "Metadata", metadata, by="bytes")
_page(
    "private_data_of_a_page",
    "PieceInfo",
    lambda _: Dictionary(Vendor=Dictionary(Private=String(NAME))),
)
_page("associated_file_of_a_page", "AF", lambda pdf: Array([stored(pdf)]), by="bytes")
_page("action_of_a_page", "AA", lambda _: Dictionary(O=javascript()))
_page(
    "viewport",
    "VP",
    lambda _: Array([Dictionary(Type=Name.Viewport, BBox=Array([0, 0, 9, 9]), Name=String(NAME))]),
)
_page("custom_key_of_a_page", "Vendor", lambda _: String(NAME))
_page("custom_name_of_a_page", "Vendor", lambda _: Name(f"/{NAME}"))
_page(
    "step_of_a_presentation", "PresSteps", lambda _: Dictionary(Type=Name.NavNode, NA=javascript())
)
_page("template_instantiated", "TemplateInstantiated", lambda _: Name(f"/{NAME}"))
_page(
    "separation_of_a_page", "SeparationInfo", lambda _: Dictionary(DeviceColorant=Name(f"/{NAME}"))
)
_page("identifier_of_a_page", "ID", lambda _: String(NAME))
_page("box_colours", "BoxColorInfo", lambda _: Dictionary(CropBox=Dictionary(Who=String(NAME))))
_page(
    "beads_of_articles",
    "B",
    lambda _: Array([Dictionary(T=Dictionary(I=Dictionary(Title=String(NAME))))]),
)
_page(
    "output_intent_of_a_page",
    "OutputIntents",
    lambda _: Array([Dictionary(S=Name.GTS_PDFX, Info=String(NAME))]),
)


@channel(_WHERE, "object")
def custom_key_of_the_page_tree(pdf):
    pdf.Root.Pages.Vendor = String(NAME)


@channel(_WHERE, "object")
def custom_key_of_a_transparency_group(pdf):
    first(pdf).Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, Vendor=String(NAME))


def _used_form(name, key, value, by="object"):
    def build(pdf):
        drawing = form(pdf, line("Akkoord", y=600))
        drawing[f"/{key}"] = value(pdf)
        put(first(pdf), "XObject", "Fm1", drawing)
        draw(pdf, line(f"Afspraak met {NAME}") + b" /Fm1 Do")

    add(Channel(name, _WHERE, by, build))


_used_form("metadata_of_a_form", "Metadata", metadata, by="bytes")
_used_form(
    "private_data_of_a_form",
    "PieceInfo",
    lambda _: Dictionary(Vendor=Dictionary(Private=String(NAME))),
)
_used_form("name_of_a_form", "Name", lambda _: Name(f"/{NAME}"))
_used_form("custom_key_of_a_form", "Vendor", lambda _: String(NAME))
_used_form(
    "proxy_of_a_form", "OPI", lambda _: Dictionary({"/1.3": Dictionary(F=String(f"{NAME}.tif"))})
)
_used_form("reference_of_a_form", "Ref", lambda _: Dictionary(F=String(f"{NAME}.pdf"), Page=0))
_used_form("measure_of_a_form", "Measure", lambda _: Dictionary(Subtype=Name.RL, R=String(NAME)))


@channel(_WHERE, "hidden")
def unused_form(pdf):
    put(first(pdf), "XObject", "Fm1", form(pdf, line(NAME)))


@channel(_WHERE, "hidden")
def unused_pattern(pdf):
    tile = Stream(pdf, line(NAME, x=0, y=0), PatternType=1, PaintType=1, TilingType=1)
    tile.BBox, tile.XStep, tile.YStep = Array([0, 0, 80, 20]), 80, 20
    tile.Resources = Dictionary(Font=first(pdf).Resources.Font)
    put(first(pdf), "Pattern", "P1", tile)


@channel(_WHERE, "object")
def custom_key_of_a_pattern(pdf):
    tile = Stream(pdf, b"0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1)
    tile.BBox, tile.XStep, tile.YStep = Array([0, 0, 9, 9]), 9, 9
    tile.Resources, tile.Vendor = Dictionary(), String(NAME)
    put(first(pdf), "Pattern", "P1", tile)
    draw(pdf, line(f"Afspraak met {NAME}") + b" /Pattern cs /P1 scn 72 600 50 50 re f")


@channel(_WHERE, "object")
def custom_key_of_a_graphics_state(pdf):
    put(first(pdf), "ExtGState", "Gs1", Dictionary(ca=0.5, Vendor=String(NAME)))
    draw(pdf, line(f"Afspraak met {NAME}") + b" /Gs1 gs 100 100 10 10 re f")


@channel(_WHERE, "object")
def custom_key_of_a_content_stream(pdf):
    first(pdf).Contents.Vendor = String(NAME)


@channel(_WHERE, "object")
def procedure_set(pdf):
    first(pdf).Resources.ProcSet = Array([Name.PDF, Name(f"/{NAME}")])


@channel(_WHERE, "object")
def name_of_a_halftone(pdf):
    halftone = Dictionary(Type=Name.Halftone, HalftoneType=1, HalftoneName=String(NAME))
    halftone.Frequency, halftone.Angle, halftone.SpotFunction = 60, 45, Name.Round
    put(first(pdf), "ExtGState", "Gs1", Dictionary(HT=halftone))
    draw(pdf, line(f"Afspraak met {NAME}") + b" /Gs1 gs 100 100 10 10 re f")
