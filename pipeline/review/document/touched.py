"""Which items of a document an act may have changed."""

from pipeline.case import acts
from pipeline.case.acts import Scope
from pipeline.case.state import Recorded, State


def touched_items(state: State, act: Recorded, document: int) -> set[str]:
    """Return the items of a document that an act may have changed."""
    deed = act.deed
    while isinstance(deed, acts.Revert):
        act = state.acts[deed.seq - 1]
        deed = act.deed
    sort, _, key = act.subject.partition(":")
    if isinstance(deed, acts.Add):
        return {
            name
            for name in state.of_document.get(document, ())
            if state.items[name].run == act.seq and state.items[name].by_hand
        }
    if sort == "item" and not (isinstance(deed, acts.Decide) and deed.scope is not Scope.HERE):
        return {key} if key in state.items and state.items[key].document == document else set()
    if sort in ("page", "unread", "ground") or isinstance(
        deed, acts.Note | acts.Motivate | acts.Describe | acts.Approve | acts.Withdraw
    ):
        return set()
    if sort == "document" and int(key) != document:
        return set()
    return set(state.of_document.get(document, ()))
