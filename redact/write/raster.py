"""Make a picture of a page that cannot be cleaned otherwise, with its text laid under it."""

import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from redact.document import Boxes, Document, Page
from redact.geometry import Box
from redact.write.addition import FONT
from redact.write.font import embed
from redact.write.gaps import Gaps
from redact.write.mupdf import opened
from redact.write.picture import Picture, Pixels, paste
from redact.write.respaced import Respaced, as_shown, respaced, untouched
from redact.write.structure import elements, forget
from redact.write.treated import Treated
from redact.write.underlay import HIDDEN, Underlay

if TYPE_CHECKING:
    import pikepdf
    import pymupdf

_DPI = 200
_MOST_PIXELS = 60_000_000
"""About a poster of 84 by 119 centimetres; a larger page gets fewer dots per inch."""

_QUALITY = 95
_LOSSLESS = 2
"""A picture is packed without loss, as gaps stay clean so, unless that takes so much more room."""

_SMALL = 1 << 20
"""Bytes of a picture that are not worth a loss."""

_PNG = b"\x89PNG\r\n\x1a\n"
_GROUND = 230
"""The grey of a gap, as light as that of labels elsewhere."""


def rasterise(
    pdf: "pikepdf.Pdf",
    data: bytes,
    document: Document,
    gaps: Iterable[Gaps],
    pages: Mapping[int, Boxes],
) -> list[Treated]:
    """Put pictures in the place of pages; return how their gaps were treated.

    `data` is the PDF once text, pixels and drawings were removed as far as that went. The places
    of all gaps are blanked in the pictures. `pages` are the numbers of the pages, each with the
    boxes of its thin lines, as shown.
    """
    by_page = {page.page.number: page for page in gaps}
    label, treated = embed(pdf), []
    with opened(data) as drawn:
        for number in sorted(pages):
            page, own = document.pages[number], by_page.get(number)
            picture = _picture(drawn[number], page)
            sheet = respaced(own or untouched(page), pages[number], picture)
            _replace(pdf, pdf.pages[number], sheet, _painted(picture, sheet), label)
            treated += [one for one in sheet.treated if one.code]
    return treated


