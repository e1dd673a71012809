"""What was done with an item, a document or a person, whoever did it and however far it reached."""

from collections.abc import Iterator

from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.fold import touched
from pipeline.case.state import Recorded, State


def history(case: Case, subject: str) -> list[Recorded]:
    """Return the acts that bear on a subject, in order, undone ones too."""
    with case.lock:
        state = case.state()
        sort, _, key = subject.partition(":")
        found = {act.seq: act for act in state.of_subject.get(subject, ())}
        more = {"item": _of_item, "person": _of_person, "document": _of_document}.get(sort)
        if more:
            found |= {act.seq: act for act in more(state, key)}
        return [found[seq] for seq in sorted(found)]


def _of_item(state: State, key: str) -> Iterator[Recorded]:
    item = state.items.get(key)
    if item is None:
        return
    yield from (state.acts[standing.seq - 1] for standing in state.standings(item))
    yield from (state.acts[seq - 1] for seq, _ in state.splits.get(key, ()))
    if item.by_hand:
        yield state.acts[item.run - 1]


def _of_person(state: State, key: str) -> Iterator[Recorded]:
    """Yield what was done with a person, and with those that were joined with it."""
    names = {name for name in state.joins if state.joined(name) == key}
    for name in names:
        yield from state.of_subject.get(f"person:{name}", ())
        yield from (state.acts[seq - 1] for seq, _ in state.joins[name])
    for told in state.splits.values():
        yield from (state.acts[seq - 1] for seq, person in told if person == key)


def _of_document(state: State, key: str) -> Iterator[Recorded]:
    for act in state.acts:
        if not isinstance(act.deed, acts.SeePage) and int(key) in touched(state, act):
            yield act
