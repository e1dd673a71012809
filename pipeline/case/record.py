"""Do an act: check it against what stands, write it behind the last one, and say what it became."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import uuid4

from pipeline.case import acts
from pipeline.case.acts import Deed
from pipeline.case.case import Case
from pipeline.case.check import allowed
from pipeline.case.codec import recorded
from pipeline.case.errors import ConflictError, NotAllowedError
from pipeline.case.state import Recorded, State
from pipeline.store import ActRow, DoubtRow, Link, ProposalRow, Writing
from pipeline.vault.vault import write_whole

HEAD = "head"
"""A file in the vault with the number and hash of the last act: it shows a record cut short."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What somebody wants to do.

    `subject` is what it is about: `item:ID`, `person:ID`, `document:N`, `page:N:P`,
    `unread:N:ID`, `kind:KIND`, `ground:CODE` or `case`. `saw` is the number of the last act that
    the person had seen (None: whatever stands). `id` is made by the client; asking twice with one
    id does it once.
    """

    who: str
    subject: str
    deed: Deed
    saw: int | None = None
    id: str = field(default_factory=lambda: str(uuid4()))


def record(case: Case, ask: Ask) -> Recorded:
    """Do an act, or find that it was done already, and return it as it stands in the record.

    Raises:
        ConflictError: somebody acted on the same subject since `ask.saw`.
        UnknownSubjectError: the subject is not in the case.
        NotAllowedError: it must not be done now; the reasons say why.
        GroundMissingError: something would go without a ground.
    """
    with case.lock, case.store.writing() as writing:
        state = case.state_in(writing)
        if ask.id in state.by_id:
            return state.acts[state.by_id[ask.id] - 1]
        _refuse_stale(state, ask)
        deed = allowed(case, state, ask.who, ask.subject, ask.deed)
        row = _append(writing, state, replace(ask, deed=deed))
    return _settled(case, row)


def record_run(
    case: Case, ask: Ask, rows: Sequence[ProposalRow], doubts: Sequence[DoubtRow]
) -> Recorded:
    """Write a run of the machine with all that it proposed, at once."""
    with case.lock, case.store.writing() as writing:
        state = case.state_in(writing)
        row = _append(writing, state, ask)
        writing.add_run(
            [proposal._replace(run=row.seq) for proposal in rows],
            [doubt._replace(run=row.seq) for doubt in doubts],
        )
    return _settled(case, row)


def undo(case: Case, who: str, id_: str | None = None) -> Recorded:
    """Undo the last act of a person that was not undone yet.

    Raises:
        NotAllowedError: there is none.
    """
    return _revert_last(case, who, id_, lambda state: state.undo[who], "ongedaan te maken")


def redo(case: Case, who: str, id_: str | None = None) -> Recorded:
    """Do again what a person undid last.

    Raises:
        NotAllowedError: there is none, or the person did something else since.
    """
    return _revert_last(case, who, id_, lambda state: state.redo[who], "opnieuw te doen")


def acts_since(case: Case, seq: int) -> list[Recorded]:
    """Return the acts after a number, for who wants to keep a screen up to date."""
    return case.state().acts[seq:]


def _revert_last(
    case: Case, who: str, id_: str | None, among: Callable[[State], Sequence[int]], what: str
) -> Recorded:
    """Revert the last of some acts, by their numbers, or find that it was done already."""
    with case.lock:
        state = case.state()
        if id_ in state.by_id:
            return state.acts[state.by_id[str(id_)] - 1]
        told = among(state)
        if not told:
            msg = f"Er is niets om {what}."
            raise NotAllowedError(msg)
        subject = state.acts[told[-1] - 1].subject
        return record(case, Ask(who, subject, acts.Revert(told[-1]), id=id_ or str(uuid4())))


def _refuse_stale(state: State, ask: Ask) -> None:
    if ask.saw is None or not isinstance(ask.deed, acts.CONTESTED):
        return
    told = [act for act in state.of_subject.get(ask.subject, ()) if act.seq > ask.saw]
    against = [act for act in told if isinstance(act.deed, (*acts.CONTESTED, acts.Revert))]
    if isinstance(ask.deed, acts.Approve):
        document = int(ask.subject.partition(":")[2])
        if state.changed[document] > ask.saw and not against:
            against = [state.acts[state.changed[document] - 1]]
    if against:
        raise ConflictError(against[-1])


def _append(writing: Writing, state: State, ask: Ask) -> ActRow:
    at = datetime.now(UTC)
    old, new = _before(state, ask), acts.as_json(ask.deed)
    return writing.append(Link(ask.id, at, ask.who, ask.deed.name, ask.subject, old, new))


def _before(state: State, ask: Ask) -> str:
    """Return what stood, as JSON: the decision on an item, or the last act of this sort."""
    sort, _, key = ask.subject.partition(":")
    if isinstance(ask.deed, acts.Decide) and sort == "item":
        stood = state.decision(state.items[key])
        if stood is None:
            return ""
        return json.dumps({"seq": stood.seq, "verdict": stood.verdict, "grounds": stood.grounds})
    last = state.latest(ask.subject, type(ask.deed))
    return f'{{"seq":{last.seq},"new":{acts.as_json(last.deed)}}}' if last else ""


def _settled(case: Case, row: ActRow) -> Recorded:
    """Fold in what was just written, and note down where the record ends."""
    state = case.state()
    write_whole(case.vault.root / HEAD, f"{row.seq} {row.hash}\n".encode())
    return state.acts[row.seq - 1] if row.seq <= state.seq else recorded(row)
