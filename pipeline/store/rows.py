"""What stands in the tables, row by row: positions, codes, keys and hashes, never text."""

from datetime import datetime
from typing import NamedTuple


class ActRow(NamedTuple):
    """One act. `old` and `new` are JSON; `hash` covers all before it and the `previous` hash."""

    seq: int
    id: str
    at: datetime
    who: str
    kind: str
    subject: str
    old: str
    new: str
    previous: str
    hash: str


class ProposalRow(NamedTuple):
    """What one run proposed for one place.

    `spans` is JSON: [[page, start, end], ...]. `same` and `context` are keyed hashes of the text
    and of the text with its neighbours: equal where those are equal, and nothing more.
    `reason` and `link_reason` are Dutch sentences that quote nothing.
    """

    run: int
    item: str
    document: int
    spans: str
    kind: str
    score: float
    source: str
    role: str
    action: str
    ground: str | None
    reason: str
    person: str | None
    link_reason: str
    same: str
    context: str


class DoubtRow(NamedTuple):
    """Two persons of one run that may be one, and why."""

    run: int
    person: str
    other: str
    reason: str
