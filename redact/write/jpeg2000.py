"""Pack JPEG 2000 pictures in another way: MuPDF 1.27 writes outside its memory on some of them."""

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pikepdf
    import pymupdf
    from PIL.Image import Image

_MODES = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
_QUALITY = 92


def jpeg2000_pictures(pdf: "pymupdf.Document", pages: "Iterable[int]") -> frozenset[int]:
    """Return the numbers of such pictures on some pages, and of those that no page lists."""
    found = {xref for xref in range(1, pdf.xref_length()) if _is_jpeg2000(pdf, xref)}
    if not found:
        return frozenset()
    per_page = [{image[0] for image in page.get_images(full=True)} for page in pdf]
    elsewhere = found.difference(*per_page)
    return frozenset(
        found.intersection(set().union(*(per_page[page] for page in pages))) | elsewhere
    )


def _is_jpeg2000(pdf: "pymupdf.Document", xref: int) -> bool:
    from pymupdf import mupdf

    try:
        return pdf.xref_is_image(xref) and "JPXDecode" in pdf.xref_get_key(xref, "Filter")[1]
    except mupdf.FzErrorBase:  # there is no such object
        return False


def repack(data: bytes, pictures: frozenset[int]) -> bytes:
    """Return a PDF with these pictures packed as JPEG, or as they are where that loses colours."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number in pictures:
            _repack(pdf, pdf.get_object(number, 0))
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
        return out.getvalue()


def _repack(pdf: "pikepdf.Pdf", picture: Any) -> None:  # noqa: ANN401
    import pikepdf
    from PIL import Image  # noqa: PLC0415  heavy, and rarely needed

    try:
        with Image.open(io.BytesIO(picture.read_raw_bytes())) as opened:
            image = opened.copy()
    except (OSError, ValueError, Image.DecompressionBombError):
        image = Image.new("L", (1, 1), 128)  # a picture that cannot be looked at does not stay
    if picture.get("/SMaskInData") and image.mode in {"RGBA", "LA"}:
        picture.SMask = _mask(pdf, image.getchannel("A"))
    mode = "L" if image.mode in {"1", "L", "LA", "I", "I;16", "P"} else "RGB"
    image = image if image.mode == "CMYK" else image.convert(mode)
    for key in ("/SMaskInData", "/DecodeParms"):
        if key in picture:
            del picture[key]
    picture.Width, picture.Height, picture.BitsPerComponent = *image.size, 8
    if _is_palette(picture.get("/ColorSpace")):
        picture.write(image.tobytes())
        return
    if not _fits(picture.get("/ColorSpace"), image):
        picture.ColorSpace = pikepdf.Name(_MODES[image.mode])
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY)
    picture.write(out.getvalue(), filter=pikepdf.Name.DCTDecode)


def _mask(pdf: "pikepdf.Pdf", alpha: "Image") -> "pikepdf.Stream":
    import pikepdf

    mask = pikepdf.Stream(pdf, alpha.tobytes(), Type=pikepdf.Name.XObject)
    mask.Subtype, mask.ColorSpace = pikepdf.Name.Image, pikepdf.Name.DeviceGray
    mask.Width, mask.Height, mask.BitsPerComponent = *alpha.size, 8
    return mask


def _is_palette(space: Any) -> bool:  # noqa: ANN401
    import pikepdf

    return isinstance(space, pikepdf.Array) and space[0] == pikepdf.Name.Indexed


def _fits(space: Any, image: "Image") -> bool:  # noqa: ANN401
    """Tell whether a colour space of the file has as many colours as a picture."""
    import pikepdf

    if isinstance(space, pikepdf.Name):
        return str(space) == _MODES[image.mode]
    if isinstance(space, pikepdf.Array) and space[0] == pikepdf.Name.ICCBased:
        return bool(space[1].get("/N") == len(image.getbands()))
    return False
