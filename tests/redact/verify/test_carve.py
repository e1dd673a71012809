import base64
import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.verify.carve import Carved, carve


def _saved(mode):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pikepdf.Stream(pdf, b"BT (Hallo) Tj ET")
        pdf.Root.Words = pdf.make_indirect(pikepdf.String("los"))
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=mode)
    return out.getvalue()


@pytest.mark.parametrize("mode", list(pikepdf.ObjectStreamMode))
def test_every_object_is_found_and_unpacked(mode):
    carving = carve(_saved(mode))
    assert any(carved.stream == b"BT (Hallo) Tj ET" for carved in carving.objects)
    assert any(b"(los)" in carved.head for carved in carving.objects)
    assert not carving.unused()


def test_an_object_no_page_leads_to_is_unused():
    data = _saved(pikepdf.ObjectStreamMode.disable)
    at = data.rindex(b"xref\n")
    loose = b"77 0 obj\n<</Length 16>>\nstream\nBT (Oud) Tj ET  \nendstream\nendobj\n"
    (unused,) = carve(data[:at] + loose + data[at:]).unused()
    assert unused.number == 77
    assert unused.shows_text


def test_an_older_version_of_an_object_is_unused():
    data = _saved(pikepdf.ObjectStreamMode.disable)
    first = carve(data).objects[0].number
    newer = b"%d 0 obj\n<</Type/Catalog>>\nendobj\n" % first
    assert first in {carved.number for carved in carve(data + newer).unused()}


def test_a_stream_is_read_to_its_end_when_its_length_is_wrong():
    raw = b"1 0 obj\n<</Length 3>>\nstream\nBT (Hallo) Tj ET\nendstream\nendobj\n"
    assert carve(raw).objects[0].stream.strip() == b"BT (Hallo) Tj ET"


LZW = bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01])  # the example of ISO 32000-1


@pytest.mark.parametrize(
    ("filters", "packed", "text"),
    [
        (b"/ASCIIHexDecode", b"51756178>", b"Quax"),
        (b"[/ASCIIHexDecode /ASCIIHexDecode]", b"3531 3735 3631 3738>", b"Quax"),
        (b"/ASCII85Decode", base64.a85encode(b"Quax") + b"~>", b"Quax"),
        (b"/LZWDecode", LZW, b"-----A---B"),
        (b"/DCTDecode", b"pixels", b"pixels"),
    ],
)
def test_every_filter_that_hides_text_is_undone(filters, packed, text):
    raw = b"1 0 obj\n<</Filter %s>>\nstream\n%s\nendstream\nendobj\n" % (filters, packed)
    assert carve(raw).objects[0].stream.startswith(text)


def test_a_map_from_codes_to_letters_is_no_page_content():
    assert Carved(1, b"<<>>", b"BT [(Oud)] TJ ET").shows_text
    assert not Carved(1, b"<<>>", b"/CMapName /X def [<0041>] TJ").shows_text
    assert not Carved(1, b"<</Subtype/Image>>", b"BT [(Oud)] TJ ET").shows_text


@given(st.binary(max_size=300))
def test_any_bytes_can_be_carved(noise):
    carve(noise)
    carve(b"1 0 obj\n<</Filter/FlateDecode>>\nstream\n" + noise + b"\nendstream\nendobj")
    carve(b"1 0 obj\n<</Type/ObjStm/First 4>>\nstream\n" + noise + b"\nendstream\nendobj")
