"""A document as it would be published now, for who decides: every page says that it is a draft."""

from typing import NamedTuple

from pipeline.case.case import Case
from pipeline.case.ordered import ordered
from pipeline.sandbox import Sandbox
from redact.document import Document
from redact.finding import Redaction
from redact.write import write_pdf

_STAMP = "CONCEPT – NIET GOEDGEKEURD – NIET VERSPREIDEN"
_SIZE, _EDGE = 9, 6


class _Work(NamedTuple):
    source: bytes
    document: Document
    redactions: tuple[Redaction, ...]


def draft(case: Case, number: int) -> bytes:
    """Return a document without what was decided to go, as a PDF stamped as a draft.

    It was not checked for leaks; only what is approved is, when it is published.

    Raises:
        NotAllowedError: the document was not read yet.
        TooHardError, CrashedError, DamagedError: it cannot be written.
    """
    wanted = ordered(case, number)
    sandbox = Sandbox(place=case.vault.place)
    try:
        work = _Work(case.vault.get(wanted.pdf), wanted.document, wanted.redactions)
        return sandbox.run(_stamped, work)
    finally:
        sandbox.close()


def _stamped(work: _Work) -> bytes:
    import pymupdf

    written = write_pdf(work.source, work.document, work.redactions)
    with pymupdf.open(stream=written, filetype="pdf") as pdf:
        for page in pdf:
            page.wrap_contents()
            foot = pymupdf.Point(_EDGE, page.rect.height - _EDGE) * page.derotation_matrix
            page.insert_text(foot, _STAMP, fontsize=_SIZE, color=(0.8, 0, 0), rotate=page.rotation)
        stamped: bytes = pdf.tobytes()
        return stamped
