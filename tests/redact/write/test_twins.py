"""A picture that loses a part in one place loses it wherever it is drawn."""

import io

import numpy as np
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from redact.geometry import Box, Matrix
from redact.write.places import Place
from redact.write.twins import find_twins, without_twins

SIDE = 64
AREA = Box(10, 10, 40, 30)
"""Where text goes on the first page: over the lower left of a picture of 100 points."""


def noise(seed=0):
    return np.random.default_rng(seed).integers(0, 2, (SIDE, SIDE), np.uint8) * 255


def as_grey(pdf, pixels):
    return image(pdf, pixels.tobytes())


def as_jpeg(pdf, pixels):
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=95)
    return image(pdf, out.getvalue(), Filter=Name.DCTDecode)


def as_fax(pdf, pixels):
    out = io.BytesIO()
    Image.fromarray(pixels).convert("1").save(out, "TIFF", compression="group4")
    with Image.open(out) as tiff:
        start, size = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    parms = Dictionary(K=-1, Columns=SIDE, Rows=SIDE, BlackIs1=True)
    packed = out.getvalue()[start : start + size]
    return image(pdf, packed, Filter=Name.CCITTFaxDecode, DecodeParms=parms, BitsPerComponent=1)


def as_bits(pdf, pixels):
    return image(pdf, np.packbits(pixels >= 128, axis=1).tobytes(), BitsPerComponent=1)


def image(pdf, data, **keys):
    picture = Stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=SIDE, Height=SIDE)
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    for key, value in keys.items():
        picture[f"/{key}"] = value
    return pdf.make_indirect(picture)


def pixels_of(picture):
    return np.asarray(pikepdf.PdfImage(picture).as_pil_image().convert("L")).astype(int)


def page_of(pdf, picture, content=b"100 0 0 100 0 0 cm /Im Do"):
    page = pdf.add_blank_page(page_size=(200, 200))
    page.Resources = Dictionary(XObject=Dictionary(Im=picture))
    page.Contents = pdf.make_stream(content)
    return page


def saved(pdf):
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def blanked(data):
    """Return the pictures of the pages after the area of the first page went."""
    after = without_twins(data, find_twins(data, {0: [AREA]}))
    with pikepdf.open(io.BytesIO(after)) as pdf:
        return [pixels_of(page.Resources.XObject.Im) for page in pdf.pages]


def is_gone(pixels):
    """Tell whether the part under the area is of one colour."""
    part = pixels[round(SIDE * 0.7) : round(SIDE * 0.9), round(SIDE * 0.1) : round(SIDE * 0.4)]
    return np.ptp(part) < 30


