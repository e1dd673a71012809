"""The documents of a case as the overview shows them."""

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.case import acts
from pipeline.case.approval import DocumentState
from pipeline.case.case import Case
from pipeline.case.overview import DocumentRow, Overview
from pipeline.case.rules import broken_in
from pipeline.case.state import State
from pipeline.review.overview.looked import Busy, busy_in

STATES: Mapping[DocumentState, tuple[str, str]] = {
    DocumentState.UNREAD: ("void", "niet gelezen"),
    DocumentState.FAILED: ("failed", "niet te lezen"),
    DocumentState.OPEN: ("open", "open"),
    DocumentState.LOOKED_AT: ("looked", "bekeken"),
    DocumentState.APPROVED_ONCE: ("proposed", "één keer goedgekeurd"),
    DocumentState.APPROVED: ("approved", "goedgekeurd"),
}
"""The shape and the words of each state."""


class Line(NamedTuple):
    """One document on the overview; `warnings` counts rules that are broken in it."""

    row: DocumentRow
    shape: str
    words: str
    warnings: int
    unread: int
    notes: int
    busy: tuple[Busy, ...]


def lines(case: Case, seen: Overview, who: str) -> list[Line]:
    """Return a line for every document; who looks is not told of themselves."""
    with case.lock:
        state = case.state()
        busy = busy_in(state)
        return [
            Line(
                row,
                *STATES[row.state],
                warnings=_warnings(case, state, row),
                unread=row.progress.unread - row.progress.acknowledged,
                notes=_notes(state, row.number),
                busy=tuple(one for one in busy.get(row.number, ()) if one.who != who),
            )
            for row in seen.documents
        ]


def _warnings(case: Case, state: State, row: DocumentRow) -> int:
    kept: tuple[object, int] | None = case.cache.get(("broken", row.number))
    stamp = row.changed, case.settings
    if kept is None or kept[0] != stamp:
        kept = stamp, len(broken_in(case, state, row.number))
        case.cache["broken", row.number] = kept
    return kept[1]


def _notes(state: State, number: int) -> int:
    return sum(1 for _ in state.all_of(f"document:{number}", acts.Note))
