"""Blank parts of a picture in the file, however it is packed."""

import io
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from redact.geometry import Box, Mask

_QUALITY = 92
_PHOTO_MODES = {"L", "RGB", "CMYK"}
_BYTE = 8


class Parts(NamedTuple):
    """Parts of a picture, as shares of its width and height from its lower left corner.

    `is_kept` tells that these stay and all else goes, otherwise that these go. What goes takes
    the colour that most of it has, or is black where the parts stay: nobody sees the rest.
    """

    boxes: Sequence[Box]
    is_kept: bool

    def gone(self, shape: tuple[int, ...], *, bits: int, across: int) -> Mask:
        """Return which cells of a picture go; `shape` is that of its rows and columns.

        A column is `bits` bits wide; the picture is `across` bits wide.
        """
        inside = np.zeros(shape[:2], dtype=np.bool_)
        high = shape[0]
        for part in self.boxes:
            if part.width <= 0 or part.height <= 0:
                continue
            top, foot = math.floor((1 - part.y1) * high) - 1, math.ceil((1 - part.y0) * high) + 1
            left = math.floor(part.x0 * across / bits) - 1
            right = math.ceil(part.x1 * across / bits) + 1
            inside[max(top, 0) : max(foot, 0), max(left, 0) : max(right, 0)] = True
        return ~inside if self.is_kept else inside


def layers_of(image: Any) -> list[Any]:  # noqa: ANN401
    """Return a picture and what it is seen through: its soft mask, or its mask of bits."""
    import pikepdf

    layers = (image, image.get("/SMask"), image.get("/Mask"))
    return [layer for layer in layers if isinstance(layer, pikepdf.Stream)]


def blank(image: Any, parts: Parts) -> None:  # noqa: ANN401
    """Blank the pixels of parts of a picture; one that cannot be cut is left out whole."""
    import pikepdf

    packing = image.get("/Filter")
    if isinstance(packing, pikepdf.Array) and len(packing) == 1:
        packing = packing[0]
    if packing in (pikepdf.Name.DCTDecode, pikepdf.Name.JPXDecode):
        _blank_photo(image, parts)
    elif packing == pikepdf.Name.CCITTFaxDecode:
        _blank_fax(image, parts)
    else:
        _blank_rows(image, parts)


def _blank_rows(image: Any, parts: Parts) -> None:  # noqa: ANN401
    """Blank pixels that are not packed as a picture's own, whatever their colours."""
    import pikepdf

    high, wide = int(image.Height), int(image.Width)
    try:
        data = image.read_bytes()
    except (pikepdf.PdfError, pikepdf.DependencyError):  # a program for JBIG2 may be missing
        _drop(image)
        return
    row = len(data) // high if high else 0
    if not row or not wide:
        _drop(image)
        return
    rows = np.frombuffer(data[: row * high], np.uint8).reshape(high, row).copy()
    bits = _bits(image, row, wide)
    is_whole = bits % _BYTE == 0
    units = rows if is_whole else np.unpackbits(rows, axis=1)
    each = bits // _BYTE if is_whole else bits
    used = units.shape[1] // each * each
    cells = units[:, :used].reshape(high, -1, each)
    if not _paint(cells, parts.gone(cells.shape, bits=bits, across=bits * wide), parts):
        return
    units[:, :used] = cells.reshape(high, -1)
    image.write((units if is_whole else np.packbits(units, axis=1)).tobytes())


def _paint(cells: npt.NDArray[Any], gone: Mask, parts: Parts, unseen: int = 0) -> bool:
    """Give what goes of cells, shape (height, width, channels), one colour; tell if it had more."""
    if parts.is_kept:
        cells[gone] = unseen
        return True
    colours, counts = np.unique(cells[gone], axis=0, return_counts=True)
    if len(colours) > 1:
        cells[gone] = colours[counts.argmax()]
    return len(colours) > 1


def _bits(image: Any, row: int, wide: int) -> int:  # noqa: ANN401
    """Return how many bits a pixel has: a row is filled up to whole bytes."""
    depth = 1 if image.get("/ImageMask") else int(image.get("/BitsPerComponent", 8))
    return max(depth, row * 8 // wide // depth * depth)


def _blank_photo(image: Any, parts: Parts) -> None:  # noqa: ANN401
    """Blank pixels of a JPEG picture; it is packed as JPEG again."""
    import pikepdf
    from PIL import Image  # noqa: PLC0415  heavy, and rarely needed

    try:
        with Image.open(io.BytesIO(image.read_raw_bytes())) as photo:
            pixels, mode = np.asarray(photo).copy(), photo.mode
    except (OSError, ValueError, Image.DecompressionBombError):
        pixels, mode = np.zeros((0, 0)), ""
    if mode not in _PHOTO_MODES:
        _drop(image)
        return
    cells = pixels.reshape(*pixels.shape[:2], -1)
    if not _paint(cells, parts.gone(cells.shape, bits=1, across=cells.shape[1]), parts):
        return
    out = io.BytesIO()
    Image.fromarray(pixels, mode).save(out, "JPEG", quality=_QUALITY)
    parameters: Any = image.get("/DecodeParms")
    image.write(out.getvalue(), filter=pikepdf.Name.DCTDecode, decode_parms=parameters)


def _blank_fax(image: Any, parts: Parts) -> None:  # noqa: ANN401
    """Blank pixels of a picture packed as a fax; it is not packed so again."""
    import pikepdf

    try:
        picture = pikepdf.PdfImage(image).as_pil_image().convert("1")
    except Exception:  # noqa: BLE001  whatever an odd picture makes two libraries raise
        _drop(image)
        return
    pixels = np.asarray(picture).copy()
    gone = parts.gone(pixels.shape, bits=1, across=pixels.shape[1])
    if not _paint(pixels[:, :, None], gone, parts, unseen=1):
        return
    image.write(np.packbits(pixels, axis=1).tobytes())
    for key in ("/Decode", "/DecodeParms"):
        if key in image:
            del image[key]
    if image.get("/ImageMask"):
        image.Decode = pikepdf.Array([0, 1])
    else:
        image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceGray, 1


def _drop(image: Any) -> None:  # noqa: ANN401
    """Make a picture of one grey pixel of one that cannot be cut: what is hidden must not stay."""
    import pikepdf

    for key in ("/Decode", "/DecodeParms", "/SMask", "/Mask", "/ImageMask", "/Matte"):
        if key in image:
            del image[key]
    image.Width, image.Height, image.BitsPerComponent = 1, 1, 8
    image.ColorSpace = pikepdf.Name.DeviceGray
    image.write(b"\x80")
