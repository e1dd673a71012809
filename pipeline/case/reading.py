"""Read one file of a case in a process with limits: to PDF, to text and boxes, to findings."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.case.acts import Unread
from pipeline.vault import Key, Sheet, Vault, keep_reading, reading
from redact.analyse import find
from redact.convert import to_pdf
from redact.detect import detect
from redact.detect.names.parts import Name
from redact.detect.recall import case_detector
from redact.document import Document, Span
from redact.finding import PASSAGES, Finding, Kind, Role
from redact.policy import Policy
from redact.preflight import Secret, preflight
from redact.read import read_pdf

_NO_JUDGEMENT = frozenset(
    {
        Secret.ANNOTATION,
        Secret.FIELD,
        Secret.SCRIPT,
        Secret.REVISION,
        Secret.SIGNATURE,
        Secret.METADATA,
    }
)
"""What goes without a loss, or becomes part of the page and was searched there."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """A file to read. `pdf` and `reading` are there when it was read before, under other rules."""

    vault: Vault
    document: int
    original: Key
    suffix: str
    policy: Policy
    pdf: Key | None = None
    reading: Key | None = None


@dataclass(frozen=True, slots=True)
class WasRead:
    """What reading a file gave; all that it says is in the vault."""

    pdf: Key
    reading: Key
    findings: Key
    pages: tuple[Sheet, ...]
    unread: tuple[Unread, ...]


def read_one(order: ToRead) -> WasRead:
    """Read a file and find what may have to go.

    Raises:
        RedactError: it cannot be read.
    """
    vault = order.vault
    pdf = order.pdf or vault.put(_converted(order))
    document = reading(vault, order.reading) if order.reading else read_pdf(vault.get(pdf))
    return WasRead(
        pdf=pdf,
        reading=order.reading or keep_reading(vault, document),
        findings=vault.put_table(_table(find(document, order.policy))),
        pages=tuple(Sheet(p.number, p.width, p.height, p.beyond) for p in document),
        unread=_unread(vault.get(pdf), document),
    )


@dataclass(frozen=True, slots=True)
class Sweep:
    """A document to search for persons whom the rest of the case names in full."""

    vault: Vault
    document: int
    reading: Key
    findings: tuple[Finding, ...]
    names: frozenset[Name]


def sweep(order: Sweep) -> tuple[Finding, ...]:
    """Return the findings of a document with those persons among them.

    Where a known name holds a person that was found before, such as a surname alone, it takes
    its place; where it only touches something else, what was found stays.
    """
    document = reading(order.vault, order.reading)
    known = [f for f in detect(document, [case_detector(order.names)]) if f.kind is Kind.PERSON]
    kept = list(order.findings)
    for found in known:
        met = [other for other in kept if _meet(found, other)]
        if all(_is_inside(other, found) for other in met):
            kept = [other for other in kept if other not in met] + [found]
    return tuple(sorted(kept))


def _meet(one: Finding, other: Finding) -> bool:
    return other.kind not in PASSAGES and any(a.meets(b) for a in one.spans for b in other.spans)


def _is_inside(inner: Finding, outer: Finding) -> bool:
    if inner.kind is not Kind.PERSON or inner.spans == outer.spans:
        return False
    return all(any(out.holds(span) for out in outer.spans) for span in inner.spans)


def _converted(order: ToRead) -> bytes:
    """Return the file as a PDF; converters want it under a name that says what it is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document{order.suffix}"
        path.write_bytes(order.vault.get(order.original))
        return to_pdf(path)


def _unread(pdf: bytes, document: Document) -> tuple[Unread, ...]:
    """Return what a person must look at, because the machine could not or must not judge it."""
    return tuple(
        Unread(
            f"{one.kind}.{'file' if one.page is None else one.page}", one.kind, one.page, one.count
        )
        for one in preflight(pdf, document)
        if one.kind not in _NO_JUDGEMENT
    )


def _table(findings: list[Finding]) -> list[list[Any]]:
    return [[f.spans, f.kind, f.score, f.source, f.reason, f.role] for f in findings]


def findings_of(vault: Vault, key: Key) -> list[Finding]:
    """Return the findings that were kept."""
    return [
        Finding(tuple(Span(*span) for span in spans), Kind(kind), score, source, reason, Role(role))
        for spans, kind, score, source, reason, role in vault.table(key)
    ]
