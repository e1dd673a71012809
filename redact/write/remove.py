"""Take characters, pixels and drawings out of the pages, with PyMuPDF."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from redact.document import Boxes, Page
from redact.geometry import Box, Mask, Matrix, cores, sides
from redact.read.glyphs import beyond, read_glyphs, text_of
from redact.write.drawn import drawn
from redact.write.flatten import flatten
from redact.write.gaps import Gaps
from redact.write.mupdf import opened, written
from redact.write.twins import Twins, find_twins, without_twins

if TYPE_CHECKING:
    import pymupdf

_PICTURES = {"fill-image", "fill-imgmask", "clip-imgmask"}
_DRAWINGS = {"fill-path", "stroke-path", "fill-shade"}
_OUTLINE = "stroke-path"
_THIN = 3.0
"""Points: a drawing narrower than this is a rule, such as a table's line."""

_REMARKS = (
    *("TEXT", "POPUP", "REDACT", "FILE_ATTACHMENT"),
    *("SOUND", "MOVIE", "RICH_MEDIA", "SCREEN", "PROJECTION", "3D"),
)
"""Annotations that are remarks about the page, not part of it."""

_UNSEEN = 2 | 32
"""Flags of an annotation: hidden, and not to be viewed."""

_WRITTEN = (3, 4, 7)
"""PyMuPDF's numbers for fields that show text: combo box, list box and text field."""


class Cleared(NamedTuple):
    """What a page looks like once its text is gone.

    `shown` maps a point of the page as shown to the page's own coordinates in the PDF. `rules`
    holds the boxes of thin lines, shape (n, 4), as shown.
    """

    number: int
    shown: Matrix
    rules: Boxes


def remove(
    data: bytes, pages: Sequence[Gaps], cropped: Sequence[int] = ()
) -> tuple[bytes, list[Cleared]]:
    """Return the PDF without what goes, and the pages that lost something.

    `cropped` are the pages that have text outside their edges; it goes too.

    Raises:
        DamagedError: PyMuPDF cannot open the bytes.
        EncryptedError: they ask for a password.
    """
    with opened(flatten(data, [*(page.page.number for page in pages), *cropped])) as pdf:
        _bake(pdf)
        if cropped:
            _crop(pdf, cropped)
        twins = _twins(pdf, pages)
        cleared = [_clear(pdf[page.page.number], page) for page in pages]
        data = written(pdf)
    return without_twins(data, twins) if twins else data, cleared


def _twins(pdf: "pymupdf.Document", pages: Sequence[Gaps]) -> Twins:
    """Return the pictures that are drawn where text goes: other pages may draw them too."""
    if not any(_is_picture(pdf, xref) for xref in range(1, pdf.xref_length())):
        return {}
    areas = {page.page.number: _shown(pdf[page.page.number]).boxes(page.areas) for page in pages}
    boxes = {number: [Box(*box) for box in found.tolist()] for number, found in areas.items()}
    return find_twins(written(pdf), boxes)


def _is_picture(pdf: "pymupdf.Document", xref: int) -> bool:
    from pymupdf import mupdf

    try:
        return bool(pdf.xref_is_image(xref))
    except (ValueError, mupdf.FzErrorBase):  # there is no such object
        return False


def _bake(pdf: "pymupdf.Document") -> None:
    """Make form fields and drawn annotations part of the page; drop remarks about it."""
    if not pdf.has_annots() and not pdf.is_form_pdf:
        return
    undrawn = pdf.need_appearances()
    for number in range(len(pdf)):
        _drop_remarks(pdf[number])
        for field in pdf[number].widgets(types=_WRITTEN) if undrawn else ():
            field.update()  # else what the reader saw in it would not be baked
    pdf.bake()


def _drop_remarks(page: "pymupdf.Page") -> None:
    """Take remarks, and annotations that are not shown, off a page.

    Not by PyMuPDF's own way, which fails where one remark is an answer to another.
    """
    import pymupdf

    remarks = {getattr(pymupdf, f"PDF_ANNOT_{name}") for name in _REMARKS}
    pdf, notes = page.parent, page.annot_xrefs()
    kept = [
        xref for xref, kind, _ in notes if kind not in remarks and not _flags(pdf, xref) & _UNSEEN
    ]
    if len(kept) < len(notes):
        pdf.xref_set_key(page.xref, "Annots", f"[{' '.join(f'{xref} 0 R' for xref in kept)}]")


def _flags(pdf: "pymupdf.Document", xref: int) -> int:
    kind, value = pdf.xref_get_key(xref, "F")
    return int(value) if kind == "int" else 0


def _crop(pdf: "pymupdf.Document", numbers: Sequence[int]) -> None:
    """Take out text that stands outside the edges of its page."""
    with opened(written(pdf)) as twin:  # a page can be read only once
        for number in numbers:
            page = pdf[number]
            glyphs = read_glyphs(twin[number])
            gone = beyond(glyphs, page.rect.width, page.rect.height)
            turns = glyphs.of_lines(glyphs.turns)
            whole = Page(number, text_of(glyphs.codes), glyphs.boxes, turns)
            _mark(page, cores(whole, gone), _shown(page))
            _apply_to_text(page)


