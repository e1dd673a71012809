"""What may be wrong with what goes: too little of it, parts of words, or too much."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.case.case import Case
from pipeline.case.shown import shown
from pipeline.case.standing import Stands, standings
from pipeline.case.state import State
from pipeline.vault import reading
from redact.document import Document, Page, Span
from redact.finding import PASSAGES, Kind
from redact.flow import flow

_WORD = re.compile(r"\w+")
_SHORTEST = 4
"""Letters; a single word that is shorter stands in texts by chance."""
_MOST_OF_A_PAGE = 0.75
_FEW = 200
"""Letters; a page with fewer, such as a form, may well go almost as a whole."""

Taken = dict[int, npt.NDArray[np.bool_]]


class Sort(StrEnum):
    """What may be wrong."""

    MISSED = "missed"
    PART = "part"
    MUCH = "much"


_WORDS = {
    Sort.MISSED: "Deze tekst wordt elders weggelakt, maar staat hier nog leesbaar.",
    Sort.PART: "Deze markering begint of eindigt midden in een woord.",
    Sort.MUCH: "Van deze pagina gaat bijna alles weg.",
}


class Warned(NamedTuple):
    """One thing to look at. `item` is what it is about: for MISSED, what goes elsewhere."""

    sort: Sort
    document: int
    spans: tuple[Span, ...]
    item: str

    @property
    def message(self) -> str:
        """What it is, in Dutch, without a word of the document."""
        return _WORDS[self.sort]


def warnings(case: Case, document: int) -> list[Warned]:
    """Return what to look at in a document; texts that go anywhere in the case count.

    A text that somebody decided to keep at a place is no warning there.
    """
    with case.lock:
        state = case.state()
        told = state.files[document].reading
        if told is None:
            return []
        kept: tuple[int, list[Warned]] | None = case.cache.get(("warnings", document))
        if kept and kept[0] == _stamp(state):
            return kept[1]
        listed, texts = standings(state, document), _gone_texts(case, state)
        stamp = _stamp(state)
    read = reading(case.vault, told.reading)
    gone = _taken(read, state, [one for one in listed if one.goes])
    found = [
        *_missed(read, document, texts, _taken(read, state, [s for s in listed if s.decision])),
        *_parts(read, document, state, listed),
        *_much(read, document, gone, listed),
    ]
    case.cache["warnings", document] = stamp, found
    return found


def _stamp(state: State) -> int:
    """Return a number that changes when anything that goes may have changed."""
    return max(state.changed.values(), default=0)


def _gone_texts(case: Case, state: State) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the words of all that goes, by the first one, with an item that they are of."""
    kept: tuple[int, dict[str, list[tuple[tuple[str, ...], str]]]] | None
    kept = case.cache.get("gone texts")
    if kept is None or kept[0] != _stamp(state):
        kept = _stamp(state), _by_first(case, state)
        case.cache["gone texts"] = kept
    return kept[1]


def _by_first(case: Case, state: State) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    texts = shown(case, state)
    found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for number in state.files:
        for one in standings(state, number):
            words = tuple(_WORD.findall(texts.get(one.item.id, "")))
            tells = one.goes and one.item.kind not in PASSAGES and _tells(words)
            if tells and words not in seen:
                seen.add(words)
                found[words[0]].append((words, one.item.id))
    return dict(found)


def _tells(words: tuple[str, ...]) -> bool:
    return len(words) > 1 or (len(words) == 1 and len(words[0]) >= _SHORTEST)


def _missed(
    document: Document,
    number: int,
    texts: dict[str, list[tuple[tuple[str, ...], str]]],
    taken: Taken,
) -> Iterator[Warned]:
    joined = flow(document)
    words = list(_WORD.finditer(joined.text))
    for place, word in enumerate(words):
        for wanted, item in texts.get(word[0], ()):
            run = words[place : place + len(wanted)]
            if tuple(one[0] for one in run) == wanted:
                spans = joined.spans(run[0].start(), run[-1].end())
                if not any(taken[s.page][s.start : s.end].any() for s in spans):
                    yield Warned(Sort.MISSED, number, spans, item)
                    break


def _taken(document: Document, state: State, listed: Iterable[Stands]) -> Taken:
    """Return for each page which characters lie in an item, shape (len(page.text),)."""
    taken = {page.number: np.zeros(len(page.text), dtype=np.bool_) for page in document}
    for one in listed:
        for span in state.spans_of(one.item):
            taken[span.page][span.start : span.end] = True
    return taken


def _parts(
    document: Document, number: int, state: State, listed: Iterable[Stands]
) -> Iterator[Warned]:
    for one in listed:
        if not one.goes or one.item.kind is Kind.EMAIL:
            continue  # the part before the @ is all of a mail address that goes
        for span in state.spans_of(one.item):
            page = document.pages[span.page]
            if _cuts(page, span.start) or _cuts(page, span.end):
                yield Warned(Sort.PART, number, (span,), one.item.id)


def _cuts(page: Page, at: int) -> bool:
    """Tell whether a place lies inside a word."""
    return 0 < at < len(page.text) and page.text[at - 1].isalnum() and page.text[at].isalnum()


def _much(
    document: Document, number: int, gone: Taken, listed: Iterable[Stands]
) -> Iterator[Warned]:
    """Yield the pages that go almost as a whole, though no passage of a page was chosen."""
    whole = {one.item.page for one in listed if one.goes and one.item.kind is Kind.SCOPE}
    for page in document:
        ink = np.fromiter(map(str.isalnum, page.text), np.bool_, len(page.text))
        letters = int(ink.sum())
        if page.number in whole or letters < _FEW:
            continue
        if int((gone[page.number] & ink).sum()) > _MOST_OF_A_PAGE * letters:
            span = Span(page.number, 0, len(page.text))
            yield Warned(Sort.MUCH, number, (span,), "")
