"""Take characters, pixels and drawings out of the pages, with PyMuPDF."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from redact.document import Boxes
from redact.errors import DamagedError, EncryptedError
from redact.geometry import Mask, Matrix
from redact.write.gaps import Gaps

if TYPE_CHECKING:
    import pymupdf

_PICTURES = {"fill-image", "fill-imgmask", "clip-imgmask"}
_DRAWINGS = {"fill-path", "stroke-path", "fill-shade"}
_THIN = 3.0
"""Points: a drawing narrower than this is a rule, such as a table's line."""

_NOTES = ("Text", "Popup", "FileAttachment", "Sound", "Movie", "RichMedia", "Screen", "Redact")
"""Annotations that are remarks about the page, not part of it."""

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


def remove(data: bytes, pages: Sequence[Gaps]) -> tuple[bytes, list[Cleared]]:
    """Return the PDF without what goes, and the pages that lost something.

    Raises:
        DamagedError: PyMuPDF cannot open the bytes.
        EncryptedError: they ask for a password.
    """
    with _opened(data) as pdf:
        _bake(pdf)
        cleared = [_clear(pdf[page.page.number], page) for page in pages]
        return _written(pdf), cleared


def _written(pdf: "pymupdf.Document") -> bytes:
    """Return the bytes of a PDF.

    Not by `tobytes`, which writes through Python, a few bytes at a time: twenty times as slow.
    """
    from pymupdf import mupdf

    options, buffer = mupdf.PdfWriteOptions(), mupdf.FzBuffer(0)
    options.do_garbage = 1
    output = mupdf.FzOutput(buffer)
    mupdf.pdf_write_document(mupdf.pdf_document_from_fz_document(pdf.this), output, options)
    output.fz_close_output()
    return bytes(mupdf.fz_buffer_extract_copy(buffer))


@contextmanager
def _opened(data: bytes) -> "Iterator[pymupdf.Document]":
    import pymupdf

    try:
        pdf = pymupdf.open(stream=data, filetype="pdf")
    except pymupdf.FileDataError as error:
        raise DamagedError from error
    with pdf:
        if pdf.needs_pass:
            raise EncryptedError
        yield pdf


def _bake(pdf: "pymupdf.Document") -> None:
    """Make form fields and drawn annotations part of the page; drop remarks about it."""
    if not pdf.has_annots() and not pdf.is_form_pdf:
        return
    undrawn = pdf.need_appearances()
    for page in pdf:
        for annotation in list(page.annots()):
            if annotation.type[1] in _NOTES:
                page.delete_annot(annotation)
        for field in page.widgets(types=_WRITTEN) if undrawn else ():
            field.update()  # else what the reader saw in it would not be baked
    pdf.bake()


def _clear(page: "pymupdf.Page", gaps: Gaps) -> Cleared:
    import pymupdf

    shown = _shown(page)
    pictures, drawings = _drawn(page)
    _mark(page, gaps.cores, shown)
    page.apply_redactions(
        images=pymupdf.PDF_REDACT_IMAGE_NONE,
        graphics=pymupdf.PDF_REDACT_LINE_ART_NONE,
        text=pymupdf.PDF_REDACT_TEXT_REMOVE,
    )
    if _meet(pictures, gaps.areas).any() or _inside(drawings, gaps.areas).any():
        _mark(page, gaps.areas, shown)
        page.apply_redactions(
            images=pymupdf.PDF_REDACT_IMAGE_PIXELS,
            graphics=pymupdf.PDF_REDACT_LINE_ART_REMOVE_IF_COVERED,
            text=pymupdf.PDF_REDACT_TEXT_NONE,
        )
    narrow = np.minimum(drawings[:, 2] - drawings[:, 0], drawings[:, 3] - drawings[:, 1]) < _THIN
    return Cleared(page.number, shown, drawings[narrow])


def _shown(page: "pymupdf.Page") -> Matrix:
    """Return the map from the page as shown to the PDF's own coordinates."""
    from pymupdf import mupdf

    to_shown = mupdf.FzMatrix()
    pdf_page = mupdf.pdf_page_from_fz_page(page.this)
    mupdf.pdf_page_transform(pdf_page, mupdf.FzRect(), to_shown)
    back = mupdf.fz_invert_matrix(to_shown)
    return Matrix(back.a, back.b, back.c, back.d, back.e, back.f)


def _drawn(page: "pymupdf.Page") -> tuple[Boxes, Boxes]:
    """Return the boxes of the pictures and of the drawings, each of shape (n, 4), as shown."""
    log = page.get_bboxlog()
    turned = Matrix(*page.rotation_matrix)
    pictures = [box for what, box in log if what in _PICTURES]
    drawings = [box for what, box in log if what in _DRAWINGS]
    return turned.boxes(_array(pictures)), turned.boxes(_array(drawings))


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
