"""Where words and items lie on a page: what a browser needs to draw and to choose."""

import re
from functools import lru_cache
from typing import Any

import numpy as np

from pipeline.case.state import Item, State
from pipeline.vault import Key, Vault, read_sheet
from redact.document import Page, Span
from redact.geometry import Box, hull, stretches

_WORD = re.compile(r"\S+")
_INITIALS = re.compile(r"(\w{1,2}\.)+")
_EDGES = "()[]{}<>.,;:!?\"'“”‘’„«»…|*_•·"
"""What stands against a word and is no part of it."""


@lru_cache(maxsize=256)
def sheet(vault: Vault, reading: Key, number: int) -> Page:
    """Return a page of a document that was read."""
    return read_sheet(vault, reading, number)


@lru_cache(maxsize=256)
def words(vault: Vault, reading: Key, number: int) -> tuple[tuple[float, ...], ...]:
    """Return (start, end, x0, y0, x1, y1) of every word that is drawn on a page."""
    page = sheet(vault, reading, number)
    found = []
    for match in _WORD.finditer(page.text):
        start, end = _bare(match[0], match.start())
        boxes = page.boxes[start:end]
        if start < end and not np.isnan(boxes[:, 0]).all():
            found.append((start, end, *_rounded(hull(boxes))))
    return tuple(found)


def _bare(word: str, start: int) -> tuple[int, int]:
    """Return where a word begins and ends without the punctuation around it."""
    left = word.lstrip(_EDGES)
    start += len(word) - len(left)
    bare = left.rstrip(_EDGES)
    kept = left[: len(bare) + 1] if _INITIALS.fullmatch(left[: len(bare) + 1]) else bare
    return start, start + len(kept)


def marks(vault: Vault, reading: Key, number: int, state: State, items: list[Item]) -> list[Any]:
    """Return [item, boxes] for each item that lies on a page."""
    page = sheet(vault, reading, number)
    found = []
    for item in items:
        boxes = places(page, state, item)
        if boxes:
            found.append([item.id, [_rounded(box) for box in boxes]])
    return found


def places(page: Page, state: State, item: Item) -> list[Box]:
    """Return the boxes of an item on one page."""
    box = state.box_of(item)
    if box is not None:
        return [box] if item.page == page.number else []
    spans = [span for span in state.spans_of(item) if span.page == page.number]
    return [stretch.box for span in spans for stretch in stretches(page, span)]


def text_at(vault: Vault, reading: Key, spans: tuple[Span, ...]) -> str:
    """Return what stands at some spans, on one line."""
    parts = (sheet(vault, reading, s.page).text[s.start : s.end] for s in spans)
    return " ".join(" ".join(parts).split())


def _rounded(box: Box) -> tuple[float, ...]:
    return tuple(round(float(side), 1) for side in box)
