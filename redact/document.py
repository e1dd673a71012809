"""A document as the rest of the program sees it: text that knows its place.

Texts and boxes stay in memory and in the vault. No `repr` shows them, so a log line or a
traceback cannot quote a document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Boxes: TypeAlias = npt.NDArray[np.float32]
Turns: TypeAlias = npt.NDArray[np.uint8]

PAGE_BREAK = "\f"
"""Stands between two pages in the text of a document."""


class Span(NamedTuple):
    """Characters [start, end) of the text of one page; pages count from 0."""

    page: int
    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.page == other.page and self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.page == other.page and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page: its text, and for every character the box it was drawn in.

    `boxes` has shape (len(text), 4): x0, y0, x1, y1 in points, origin at the top left of the
    page as it is shown. A character that the reader made up, such as a line break, has NaN.
    `turns` has shape (len(text),): the quarter turns, clockwise as shown, that the character's
    line of text is rotated by (0 is horizontal). `beyond` counts the characters that lie outside
    the page's edges: they are not read, and no output has them.
    """

    number: int
    text: str = field(repr=False)
    boxes: Boxes = field(repr=False)
    turns: Turns = field(repr=False)
    width: float = 0.0
    height: float = 0.0
    beyond: int = 0

    def __post_init__(self) -> None:
        """Check that every character has its box and its turn."""
        if self.boxes.shape != (len(self.text), 4) or self.turns.shape != (len(self.text),):
            msg = f"page {self.number}: {len(self.text)} characters, {len(self.boxes)} boxes"
            raise ValueError(msg)

    @classmethod
    def unplaced(cls, number: int, text: str) -> "Page":
        """Return a page of text that was never drawn, such as a text file."""
        boxes = np.full((len(text), 4), np.nan, dtype=np.float32)
        return cls(number, text, boxes, np.zeros(len(text), dtype=np.uint8))


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file we have read. `sha256` names the bytes that were read."""

    sha256: str
    pages: tuple[Page, ...]

    def __iter__(self) -> Iterator[Page]:
        """Iterate over the pages."""
        return iter(self.pages)

    @property
    def text(self) -> str:
        """The texts of the pages, a form feed between two of them."""
        return PAGE_BREAK.join(page.text for page in self.pages)

    @property
    def page_starts(self) -> tuple[int, ...]:
        """Where each page begins in `text`."""
        starts = [0]
        for page in self.pages[:-1]:
            starts.append(starts[-1] + len(page.text) + len(PAGE_BREAK))
        return tuple(starts)

    def text_of(self, span: Span) -> str:
        """Return the characters of a span."""
        return self.pages[span.page].text[span.start : span.end]
