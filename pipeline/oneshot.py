"""The main job in one go, for one file: read, find, decide by policy, remove, verify, write."""

import os
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pipeline.naming import names_somebody, readable
from pipeline.output import Layout, Work, checked, verifier
from redact.analyse import analyse
from redact.convert import to_pdf
from redact.decide import passed, redactions
from redact.document import Document, Span
from redact.finding import Action, Kind, Proposal, Redaction, Verified
from redact.policy import Policy
from redact.preflight import Hidden, preflight
from redact.read import read_pdf
from redact.standards import standards_of
from redact.write import Told

_LONGEST_NAME = 60
_SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True)
class Order:
    """One file to redact. `staging` is a folder beside the target, for a file half written."""

    source: Path
    target: Path
    staging: Path
    policy: Policy
    when: datetime
    layout: Layout = Layout.KEEP


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of a report: what happens at a place and why; never the text."""

    page: int
    kind: Kind
    action: Action
    ground: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done with one file; `pictures` counts those of the source that it lacks.

    `scanned` are the pages, from 0, that became pictures as they could not be cleaned otherwise.
    `standards` names the standards that the output meets, `lacks` says why it meets no others.
    `told` is what the room that the labels take still tells of names, `hidden` what the source
    holds that its reader does not see, `whole_fonts` how many fonts could not be reduced.
    """

    pages: int
    marks: tuple[Mark, ...]
    labels: tuple[tuple[str, int], ...]
    verified: Verified
    name_holds_person: bool
    pictures: int = 0
    scanned: tuple[int, ...] = ()
    standards: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    told: Told = field(default_factory=Told)
    hidden: tuple[Hidden, ...] = ()
    whole_fonts: int = 0

    def of(self, action: Action) -> tuple[Mark, ...]:
        """Return the marks with one action, in reading order."""
        return tuple(mark for mark in self.marks if mark.action == action)


def redact_file(order: Order) -> Outcome:
    """Redact one file and write the result, or write nothing.

    Raises:
        RedactError: the file cannot be read, or the check found a leak.
        OSError: the system refuses to read or write.
    """
    verifier()  # it starts while we work
    source = to_pdf(order.source)
    document = read_pdf(source)
    proposals = analyse(document, order.policy).proposals
    ordered = redactions(proposals, passed(proposals, order.policy, order.when), document)
    made, verified = checked(Work(order.layout, source, document, tuple(ordered)))
    output = made.pdf
    standards = standards_of(output)
    _put(output, order)
    return Outcome(
        pages=len(document.pages),
        marks=_marks(proposals, ordered),
        labels=_counted(ordered),
        verified=verified,
        name_holds_person=_holds_person(order.target.stem, document, ordered),
        pictures=made.pictures,
        scanned=made.scanned,
        standards=standards.met,
        lacks=standards.lacks,
        told=made.told,
        hidden=preflight(source, document),
        whole_fonts=made.whole_fonts,
    )


def _put(output: bytes, order: Order) -> None:
    """Write under a neutral name, then rename: nobody ever sees half a file."""
    staged = order.staging / f"{os.getpid()}.part"
    try:
        with staged.open("wb") as file:
            file.write(output)
            file.flush()
            os.fsync(file.fileno())
        staged.replace(order.target)
    finally:
        staged.unlink(missing_ok=True)


def _marks(proposals: Iterable[Proposal], ordered: Iterable[Redaction]) -> tuple[Mark, ...]:
    """Return the report's lines. What is proposed but was not carried out is for a person."""
    gone = sorted(ordered)
    return tuple(_mark(proposal, gone) for proposal in proposals)


def _mark(proposal: Proposal, gone: Sequence[Redaction]) -> Mark:
    """Return one line; what went inside a passage went with the ground of the passage."""
    first, kind = proposal.spans[0], proposal.finding.kind
    before = bisect_right(gone, (first.page, first.start, sys.maxsize), key=_span) - 1
    if before >= 0 and gone[before].span.holds(first):
        ground = gone[before].ground
        return Mark(first.page, kind, Action.REDACT, ground, proposal.reason)
    action = Action.LOOK if proposal.action is Action.REDACT else proposal.action
    return Mark(first.page, kind, action, proposal.ground, proposal.reason)


def _span(redaction: Redaction) -> Span:
    return redaction.span


def _counted(ordered: Iterable[Redaction]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(redaction.ground for redaction in ordered).items()))


def _holds_person(stem: str, document: Document, ordered: Iterable[Redaction]) -> bool:
    """Tell whether a file name shows a person: one removed from the document, or a name in it."""
    folded = readable(stem).casefold()
    removed = {document.text_of(redaction.span).casefold() for redaction in ordered}
    words = {word for text in removed if len(text) < _LONGEST_NAME for word in text.split()}
    if any(len(word) >= _SHORTEST_WORD and word in folded.split() for word in words):
        return True
    return names_somebody(stem)
