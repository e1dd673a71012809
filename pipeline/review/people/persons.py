"""The persons of a case, kept between requests: an act renews only whom it touches."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.case import acts
from pipeline.case.acts import Scope, Verdict
from pipeline.case.case import Case
from pipeline.case.people import PersonRow, people, person
from pipeline.case.state import Recorded, State
from redact.finding import Action


class PersonState(StrEnum):
    """How a person stands, over all mentions."""

    OPEN = "open"
    REDACT = "redact"
    KEEP = "keep"
    MIXED = "mixed"
    """Not every mention is decided on in the same way."""
    PUBLIC = "public"
    """Nobody decided, and nothing has to be: the machine proposes to keep every mention."""


def state_of(row: PersonRow) -> PersonState:
    """Return how a person stands."""
    if row.open:
        return PersonState.OPEN
    if row.decision is None:
        return PersonState.PUBLIC if row.action is Action.KEEP else PersonState.MIXED
    if row.otherwise:
        return PersonState.MIXED
    return PersonState.REDACT if row.decision.verdict is Verdict.REDACT else PersonState.KEEP


@dataclass(slots=True)
class _Kept:
    """What is kept between requests; `seq` is the last act that is in it."""

    seq: int = 0
    rows: dict[str, PersonRow] = field(default_factory=dict)


def persons(case: Case) -> dict[str, PersonRow]:
    """Return the persons of the case by id."""
    with case.lock:
        state = case.state()
        kept: _Kept = case.cache.setdefault("persons", _Kept())
        stale = _stale(state, kept.seq)
        if stale is None:
            kept.rows = {row.id: row for row in people(case)}
        else:
            for name in stale:
                if name in state.persons():
                    kept.rows[name] = person(case, name)
                else:
                    kept.rows.pop(name, None)
        kept.seq = state.seq
        return kept.rows


def _stale(state: State, seq: int) -> set[str] | None:
    """Return whom the acts since one may have changed; None: anybody."""
    if not seq:
        return None
    names: set[str] = set()
    for act in state.acts[seq:]:
        touched = _touched(state, act)
        if touched is None:
            return None
        names |= touched
    return names


def _touched(state: State, act: Recorded) -> set[str] | None:
    while isinstance(act.deed, acts.Revert):
        act = state.acts[act.deed.seq - 1]
    deed = act.deed
    sort, _, key = act.subject.partition(":")
    if isinstance(deed, acts.AddFile | acts.Propose):
        return None
    if isinstance(deed, acts.Add):
        return {deed.person} if deed.person else set()
    if sort == "person":
        return {key, *_others(state, key, deed)}
    if sort == "item" and not (isinstance(deed, acts.Decide) and deed.scope is Scope.CONTEXT):
        item = state.items.get(key)
        named = state.person_of(item) if item else None
        return {named} if named else set()
    return None if isinstance(deed, acts.Decide) else set()


def _others(state: State, key: str, deed: acts.Deed) -> Iterable[str]:
    """Return the other persons in an act on a person, and those whose doubts it bears on."""
    named = {key}
    if isinstance(deed, acts.Join | acts.Distinguish):
        named |= set(deed.others)
    if isinstance(deed, acts.Split):
        named.add(deed.person)
    now = {*named, *map(state.joined, named)}
    for row in state.doubts:
        pair = {row.person, row.other, state.joined(row.person), state.joined(row.other)}
        if pair & now:
            now |= pair
    return now
