"""How one act changes what stands in a case."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from pipeline.case import acts
from pipeline.case.acts import Scope, Verdict
from pipeline.case.codec import spans_from
from pipeline.case.reach import decide
from pipeline.case.state import File, Item, Load, Recorded, Standing, State
from pipeline.store import ProposalRow
from pipeline.vault import Key
from redact.finding import Action, Kind, Role


def fold(state: State, act: Recorded, load: Load) -> None:
    """Add one act to what stands; `load` fetches what a run proposed.

    Acts must come in the order of their numbers.
    """
    state.seq = act.seq
    state.acts.append(act)
    state.by_id[act.id] = act.seq
    state.of_subject[act.subject].append(act)
    _remember_for_undo(state, act)
    step = _STEPS.get(type(act.deed))
    if isinstance(act.deed, acts.Propose):
        _propose(state, act, act.deed, load)
    elif step:
        step(state, act, act.deed)
    state.settle(_moved(state, act))
    for document in touched(state, act):
        state.changed[document] = act.seq


def _moved(state: State, act: Recorded) -> list[str]:
    """Return the items that an act may have given to another person, or taken from the screen."""
    deed = done(state, act).deed
    if isinstance(deed, acts.Propose):
        return list(state.items)
    if isinstance(deed, acts.AddFile):
        return list(state.of_document[int(act.subject.partition(":")[2])])
    if isinstance(deed, acts.Add):
        return [name for name in state.by_hand if state.items[name].run == done(state, act).seq]
    if isinstance(deed, acts.Split):
        return list(deed.items)
    if isinstance(deed, acts.Join):
        named = {act.subject.partition(":")[2], *deed.others}
        persons = named | {state.joined(name) for name in named}
        return [name for one in persons for name in state.mentions.get(one, ())]
    is_decision = isinstance(deed, acts.Decide | acts.SetRole)
    return list(state.stale) if is_decision else []


def done(state: State, act: Recorded) -> Recorded:
    """Return what an act did, undid or did again: of a revert the act at its root."""
    while isinstance(act.deed, acts.Revert):
        act = state.acts[act.deed.seq - 1]
    return act


def touched(state: State, act: Recorded) -> Iterable[int]:
    """Return the documents that an act may have changed; of an act undone, those it had."""
    deed = done(state, act).deed
    sort, _, key = act.subject.partition(":")
    if sort in ("document", "page", "unread"):
        return [int(key.partition(":")[0])]
    if isinstance(deed, acts.Add):
        return {place.document for place in deed.places}
    if sort == "ground" or isinstance(deed, acts.Note):
        return [state.items[key].document] if sort == "item" else []
    if sort == "person" or (sort == "item" and isinstance(deed, acts.Decide)):
        return _documents_of(state, sort, key, deed)
    if sort == "item":
        return [state.items[key].document]
    return list(state.files)


def _documents_of(state: State, sort: str, key: str, deed: acts.Deed) -> Iterable[int]:
    """Return the documents that something done to an item or a person reaches."""
    if isinstance(deed, acts.Decide) and deed.document is not None:
        return [deed.document]
    if isinstance(deed, acts.Distinguish):
        return []
    if isinstance(deed, acts.Split):
        return {state.items[name].document for name in deed.items}
    if sort == "item":
        item = state.items[key]
        scope = deed.scope if isinstance(deed, acts.Decide) else Scope.HERE
        if scope in (Scope.HERE, Scope.DOCUMENT):
            return [item.document]
        person = state.person_of(item)
        return _mentioning(state, [person]) if person else _same(state, item)
    others = deed.others if isinstance(deed, acts.Join) else ()
    return _mentioning(state, [key, *others])


def _mentioning(state: State, persons: Iterable[str]) -> set[int]:
    listed = state.persons()
    return {state.items[name].document for one in persons for name in listed.get(one, ())}


def _same(state: State, item: Item) -> set[int]:
    """Return the documents where the same stands."""
    return {
        other.document
        for other in state.items.values()
        if other.kind is item.kind and (other.same == item.same or other.context == item.context)
    }


def _remember_for_undo(state: State, act: Recorded) -> None:
    """Keep what each person can undo and redo: a new act empties what can be redone."""
    if isinstance(act.deed, acts.UNDOABLE):
        state.undo[act.who].append(act.seq)
        state.redo[act.who].clear()
    elif isinstance(act.deed, acts.Revert):
        target = state.acts[act.deed.seq - 1]
        if isinstance(target.deed, acts.Revert):  # a redo
            state.redo[act.who].pop()
            state.undo[act.who].append(target.deed.seq)
        else:
            state.undo[act.who].remove(act.deed.seq)
            state.redo[act.who].append(act.seq)


def _revert(state: State, _: Recorded, deed: acts.Revert) -> None:
    _toggle(state, deed.seq)


def _toggle(state: State, seq: int) -> None:
    """Let an act no longer count, or count again; with a revert, what it reverted."""
    state.reverted ^= {seq}
    target = state.acts[seq - 1].deed
    if isinstance(target, acts.Revert):
        _toggle(state, target.seq)


def _add_file(state: State, act: Recorded, deed: acts.AddFile) -> None:
    number = int(act.subject.partition(":")[2])
    before = state.files.get(number)
    versions = before.versions + 1 if before else 1
    state.files[number] = File(number, deed, act.seq, versions)


def _read_file(state: State, act: Recorded, deed: acts.ReadFile) -> None:
    file = state.files[int(act.subject.partition(":")[2])]
    if deed.original == file.added.original:
        file.reading, file.failure = deed, None


def _read_failed(state: State, act: Recorded, deed: acts.ReadFailed) -> None:
    file = state.files[int(act.subject.partition(":")[2])]
    if deed.original == file.added.original:
        file.reading, file.failure = None, deed


def _propose(state: State, act: Recorded, deed: acts.Propose, load: Load) -> None:
    rows, state.doubts = load(act.seq)
    state.run, state.proposal = act.seq, deed
    covered = dict(deed.documents)
    for number, original in covered.items():
        if state.files[number].added.original == original:
            state.files[number].run = act.seq
    for row in rows:
        before = state.items.get(row.item)
        item = _item(row, covered[row.document])
        state.highest = max(state.highest, number_of(row.person))
        if before is None:
            state.of_document[row.document].append(row.item)
        else:
            same = _says(before) == _says(item)
            altered = before.altered if same else act.seq
            item = replace(item, first=before.first, altered=altered)
        state.items[row.item] = item
    state.stale = {
        item.id
        for item in state.items.values()
        if not item.by_hand and item.run != state.files[item.document].run
    }


def _says(item: Item) -> tuple[object, ...]:
    return item.action, item.grounds, item.person


def number_of(person: str | None) -> int:
    """Return the number in the id of a person that a run named, 0 for any other."""
    return int(person[1:]) if person and person[0] == "p" and person[1:].isdecimal() else 0


def _item(row: ProposalRow, original: Key) -> Item:
    return Item(
        id=row.item,
        document=row.document,
        original=original,
        spans=spans_from(row.spans),
        kind=Kind(row.kind),
        action=Action(row.action),
        grounds=(row.ground,) if row.ground else (),
        reason=row.reason,
        run=row.run,
        first=row.run,
        score=row.score,
        source=row.source,
        role=Role(row.role),
        person=row.person,
        link_reason=row.link_reason,
        same=row.same,
        context=row.context,
    )


def _add(state: State, act: Recorded, deed: acts.Add) -> None:
    for number, place in enumerate(deed.places):
        name = f"{place.document}.h{act.id.replace('-', '')[:12]}{number:x}"
        state.items[name] = Item(
            id=name,
            document=place.document,
            original=state.files[place.document].added.original,
            spans=place.spans,
            kind=deed.kind,
            action=Action.REDACT,
            grounds=deed.grounds,
            reason="Met de hand toegevoegd.",
            run=act.seq,
            first=act.seq,
            person=deed.person,
            by_hand=True,
            page=place.spans[0].page if place.spans else place.page,
            box=place.box,
            term=deed.term,
        )
        state.of_document[place.document].append(name)
        state.by_hand.append(name)
        told = Standing(act.seq, Verdict.REDACT, deed.grounds, act.who, act.at, Scope.HERE)
        state.reach[f"item:{name}"].append(told)


def _join(state: State, act: Recorded, deed: acts.Join) -> None:
    into = act.subject.partition(":")[2]
    for other in deed.others:
        state.joins[other].append((act.seq, into))


def _split(state: State, act: Recorded, deed: acts.Split) -> None:
    for name in deed.items:
        state.splits[name].append((act.seq, deed.person))


def _set_role(state: State, act: Recorded, deed: acts.SetRole) -> None:
    if deed.verdict is not None:
        told = Standing(act.seq, deed.verdict, deed.grounds, act.who, act.at, Scope.CASE)
        state.reach[act.subject].append(told)


_STEPS: dict[type[Any], Callable[[State, Recorded, Any], None]] = {
    acts.Revert: _revert,
    acts.AddFile: _add_file,
    acts.ReadFile: _read_file,
    acts.ReadFailed: _read_failed,
    acts.Add: _add,
    acts.Decide: decide,
    acts.Join: _join,
    acts.Split: _split,
    acts.SetRole: _set_role,
}
