"""Is a file what it says it is: PDF/A for keeping, PDF/UA for every reader."""

import re
from collections.abc import Iterator

from redact.verify.carve import Carving
from redact.verify.evidence import Evidence
from redact.verify.leak import Leak, Severity

_PART = re.compile(rb"pdfaid:part\s*(?:=\s*[\"']|>\s*)(\d)")
_CONFORMANCE = re.compile(rb"pdfaid:conformance\s*(?:=\s*[\"']|>\s*)([ABUabu])")
_ACCESSIBLE = re.compile(rb"pdfuaid:part\s*(?:=\s*[\"']|>\s*)1")


def check_claims(evidence: Evidence) -> Iterator[Leak]:
    """The file satisfies every standard that its metadata claim."""
    yield from find_broken(evidence.output, evidence.carving, Severity.LEAK)


def find_broken(data: bytes, carving: Carving, severity: Severity) -> Iterator[Leak]:
    """Report each standard that the file claims and does not satisfy."""
    for profile in claims(carving):
        if not _satisfies(data, profile):
            name = "PDF/UA-1" if profile == "ua1" else f"PDF/A-{profile}"
            message = f"het bestand noemt zich {name} maar voldoet daar niet aan"
            yield Leak("norm", message, severity=severity)


def claims(carving: Carving) -> list[str]:
    """Return the standards that a file's metadata claim: `2a`, `2b`, `2u`, `ua1` and so on."""
    packets = [c.stream or b"" for c in carving.objects if c.has(b"/Metadata")]
    found = set()
    for packet in packets:
        part, conformance = _PART.search(packet), _CONFORMANCE.search(packet)
        if part and conformance:
            found.add((part[1] + conformance[1]).decode().lower())
        if _ACCESSIBLE.search(packet):
            found.add("ua1")
    return sorted(found)


def _satisfies(data: bytes, profile: str) -> bool:
    import page

    try:
        return page.is_pdf_compliant_bytes(data, profile=profile)
    except page.PageError:
        return False
