"""Pictures keep the pixels that some page shows, and no others."""

import io

import numpy as np
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from redact.write.crop import crop_pictures

WIDE, HIGH = 80, 60


def plain(pdf):
    return image(pdf, bytes([200]) * (WIDE * HIGH))


def coloured(pdf):
    return image(pdf, bytes([200]) * (3 * WIDE * HIGH), ColorSpace=Name.DeviceRGB)


def bits(pdf):
    return image(pdf, b"\xff" * (WIDE // 8 * HIGH), BitsPerComponent=1)


def palette(pdf):
    space = Array([Name.Indexed, Name.DeviceRGB, 15, bytes(range(0, 96, 2))])
    return image(pdf, b"\xff" * (WIDE // 2 * HIGH), ColorSpace=space, BitsPerComponent=4)


def photo(pdf):
    out = io.BytesIO()
    Image.new("RGB", (WIDE, HIGH), (200, 200, 200)).save(out, "JPEG")
    return image(pdf, out.getvalue(), Filter=Name.DCTDecode, ColorSpace=Name.DeviceRGB)


def fax(pdf):
    out = io.BytesIO()
    Image.new("1", (WIDE, HIGH), 1).save(out, "TIFF", compression="group4")
    with Image.open(out) as tiff:
        start, size = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    packed = out.getvalue()[start : start + size]
    parms = Dictionary(K=-1, Columns=WIDE, Rows=HIGH)
    return image(
        pdf, packed, Filter=Name.CCITTFaxDecode, DecodeParms=parms, BitsPerComponent=1
    )  # fmt: skip


def image(pdf, data, **keys):
    picture = Stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=WIDE, Height=HIGH)
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    for key, value in keys.items():
        picture[f"/{key}"] = value
    return pdf.make_indirect(picture)


def pixels(picture):
    return np.asarray(pikepdf.PdfImage(picture).as_pil_image().convert("L")).astype(int)


@pytest.fixture
def cropped():
    """Return a function that draws a picture by some instructions and crops it."""

    def crop(make, *contents, size=(100, 100)):
        with pikepdf.new() as pdf:
            picture = make(pdf)
            for content in contents:
                page = pdf.add_blank_page(page_size=size)
                page.Resources = Dictionary(XObject=Dictionary(Im=picture))
                page.Contents = pdf.make_stream(content)
            before = pixels(picture)
            crop_pictures(pdf)
            return before, pixels(picture)

    return crop


KINDS = [plain, coloured, bits, palette, photo, fax]


@pytest.mark.parametrize("make", KINDS)
def test_what_sticks_out_of_the_page_is_blanked(cropped, make):
    before, after = cropped(make, b"160 0 0 60 0 0 cm /Im Do")
    assert (abs(after[:, :48] - before[:, :48]) < 9).all()
    assert len(np.unique(after[:, 66:])) == 1
    assert abs(after[0, 70] - before[0, 70]) > 20


@pytest.mark.parametrize("make", KINDS)
def test_what_a_clip_hides_is_blanked(cropped, make):
    before, after = cropped(make, b"0 50 100 50 re W n 100 0 0 100 0 0 cm /Im Do")
    assert (abs(after[:28] - before[:28]) < 9).all()
    assert abs(after[50, 40] - before[50, 40]) > 20


@pytest.mark.parametrize("make", KINDS)
@pytest.mark.parametrize(
    "content",
    [
        b"100 0 0 100 0 0 cm /Im Do",
        b"101.5 0 0 101.5 -1 -1 cm /Im Do",
        b"0 100 -100 0 100 0 cm /Im Do",
        b"q 0 0 10 10 re W n Q 100 0 0 100 0 0 cm /Im Do",
    ],
)
def test_a_picture_that_is_seen_is_left_as_it_is(cropped, make, content):
    before, after = cropped(make, content)
    assert (before == after).all()


def test_what_another_page_shows_stays(cropped):
    before, after = cropped(plain, b"160 0 0 60 0 0 cm /Im Do", b"100 0 0 100 0 0 cm /Im Do")
    assert (before == after).all()


@given(
    st.tuples(*[st.integers(-120, 120)] * 4).filter(lambda m: m[0] * m[3] != m[1] * m[2]),
    st.integers(-90, 90),
    st.integers(-90, 90),
)
def test_no_pixel_that_is_seen_is_lost(matrix, across, up):
    content = b"%d %d %d %d %d %d cm /Im Do" % (*matrix, across, up)
    with pikepdf.new() as pdf:
        picture = plain(pdf)
        page = pdf.add_blank_page(page_size=(100, 100))
        page.Resources = Dictionary(XObject=Dictionary(Im=picture))
        page.Contents = pdf.make_stream(content)
        crop_pictures(pdf)
        after = pixels(picture)
    if after.shape != (HIGH, WIDE):
        return
    columns, rows = np.meshgrid((np.arange(WIDE) + 0.5) / WIDE, 1 - (np.arange(HIGH) + 0.5) / HIGH)
    x = matrix[0] * columns + matrix[2] * rows + across
    y = matrix[1] * columns + matrix[3] * rows + up
    seen = (x > 0) & (x < 100) & (y > 0) & (y < 100)
    assert (after[seen] == 200).all()


def test_a_picture_that_cannot_be_unpacked_is_taken_out():
    with pikepdf.new() as pdf:
        picture = image(pdf, b"no jpeg", Filter=Name.DCTDecode)
        page = pdf.add_blank_page(page_size=(100, 100))
        page.Resources = Dictionary(XObject=Dictionary(Im=picture))
        page.Contents = pdf.make_stream(b"300 0 0 300 0 0 cm /Im Do")
        crop_pictures(pdf)
        assert (picture.Width, picture.Height) == (1, 1)
