"""What stands for each item of a document, and a digest of all of it."""

import hashlib
import json
from enum import StrEnum
from typing import NamedTuple

from pipeline.case.acts import Verdict
from pipeline.case.state import Item, Standing, State
from redact.finding import Action


class ItemState(StrEnum):
    """How an item stands: what people see without colour too."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"
    ADDED = "added"
    VOID = "void"


class Stands(NamedTuple):
    """An item, its state, the grounds it goes under (if it goes), and who decided that."""

    item: Item
    state: ItemState
    grounds: tuple[str, ...]
    decision: Standing | None

    @property
    def goes(self) -> bool:
        """Tell whether it is to be removed, by decision of a person."""
        return self.decision is not None and self.decision.verdict is Verdict.REDACT

    @property
    def is_open(self) -> bool:
        """Tell whether a person must still decide on it."""
        return self.decision is None and self.item.action is not Action.KEEP


def standing(state: State, item: Item) -> Stands:
    """Return how an item stands."""
    decision = state.decision(item)
    if not state.is_current(item):
        return Stands(item, ItemState.VOID, item.grounds, decision)
    if decision is None:
        return Stands(item, ItemState.PROPOSED, item.grounds, None)
    if decision.verdict is Verdict.KEEP:
        return Stands(item, ItemState.REJECTED, (), decision)
    stands = ItemState.ADDED if item.by_hand else ItemState.APPROVED
    return Stands(item, stands, decision.grounds or item.grounds, decision)


def standings(state: State, document: int) -> list[Stands]:
    """Return how each item of a document stands, in reading order."""
    found = [standing(state, item) for item in state.items_of(document)]
    return sorted(found, key=lambda one: _order(state, one.item))


def _order(state: State, item: Item) -> tuple[int, float, int, str]:
    spans = state.spans_of(item)
    if spans:
        return spans[0].page, spans[0].start, -spans[-1].end, item.id
    return item.page, float("inf"), 0, item.id


def digest(state: State, document: int) -> str:
    """Return a hash of all that would go from a document, and on which version of it."""
    file = state.files[document]
    gone = [
        [state.spans_of(one.item), state.box_of(one.item), one.item.page, one.grounds]
        for one in standings(state, document)
        if one.goes
    ]
    told = [file.added.original, file.reading.pdf if file.reading else "", gone]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
