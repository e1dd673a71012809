"""The text of a document as a reader takes it in, with the way back to the page.

Detectors must see "Jan de Vries" also where the page breaks it: over two lines, with a hyphen
at the line's end, over a page break with a footer in between. A flow joins what belongs together
and remembers for each of its characters where it stands in the document.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redact.breaks import Break, breaks
from redact.document import Document, Span
from redact.furniture import furniture
from redact.lines import Line, lines

Places = npt.NDArray[np.int32]

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Characters that are never seen, inside words too: soft hyphens and joiners."""


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """Joined text; `places` holds for each character its index in `Document.text`.

    A blank may stand for another blank: a space for a line break. All other characters are those
    of the document, each at most once.
    """

    text: str = field(repr=False)
    places: Places = field(repr=False)
    page_starts: tuple[int, ...]
    _ink: Places = field(init=False, repr=False)
    """How many of the characters before each index in `Document.text` are ink in this flow."""

    def __post_init__(self) -> None:
        """Count the ink, so that a gap without any can be told at once."""
        ink = np.zeros(int(self.places.max(initial=-1)) + 2, dtype=np.int32)
        ink[self.places[_has_ink(self.text)] + 1] = 1
        object.__setattr__(self, "_ink", np.cumsum(ink, dtype=np.int32))

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans that characters [start, end) of the flow cover.

        It is one for each page, with the hyphens and breaks that were left out in it; more where
        other text, such as a footer, stands in between.
        """
        if start == end:
            return ()
        first, last = int(self.places[start]), int(self.places[end - 1])
        page = bisect_right(self.page_starts, first)
        is_whole = last - first == end - start - 1 and page == bisect_right(self.page_starts, last)
        if is_whole and not (self.text[start].isspace() or self.text[end - 1].isspace()):
            return (self._span(first, last + 1),)
        inked = np.sort(self.places[start:end][_has_ink(self.text[start:end])])
        places = inked if inked.size else np.sort(self.places[start:end])
        between = self._ink[places[1:]] - self._ink[places[:-1] + 1]
        pages = np.searchsorted(self.page_starts, places, side="right") - 1
        parts = np.split(places, np.flatnonzero((between > 0) | (np.diff(pages) > 0)) + 1)
        return tuple(self._span(int(part[0]), int(part[-1]) + 1) for part in parts if part.size)

    def _span(self, start: int, end: int) -> Span:
        page = bisect_right(self.page_starts, start) - 1
        return Span(page, start - self.page_starts[page], end - self.page_starts[page])


class Part(NamedTuple):
    """Text of a flow and the place in the document of each of its characters."""

    text: str
    places: Places


def flow(document: Document) -> Flow:
    """Return the flow of a document: its body, then its running headers and footers."""
    every = lines(document)
    apart = furniture(every)
    body = [line for number, line in enumerate(every) if number not in apart]
    edges = [every[number] for number in sorted(apart)]
    parts = list(_parts([*body, *edges], [*breaks(body), *[Break.LINE] * len(edges)]))
    text = "".join(part.text for part in parts)
    places = np.concatenate([part.places for part in parts] or [np.empty(0, dtype=np.int32)])
    seen = _is_seen(text)
    if not seen.all():
        text, places = _UNSEEN.sub("", text), places[seen]
    return Flow(text, places, document.page_starts)


def _parts(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[Part]:
    """Yield the lines and, between them, what their breaks become."""
    spare = lines[-1].breaks[:1] if lines else ()  # for the document's last line, if it moved up
    for line, after in zip_longest(lines, breaks[: max(0, len(lines) - 1)]):
        end = line.end - (after is Break.HYPHEN)
        yield Part(line.text[: end - line.start], np.arange(line.start, end, dtype=np.int32))
        if after and after is not Break.HYPHEN:
            places = (line.breaks or spare)[: len(after.value)]
            yield Part(after.value, np.array(places, dtype=np.int32))


def _has_ink(text: str) -> npt.NDArray[np.bool_]:
    """Return a mask of shape (len(text),) of the characters that are no blanks."""
    return np.fromiter(map(str.isspace, text), np.bool_, len(text)) ^ True


def _is_seen(text: str) -> npt.NDArray[np.bool_]:
    """Return a mask of shape (len(text),) of the characters that can be seen."""
    seen = np.ones(len(text), dtype=np.bool_)
    seen[[found.start() for found in _UNSEEN.finditer(text)]] = False
    return seen
