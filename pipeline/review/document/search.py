"""Find a term through the case, with what stands around it, before anything is removed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from pipeline.case.case import Case
from pipeline.case.standing import standing
from pipeline.case.state import State
from pipeline.errors import WrongUseError
from pipeline.vault import Key, Vault, reading
from redact.document import Document, Span
from redact.flow import Flow, flow
from redact.phrase import fold, pattern_of

_AROUND = 45
"""Characters of context on both sides of a hit."""
MOST = 2_000
"""Hits that are shown; a term that stands more often is too common to redact like this."""


class Read(NamedTuple):
    """A document, its flow, and the flow in lower case without accents."""

    document: Document
    flow: Flow
    folded: str


@lru_cache(maxsize=64)
def read(vault: Vault, key: Key) -> Read:
    """Return a document with its flow."""
    document = reading(vault, key)
    made = flow(document)
    return Read(document, made, fold(made.text))


def pattern(term: str, *, whole: bool) -> re.Pattern[str]:
    """Return what finds a term: as whole words, or inside words too.

    Raises:
        WrongUseError: there is nothing to look for.
    """
    if not any(character.isalnum() for character in term):
        msg = "Typ ten minste één letter of cijfer."
        raise WrongUseError(msg)
    if whole:
        return pattern_of(term)
    return re.compile(r"\s+".join(re.escape(word) for word in fold(term).split()))


def hits(
    case: Case, state: State, term: str, *, whole: bool, document: int | None
) -> list[dict[str, Any]]:
    """Return where a term stands, document by document; at most MOST.

    Raises:
        WrongUseError: there is nothing to look for.
    """
    found: list[dict[str, Any]] = []
    looked = pattern(term, whole=whole)
    for number, file in sorted(state.files.items()):
        if file.reading is None or document not in (None, number):
            continue
        taken = _taken(state, number)
        for start, end, spans in _matches(read(case.vault, file.reading.reading), looked):
            if len(found) == MOST:
                return found
            text = read(case.vault, file.reading.reading).flow.text
            found.append(
                {
                    "document": number,
                    "page": spans[0].page,
                    "spans": spans,
                    "before": text[max(0, start - _AROUND) : start],
                    "text": text[start:end],
                    "after": text[end : end + _AROUND],
                    "covered": all(_is_covered(span, taken) for span in spans),
                }
            )
    return found


def _matches(told: Read, looked: re.Pattern[str]) -> Iterator[tuple[int, int, tuple[Span, ...]]]:
    for match in looked.finditer(told.folded):
        yield *match.span(), told.flow.spans(*match.span())


def _taken(state: State, document: int) -> dict[int, list[Span]]:
    """Return the spans that go already, by page."""
    found: dict[int, list[Span]] = {}
    for item in state.items_of(document):
        if standing(state, item).goes:
            for span in state.spans_of(item):
                found.setdefault(span.page, []).append(span)
    return found


def _is_covered(span: Span, taken: dict[int, list[Span]]) -> bool:
    return any(other.holds(span) for other in taken.get(span.page, ()))
