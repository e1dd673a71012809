"""Blank the pixels of pictures that no page shows."""

import io
import math
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from redact.write.sight import Part, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf

_QUALITY = 92
_PHOTO_MODES = {"L", "RGB", "CMYK"}


def crop_pictures(pdf: "pikepdf.Pdf") -> None:
    """Blank what sticks out of a page, of a clip or of a form, in every picture that is drawn."""
    for image, parts in look(pdf).hidden():
        for layer in (image, image.get("/SMask"), image.get("/Mask")):
            if _is_image(layer):
                _blank(layer, parts)


def _is_image(thing: Any) -> bool:  # noqa: ANN401
    import pikepdf

    return isinstance(thing, pikepdf.Stream)


def _blank(image: Any, parts: "Sequence[Part]") -> None:  # noqa: ANN401
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


def _blank_rows(image: Any, parts: "Sequence[Part]") -> None:  # noqa: ANN401
    """Blank pixels that are not packed as a picture's own, whatever their colours."""
    import pikepdf

    high, wide = int(image.Height), int(image.Width)
    try:
        data = image.read_bytes()
    except pikepdf.PdfError:
        _drop(image)
        return
    row = len(data) // high if high else 0
    if not row or not wide:
        _drop(image)
        return
    rows = np.frombuffer(data[: row * high], np.uint8).reshape(high, row).copy()
    kept = _kept(rows.shape, parts, bits=8, across=_bits(image, row, wide) * wide)
    rows[~kept] = 0
    image.write(rows.tobytes())


def _bits(image: Any, row: int, wide: int) -> int:  # noqa: ANN401
    """Return how many bits a pixel has: a row is filled up to whole bytes."""
    depth = 1 if image.get("/ImageMask") else int(image.get("/BitsPerComponent", 8))
    return max(depth, row * 8 // wide // depth * depth)


def _kept(
    shape: tuple[int, ...], parts: "Sequence[Part]", *, bits: int, across: int
) -> npt.NDArray[np.bool_]:
    """Return which cells of a picture are seen; `shape` is that of its rows and columns.

    A column is `bits` bits wide; the picture is `across` bits wide.
    """
    kept = np.zeros(shape[:2], dtype=np.bool_)
    high = shape[0]
    for part in parts:
        if part.width <= 0 or part.height <= 0:
            continue
        top, foot = math.floor((1 - part.y1) * high) - 1, math.ceil((1 - part.y0) * high) + 1
        left = math.floor(part.x0 * across / bits) - 1
        right = math.ceil(part.x1 * across / bits) + 1
        kept[max(top, 0) : foot, max(left, 0) : right] = True
    return kept


def _blank_photo(image: Any, parts: "Sequence[Part]") -> None:  # noqa: ANN401
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
    pixels[~_kept(pixels.shape, parts, bits=1, across=pixels.shape[1])] = 0
    out = io.BytesIO()
    Image.fromarray(pixels, mode).save(out, "JPEG", quality=_QUALITY)
    parameters: Any = image.get("/DecodeParms")
    image.write(out.getvalue(), filter=pikepdf.Name.DCTDecode, decode_parms=parameters)


def _blank_fax(image: Any, parts: "Sequence[Part]") -> None:  # noqa: ANN401
    """Blank pixels of a picture packed as a fax; it is not packed so again."""
    import pikepdf

    try:
        picture = pikepdf.PdfImage(image).as_pil_image().convert("1")
    except (OSError, ValueError, NotImplementedError, pikepdf.PdfError):
        _drop(image)
        return
    pixels = np.asarray(picture).copy()
    pixels[~_kept(pixels.shape, parts, bits=1, across=pixels.shape[1])] = True
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
