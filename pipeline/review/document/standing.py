"""Which items stand in a document, kept up to date act by act: a long document has thousands."""

from typing import NamedTuple

from pipeline.case.case import Case
from pipeline.case.standing import standing
from pipeline.case.state import Item, State
from pipeline.review.document.touched import touched_items


class Brief(NamedTuple):
    """The least that is to be known of an item: is it open, and on which pages does it lie."""

    is_open: bool
    pages: frozenset[int]


def items_standing(case: Case, state: State, document: int) -> dict[str, Brief]:
    """Return the items that stand in a document, by id; only what acts touched is looked at anew.

    The caller holds the lock of the case.
    """
    key = "standing", document
    seq, known = case.cache.get(key, (0, {}))
    names = set(state.of_document.get(document, ())) if not seq else set[str]()
    for act in state.acts[seq:] if seq else ():
        names |= touched_items(state, act, document)
    for name in names:
        item = state.items[name]
        if state.is_current(item) and state.is_there(item):
            known[name] = Brief(standing(state, item).is_open, _pages(state, item))
        else:
            known.pop(name, None)
    case.cache[key] = state.seq, known
    found: dict[str, Brief] = known
    return found


def _pages(state: State, item: Item) -> frozenset[int]:
    spans = state.spans_of(item)
    return frozenset(span.page for span in spans) if spans else frozenset({item.page})
