"""The paragraphs and agenda items of a document: what can be decided on as a whole."""

import re
from functools import lru_cache
from typing import Any

from pipeline.review.document.search import read
from pipeline.vault import Key, Vault
from redact.detect.agenda import items

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\n))*")
_MOST = 3
"""Places; what stands in more is a running header, and not a paragraph."""
_SHORT = 60
"""Characters; a paragraph with fewer is a heading or a cell, and no unit of its own."""


@lru_cache(maxsize=32)
def units(vault: Vault, reading: Key) -> tuple[dict[str, Any], ...]:
    """Return the units of a document in reading order: what it is, and its spans."""
    flow = read(vault, reading).flow
    agenda = [
        {"name": _named(item.number), "spans": flow.spans(item.start, item.end)}
        for item in items(flow.text)
    ]
    paragraphs = [
        {"name": "Alinea", "spans": spans}
        for match in _PARAGRAPH.finditer(flow.text)
        if match.end() - match.start() >= _SHORT
        and len(spans := flow.spans(match.start(), match.end())) <= _MOST
    ]
    return tuple(sorted([*agenda, *paragraphs], key=_order))


def _named(number: tuple[int, ...]) -> str:
    return f"Agendapunt {'.'.join(map(str, number))}" if number else "Onderdeel"


def _order(unit: dict[str, Any]) -> tuple[int, int, int]:
    first, last = unit["spans"][0], unit["spans"][-1]
    return first.page, first.start, -last.end
