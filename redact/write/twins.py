"""Pictures that a page draws where text goes: wherever else they are drawn, that part goes too.

MuPDF blanks a picture in the place where text goes, in a copy. The picture itself stays if it is
drawn in another place, on this page or the next; and MuPDF does not look into patterns.
"""

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np

from redact.geometry import Box
from redact.write.blank import Parts, blank, layers_of
from redact.write.places import NOTHING, Part, places

if TYPE_CHECKING:
    import pikepdf

Size: TypeAlias = tuple[int, int]

_LEAST = 8
"""Pixels of the height and the width of a picture that can show a name."""


class Twin(NamedTuple):
    """A picture by its stream and its pixels, as digests, and the parts of it that go.

    `pixels` is empty where nobody can tell them.
    """

    stream: bytes
    pixels: bytes
    parts: list[Part]


Twins: TypeAlias = dict[Size, list[Twin]]


def find_twins(data: bytes, areas: Mapping[int, Sequence[Box]]) -> Twins:
    """Return the pictures of a PDF that are drawn in some areas, by their size in pixels.

    The areas are boxes in the coordinates of the PDF, by the number of their page.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return _drawn_in(pdf, areas)


def _drawn_in(pdf: "pikepdf.Pdf", areas: Mapping[int, Sequence[Box]]) -> Twins:
    hit: dict[tuple[int, int], list[Part]] = {}
    images: dict[tuple[int, int], Any] = {}
    for number, boxes in areas.items():
        for place in places(pdf.pages[number], boxes):
            parts = [part for part in map(place.under, boxes) if part != NOTHING]
            for layer in layers_of(place.image) if parts else ():
                hit.setdefault(layer.objgen, []).extend(parts)
                images[layer.objgen] = layer
    twins: Twins = {}
    for key, parts in hit.items():
        image = images[key]
        if min(_size(image)) >= _LEAST:
            twins.setdefault(_size(image), []).append(_twin(image, parts))
    return twins


def without_twins(data: bytes, twins: Twins) -> bytes:
    """Return a PDF with the parts that go blanked in every picture that is one of the twins."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        _blank(pdf, twins)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
        return out.getvalue()


def _blank(pdf: "pikepdf.Pdf", twins: Twins) -> None:
    for image in _images(pdf):
        known = twins.get(_size(image), ())
        parts = [part for twin in _same(image, known) for part in twin.parts]
        if parts:
            blank(image, Parts(parts, is_kept=False))


def _same(image: Any, known: Iterable[Twin]) -> "Iterator[Twin]":  # noqa: ANN401
    """Yield the twins that a picture is the same as; its pixels are told only if need be."""
    pixels = b""
    for twin in known:
        if twin.stream == _stream(image):
            yield twin
        elif twin.pixels:
            pixels = pixels or _pixels(image)
            if pixels == twin.pixels:
                yield twin


def _images(pdf: "pikepdf.Pdf") -> "Iterator[Any]":
    import pikepdf

    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == pikepdf.Name.Image:
            yield thing


def _size(image: Any) -> Size:  # noqa: ANN401
    wide, high = image.get("/Width", 0), image.get("/Height", 0)
    return (wide, high) if isinstance(wide, int) and isinstance(high, int) else (0, 0)


def _twin(image: Any, parts: list[Part]) -> Twin:  # noqa: ANN401
    return Twin(_stream(image), _pixels(image), parts)


def _stream(image: Any) -> bytes:  # noqa: ANN401
    """Return a digest of a picture's stream, without the packings that any stream may have."""
    import pikepdf

    try:
        data = image.read_bytes(pikepdf.StreamDecodeLevel.generalized)
    except (pikepdf.PdfError, pikepdf.DependencyError):  # a program for JBIG2 may be missing
        data = image.read_raw_bytes()
    return hashlib.sha256(data).digest()


def _pixels(image: Any) -> bytes:  # noqa: ANN401
    """Return a digest of what a picture looks like, empty where that cannot be told."""
    import pikepdf

    try:
        picture = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
    except Exception:  # noqa: BLE001  odd colours, a program for JBIG2 that is missing, ...
        return b""
    return hashlib.sha256(np.asarray(picture).tobytes()).digest()
