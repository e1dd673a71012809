"""Which items of a document an act may have changed."""

from pipeline.case import acts
from pipeline.case.acts import Scope
from pipeline.case.state import Item, Recorded, State

_OF_NO_ITEM = acts.Note | acts.Motivate | acts.Describe | acts.Approve | acts.Withdraw


def touched_items(state: State, act: Recorded, document: int) -> set[str]:
    """Return the items of a document that an act may have changed; more than those, if need be."""
    act = _undone(state, act)
    deed, (sort, _, key) = act.deed, act.subject.partition(":")
    if isinstance(deed, acts.Add):
        return {name for name in _names(state, document) if state.items[name].run == act.seq}
    if sort == "item":
        return _of_item(state, key, deed, document)
    if sort == "person" and isinstance(deed, acts.Decide | acts.SetRole):
        return {n for n in _names(state, document) if state.person_of(state.items[n]) == key}
    if sort in ("page", "unread") or isinstance(deed, _OF_NO_ITEM):
        return set()
    if sort == "document" and int(key) != document:
        return set()
    return set(_names(state, document))


def _undone(state: State, act: Recorded) -> Recorded:
    """Return the act that an undo or a redo is about in the end."""
    while isinstance(act.deed, acts.Revert):
        act = state.acts[act.deed.seq - 1]
    return act


def _names(state: State, document: int) -> list[str]:
    return state.of_document.get(document, [])


def _of_item(state: State, key: str, deed: acts.Deed, document: int) -> set[str]:
    """Return an item and, where a decision on it reaches further, those that are like it."""
    item = state.items.get(key)
    if item is None:
        return set()
    own = {key} if item.document == document else set()
    if not isinstance(deed, acts.Decide) or deed.scope is Scope.HERE:
        return own
    person = state.person_of(item)
    return own | {
        name
        for name in _names(state, document)
        if _is_like(item, state.items[name])
        or (person is not None and state.person_of(state.items[name]) == person)
    }


def _is_like(item: Item, other: Item) -> bool:
    """Tell whether the same stands at two items, alone or with its neighbours."""
    same = bool(item.same) and item.same == other.same
    context = bool(item.context) and item.context == other.context
    return item.kind == other.kind and (same or context)
