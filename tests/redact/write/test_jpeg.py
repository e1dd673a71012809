"""JPEG files lose what is said beside the picture, and not one pixel."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from redact.write.jpeg import bare_jpeg, bare_jpeg2000


def packed(**how):
    out = io.BytesIO()
    gradient = Image.linear_gradient("L").resize((40, 30)).convert("RGB")
    gradient.save(out, **how)
    return out.getvalue()


def pixels(data):
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB").tobytes()


@pytest.mark.parametrize(
    "how",
    [
        {"comment": b"Geheim"},
        {"icc_profile": b"Geheim" * 20},
        {"exif": b"Exif\0\0Geheim"},
        {"comment": b"Geheim", "progressive": True},
        {"comment": b"Geheim", "restart_marker_rows": 1},
    ],
)
def test_remarks_go_and_pixels_stay(how):
    data = packed(format="JPEG", **how)
    assert b"Geheim" in data
    bare = bare_jpeg(data + b"Geheim")
    assert b"Geheim" not in bare
    assert pixels(bare) == pixels(data)


def test_a_preview_in_the_first_segment_goes():
    data = packed(format="JPEG")
    size = int.from_bytes(data[4:6], "big")
    preview = data[:4] + (size + 3).to_bytes(2, "big") + data[6:18] + b"\1\1ABC" + data[20:]
    bare = bare_jpeg(preview)
    assert b"ABC" not in bare
    assert pixels(bare) == pixels(data)


def test_remarks_in_jpeg_2000_go_and_pixels_stay():
    data = packed(format="JPEG2000", comment=b"Geheim")
    box = (14).to_bytes(4, "big") + b"xml Geheim"
    bare = bare_jpeg2000(data + box)
    assert b"Geheim" in data + box
    assert b"Geheim" not in bare
    assert pixels(bare) == pixels(data)


@given(st.binary(max_size=60), st.integers(0, 400))
def test_a_damaged_file_does_no_harm(junk, at):
    for how, bare in (("JPEG", bare_jpeg), ("JPEG2000", bare_jpeg2000)):
        data = packed(format=how)
        assert isinstance(bare(data[:at] + junk + data[at + 9 :]), bytes)
        assert isinstance(bare(junk), bytes)
