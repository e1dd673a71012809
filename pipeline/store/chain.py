"""The chain of hashes that shows when somebody changed, removed or slipped in an act."""

import hashlib
import json
from datetime import UTC, datetime
from typing import NamedTuple

from pipeline.store.rows import ActRow

START = "0" * 64
"""What the first act follows."""


class Link(NamedTuple):
    """What is told of an act before it has its place in the chain."""

    id: str
    at: datetime
    who: str
    kind: str
    subject: str
    old: str
    new: str


def linked(link: Link, seq: int, previous: str) -> ActRow:
    """Give an act its place behind the one whose hash is `previous`."""
    return ActRow(seq, *link, previous, digest(link, seq, previous))


def digest(link: Link, seq: int, previous: str) -> str:
    """Return the hash of an act: SHA-256 over all that its row tells, as JSON in UTF-8."""
    at = link.at.astimezone(UTC).isoformat(timespec="microseconds")
    told = [previous, seq, link.id, at, *link[2:]]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def holds(row: ActRow, previous: str) -> bool:
    """Tell whether a row is what it was when it was written, right behind `previous`."""
    link = Link(*row[1:8])
    return row.previous == previous and row.hash == digest(link, row.seq, previous)
