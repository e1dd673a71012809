"""From proposals and decisions to what must go. Pure: nothing is read, nothing is remembered."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from redact.document import Document, Span
from redact.errors import GroundMissingError
from redact.finding import PASSAGES, Action, Decision, Proposal, Redaction, Verdict
from redact.policy.values import Policy

POLICY = "beleid"
"""Who decided, where the policy let a proposal pass without a person."""


class _Place(NamedTuple):
    """A span that was decided on; of a passage, or of a name or number."""

    span: Span
    ground: str
    passage: bool


def passed(proposals: Iterable[Proposal], policy: Policy, when: datetime) -> list[Decision]:
    """Return the decisions that the policy takes by itself: removals that need no person."""
    return [
        Decision(proposal.id, Verdict.REDACT, proposal.ground, POLICY, when)
        for proposal in proposals
        if proposal.action is Action.REDACT and _passes(proposal, policy)
    ]


def _passes(proposal: Proposal, policy: Policy) -> bool:
    finding = proposal.finding
    return policy.term(finding.source) is not None or policy.kinds[finding.kind].passes


def redactions(
    proposals: Iterable[Proposal], decisions: Iterable[Decision], document: Document | None = None
) -> list[Redaction]:
    """Return what must go, in reading order; no two share a character.

    A decision on a proposal goes before one on its person; of two on the same, the latest
    counts. What nobody decided on stays. Where two overlap, the passage covers the name, and
    the longer the shorter. Equal grounds that touch become one redaction; with the document at
    hand, white space between them goes along.

    Raises:
        GroundMissingError: a place must go, but neither the decision nor the proposal says why.
    """
    latest = _latest(decisions)
    places = [place for proposal in proposals for place in _places(proposal, latest)]
    return _merged(_apart(places), document)


def _latest(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Return the last decision on each subject; of two at one moment, the one told last."""
    return {
        decision.subject: decision for decision in sorted(decisions, key=lambda told: told.when)
    }


def _places(proposal: Proposal, latest: dict[str, Decision]) -> list[_Place]:
    decision = latest.get(proposal.id) or latest.get(proposal.entity or "")
    if decision is None or decision.verdict is not Verdict.REDACT:
        return []
    ground = decision.ground or proposal.ground
    if ground is None:
        raise GroundMissingError
    passage = proposal.finding.kind in PASSAGES
    return [_Place(span, ground, passage) for span in proposal.spans]


def _apart(places: Iterable[_Place]) -> list[_Place]:
    """Return the places in reading order, each cut to what no stronger place covers."""
    pages: dict[int, list[_Place]] = defaultdict(list)
    for place in sorted(places, key=_strongest_first):
        taken = pages[place.span.page]
        taken += [place._replace(span=span) for span in _free(place.span, taken)]
    return sorted(place for taken in pages.values() for place in taken)


def _strongest_first(place: _Place) -> tuple[bool, int, str, Span]:
    return not place.passage, place.span.start - place.span.end, place.ground, place.span


def _free(span: Span, taken: Sequence[_Place]) -> list[Span]:
    """Return the parts of a span that are not taken."""
    parts, start = [], span.start
    for other in sorted(place.span for place in taken if place.span.meets(span)):
        if start < other.start:
            parts.append(Span(span.page, start, other.start))
        start = max(start, other.end)
    if start < span.end:
        parts.append(Span(span.page, start, span.end))
    return parts


def _merged(places: Iterable[_Place], document: Document | None) -> list[Redaction]:
    merged: list[_Place] = []
    for place in places:
        if merged and _belong_together(merged[-1], place, document):
            merged[-1] = _joined(merged[-1], place)
        else:
            merged.append(place)
    return [Redaction(place.span, place.ground) for place in merged]


def _joined(left: _Place, right: _Place) -> _Place:
    span = Span(left.span.page, left.span.start, right.span.end)
    return _Place(span, left.ground, left.passage and right.passage)


def _belong_together(left: _Place, right: _Place, document: Document | None) -> bool:
    if left.ground != right.ground or left.span.page != right.span.page:
        return False
    if left.span.end == right.span.start:
        return True
    if document is None:
        return False
    between = document.text_of(Span(left.span.page, left.span.end, right.span.start))
    return between.isspace() and _one_label(between, passages=left.passage and right.passage)


def _one_label(space: str, *, passages: bool) -> bool:
    """Tell whether what stands around white space reads as one thing.

    Names under each other, as in a list of those present, and in the cells of a table keep a label
    each; the sentences of a passage run on over a line's end, though not over an empty line.
    """
    return "\t" not in space and space.count("\n") <= (1 if passages else 0)
