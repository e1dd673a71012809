"""Is the file one clean revision with the same pages, and nothing else in it."""

import re
from collections.abc import Iterator

from redact.verify.carve import Carving
from redact.verify.evidence import Evidence
from redact.verify.leak import Leak

_POINT = 0.5
_END = b"%%EOF"


def check_structure(evidence: Evidence) -> Iterator[Leak]:
    """The file begins as a PDF, was saved once, in the clear, with nothing after its end."""
    data, rest = evidence.output, evidence.carving.rest
    if not data.startswith(b"%PDF-"):
        yield Leak("opbouw", "het bestand begint niet als een PDF")
    if revisions(evidence.carving) != 1:
        yield Leak("opbouw", "er zit een eerdere versie in het bestand")
    if data.rstrip(b"\r\n")[-len(_END) :] != _END:
        yield Leak("opbouw", "er staat iets na het einde van de PDF")
    if re.search(rb"/Encrypt\b", rest):
        yield Leak("opbouw", "het bestand is versleuteld")


def revisions(carving: Carving) -> int:
    """Return how often the file was saved over itself; a linearised file has two parts."""
    ends = carving.rest.count(_END)
    trailers = [carving.rest, *(c.head for c in carving.objects if c.has(b"/XRef"))]
    has_previous = any(re.search(rb"/Prev\s+\d+\b(?!\s+\d+\s+R)", part) for part in trailers)
    if b"/Linearized" in carving.rest[:2048]:
        return max(ends - 1, 1)
    return max(ends, 2 if has_previous else ends)


def check_unused(evidence: Evidence) -> Iterator[Leak]:
    """Nothing lies in the file that no page uses: content and images can be hung back."""
    if any(carved.stream is not None for carved in evidence.carving.unused()):
        yield Leak("losse objecten", "er zit inhoud in die niemand ziet maar er wel is")


def check_attachments(evidence: Evidence) -> Iterator[Leak]:
    """No file travels with the document: nobody has looked into it."""
    if has_attachments(evidence.carving):
        yield Leak("bijlagen", "er zit een ander bestand in de PDF")


def has_attachments(carving: Carving) -> bool:
    """Tell whether a file hangs in the PDF."""
    return any(carved.has(b"/EF") or carved.has(b"/EmbeddedFile") for carved in carving.objects)


def check_pages(evidence: Evidence) -> Iterator[Leak]:
    """All pages are there, as large as they were; only an explanation may follow them."""
    before, after = evidence.original.pages, evidence.shown
    if len(after) < len(before):
        yield Leak("pagina's", "er ontbreken pagina's")
    for page, shown in zip(before, after, strict=False):
        off = max(abs(page.width - shown.width), abs(page.height - shown.height))
        if off > _POINT:
            yield Leak("pagina's", "de pagina heeft een ander formaat gekregen", page.number)
