"""A PDF and its redactions become a PDF that may be published."""

import io
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np

from redact.document import Document
from redact.finding import Redaction
from redact.write.append import append
from redact.write.clean import clean
from redact.write.conformance import conforming
from redact.write.damage import damage
from redact.write.font_reduction import reduce_fonts
from redact.write.gaps import Gaps, find_gaps
from redact.write.label import Labelled, print_labels
from redact.write.layout import Layout
from redact.write.legend import codes_used, set_legend
from redact.write.metadata import TITLE
from redact.write.outline import put_outline, take_outline
from redact.write.raster import empty, rasterise
from redact.write.remove import Cleared, remove
from redact.write.removed import Removed
from redact.write.treated import Written

if TYPE_CHECKING:
    import pikepdf

_NO_RULES = np.empty((0, 4), dtype=np.float32)


def write_pdf(
    data: bytes, document: Document, redactions: Sequence[Redaction], *, title: str | None = None
) -> bytes:
    """Return the PDF of `write`."""
    return write(data, document, redactions, title=title).pdf


def write(
    data: bytes,
    document: Document,
    redactions: Sequence[Redaction],
    *,
    title: str | None = None,
    pictured: Collection[int] = (),
) -> Written:
    """Return the PDF without what was ordered out, each gap explained by its code.

    `document` is what was read from `data`. The pages keep their order and size; a legend of the
    codes follows them. Without redactions the PDF is only cleaned. `pictured` are the numbers of
    pages that become pictures, because they cannot be cleaned otherwise; where all do, nothing
    else of the source comes along.

    Raises:
        DamagedError: the bytes cannot be opened as a PDF, or work on what is in them breaks off.
        EncryptedError: the PDF asks for a password.
    """
    with damage():
        return _written(data, document, redactions, title or TITLE, pictured)


def _written(
    data: bytes,
    document: Document,
    redactions: Sequence[Redaction],
    title: str,
    pictured: Collection[int],
) -> Written:
    import pikepdf

    pages = find_gaps(document, redactions)
    removed = Removed.of(document, redactions, pages)
    cropped = [page.number for page in document if page.beyond]
    cleared_data, cleared = remove(data, pages, sorted({*cropped, *pictured}))
    whole = len(pictured) == len(document.pages)
    with empty(len(pictured)) if whole else pikepdf.open(io.BytesIO(cleared_data)) as pdf:
        entries = [] if whole else take_outline(pdf, data, document, pages)
        layouts = _label(pdf, cleared_data, pages, cleared, pictured)
        rules = dict.fromkeys(pictured, _NO_RULES)
        rules |= {page.number: page.rules for page in cleared if page.number in rules}
        scanned = rasterise(pdf, cleared_data, document, pages, rules) if rules else []
        clean(pdf, removed)
        _explain(pdf, document, pages)
        put_outline(pdf, entries)
        whole_fonts = reduce_fonts(pdf, removed.is_in)
        treated = [one for layout in layouts for one in layout.treated]
        pdf_bytes = conforming(pdf, removed.censored(title))
        return Written(pdf_bytes, (*treated, *scanned), whole_fonts)


def _label(
    pdf: "pikepdf.Pdf",
    data: bytes,
    pages: Sequence[Gaps],
    cleared: Sequence[Cleared],
    pictured: Collection[int],
) -> list[Layout]:
    both = [pair for pair in zip(pages, cleared, strict=True) if pair[1].number not in pictured]
    return print_labels(pdf, data, [Labelled(gaps, page.shown, page.rules) for gaps, page in both])


def _explain(pdf: "pikepdf.Pdf", document: Document, pages: Sequence[Gaps]) -> None:
    codes = codes_used(pages)
    if codes:
        last = document.pages[-1]
        append(pdf, set_legend(codes, last.width, last.height))