def _apply_to_text(page: "pymupdf.Page") -> None:
    import pymupdf

    options = pymupdf.mupdf.PdfRedactOptions()
    options.black_boxes = 0
    options.image_method = pymupdf.PDF_REDACT_IMAGE_NONE
    options.line_art = pymupdf.PDF_REDACT_LINE_ART_NONE
    options.text = pymupdf.PDF_REDACT_TEXT_REMOVE
    sheet = pymupdf.mupdf.pdf_page_from_fz_page(page.this)
    pymupdf.mupdf.pdf_redact_page(sheet.doc(), sheet, options)


def _apply_to_pictures(page: "pymupdf.Page") -> None:
    """Blank the pixels of what is marked; a picture in colours MuPDF cannot write goes wholly."""
    import pymupdf

    for images in (pymupdf.PDF_REDACT_IMAGE_PIXELS, pymupdf.PDF_REDACT_IMAGE_REMOVE):
        with suppress(pymupdf.mupdf.FzErrorArgument):
            page.apply_redactions(
                images=images,
                graphics=pymupdf.PDF_REDACT_LINE_ART_REMOVE_IF_COVERED,
                text=pymupdf.PDF_REDACT_TEXT_NONE,
            )
            return


def _clear(page: "pymupdf.Page", gaps: Gaps) -> Cleared:
    shown = _shown(page)
    pictures, drawings, stroked = _drawn(page)
    _mark(page, gaps.cores, shown)
    _apply_to_text(page)
    if _meet(pictures, gaps.areas).any() or _inside(drawings, gaps.areas).any():
        _mark(page, gaps.areas, shown)
        _apply_to_pictures(page)
    if len(areas := _drawn_areas(gaps)):
        _mark(page, areas, shown)
        _apply_to_drawings(page)
    return Cleared(page.number, shown, _rules(drawings, stroked))


def _drawn_areas(gaps: Gaps) -> Boxes:
    """Return the boxes that a person drew: what they touch goes, as the stroke of a signature."""
    return _array([gap.box for gap in gaps.drawn])


def _apply_to_drawings(page: "pymupdf.Page") -> None:
    import pymupdf

    page.apply_redactions(
        images=pymupdf.PDF_REDACT_IMAGE_NONE,
        graphics=pymupdf.PDF_REDACT_LINE_ART_REMOVE_IF_TOUCHED,
        text=pymupdf.PDF_REDACT_TEXT_NONE,
    )


def _rules(drawings: Boxes, stroked: Mask) -> Boxes:
    """Return thin drawings, and the sides of outlines: a cell may be drawn as a rectangle."""
    narrow = np.minimum(drawings[:, 2] - drawings[:, 0], drawings[:, 3] - drawings[:, 1]) < _THIN
    return np.concatenate([drawings[narrow], sides(drawings[~narrow & stroked])])


def _shown(page: "pymupdf.Page") -> Matrix:
    """Return the map from the page as shown to the PDF's own coordinates."""
    from pymupdf import mupdf

    to_shown = mupdf.FzMatrix()
    pdf_page = mupdf.pdf_page_from_fz_page(page.this)
    mupdf.pdf_page_transform(pdf_page, mupdf.FzRect(), to_shown)
    back = mupdf.fz_invert_matrix(to_shown)
    return Matrix(back.a, back.b, back.c, back.d, back.e, back.f)


def _drawn(page: "pymupdf.Page") -> tuple[Boxes, Boxes, Mask]:
    """Return the boxes of the pictures and of the drawings, each of shape (n, 4), as shown.

    The third is a mask of the drawings that are outlines.
    """
    log = drawn(page)
    turned = Matrix(*page.rotation_matrix)
    pictures = [box for what, box in log if what in _PICTURES]
    drawings = [(what, box) for what, box in log if what in _DRAWINGS]
    stroked = np.array([what == _OUTLINE for what, _ in drawings], dtype=np.bool_)
    boxes = turned.boxes(_array([box for _, box in drawings]))
    return turned.boxes(_array(pictures)), boxes, stroked


def _array(boxes: Sequence[tuple[float, ...]]) -> Boxes:
    return np.array(boxes, dtype=np.float32).reshape(-1, 4)


def _mark(page: "pymupdf.Page", boxes: Boxes, shown: Matrix) -> None:
    """Put one redaction annotation on the page, with a quadrilateral for each box.

    One annotation, because adding hundreds takes longer than removing what they mark.
    """
    if not len(boxes):
        return
    annotation = page.add_redact_annot(page.rect, fill=False, cross_out=False)
    corners = shown.boxes(boxes)[:, [0, 3, 2, 3, 0, 1, 2, 1]]
    numbers = " ".join(f"{number:.4f}" for number in corners.ravel().tolist())
    page.parent.xref_set_key(annotation.xref, "QuadPoints", f"[{numbers}]")


def _meet(one: Boxes, other: Boxes) -> Mask:
    """Tell for each pair of boxes whether they share area; shape (len(one), len(other))."""
    low = np.maximum(one[:, None, :2], other[None, :, :2])
    high = np.minimum(one[:, None, 2:], other[None, :, 2:])
    return np.asarray((low < high).all(axis=2))


def _inside(one: Boxes, other: Boxes) -> Mask:
    """Tell for each pair of boxes whether the first lies in the second."""
    low = one[:, None, :2] >= other[None, :, :2]
    high = one[:, None, 2:] <= other[None, :, 2:]
    return np.asarray((low & high).all(axis=2))