def empty(count: int) -> "pikepdf.Pdf":
    """Return a PDF of so many empty pages, with a tag to hang theirs under."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name

    pdf = pikepdf.new()
    for _ in range(count):
        pdf.add_blank_page()
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array())
    root.K = pdf.make_indirect(whole)
    pdf.Root.StructTreeRoot = root
    return pdf


def _picture(drawn: "pymupdf.Page", page: Page) -> Picture:
    """Return a page as it is drawn, with as many pixels as it may have."""
    inches = page.width * page.height / 72**2
    dpi = max(1, min(_DPI, int((_MOST_PIXELS / max(inches, 1)) ** 0.5)))
    return Picture(drawn, dpi / 72)


def _painted(picture: Picture, sheet: Respaced) -> "pymupdf.Pixmap":
    """Return what a page looks like with its words apart, and grey in its gaps."""
    pixels = picture.drawn(Box(0, 0, sheet.page.width, sheet.page.height), 0)
    for strip in sheet.strips:
        box, part = as_shown(strip.box, strip.turn), np.rot90(strip.pixels, -strip.turn)
        paste(pixels, part, round(box.x0 * picture.scale), round(box.y0 * picture.scale))
    for gap in sheet.gaps:
        x0, y0, x1, y1 = (max(0, round(edge * picture.scale)) for edge in gap.box)
        pixels[y0:y1, x0:x1] = _GROUND
    return _pixmap(pixels)


def _pixmap(pixels: Pixels) -> "pymupdf.Pixmap":
    import pymupdf

    high, wide = pixels.shape[:2]
    return pymupdf.Pixmap(pymupdf.csRGB, wide, high, pixels.tobytes(), False)  # noqa: FBT003


def _replace(
    pdf: "pikepdf.Pdf",
    page: "pikepdf.Page",
    sheet: Respaced,
    picture: "pymupdf.Pixmap",
    label: "pikepdf.Object",
) -> None:
    """Make a page of a picture and a layer of text; nothing of what it was stays."""
    from pikepdf import Array, Dictionary, Name

    wide, high = sheet.page.width, sheet.page.height
    text = Underlay(sheet.page, sheet.gone, sheet.gaps)
    is_tagged = "/StructTreeRoot" in pdf.Root
    for key in set(page.obj.keys()) - {"/Type", "/Parent"}:
        del page.obj[key]
    page.obj.MediaBox = Array([0, 0, wide, high])
    page.obj.Resources = Dictionary(
        XObject=Dictionary(Scan=_image(pdf, picture)),
        Font=Dictionary({HIDDEN: text.font(pdf), FONT: label}),
    )
    drawn = b"/Artifact BMC q %.4f 0 0 %.4f 0 0 cm /Scan Do Q EMC\n" % (wide, high)
    shown = b"/P <</MCID 0>> BDC\n%s\nEMC" % text.content if is_tagged else text.content
    page.obj.Contents = pdf.make_stream(drawn + shown)
    page.obj.Rotate = 0
    if is_tagged:
        _tag(pdf, page.obj)
    page.obj[Name.Tabs] = Name.S


def _image(pdf: "pikepdf.Pdf", picture: "pymupdf.Pixmap") -> "pikepdf.Object":
    from pikepdf import Dictionary, Name, Stream

    image = Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Image)
    image.Width, image.Height = picture.width, picture.height
    image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
    exact = _packed(picture.tobytes("png"))
    lossy = _jpeg(picture) if len(exact) > _SMALL else b""
    if lossy and _LOSSLESS * len(lossy) <= len(exact):
        image.write(lossy, filter=Name.DCTDecode)
    else:
        rows = Dictionary(Predictor=15, Colors=3, Columns=picture.width)
        image.write(exact, filter=Name.FlateDecode, decode_parms=rows)
    return pdf.make_indirect(image)


def _packed(png: bytes) -> bytes:
    """Return the pixels of a PNG file as it packs them, which is a way that PDF knows."""
    found, at = [], len(_PNG)
    while at < len(png):
        size, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        if kind == b"IDAT":
            found.append(png[at + 8 : at + 8 + size])
        at += size + 12
    return b"".join(found)


def _jpeg(picture: "pymupdf.Pixmap") -> bytes:
    """Return a JPEG with all of its colours: with fewer, letters leave traces in gaps beside."""
    from PIL import Image  # noqa: PLC0415  heavy, and rarely needed

    out, size = io.BytesIO(), (picture.width, picture.height)
    Image.frombytes("RGB", size, picture.samples).save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return out.getvalue()


def _tag(pdf: "pikepdf.Pdf", page: "pikepdf.Object") -> None:
    """Tag the text of a page as a paragraph behind all others; its old tags lose their content."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name

    root = pdf.Root.StructTreeRoot
    for element in elements(root):
        forget(element, page)
    kids = root.get("/K")
    parent = kids if isinstance(kids, Dictionary) else kids[0] if kids is not None else root
    own = Dictionary(Type=Name.StructElem, S=Name.P, P=parent, Pg=page, K=0)
    own = pdf.make_indirect(own)
    before = parent.get("/K")
    old = before.as_list() if isinstance(before, Array) else [before] if before is not None else []
    parent.K = Array([*old, own])
    if "/ParentTree" not in root:
        root.ParentTree = pikepdf.NumberTree.new(pdf).obj
    table = pikepdf.NumberTree(root.ParentTree)
    key = max([*table.keys(), int(root.get("/ParentTreeNextKey", 0)) - 1], default=-1) + 1
    table[key] = Array([own])
    page.StructParents, root.ParentTreeNextKey = key, key + 1
