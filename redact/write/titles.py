"""What the published pages say where a heading of the source stood, and where that is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from redact.document import Document, Page, Span
from redact.write.gaps import Gaps
from redact.write.removed import fold
from redact.write.tagged import Heading

_LONGEST = 200
"""Letters of a title: what is longer is a paragraph that somebody tagged as a heading."""

_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")
_PARTED = re.compile(r"(?<=\w)-\n(?=[a-zß-ÿ])")
_NEAR = 2.0
"""Heights of a line: how far above or below the place of its bookmark a heading may begin."""

_ALIKE = 0.5
"""Of the words of a title: how many a line must have that is taken for it by its place."""


class Given(NamedTuple):
    """What is known of a bookmark of the source: words, page, and how far down that it leads to."""

    title: str
    page: int | None
    height: float | None


class Titles:
    """Finds headings in a document, and tells what its published pages have in their place."""

    def __init__(
        self, document: Document, pages: Iterable[Gaps], headings: Sequence[Heading]
    ) -> None:
        self._document = document
        self._gaps = {page.page.number: page for page in pages}
        self._headings = headings
        self._words: dict[int, _Words] = {}

    def shown(self, spans: Sequence[Span]) -> str:
        """Return what pages show of spans: one line, with codes for what was removed."""
        text = " ".join(_PARTED.sub("", self._shown(span)) for span in spans)
        text = " ".join(text.split())
        for code in {gap.code for page in self._gaps.values() for gap in page.gaps if gap.code}:
            text = re.sub(rf"({re.escape(code)})(\s+{re.escape(code)})+(?!\w)", r"\1", text)
        return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0]

    def _shown(self, span: Span) -> str:
        page = self._document.pages[span.page]
        gaps = self._gaps.get(span.page)
        if gaps is None:
            return page.text[span.start : span.end]
        codes = {
            max(gap.span.start, span.start): gap.code for gap in gaps.gaps if gap.span.meets(span)
        }
        letters = []
        for at in range(span.start, span.end):
            letter = page.text[at]
            letters.append(codes.get(at, ""))
            letters.append(letter if letter.isspace() or not gaps.gone[at] else "")
        return "".join(letters)

    def height(self, spans: Sequence[Span]) -> float:
        """Return how far down its page the first of some spans begins, in points as shown."""
        boxes = self._document.pages[spans[0].page].boxes[spans[0].start : spans[0].end]
        tops = boxes[~np.isnan(boxes[:, 1]), 1]
        return float(tops.min()) if tops.size else 0.0

    def find(self, given: Given) -> tuple[Span, ...]:
        """Return the heading that a bookmark names or leads to; nothing where none is seen."""
        return self._named(given) or self._led_to(given)

    def _named(self, given: Given) -> tuple[Span, ...]:
        """Return where the words of a bookmark stand: in a heading, or else nearest its place."""
        pages = range(len(self._document.pages)) if given.page is None else (given.page,)
        found = [span for number in pages for span in self._on(number).find(given.title)]
        if not found:
            return ()
        best = min(found, key=lambda span: (not self._heading_of(span), self._off(span, given)))
        return self._heading_of(best) or (best,)

    def _heading_of(self, span: Span) -> tuple[Span, ...]:
        for heading in self._headings:
            if any(part.meets(span) for part in heading.spans):
                return heading.spans
        return ()

    def _off(self, span: Span, given: Given) -> tuple[float, Span]:
        off = 0.0 if given.height is None else abs(self.height([span]) - given.height)
        return off, span

    def _led_to(self, given: Given) -> tuple[Span, ...]:
        """Return the heading at the place of a bookmark, or a line there with half its words."""
        height = given.height
        if given.page is None or height is None:
            return ()
        own = [heading.spans for heading in self._headings if heading.spans[0].page == given.page]
        likely = own or [(span,) for span in self._on(given.page).lines(given.title)]
        near = [spans for spans in likely if self._is_near(spans, height)]
        return min(near, key=lambda spans: abs(self.height(spans) - height), default=())

    def _is_near(self, spans: Sequence[Span], height: float) -> bool:
        boxes = self._document.pages[spans[0].page].boxes[spans[0].start : spans[0].end]
        high = np.nanmax(boxes[:, 3] - boxes[:, 1]) if (~np.isnan(boxes[:, 1])).any() else 0.0
        return abs(self.height(spans) - height) <= _NEAR * float(high)

    def _on(self, number: int) -> "_Words":
        if number not in self._words:
            self._words[number] = _Words(self._document.pages[number])
        return self._words[number]


class _Words:
    """The words of one page run together, as titles may have other spaces and signs."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._places = [word.span() for word in _WORD.finditer(page.text)]
        self._folded = [fold(page.text[start:end]) for start, end in self._places]

    @cached_property
    def _glued(self) -> tuple[str, dict[int, int], dict[int, int]]:
        """All words as one, the places in it where words begin, and those where they end."""
        ends = list(accumulate(map(len, self._folded)))
        begins = dict(zip([0, *ends], (start for start, _ in self._places), strict=False))
        return (
            "".join(self._folded),
            begins,
            dict(zip(ends, (e for _, e in self._places), strict=True)),
        )

    def find(self, title: str) -> Iterator[Span]:
        """Yield where a title stands, from the beginning of a word to the end of one."""
        text, begins, ends = self._glued
        wanted = fold("".join(_WORD.findall(title)))
        at = text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            if at in begins and end in ends:
                yield self._with_signs(title.strip(), begins[at], ends[end])
            at = text.find(wanted, at + 1)

    def _with_signs(self, title: str, start: int, end: int) -> Span:
        """Return a span with the signs around it that the title has as well: a question mark."""
        words = list(_WORD.finditer(title))
        before, after = title[: words[0].start()], title[words[-1].end() :]
        text = self._page.text
        start -= len(before) if text[:start].endswith(before) else 0
        end += len(after) if text.startswith(after, end) else 0
        return Span(self._page.number, start, end)

    def lines(self, title: str) -> Iterator[Span]:
        """Yield the lines of the page that have half of the words of a title."""
        wanted = {fold(word) for word in _WORD.findall(title)}
        for line in _LINE.finditer(self._page.text):
            words = {fold(word) for word in _WORD.findall(line[0])}
            if wanted and len(wanted & words) >= _ALIKE * len(wanted):
                yield Span(self._page.number, *line.span())
