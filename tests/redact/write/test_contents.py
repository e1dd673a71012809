"""Content streams: what is shown stays, what is said beside it and what things are called go."""

from io import BytesIO

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from redact.write.contents import clean_contents
from redact.write.prune import prune
from redact.write.removed import Removed


@pytest.fixture
def cleaned():
    """Return a function that cleans a page with this content and these resources."""

    def clean(content, change=nothing):
        with pikepdf.new() as pdf:
            page = pdf.add_blank_page(page_size=(200, 200)).obj
            page.Contents = pdf.make_stream(content)
            page.Resources = Dictionary(Font=Dictionary(Eigen=helvetica(pdf)))
            change(pdf, page)
            clean_contents(pdf, Removed((), "Er staat tekst"))
            prune(pdf)
            out = BytesIO()
            pdf.save(out, compress_streams=False)
            return out.getvalue()

    return clean


def nothing(_pdf, _page):
    """Change nothing."""


def helvetica(pdf):
    return pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )


def test_instructions_stay_in_their_order(cleaned):
    data = cleaned(b"q 1 0 0 1 5 5 cm BT /Eigen 9 Tf (tekst) Tj ET Q 0 0 5 5 re f")
    assert b"q\n1 0 0 1 5 5 cm\nBT\n/F0 9 Tf\n(tekst) Tj\nET\nQ\n0 0 5 5 re\nf" in data


@pytest.mark.parametrize(
    "said",
    [
        b"% Geheim",
        b"/Geheim MP",
        b"/X <</A (Geheim)>> DP",
        b"BX (Geheim) xyz EX",
        b"(Geheim) 1 w",
        b"(Geheim) w",
        b"/Geheim ri",
        b"[(Geheim)] 0 d",
        b"/Geheim gs",
        b"/Geheim Do",
        b"/Geheim BMC EMC",
        b"/P <</MCID 0 /T (Geheim)>> BDC EMC",
        b"/P <</MCID 0 /Lang (nl-x-Geheim)>> BDC EMC",
        b"/Span <</ActualText (Geheim)>> BDC 0 0 1 1 re f EMC",
        b"/Span <</ActualText (Er staat)>> BDC EMC /Geheim BMC",
        b"q 5 0 0 5 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /Who (Geheim) ID \0 EI Q",
    ],
)
def test_what_is_said_beside_the_drawing_goes(cleaned, said):
    data = cleaned(said + b"\n0 0 5 5 re f")
    assert b"Geheim" not in data
    assert b"0 0 5 5 re\nf" in data


def test_a_replacement_that_the_page_shows_stays(cleaned):
    data = cleaned(b"/Span <</ActualText (staat)>> BDC BT /Eigen 9 Tf (s) Tj ET EMC")
    assert b"(staat)" in data


def test_an_inline_picture_still_draws(cleaned):
    data = cleaned(b"q 50 0 0 50 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q")
    with pymupdf.open(stream=data) as pdf:
        assert pdf[0].get_pixmap().pixel(10, 190) == (0, 0, 0)


def test_what_is_not_used_goes(cleaned):
    def change(pdf, page):
        page.Resources.XObject = Dictionary(
            Geheim=Stream(pdf, b"(Geheim)", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        )

    assert b"Geheim" not in cleaned(b"0 0 5 5 re f", change)


def test_a_form_draws_as_before_with_names_of_its_own(cleaned):
    def change(pdf, page):
        inner = Stream(pdf, b"/Kleur cs .5 scn 0 0 50 50 re f % Geheim", Subtype=Name.Form)
        inner.BBox = Array([0, 0, 200, 200])
        tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([0]), N=1)
        ink = Array([Name.Separation, Name.Geheim, Name.DeviceGray, tint])
        inner.Resources = Dictionary(ColorSpace=Dictionary(Kleur=ink))
        page.Resources.XObject = Dictionary(Geheim=inner)

    data = cleaned(b"/Geheim Do", change)
    assert b"Geheim" not in data
    with pymupdf.open(stream=data) as pdf:
        assert 100 < pdf[0].get_pixmap().pixel(10, 190)[0] < 155


