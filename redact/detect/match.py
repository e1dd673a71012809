"""What a detector sees in a flow, before it becomes a finding with a place on a page."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from redact.finding import Kind, Role

SURE = 0.85
"""From this score on a match is sure: it goes without a question, and others lean on it."""


class Match(NamedTuple):
    """Characters [start, end) of a flow's text, with what they are and why.

    `reason` is one Dutch sentence for the reviewer and never quotes the document.
    """

    start: int
    end: int
    kind: Kind
    score: float
    source: str
    reason: str
    role: Role = Role.UNKNOWN


Detector: TypeAlias = Callable[[str], Iterable[Match]]
"""Reads the text of a flow and says what it saw."""
