"""Names that a page gives to its fonts, colours and pictures."""

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.channels.channel import Channel, add, channel
from tests.channels.sheet import BEFORE, NAME, add_page, at, draw, first, form, line, put

_WHERE = "names"
_MINE = f"Van_{NAME}"
_CALLED = f"/{_MINE}".encode()


def _resource(kind, thing, use):
    """Register a channel in which a used thing of this kind bears the name."""

    def build(pdf):
        put(first(pdf), kind, _MINE, thing(pdf))
        draw(pdf, line(f"{BEFORE} {NAME}") + use.replace(b"@", _CALLED))

    add(Channel(f"name_of_a_{kind.lower()}", _WHERE, "object", build))


_resource(
    "Font",
    lambda pdf: first(pdf).Resources.Font.F1,
    b" BT @ 9 Tf 1 0 0 1 72 600 Tm (Akkoord) Tj ET",
)
_resource("XObject", lambda pdf: form(pdf, b"10 10 5 5 re f"), b" @ Do")
_resource("ExtGState", lambda _: Dictionary(ca=0.5), b" @ gs 100 100 10 10 re f")
_resource(
    "ColorSpace",
    lambda _: Array([Name.CalGray, Dictionary(WhitePoint=Array([1, 1, 1]))]),
    b" @ cs .5 sc 100 100 10 10 re f",
)
_resource("Properties", lambda _: Dictionary(MCID=0), b" /P @ BDC 100 100 10 10 re f EMC")
_resource(
    "Pattern",
    lambda _: Dictionary(PatternType=2, Shading=_shading()),
    b" /Pattern cs @ scn 100 100 10 10 re f",
)
_resource("Shading", lambda _: _shading(), b" q 100 100 10 10 re W n @ sh Q")


def _shading():
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([1]), N=1)
    coords = Array([100, 100, 110, 110])
    return Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=coords, Function=ramp)


@channel(_WHERE, "object")
def name_of_a_font_in_a_form(pdf):
    inner = form(pdf, b"BT %s 9 Tf 1 0 0 1 72 600 Tm (Akkoord) Tj ET" % _CALLED)
    inner.Resources = Dictionary(Font=Dictionary({f"/{_MINE}": first(pdf).Resources.Font.F1}))
    put(first(pdf), "XObject", "Fm1", inner)
    draw(pdf, line(f"{BEFORE} {NAME}") + b" /Fm1 Do")


@channel(_WHERE, "object")
def name_of_a_font_that_is_not_used(pdf):
    put(first(pdf), "Font", _MINE, first(pdf).Resources.Font.F1)


@channel(_WHERE, "object")
def name_of_a_separation(pdf):
    _in_colour(pdf, Array([Name.Separation, Name(f"/{_MINE}"), Name.DeviceGray, _tint(pdf, 1)]))


@channel(_WHERE, "object")
def name_among_inks(pdf):
    inks = Array([Name(f"/{_MINE}")])
    _in_colour(pdf, Array([Name.DeviceN, inks, Name.DeviceGray, _tint(pdf, 1)]))


@channel(_WHERE, "object")
def name_among_attributes_of_inks(pdf):
    inks = Array([Name.Steunkleur])
    more = Dictionary(Subtype=Name.DeviceN, Colorants=Dictionary({f"/{_MINE}": Name.DeviceGray}))
    _in_colour(pdf, Array([Name.DeviceN, inks, Name.DeviceGray, _tint(pdf, 1), more]))


def _tint(pdf, inputs):
    return pdf.make_indirect(
        Dictionary(FunctionType=2, Domain=Array([0, inputs]), C0=Array([1]), C1=Array([0]), N=1)
    )


def _in_colour(pdf, space):
    put(first(pdf), "ColorSpace", "Cs1", pdf.make_indirect(space))
    draw(pdf, line(f"{BEFORE} {NAME}") + b" /Cs1 cs 1 scn 100 100 10 10 re f")


def _profile(description=b"", tail=b""):
    """Return a small colour profile of a grey screen, with a description and bytes behind it."""
    text = b"desc" + bytes(4) + len(description + b"\0").to_bytes(4, "big") + description + b"\0"
    text += bytes(78 + -len(text) % 4)
    curve = b"curv" + bytes(4) + bytes(4)
    white = b"XYZ " + bytes(4) + bytes.fromhex("0000f6d6000100000000d32d")
    tags, body, start = b"", b"", 132 + 3 * 12
    for sign, value in ((b"desc", text), (b"wtpt", white), (b"kTRC", curve)):
        tags += sign + (start + len(body)).to_bytes(4, "big") + len(value).to_bytes(4, "big")
        body += value + bytes(-len(value) % 4)
    size = start + len(body)
    head = size.to_bytes(4, "big") + bytes(4) + b"\2\x10\0\0mntrGRAYXYZ "
    head += bytes(12) + b"acsp" + bytes(28) + bytes.fromhex("0000f6d6000100000000d32d")
    return head.ljust(128, b"\0") + (3).to_bytes(4, "big") + tags + body + tail


@channel(_WHERE, "bytes")
def bytes_behind_a_colour_profile(pdf):
    profile = Stream(pdf, _profile(tail=NAME.encode()), N=1, Alternate=Name.DeviceGray)
    _in_colour(pdf, Array([Name.ICCBased, profile]))


@channel(_WHERE, "bytes")
def description_of_a_colour_profile(pdf):
    profile = Stream(pdf, _profile(f"Scherm van {NAME}".encode()), N=1, Alternate=Name.DeviceGray)
    _in_colour(pdf, Array([Name.ICCBased, profile]))


@channel(_WHERE, "object")
def custom_key_of_a_colour_profile(pdf):
    profile = Stream(pdf, _profile(), N=1, Alternate=Name.DeviceGray, Vendor=String(NAME))
    _in_colour(pdf, Array([Name.ICCBased, profile]))


@channel(_WHERE, "object")
def name_on_a_second_page(pdf):
    add_page(pdf)
    put(pdf.pages[1].obj, "Font", _MINE, first(pdf).Resources.Font.F1)
    show = b"BT %s 11 Tf 1 0 0 1 72 730 Tm (Akkoord) Tj ET" % _CALLED
    draw(pdf, show, page=1)
    draw(pdf, at(b"(Afspraak met Quaxwijk) Tj"))
