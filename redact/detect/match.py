"""What a detector sees in a flow, before it becomes a finding with a place on a page."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from redact.finding import Kind, Role


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
