"""One person with all mentions in context; their texts go from the vault to the page only."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.people import PersonRow
from pipeline.case.shown import title_of
from pipeline.case.standing import Stands, standing
from pipeline.case.state import Item, State
from pipeline.review.document.sheets import sheet
from pipeline.review.people.listing import as_row
from pipeline.words import ACTIONS

PIECE = 60
"""Mentions that the page gets at once."""
_AROUND = 70
"""Characters of context on either side."""


def detail(case: Case, row: PersonRow, start: int) -> dict[str, Any]:
    """Return what the page shows of a person, with a piece of the mentions."""
    with case.lock:
        state = case.state()
        items = [state.items[name] for name in row.items if name in state.items]
        per_document = Counter(item.document for item in items)
        told = state.of_subject.get(f"person:{row.id}", [])
        return {
            **as_row(row),
            "all_names": list(row.names),
            "by_hand": row.role_by_hand,
            "reason": row.reason,
            "proposal": ACTIONS[row.action],
            "proposed_grounds": row.grounds,
            "links": [{"words": words, "count": count} for words, count in row.link_reasons],
            "doubts": [doubt._asdict() for doubt in row.doubts],
            "in_documents": [
                {"number": number, "title": title_of(case, state, number), "count": count}
                for number, count in sorted(per_document.items())
            ],
            "pieces": _mentions(case, state, items[start : start + PIECE]),
            "start": start,
            "seq": state.seq,
            "notes": _notes(case, state, row.id),
            "acts": len(told),
        }


def _mentions(case: Case, state: State, items: Iterable[Item]) -> list[dict[str, Any]]:
    return [_mention(case, state, standing(state, item)) for item in items]


def _mention(case: Case, state: State, stands: Stands) -> dict[str, Any]:
    item = stands.item
    spans = state.spans_of(item)
    before, text, after = _context(case, state, item)
    return {
        "id": item.id,
        "document": item.document,
        "page": (spans[0].page if spans else item.page) + 1,
        "before": before,
        "text": text,
        "after": after,
        "state": stands.state,
        "open": stands.is_open,
        "goes": stands.goes,
        "grounds": stands.grounds,
        "scope": stands.decision.scope if stands.decision else "",
        "link": item.link_reason,
    }


def _context(case: Case, state: State, item: Item) -> tuple[str, str, str]:
    """Return the text before a mention, the mention, and the text after it."""
    read, spans = state.files[item.document].reading, state.spans_of(item)
    if read is None or not spans or not state.is_current(item):
        return "", "", ""
    first, last = spans[0], spans[-1]
    head = sheet(case.vault, read.reading, first.page).text
    tail = sheet(case.vault, read.reading, last.page).text
    parts = (sheet(case.vault, read.reading, s.page).text[s.start : s.end] for s in spans)
    before = _line(head[max(0, first.start - _AROUND) : first.start])
    after = _line(tail[last.end : last.end + _AROUND])
    return before, _line(" ".join(parts)).strip(), after


def _line(text: str) -> str:
    """Return a text on one line, with a space where it had any."""
    head = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() else ""
    return f"{head}{' '.join(text.split())}{tail}" if text.strip() else " " * bool(text)


def _notes(case: Case, state: State, person: str) -> list[dict[str, str]]:
    return [
        {
            "who": act.who,
            "at": act.at.isoformat(timespec="seconds"),
            "text": case.vault.text(act.deed.text),
        }
        for act in state.all_of(f"person:{person}", acts.Note)
        if isinstance(act.deed, acts.Note)
    ]
