"""Prove that an output holds nothing that had to go, with libraries its writer does not use."""

from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import version

from redact.document import Document
from redact.errors import DamagedError, EncryptedError, LeakError
from redact.finding import Redaction, Verified
from redact.verify.checks import CHECKS
from redact.verify.evidence import Evidence
from redact.verify.leak import Leak, Severity
from redact.verify.readings import poppler_version

_LIBRARIES = ("lakwerk", "pypdfium2", "pypdf")


def verify(
    output: bytes, original: Document, redactions: Sequence[Redaction], source: bytes = b""
) -> Verified:
    """Check an output against what the reader saw before and what was ordered to go.

    The output has the pages of the original, each gap labelled with its code; pages after them
    may explain the codes. Without the source, no line of a scan may have been drawn anew so that
    words stand where something went: nobody could tell whose ink that is.

    Raises:
        LeakError: something is left, is missing or cannot be checked. It says where, never what.
    """
    evidence = Evidence(output, original, redactions, source)
    try:
        every = [leak for check in CHECKS for leak in check.looks(evidence)]
        found = [leak for leak in every if leak.severity is Severity.LEAK]
    except (DamagedError, EncryptedError) as error:
        found = [Leak("opbouw", error.message)]
    if found:
        pages = frozenset(leak.page for leak in found if leak.page is not None)
        raise LeakError(tuple(dict.fromkeys(map(str, found))), pages)
    names = tuple(check.name for check in CHECKS)
    return Verified(sha256(output).hexdigest(), names, library_versions())


def library_versions() -> tuple[tuple[str, str], ...]:
    """Return the programs that looked, each with its version."""
    found = [(name, version(name)) for name in _LIBRARIES]
    poppler = poppler_version()
    return (*found, ("poppler", poppler)) if poppler else tuple(found)
