"""From what people decided to what the writer takes out of a document."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from pipeline.case.case import Case
from pipeline.case.errors import NotAllowedError
from pipeline.case.standing import Stands, standings
from pipeline.case.state import Item, State
from pipeline.vault import Key, reading
from redact.areas import Area, with_areas
from redact.decide import redactions
from redact.document import Document, Span
from redact.finding import Action, Decision, Finding, Proposal, Redaction, Verdict

_AND = " + "
"""Between the grounds of one item, while it is one redaction."""


class Ordered(NamedTuple):
    """A document with what goes from it; areas drawn on it are characters of the document.

    `pdf` is the key of the source in the vault.
    """

    pdf: Key
    document: Document
    redactions: tuple[Redaction, ...]


def ordered(case: Case, number: int) -> Ordered:
    """Return what goes from a document as things stand; nothing that nobody decided on.

    Raises:
        NotAllowedError: the document was not read yet.
    """
    with case.lock:
        state = case.state()
        told = state.files[number].reading
        gone = [one for one in standings(state, number) if one.goes]
        decided = list(_decided(state, gone))
        areas = list(_areas(state, gone))
    if told is None:
        msg = "Dit document is nog niet gelezen. Maak eerst voorstellen."
        raise NotAllowedError(msg)
    document = reading(case.vault, told.reading)
    proposals, decisions = [one for one, _ in decided], [one for _, one in decided]
    spans = _each_ground(redactions(proposals, decisions, document))
    drawn, placed = with_areas(document, areas)
    return Ordered(told.pdf, drawn, (*spans, *placed))


def _decided(state: State, gone: Iterable[Stands]) -> Iterator[tuple[Proposal, Decision]]:
    """Yield a proposal and the decision on it for every item that stands in the text."""
    for one in gone:
        spans = state.spans_of(one.item)
        if spans and one.decision:
            yield _proposal(one.item, spans), _decision(one, one.decision.who, one.decision.at)


def _proposal(item: Item, spans: tuple[Span, ...]) -> Proposal:
    finding = Finding(spans, item.kind, item.score, item.source, item.reason)
    return Proposal(item.id, finding, Action.REDACT, None, item.reason)


def _decision(one: Stands, who: str, when: datetime) -> Decision:
    return Decision(one.item.id, Verdict.REDACT, _AND.join(sorted(one.grounds)), who, when)


def _areas(state: State, gone: Iterable[Stands]) -> Iterator[Area]:
    for one in gone:
        box = state.box_of(one.item)
        if box is not None:
            yield Area(one.item.page, box, tuple(sorted(one.grounds)))


def _each_ground(found: Iterable[Redaction]) -> Iterator[Redaction]:
    """Yield a redaction for each of the grounds that one place goes under."""
    for redaction in found:
        for ground in redaction.ground.split(_AND):
            yield Redaction(redaction.span, ground)
