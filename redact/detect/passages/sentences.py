"""Where the sentences of a text begin and end: in paragraphs, list items and table cells."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from redact.phrase import fold

_BULLET = r"[-–—•·▪●○◦*o»>‣][ \t]+|\(?(?:\d{1,2}[.)]|[a-z]\))[ \t]+|[#>]+[ \t]*"

_BORDER = re.compile(
    r"[\t|\f]|\n[ \t]*(?=\n)"  # a table cell, a page, an empty line
    rf"|\n(?=[ \t]*(?:{_BULLET}|[A-ZÀ-Þ][\w .-]{{0,30}}:[ \t]))"  # a list item, a label
    r"|(?<=[.!?:;])[ \t]*\n(?=[ \t]*[A-ZÀ-Þ\d\"'(‘“*])"  # a line that ends a sentence
)
_LEAD = re.compile(rf"\s*(?:{_BULLET})?\s*")
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'’”)\]*]*\s+(?=[\"'‘“(\[*]*[A-ZÀ-Þ\d])")
_LAST_WORD = re.compile(r"[\w.-]*$")
_INITIALS = re.compile(r"(?:[a-z]{1,2}\.)*[a-z]", re.IGNORECASE)


class Sentence(NamedTuple):
    """Characters [start, end): the sentence at `place`, from 0, in a paragraph, item or cell.

    `block` is where that paragraph, item or cell begins.
    """

    start: int
    end: int
    block: int
    place: int

    def follows(self, other: "Sentence") -> bool:
        """Tell whether the other sentence is the one before this, in the same block."""
        return self.block == other.block and self.place == other.place + 1


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences, without the bullet or number in front of a list item."""
    start = 0
    for border in _BORDER.finditer(text):
        yield from _block(text, start, border.start())
        start = border.end()
    yield from _block(text, start, len(text))


def _block(text: str, start: int, end: int) -> Iterator[Sentence]:
    lead = _LEAD.match(text, start, end)
    block = start = lead.end() if lead else start
    place = 0
    for stop in _STOP.finditer(text, start, end):
        if _is_abbreviation(text, start, stop.start()):
            continue
        yield Sentence(start, _trimmed(text, start, stop.end()), block, place)
        start, place = stop.end(), place + 1
    last = _trimmed(text, start, end)
    if start < last:
        yield Sentence(start, last, block, place)


def _trimmed(text: str, start: int, end: int) -> int:
    """Return the end without the white space before it."""
    return start + len(text[start:end].rstrip())


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Tell whether the full stop at `stop` belongs to an abbreviation or to initials."""
    if text[stop] != ".":
        return False
    found = _LAST_WORD.search(text, max(start, stop - 20), stop)
    word = fold(found[0]) if found else ""
    return word in _abbreviations() or bool(_INITIALS.fullmatch(word))


@cache
def _abbreviations() -> frozenset[str]:
    text = (resources.files(__package__) / "abbreviations.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
