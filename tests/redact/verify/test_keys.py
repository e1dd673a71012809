import io

import pikepdf
import pytest

from redact.verify.carve import carve
from redact.verify.keys import unknown
from redact.verify.objects import Name, Reference, parse


def _saved(spoil):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary())
        spoil(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return set(unknown(carve(out.getvalue())))


def test_an_ordinary_file_has_nothing_unknown():
    assert _saved(lambda _: None) == set()


def _names(pdf):
    pdf.Root.Names = pikepdf.Dictionary()


def _page(pdf):
    pdf.pages[0].obj.PieceInfo = pikepdf.Dictionary()


def _info(pdf):
    pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary(Author="iemand"))


def _image(pdf):
    image = pikepdf.Stream(pdf, b"\0", Subtype=pikepdf.Name.Image, Metadata=pikepdf.Dictionary())
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(Im=image)


def _descriptor(pdf):
    descriptor = pikepdf.Dictionary(FontFamily="Deftig")
    pdf.pages[0].Resources.Font.F = pikepdf.Dictionary(FontDescriptor=descriptor)


def _hidden_in_value(pdf):
    pdf.pages[0].obj.Tabs = pikepdf.Dictionary(Verborgen="iets")


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (_names, "catalog"),
        (_page, "pages"),
        (_info, "information"),
        (_image, "drawing"),
        (_descriptor, "descriptor"),
        (_hidden_in_value, "pages"),
    ],
)
def test_what_a_page_does_not_need_is_found(spoil, kind):
    assert kind in _saved(spoil)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (b"<< /A#42 (x\\)y) /C [1 0 R 2.5 true null] >>", None),
        (b"<</K 3 0 R/N/Naam>>", {"K": Reference(3), "N": Name("Naam")}),
        (b"<0041 42>", b"\0AB"),
        (b"(a\\101\\\nb)", b"aAb"),
        (b"[1 2 [3]]", [1.0, 2.0, [3.0]]),
        (b">> ]", None),
        (b"", None),
    ],
)
def test_objects_are_read_as_they_are_written(raw, value):
    if raw.startswith(b"<< /A#42"):
        value = {"AB": b"x)y", "C": [Reference(1), 2.5, True, None]}
    assert parse(raw) == value
