"""Bring a PDF into a form in which all that may be seen can be read, and removed, in safety."""

from collections.abc import Sequence

from redact.read.circles import cut_circles
from redact.read.layers import has_layers, without_layers
from redact.write.jpeg2000 import jpeg2000_pictures, repack
from redact.write.mupdf import opened, written


def flatten(data: bytes, pages: Sequence[int]) -> bytes:
    """Return the PDF without layers, without circles and without pictures MuPDF may not draw.

    `pages` are those that are going to lose something. What needs no change is returned as it is.
    """
    with opened(data) as pdf:
        layers, pictures = has_layers(pdf), jpeg2000_pictures(pdf, pages)
        circles = cut_circles(pdf)
        if not layers and not pictures and not circles:
            return data
        data = written(pdf)
    if pictures:
        data = repack(data, pictures)
    return without_layers(data) if layers else data
