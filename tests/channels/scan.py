"""Lines of text as pixels, with the layer of invisible text that OCR lays over them."""

from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image, ImageDraw, ImageFont

from tests.channels.sheet import BEFORE, LEFT, MIDDLE, NAME, draw, first, put, width

POINTS = 0.72
"""Of a pixel on the page: scans of 100 dots per inch."""

HIGH, WIDE, FOOT = 48, 500, 34
"""Pixels of the picture of a line, and of the foot line from its top."""

SCANNED = f"{BEFORE} {NAME} over iets"
_LETTERS = 24


@cache
def _font() -> Any:
    return ImageFont.load_default(_LETTERS)


def written(text: str = SCANNED) -> Image.Image:
    """Return a line of text as a grey picture."""
    picture = Image.new("L", (WIDE, HIGH), 255)
    ImageDraw.Draw(picture).text((4, FOOT), text, fill=0, font=_font(), anchor="ls")
    return picture


@cache
def ink(text: str) -> np.ndarray:
    """Return what a word looks like in such a picture, without the white around it."""
    grey = np.asarray(written(text))
    rows, columns = np.nonzero(grey < 128)
    return grey[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1].copy()


def layer(text: str = SCANNED, x: float = LEFT, y: float = MIDDLE, scale: float = POINTS) -> bytes:
    """Return the invisible text over the picture of a line whose lower left corner is at (x, y)."""
    size, foot = _LETTERS * scale, y + (HIGH - FOOT) * scale
    starts = [index for index in range(len(text)) if index == 0 or text[index - 1] == " "]
    words = [text[start:end].strip() for start, end in pairwise([*starts, len(text)])]
    shows = []
    for start, word in zip(starts, words, strict=True):
        left = x + (4 + _font().getlength(text[:start])) * scale
        squeeze = 100 * _font().getlength(word) * scale / width(word, size)
        shows.append(b"%g Tz 1 0 0 1 %g %g Tm (%s) Tj" % (squeeze, left, foot, word.encode()))
    return b"BT /F1 %g Tf 3 Tr %s ET" % (size, b" ".join(shows))


def packed(pdf: pikepdf.Pdf, data: bytes, filter_: str | None = None, **keys: Any) -> Stream:
    """Return an image of the size of a line from its bytes."""
    picture = Stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=WIDE, Height=HIGH)
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    if filter_:
        picture.Filter = Name(f"/{filter_}")
    for key, value in keys.items():
        if value is None:
            del picture[f"/{key}"]
        else:
            picture[f"/{key}"] = value
    return picture


def grey(pdf: pikepdf.Pdf, text: str = SCANNED, **keys: Any) -> Stream:
    """Return the picture of a line, not packed."""
    return packed(pdf, written(text).tobytes(), **keys)


def placed(x: float = LEFT, y: float = MIDDLE, name: str = "Im1", scale: float = POINTS) -> bytes:
    """Return the instructions that draw the picture of a line with its lower left corner there."""
    return b"q %g 0 0 %g %g %g cm /%s Do Q " % (WIDE * scale, HIGH * scale, x, y, name.encode())


def show(pdf: pikepdf.Pdf, picture: Stream, **where: Any) -> None:
    """Put a picture of a line and its layer of text on the first page."""
    put(first(pdf), "XObject", "Im1", picture)
    draw(pdf, placed(**where) + layer(**where))


def bits(text: str = SCANNED) -> bytes:
    """Return the picture of a line with one bit for a pixel, 0 for ink."""
    return np.packbits(np.asarray(written(text)) >= 128, axis=1).tobytes()


def outlined(text: str) -> bytes:
    """Return a line as filled paths, one for each run of ink, with its layer of text."""
    dark = np.asarray(written(text)) < 128
    edges = np.diff(dark.astype(np.int8), axis=1, prepend=0, append=0)
    paths = [
        b"%g %g %g %g re" % (start, HIGH - row - 1, end - start, 1)
        for row in range(HIGH)
        for start, end in zip(*(np.flatnonzero(edges[row] == way) for way in (1, -1)), strict=True)
    ]
    place = b"q %g 0 0 %g %d %d cm " % (POINTS, POINTS, LEFT, MIDDLE)
    return place + b" ".join(paths) + b" f Q " + layer(text)


def coloured(pdf: pikepdf.Pdf, text: str = SCANNED, **keys: Any) -> Stream:
    """Return the picture of a line in three colours."""
    data = written(text).convert("RGB").tobytes()
    return packed(pdf, data, **{"ColorSpace": Name.DeviceRGB, **keys})


def palette(pdf: pikepdf.Pdf) -> Array:
    """Return a colour space of two colours, black and white."""
    return Array([Name.Indexed, Name.DeviceRGB, 1, Stream(pdf, b"\0\0\0\xff\xff\xff")])


def faxed(**parameters: Any) -> Dictionary:
    """Return the parameters of a picture packed as a fax."""
    return Dictionary(K=-1, Columns=WIDE, Rows=HIGH, **parameters)