def test_a_form_without_resources_uses_those_of_its_page(cleaned):
    def change(pdf, page):
        inner = Stream(pdf, b"BT /Eigen 9 Tf (tekst) Tj ET", Subtype=Name.Form)
        inner.BBox = Array([0, 0, 200, 200])
        page.Resources.XObject = Dictionary(Fm=inner)

    with pymupdf.open(stream=cleaned(b"/Fm Do", change)) as pdf:
        assert pdf[0].get_text().strip() == "tekst"


def test_text_where_no_program_looks_goes(cleaned):
    def change(pdf, page):
        tile = Stream(pdf, b"0 0 3 3 re f BT /Eigen 9 Tf (Geheim) Tj ET", PatternType=1)
        tile.PaintType, tile.TilingType, tile.XStep, tile.YStep = 1, 1, 9, 9
        tile.BBox, tile.Resources = Array([0, 0, 9, 9]), page.Resources
        page.Resources.Pattern = Dictionary(Tegel=tile)

    data = cleaned(b"/Pattern cs /Tegel scn 0 0 90 90 re f", change)
    assert b"Geheim" not in data
    assert b"0 0 3 3 re\nf" in data


def test_a_circle_of_forms_ends(cleaned):
    def change(pdf, page):
        inner = Stream(pdf, b"/Fm Do", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        inner = pdf.make_indirect(inner)
        inner.Resources = Dictionary(XObject=Dictionary(Fm=inner))
        page.Resources.XObject = Dictionary(Fm=inner)

    assert cleaned(b"/Fm Do", change)


def test_keys_that_no_page_needs_go_wherever_they_hang(cleaned):
    def change(_pdf, page):
        state = Dictionary(ca=0.5, Eigen=String("Geheim"), HT=Dictionary(HalftoneName=Name.Geheim))
        page.Resources.ExtGState = Dictionary(Glas=state)
        page.Group = Dictionary(S=Name.Transparency, Eigen=String("Geheim"))
        page.VP = Array([String("Geheim")])

    data = cleaned(b"/Glas gs 0 0 9 9 re f", change)
    assert b"Geheim" not in data
    assert b"/ca" in data


def test_bytes_behind_the_last_row_of_a_picture_go():
    import zlib

    from redact.write.images import clean_images

    with pikepdf.new() as pdf:
        plain = Stream(pdf, b"\0" * 12 + b"Geheim", Subtype=Name.Image, Width=2, Height=2)
        plain.ColorSpace, plain.BitsPerComponent = Name.DeviceRGB, 8
        packed = Stream(pdf, zlib.compress(b"\0" * 4) + b"Geheim", Subtype=Name.Image)
        packed.Width, packed.Height, packed.Filter = 2, 2, Name.FlateDecode
        packed.ColorSpace, packed.BitsPerComponent = Name.DeviceGray, 8
        pictures = [pdf.make_indirect(plain), pdf.make_indirect(packed)]
        clean_images(pdf)
        assert [picture.read_bytes() for picture in pictures] == [b"\0" * 12, b"\0" * 4]
        assert all(b"Geheim" not in picture.read_raw_bytes() for picture in pictures)


def test_a_colour_profile_does_not_say_who_made_it():
    from PIL import ImageCms

    from redact.write.colours import cut_profile

    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with pikepdf.new() as pdf:
        profile = Stream(pdf, made + b"Geheim", N=3)
        cut_profile(profile)
        bare = profile.read_bytes()
    assert len(bare) == len(made)
    assert b"s\0R\0G\0B" in made
    assert b"s\0R\0G\0B" not in bare
    assert ImageCms.ImageCmsProfile(BytesIO(bare)).profile.xcolor_space == "RGB "
