"""Layers become part of the page, JPEG 2000 becomes JPEG: before anything is removed."""

import io

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from redact.read import read_pdf
from redact.read.layers import Switches
from redact.write.flatten import flatten


@pytest.fixture
def layered(make_pdf):
    """Return a function that makes a page with a layer, off or on, and something in it."""

    def make(put, *, off):
        with pikepdf.open(io.BytesIO(make_pdf("Op de pagina"))) as pdf:
            layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Laag"))
            setting = Dictionary(OFF=Array([layer] if off else []))
            pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=setting)
            put(pdf, layer)
            out = io.BytesIO()
            pdf.save(out)
            return out.getvalue()

    return make


def marked(pdf, layer):
    page = pdf.pages[0]
    page.Resources.Properties = Dictionary(L=layer)
    page.contents_add(b"/OC /L BDC BT /helv 11 Tf 72 600 Td (In een laag) Tj ET EMC")


def conditional(pdf, layer):
    marked(pdf, pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=layer, P=Name.AllOn)))


def form(pdf, layer):
    page = pdf.pages[0]
    drawn = Stream(pdf, b"BT /helv 11 Tf 72 600 Td (In een laag) Tj ET", Subtype=Name.Form)
    drawn.BBox, drawn.OC = Array([0, 0, 595, 842]), layer
    drawn.Resources = page.Resources
    page.Resources.XObject = Dictionary(Fm=drawn)
    page.contents_add(b"/Fm Do")


def note(pdf, layer):
    mark = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([9, 9, 99, 99]), OC=layer)
    mark.Contents = "In een laag"
    pdf.pages[0].Annots = Array([pdf.make_indirect(mark)])


@pytest.mark.parametrize("put", [marked, conditional, form])
def test_what_is_off_goes(layered, put):
    flat = flatten(layered(put, off=True), [])
    with pikepdf.open(io.BytesIO(flat)) as pdf:
        assert "/OCProperties" not in pdf.Root
    with pymupdf.open(stream=flat) as pdf:
        assert pdf[0].get_text().strip() == "Op de pagina"
    assert b"In een laag" not in flat


def test_a_note_in_a_layer_that_is_off_goes(layered):
    with pymupdf.open(stream=flatten(layered(note, off=True), [])) as pdf:
        assert not list(pdf[0].annots())


@pytest.mark.parametrize("put", [marked, conditional, form, note])
def test_what_is_on_stays_and_cannot_be_switched_off_any_more(layered, put):
    flat = flatten(layered(put, off=False), [])
    with pikepdf.open(io.BytesIO(flat)) as pdf:
        assert "/OCProperties" not in pdf.Root
    with pymupdf.open(stream=flat) as pdf:
        assert "In een laag" in pdf[0].get_text() or list(pdf[0].annots())


@pytest.mark.parametrize("put", [marked, conditional, form])
@pytest.mark.parametrize("off", [True, False])
def test_what_is_read_is_what_is_shown(layered, put, off):
    (page,) = read_pdf(layered(put, off=off))
    assert ("In een laag" in page.text) is not off


@pytest.mark.parametrize(
    ("condition", "is_off"),
    [
        (["/Not", "aan"], True),
        (["/Not", "uit"], False),
        (["/And", "aan", "uit"], True),
        (["/Or", "aan", "uit"], False),
        (["/And", "aan", ["/Not", "uit"]], False),
        (["/And"], False),
    ],
)
def test_conditions_are_worked_out(condition, is_off):
    with pikepdf.new() as pdf:
        layers = {name: pdf.make_indirect(Dictionary(Type=Name.OCG)) for name in ("aan", "uit")}
        switches = Switches(Dictionary(D=Dictionary(OFF=Array([layers["uit"]]))))

        def built(term):
            if isinstance(term, list):
                return Array([built(one) for one in term])
            return Name(term) if term.startswith("/") else layers[term]

        assert switches.hide(Dictionary(Type=Name.OCMD, VE=built(condition))) is is_off


@pytest.mark.parametrize(
    ("policy", "on", "off", "is_off"),
    [
        ("AllOn", 1, 1, True),
        ("AllOn", 2, 0, False),
        ("AnyOn", 1, 1, False),
        ("AnyOn", 0, 2, True),
        ("AnyOff", 1, 1, False),
        ("AnyOff", 2, 0, True),
        ("AllOff", 0, 2, False),
        ("AllOff", 1, 1, True),
    ],
)
def test_policies_over_layers_are_worked_out(policy, on, off, is_off):
    with pikepdf.new() as pdf:
        layers = [pdf.make_indirect(Dictionary(Type=Name.OCG)) for _ in range(on + off)]
        switches = Switches(Dictionary(D=Dictionary(OFF=Array(layers[on:]))))
        condition = Dictionary(Type=Name.OCMD, OCGs=Array(layers), P=Name(f"/{policy}"))
        assert switches.hide(condition) is is_off


def test_text_after_what_is_off_keeps_its_place(layered):
    def put(pdf, layer):
        pdf.pages[0].Resources.Properties = Dictionary(L=layer)
        pdf.pages[0].contents_add(
            b"BT /helv 11 Tf 72 600 Td /OC /L BDC (weg) Tj 0 -20 Td EMC (blijft) Tj ET"
        )

    data = layered(put, off=True)
    places = []
    for version in (data, flatten(data, [])):
        with pymupdf.open(stream=version) as pdf:
            places.append(pdf[0].search_for("blijft")[0].y0)
    assert places[0] == places[1]


@pytest.fixture
def pictured():
    """A PDF of two pages, each with a JPEG 2000 picture of its own."""
    with pikepdf.new() as pdf:
        for _ in range(2):
            page = pdf.add_blank_page(page_size=(200, 200))
            out = io.BytesIO()
            Image.linear_gradient("L").convert("RGB").save(out, "JPEG2000")
            picture = Stream(pdf, out.getvalue(), Type=Name.XObject, Subtype=Name.Image)
            picture.Filter, picture.Width, picture.Height = Name.JPXDecode, 256, 256
            page.Resources = Dictionary(XObject=Dictionary(Im=picture))
            page.Contents = pdf.make_stream(b"200 0 0 200 0 0 cm /Im Do")
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def test_jpeg_2000_is_repacked_on_pages_that_lose_something_only(pictured):
    with pikepdf.open(io.BytesIO(flatten(pictured, [1]))) as pdf:
        one, other = (page.Resources.XObject.Im for page in pdf.pages)
        assert (one.Filter, other.Filter) == (Name.JPXDecode, Name.DCTDecode)
        assert other.ColorSpace == Name.DeviceRGB
        shade = pikepdf.PdfImage(other).as_pil_image().getpixel((100, 200))
    assert all(abs(value - 200) < 6 for value in shade)


def test_a_file_without_either_is_left_as_it_is(make_pdf):
    data = make_pdf("Gewoon")
    assert flatten(data, [0]) == data