def is_there(pixels):
    """Tell whether the rest still has its pixels."""
    return np.ptp(pixels[: SIDE // 2]) > 200


@pytest.mark.parametrize("make", [as_grey, as_jpeg, as_fax, as_bits])
def test_a_picture_on_two_pages_loses_the_part_on_both(make):
    with pikepdf.new() as pdf:
        picture = make(pdf, noise())
        page_of(pdf, picture)
        page_of(pdf, picture, b"50 0 0 50 120 120 cm /Im Do")
        for pixels in blanked(saved(pdf)):
            assert is_gone(pixels)
            assert is_there(pixels)


@pytest.mark.parametrize("other", [as_grey, as_fax])
def test_the_same_pixels_packed_otherwise_are_the_same_picture(other):
    with pikepdf.new() as pdf:
        page_of(pdf, as_bits(pdf, noise()))
        page_of(pdf, other(pdf, noise()))
        assert all(map(is_gone, blanked(saved(pdf))))


def test_another_picture_of_that_size_keeps_its_pixels():
    with pikepdf.new() as pdf:
        page_of(pdf, as_grey(pdf, noise(0)))
        page_of(pdf, as_grey(pdf, noise(1)))
        first, second = blanked(saved(pdf))
    assert is_gone(first)
    assert (second == noise(1)).all()


def test_a_picture_beside_the_area_is_none_of_its_business():
    with pikepdf.new() as pdf:
        page_of(pdf, as_grey(pdf, noise()), b"100 0 0 100 50 0 cm /Im Do")
        assert not find_twins(saved(pdf), {0: [AREA]})


def test_a_clip_that_ends_before_the_area_shows_nothing_there():
    with pikepdf.new() as pdf:
        page_of(pdf, as_grey(pdf, noise()), b"0 50 100 50 re W n 100 0 0 100 0 0 cm /Im Do")
        assert not find_twins(saved(pdf), {0: [AREA]})


def test_what_goes_takes_the_colour_of_its_paper_and_not_of_its_ink():
    pixels = np.full((SIDE, SIDE), 230, np.uint8)
    pixels[48:52, 8:20] = 0
    with pikepdf.new() as pdf:
        page_of(pdf, as_grey(pdf, pixels))
        (after,) = blanked(saved(pdf))
    assert (after == 230).all()


@pytest.mark.parametrize("step", [(50, 50), (-50, 50), (70, 60)])
def test_a_pattern_is_blanked_where_its_tiles_meet_the_area(step):
    with pikepdf.new() as pdf:
        picture = as_grey(pdf, noise())
        tile = Stream(pdf, b"50 0 0 50 0 0 cm /Im Do", PatternType=1, PaintType=1, TilingType=1)
        tile.BBox, tile.XStep, tile.YStep = Array([0, 0, 50, 50]), *step
        tile.Resources = Dictionary(XObject=Dictionary(Im=picture))
        page = page_of(pdf, picture, b"/Pattern cs /P scn 0 0 200 200 re f")
        page.Resources.Pattern = Dictionary(P=pdf.make_indirect(tile))
        (after,) = blanked(saved(pdf))
    part = after[round(SIDE * 0.4) : round(SIDE * 0.8), round(SIDE * 0.2) : round(SIDE * 0.8)]
    assert np.ptp(part) == 0


def test_a_tile_too_small_for_letters_is_left_alone():
    with pikepdf.new() as pdf:
        dots = pdf.make_indirect(
            Stream(pdf, bytes([0, 255, 255, 0]), Type=Name.XObject, Subtype=Name.Image)
        )
        dots.Width, dots.Height, dots.BitsPerComponent = 2, 2, 8
        dots.ColorSpace = Name.DeviceGray
        page_of(pdf, dots)
        assert not find_twins(saved(pdf), {0: [AREA]})


matrices = st.tuples(*[st.integers(-120, 120)] * 6).filter(
    lambda m: abs(m[0] * m[3] - m[1] * m[2]) > 10
)


@given(matrices, st.floats(0, 1), st.floats(0, 1))
def test_a_point_of_a_picture_in_an_area_is_in_the_part_that_goes(matrix, across, up):
    ctm = Matrix(*map(float, matrix))
    x, y = ctm.point(across, up)
    part = Place(None, ctm, Box(-1e6, -1e6, 1e6, 1e6)).under(Box(x - 1, y - 1, x + 1, y + 1))
    assert part.x0 - 1e-6 <= across <= part.x1 + 1e-6
    assert part.y0 - 1e-6 <= up <= part.y1 + 1e-6


@pytest.mark.parametrize(
    "content",
    [
        b"1 0 0 cm 100 0 0 100 0 0 cm /Im Do",
        b"(x) /Im cm q Q Q 100 0 0 100 0 0 cm /Im Do",
        b"BI /W 2 /W 1 /H 1 /H 4 /BPC 8 /CS /G ID 12345678 EI 100 0 0 100 0 0 cm /Im Do",
        b"/None gs /Gone Do /Pattern cs /Gone scn 0 0 9 9 re f 100 0 0 100 0 0 cm /Im Do",
    ],
)
def test_instructions_that_make_no_sense_hide_no_picture(content):
    with pikepdf.new() as pdf:
        page_of(pdf, as_grey(pdf, noise()), content)
        assert find_twins(saved(pdf), {0: [AREA]})


def test_a_pattern_without_steps_or_box_draws_no_tiles():
    with pikepdf.new() as pdf:
        picture = as_grey(pdf, noise())
        tile = Stream(pdf, b"/Im Do", PatternType=1, Resources=Dictionary(XObject=Dictionary()))
        page = page_of(pdf, picture, b"/Pattern cs /P scn 0 0 200 200 re f")
        page.Resources.Pattern = Dictionary(P=pdf.make_indirect(tile))
        assert not find_twins(saved(pdf), {0: [AREA]})
