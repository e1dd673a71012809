"""What is still open in each document, for who looks, with the place where it can be done."""

from typing import NamedTuple

from pipeline.case.approval import DocumentState, approvals, refusals
from pipeline.case.case import Case
from pipeline.case.overview import DocumentRow, Overview
from pipeline.case.standing import digest
from pipeline.case.state import Recorded, State
from pipeline.case.titles import GIVES_AWAY
from pipeline.review.overview.rows import STATES


class Signable(NamedTuple):
    """One document on the page. `second` tells which approval comes next; `stops` why not yet."""

    row: DocumentRow
    shape: str
    words: str
    second: bool
    stops: tuple[tuple[str, str], ...]
    approvals: tuple[Recorded, ...]
    digest: str

    @property
    def is_ready(self) -> bool:
        """Tell whether who looks can approve it now."""
        return not self.stops and self.row.state is not DocumentState.APPROVED


def signables(case: Case, seen: Overview, who: str) -> list[Signable]:
    """Return every document with what stops this person from approving it."""
    with case.lock:
        state = case.state()
        return [_signable(case, state, row, who) for row in seen.documents]


def _signable(case: Case, state: State, row: DocumentRow, who: str) -> Signable:
    held = tuple(approvals(state, row.number))
    second = case.settings.four_eyes and row.state is DocumentState.APPROVED_ONCE
    stops = () if row.state is DocumentState.APPROVED else _stops(case, state, row, who)
    return Signable(row, *STATES[row.state], second, tuple(stops), held, digest(state, row.number))


def _stops(case: Case, state: State, row: DocumentRow, who: str) -> list[tuple[str, str]]:
    """Return what is open with the place to do it."""
    number, link = row.number, f"/stukken/{row.number}"
    if row.failure:
        return [(row.failure, "/")]
    second = row.state is DocumentState.APPROVED_ONCE
    return [
        (words, f"/gegevens/{number}" if words == GIVES_AWAY else link)
        for words in refusals(case, state, number, who, second=second)
    ]
