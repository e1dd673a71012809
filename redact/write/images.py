"""Pictures: what a file tells beside their pixels, and bytes that no program draws."""

import zlib
from typing import TYPE_CHECKING, Any

from redact.write.colours import colours_of
from redact.write.jpeg import bare_jpeg, bare_jpeg2000

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pikepdf

_REPACKED = {"/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode"}


def clean_images(pdf: "pikepdf.Pdf") -> None:
    """Strip all pictures of remarks, previews and bytes behind their ends."""
    for image in _images(pdf):
        filters = _filters(image)
        if len(filters) > 1 or filters & _REPACKED:
            _repack(image)
        if not _filters(image) - {"/FlateDecode"}:
            _cut(image)
        elif len(filters) == 1:
            bare = _BARE.get(next(iter(filters)))
            if bare is not None:
                _replace(image, bare)


def _images(pdf: "pikepdf.Pdf") -> "Iterator[pikepdf.Object]":
    import pikepdf

    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == pikepdf.Name.Image:
            yield thing


def _filters(image: "pikepdf.Object") -> set[str]:
    import pikepdf

    given = image.get("/Filter")
    if given is None:
        return set()
    return {str(one) for one in (given.as_list() if isinstance(given, pikepdf.Array) else [given])}


def _repack(image: "pikepdf.Object") -> None:
    """Undo packings one over the other, as far as that loses nothing."""
    import pikepdf

    try:
        image.write(image.read_bytes(pikepdf.StreamDecodeLevel.generalized))
    except pikepdf.PdfError:
        return  # the last packing is a picture's own, as JPEG


def _cut(image: "pikepdf.Object") -> None:
    """Cut what stands behind the last row of a picture, unpacked or packed."""
    import pikepdf

    colours = colours_of(image)
    if not colours:
        return
    depth = 1 if image.get("/ImageMask") else int(image.get("/BitsPerComponent", 8))
    size = (int(image.Width) * colours * depth + 7) // 8 * int(image.Height)
    try:
        data = image.read_bytes()
    except pikepdf.PdfError:
        return
    if len(data) > size or _has_tail(image):
        image.write(data[:size])


def _has_tail(image: "pikepdf.Object") -> bool:
    raw = image.read_raw_bytes()
    return "/Filter" in image and len(_bare_flate(raw)) != len(raw)


def _replace(image: "pikepdf.Object", bare: "Callable[[bytes], bytes]") -> None:
    raw = image.read_raw_bytes()
    clean = bare(raw)
    if len(clean) != len(raw):
        packing: Any = image.Filter
        parameters: Any = image.get("/DecodeParms")
        image.write(clean, filter=packing, decode_parms=parameters)


def _bare_flate(raw: bytes) -> bytes:
    """Return packed data without what stands behind its end."""
    unpack = zlib.decompressobj()
    try:
        rest = raw
        while rest and not unpack.eof:
            unpack.decompress(rest, 1 << 22)
            rest = unpack.unconsumed_tail
    except zlib.error:
        return raw
    return raw[: len(raw) - len(unpack.unused_data)]


_BARE: "dict[str, Callable[[bytes], bytes]]" = {
    "/DCTDecode": bare_jpeg,
    "/JPXDecode": bare_jpeg2000,
}
