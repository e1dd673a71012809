"""Make a picture of a page that cannot be cleaned otherwise, with its text laid under it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from redact.document import Document, Page
from redact.geometry import Mask
from redact.write.addition import FONT
from redact.write.font import embed
from redact.write.gaps import Gap, Gaps
from redact.write.mupdf import opened
from redact.write.structure import elements, forget
from redact.write.treated import How, Treated
from redact.write.underlay import HIDDEN, Underlay

if TYPE_CHECKING:
    import pikepdf
    import pymupdf

_DPI = 200
_QUALITY = 85
_GROUND = 230
"""The grey of a gap, as light as that of labels elsewhere."""

BITS = 6.9
"""What the width of a gap tells of a name, as measured for pictures of 200 dots per inch."""


class _Sheet(NamedTuple):
    """What becomes of one page: its text, what of it goes, and the gaps."""

    page: Page
    gone: Mask
    gaps: tuple[Gap, ...]
    areas: Sequence[Sequence[float]]


def rasterise(
    pdf: "pikepdf.Pdf", data: bytes, document: Document, gaps: Iterable[Gaps], numbers: set[int]
) -> list[Treated]:
    """Put pictures in the place of pages; return how their gaps were treated.

    `data` is the PDF once text, pixels and drawings were removed as far as that went. The places
    of all gaps are blanked in the pictures.
    """
    by_page = {page.page.number: page for page in gaps}
    label, treated = embed(pdf), []
    with opened(data) as drawn:
        for number in sorted(numbers):
            sheet = _sheet(document.pages[number], by_page.get(number))
            _replace(pdf, pdf.pages[number], sheet, _picture(drawn[number], sheet), label)
            treated += [Treated(number, gap.code, How.OPEN, BITS) for gap in sheet.gaps if gap.code]
    return treated


def _sheet(page: Page, gaps: Gaps | None) -> _Sheet:
    if gaps is None:
        return _Sheet(page, np.zeros(len(page.text), dtype=np.bool_), (), ())
    return _Sheet(page, gaps.gone, gaps.gaps, gaps.areas.tolist())


def _picture(page: "pymupdf.Page", sheet: _Sheet) -> "pymupdf.Pixmap":
    """Return what a page looks like, with grey in its gaps."""
    import pymupdf

    picture = page.get_pixmap(dpi=_DPI, alpha=False, annots=False)
    scale = pymupdf.Matrix(picture.width / sheet.page.width, picture.height / sheet.page.height)
    for area in sheet.areas:
        picture.set_rect((pymupdf.Rect(area) * scale).round(), (_GROUND,) * picture.n)
    return picture


def _replace(
    pdf: "pikepdf.Pdf",
    page: "pikepdf.Page",
    sheet: _Sheet,
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
    from pikepdf import Name, Stream

    return pdf.make_indirect(
        Stream(
            pdf,
            picture.tobytes("jpeg", jpg_quality=_QUALITY),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=picture.width,
            Height=picture.height,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
        )
    )


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
