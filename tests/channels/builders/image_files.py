"""The encodings of pictures, and what their files hold beside the pixels."""

import io
import zlib

import numpy as np
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image, TiffImagePlugin

from tests.channels.builders.images import image
from tests.channels.channel import channel
from tests.channels.scan import (
    HIGH,
    WIDE,
    bits,
    coloured,
    faxed,
    grey,
    packed,
    palette,
    show,
    written,
)
from tests.channels.sheet import NAME, draw, first, line, put

_ELSEWHERE = "Een plaatje zonder namen"


def saved_as(picture, kind, **options):
    """Return the file of a picture."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


@image
def picture_as_jpeg(pdf):
    show(pdf, packed(pdf, saved_as(written(), "JPEG", quality=90), "DCTDecode"))


@image
def picture_as_jpeg_in_colour(pdf):
    data = saved_as(written().convert("RGB"), "JPEG", quality=90)
    show(pdf, packed(pdf, data, "DCTDecode", ColorSpace=Name.DeviceRGB))


@image
def picture_as_jpeg_for_print(pdf):
    data = saved_as(written().convert("CMYK"), "JPEG", quality=90)
    turned = Array([1, 0] * 4)
    show(pdf, packed(pdf, data, "DCTDecode", ColorSpace=Name.DeviceCMYK, Decode=turned))


@image
def picture_as_jpeg_packed_again(pdf):
    data = zlib.compress(saved_as(written(), "JPEG", quality=90))
    show(pdf, packed(pdf, data, Filter=Array([Name.FlateDecode, Name.DCTDecode])))


@image
def picture_as_jpeg_2000(pdf):
    data = saved_as(written(), "JPEG2000")
    show(pdf, packed(pdf, data, "JPXDecode", ColorSpace=None, BitsPerComponent=None))


@image
def picture_as_a_fax(pdf):
    show(pdf, packed(pdf, _fax(), "CCITTFaxDecode", BitsPerComponent=1, DecodeParms=faxed()))


def _fax():
    """Return the picture packed as a fax of group 4: libtiff packs it, we take the strip."""
    black = Image.frombytes("1", (WIDE, HIGH), bits())
    whole = {TiffImagePlugin.ROWSPERSTRIP: HIGH}
    data = saved_as(black, "TIFF", compression="group4", tiffinfo=whole)
    with Image.open(io.BytesIO(data)) as tiff:
        start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    return data[start : start + length]


@image
def picture_of_one_bit(pdf):
    show(pdf, packed(pdf, bits(), BitsPerComponent=1))


@image
def picture_of_one_bit_with_black_and_white_swapped(pdf):
    swapped = bytes(255 - value for value in bits())
    show(pdf, packed(pdf, swapped, BitsPerComponent=1, Decode=Array([1, 0])))


@image
def picture_of_sixteen_bits(pdf):
    data = np.asarray(written()).astype(">u2") * 257
    show(pdf, packed(pdf, data.tobytes(), BitsPerComponent=16))


@image
def picture_in_colour(pdf):
    show(pdf, coloured(pdf))


@image
def picture_with_a_palette(pdf):
    show(pdf, packed(pdf, bits(), BitsPerComponent=1, ColorSpace=palette(pdf)))


@image
def picture_in_calibrated_grey(pdf):
    space = Array([Name.CalGray, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])
    show(pdf, packed(pdf, written().tobytes(), ColorSpace=space))


@image
def picture_in_a_colour_of_its_own(pdf):
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([1]), N=1)
    space = Array([Name.Separation, Name.Steunkleur, Name.DeviceGray, tint])
    show(pdf, packed(pdf, written().tobytes(), ColorSpace=space))


@image
def picture_packed_by_difference(pdf):
    pixels = np.asarray(written())
    rows = np.diff(pixels.astype(np.int16), axis=1, prepend=0).astype(np.uint8)
    data = zlib.compress(np.insert(rows, 0, 1, axis=1).tobytes())
    parameters = Dictionary(Predictor=15, Columns=WIDE, Colors=1, BitsPerComponent=8)
    show(pdf, packed(pdf, data, "FlateDecode", DecodeParms=parameters))


@image
def picture_packed_by_repetition(pdf):
    raw = written().tobytes()
    runs = b"".join(
        bytes([len(raw[start : start + 128]) - 1]) + raw[start : start + 128]
        for start in range(0, len(raw), 128)
    )
    show(pdf, packed(pdf, runs + b"\x80", "RunLengthDecode"))


@image
def picture_in_letters(pdf):
    show(pdf, packed(pdf, written().tobytes().hex().encode() + b">", "ASCIIHexDecode"))


def _untouched(pdf, data, filter_="DCTDecode", **keys):
    """Put a picture without the name on the page; its file says the name otherwise."""
    put(first(pdf), "XObject", "Im1", packed(pdf, data, filter_, **keys))
    draw(pdf, line(f"Gezien: {NAME}") + b" q 100 0 0 20 72 500 cm /Im1 Do Q")


@channel("images", "bytes")
def exif_of_a_jpeg(pdf):
    exif = Image.Exif()
    exif[0x013B] = NAME
    _untouched(pdf, saved_as(written(_ELSEWHERE), "JPEG", exif=exif))


@channel("images", "bytes")
def comment_of_a_jpeg(pdf):
    _untouched(pdf, saved_as(written(_ELSEWHERE), "JPEG", comment=NAME.encode()))


@channel("images", "bytes")
def caption_of_a_jpeg(pdf):
    """IPTC, as press photographs have it."""
    body = b"\x1c\x02\x50" + len(NAME).to_bytes(2, "big") + NAME.encode()
    body = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(body).to_bytes(4, "big") + body
    _untouched(pdf, _with_marker(saved_as(written(_ELSEWHERE), "JPEG"), 0xED, body))


@channel("images", "bytes")
def metadata_of_a_jpeg(pdf):
    body = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + NAME.encode() + b"</x:xmpmeta>"
    _untouched(pdf, _with_marker(saved_as(written(_ELSEWHERE), "JPEG"), 0xE1, body))


def _with_marker(jpeg, marker, body):
    part = bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body
    return jpeg[:2] + part + jpeg[2:]


@channel("images", "bytes")
def bytes_behind_a_jpeg(pdf):
    _untouched(pdf, saved_as(written(_ELSEWHERE), "JPEG") + NAME.encode())


@channel("images", "bytes")
def bytes_behind_pixels(pdf):
    """More bytes than width and height ask for."""
    data = zlib.compress(written(_ELSEWHERE).tobytes() + NAME.encode())
    _untouched(pdf, data, "FlateDecode")


@image
def rows_behind_the_height(pdf):
    """A whole second picture in the data, beyond the height that is told."""
    data = zlib.compress(written(_ELSEWHERE).tobytes() + written().tobytes())
    _untouched(pdf, data, "FlateDecode")


@channel("images", "bytes")
def box_of_a_jpeg_2000(pdf):
    data = saved_as(written(_ELSEWHERE), "JPEG2000")
    note = b"xml " + f"<naam>{NAME}</naam>".encode()
    box = (len(note) + 4).to_bytes(4, "big") + note
    at = data.index(b"jp2c") - 4
    keys = {"ColorSpace": None, "BitsPerComponent": None}
    _untouched(pdf, data[:at] + box + data[at:], "JPXDecode", **keys)


@channel("images", "object")
def name_of_a_picture(pdf):
    _untouched(pdf, zlib.compress(written(_ELSEWHERE).tobytes()), "FlateDecode",
               Name=Name(f"/{NAME}"))  # fmt: skip


@channel("images", "bytes")
def metadata_of_a_picture(pdf):
    packet = Stream(pdf, f"<x:xmpmeta>{NAME}</x:xmpmeta>".encode(), Type=Name.Metadata)
    put(first(pdf), "XObject", "Im1", grey(pdf, _ELSEWHERE, Metadata=packet))
    draw(pdf, line(f"Gezien: {NAME}") + b" q 100 0 0 20 72 500 cm /Im1 Do Q")
