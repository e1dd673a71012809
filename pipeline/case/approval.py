"""Approving a document: what is still open, who may, and whether approvals still hold."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.standing import digest, standings
from pipeline.case.state import Recorded, State
from pipeline.case.titles import GIVES_AWAY, gives_away

_CHANGES = (acts.Decide, acts.Add, acts.Resize, acts.Join, acts.Split, acts.SetRole, acts.Revert)


class DocumentState(StrEnum):
    """How far a document is."""

    UNREAD = "unread"
    FAILED = "failed"
    OPEN = "open"
    LOOKED_AT = "looked_at"
    APPROVED_ONCE = "approved_once"
    APPROVED = "approved"


class Progress(NamedTuple):
    """What is still to be done before a document can be approved."""

    items: int
    open: int
    pages: int
    seen: int
    unread: int
    acknowledged: int

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is open and every page was seen."""
        done = not self.open and self.unread == self.acknowledged
        return done and self.seen == self.pages


def seen_pages(state: State, document: int) -> set[int]:
    """Return which pages of the newest version, from 0, a person has looked at."""
    reading = state.files[document].reading
    found = set()
    for page in range(len(reading.pages) if reading else 0):
        act = state.latest(f"page:{document}:{page}", acts.SeePage)
        if act and _is_of_now(state, document, act) and _is_seen(act):
            found.add(page)
    return found


def _is_seen(act: Recorded) -> bool:
    return isinstance(act.deed, acts.SeePage) and act.deed.seen


def _is_of_now(state: State, document: int, act: Recorded) -> bool:
    """Tell whether an act is about the newest version of a document."""
    return act.seq > state.files[document].added_seq


def acknowledged(state: State, document: int) -> set[str]:
    """Return the ids of what the machine could not read and a person has looked at."""
    reading = state.files[document].reading
    found = set()
    for one in reading.unread if reading else ():
        act = state.latest(f"unread:{document}:{one.id}", acts.Acknowledge)
        if act and _is_of_now(state, document, act):
            found.add(one.id)
    return found


def progress(state: State, document: int) -> Progress:
    """Count what is done and what is not."""
    return progress_of(state, document, [one.is_open for one in standings(state, document)])


def progress_of(state: State, document: int, opens: Sequence[bool]) -> Progress:
    """Count as `progress` does, for who knows of each item of a document whether it is open."""
    reading = state.files[document].reading
    return Progress(
        items=len(opens),
        open=sum(opens),
        pages=len(reading.pages) if reading else 0,
        seen=len(seen_pages(state, document)),
        unread=len(reading.unread) if reading else 0,
        acknowledged=len(acknowledged(state, document)),
    )


def approvals(state: State, document: int) -> list[Recorded]:
    """Return the approvals of a document that hold: not withdrawn, and nothing changed since."""
    now = digest(state, document)
    found: list[Recorded] = []
    for act in state.of_subject.get(f"document:{document}", ()):
        if isinstance(act.deed, acts.Withdraw | acts.AddFile):
            found.clear()
        elif isinstance(act.deed, acts.Approve) and act.deed.digest == now:
            found.append(act)
    return found


def lapsed(state: State, document: int) -> bool:
    """Tell whether a document was approved, but something changed since."""
    last = None
    for act in state.of_subject.get(f"document:{document}", ()):
        if isinstance(act.deed, acts.Withdraw | acts.AddFile):
            last = None
        elif isinstance(act.deed, acts.Approve):
            last = act
    return last is not None and not approvals(state, document)


def document_state(case: Case, state: State, document: int, counted: Progress) -> DocumentState:
    """Return how far a document is."""
    file = state.files[document]
    if file.failure:
        return DocumentState.FAILED
    if file.reading is None or not file.run:
        return DocumentState.UNREAD
    held = approvals(state, document)
    if held and not counted.open:
        done = not case.settings.four_eyes or any(_is_second(act) for act in held)
        return DocumentState.APPROVED if done else DocumentState.APPROVED_ONCE
    looked = counted.is_done or (not case.settings.every_page_seen and not counted.open)
    return DocumentState.LOOKED_AT if looked else DocumentState.OPEN


def _is_second(act: Recorded) -> bool:
    return isinstance(act.deed, acts.Approve) and act.deed.second


def refusals(case: Case, state: State, document: int, who: str, *, second: bool) -> list[str]:
    """Return why this person cannot approve a document now, each with the way out."""
    file = state.files[document]
    if file.reading is None or not file.run:
        return ["Dit document is nog niet gelezen. Maak eerst voorstellen."]
    counted = progress(state, document)
    reasons = []
    if counted.open:
        reasons.append(f"Er staan nog {counted.open} voorstellen open. Beslis daar eerst over.")
    if case.settings.every_page_seen and counted.seen < counted.pages:
        left = counted.pages - counted.seen
        reasons.append(f"{left} pagina's zijn nog niet bekeken. Markeer ze als gezien.")
    if counted.acknowledged < counted.unread:
        left = counted.unread - counted.acknowledged
        reasons.append(
            f"{left} onderdelen kon het programma niet lezen. Bekijk ze en bevestig dat."
        )
    if gives_away(case, state, document):
        reasons.append(GIVES_AWAY)
    return reasons + (_second_refusals(state, document, who) if second else [])


def _second_refusals(state: State, document: int, who: str) -> list[str]:
    """Return why somebody is no second pair of eyes."""
    firsts = [act for act in approvals(state, document) if not _is_second(act)]
    if not firsts:
        return ["Er is nog geen eerste goedkeuring. Die komt vóór de tweede."]
    if any(act.who == who for act in firsts):
        return ["U gaf de eerste goedkeuring al. De tweede komt van een collega."]
    if who in changers(state, document):
        return ["U hebt in dit document iets beslist of veranderd. Een collega keurt het goed."]
    return []


def changers(state: State, document: int) -> set[str]:
    """Return who decided on, added or changed anything that bears on a document."""
    from pipeline.case.fold import touched  # noqa: PLC0415  the fold asks nothing of approvals

    since = state.files[document].added_seq
    return {
        act.who
        for act in state.acts[since:]
        if isinstance(act.deed, _CHANGES) and document in touched(state, act)
    }
