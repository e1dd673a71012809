"""Items as the browser gets them, and what changed since it last asked."""

from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.case import acts
from pipeline.case.approval import acknowledged, approvals, lapsed, progress_of, seen_pages
from pipeline.case.case import Case
from pipeline.case.shown import shown
from pipeline.case.standing import Stands, standing
from pipeline.case.state import Item, Recorded, State
from pipeline.review.document.sheets import text_at
from pipeline.review.document.standing import items_standing
from pipeline.review.document.touched import touched_items

Row = dict[str, Any]


def rows(case: Case, state: State, items: Iterable[Item]) -> list[Row]:
    """Return items as JSON can say them."""
    texts = shown(case, state)
    return [_row(case, state, standing(state, item), texts) for item in items]


def _row(case: Case, state: State, stands: Stands, texts: Mapping[str, str]) -> Row:
    item, decided = stands.item, stands.decision
    spans = state.spans_of(item)
    return {
        "id": item.id,
        "kind": item.kind,
        "state": stands.state,
        "open": stands.is_open,
        "goes": stands.goes,
        "action": item.action,
        "grounds": list(stands.grounds),
        "proposed": list(item.grounds),
        "text": _text(case, state, item, texts),
        "reason": item.reason,
        "link": item.link_reason,
        "person": state.person_of(item),
        "role": item.role,
        "spans": spans,
        "box": state.box_of(item),
        "page": spans[0].page if spans else item.page,
        "pages": sorted({span.page for span in spans}) or [item.page],
        "hand": item.by_hand,
        "first": max(item.first, item.altered),
        "who": decided.who if decided else "",
        "at": decided.at.isoformat(timespec="seconds") if decided else "",
        "scope": decided.scope if decided else "",
        "decided": decided.seq if decided else 0,
        "notes": sum(1 for _ in state.all_of(f"item:{item.id}", acts.Note)),
    }


def _text(case: Case, state: State, item: Item, texts: Mapping[str, str]) -> str:
    if state.box_of(item) is not None:
        return ""
    if not state.is_current(item):
        return texts.get(item.id, "")
    spans = state.spans_of(item)
    if spans == item.spans and item.id in texts:
        return " ".join(texts[item.id].split())
    reading = state.files[item.document].reading
    return text_at(case.vault, reading.reading, spans) if reading else ""


def changes(case: Case, document: int, since: int) -> dict[str, Any]:
    """Return what changed in a document after an act: rows of items, and how it stands."""
    with case.lock:
        state = case.state()
        names: set[str] = set()
        for act in state.acts[since:]:
            names |= touched_items(state, act, document)
        there = items_standing(case, state, document)
        return {
            "seq": state.seq,
            "items": rows(case, state, (state.items[name] for name in names if name in there)),
            "gone": [name for name in names if name not in there],
            "run": state.run,
            "version": state.files[document].versions,
            "last": _told(state, since, document),
            **status(case, state, document),
        }


def status(case: Case, state: State, document: int) -> dict[str, Any]:
    """Return how far a document is."""
    signed = state.latest(f"document:{document}", acts.Approve) is not None
    opens = [one.is_open for one in items_standing(case, state, document).values()]
    return {
        "progress": progress_of(state, document, opens)._asdict(),
        "seen": sorted(seen_pages(state, document)),
        "acknowledged": sorted(acknowledged(state, document)),
        "lapsed": signed and lapsed(state, document),
        "approvals": [_approval(act) for act in approvals(state, document)] if signed else [],
        "four_eyes": case.settings.four_eyes,
        "every_page_seen": case.settings.every_page_seen,
    }


def _approval(act: Recorded) -> dict[str, Any]:
    is_second = isinstance(act.deed, acts.Approve) and act.deed.second
    return {"who": act.who, "at": act.at.isoformat(timespec="seconds"), "second": is_second}


def _told(state: State, since: int, document: int) -> list[dict[str, Any]]:
    """Return who did something since, for a message to colleagues."""
    return [
        {"seq": act.seq, "who": act.who, "deed": act.deed.name, "id": act.id}
        for act in state.acts[since:]
        if touched_items(state, act, document)
    ]


def has_seen(state: State, document: int, who: str, saw: int) -> bool:
    """Tell whether somebody knows what stands in a document: all that came later is their own."""
    return all(
        act.who == who or not touched_items(state, act, document) for act in state.acts[saw:]
    )
