"""What keeps a case from being published: said in full before anything is written."""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.case.approval import DocumentState
from pipeline.case.audit import check_case
from pipeline.case.case import Case
from pipeline.case.overview import DocumentRow, overview
from pipeline.case.rules import broken_rules
from pipeline.case.state import State
from pipeline.case.titles import GIVES_AWAY, gives_away, published_title
from pipeline.errors import PipelineError
from pipeline.naming import names_somebody

_STATES = {
    DocumentState.UNREAD: "Het is nog niet gelezen. Maak eerst voorstellen.",
    DocumentState.FAILED: "Het kan niet worden gelezen. Vervang het bestand.",
    DocumentState.OPEN: "Het is nog niet goedgekeurd; er staat nog iets open.",
    DocumentState.LOOKED_AT: "Het is bekeken, maar nog niet goedgekeurd.",
    DocumentState.APPROVED_ONCE: "Het wacht op de tweede goedkeuring.",
}


class Point(NamedTuple):
    """Something that is open, in a document or (None) in the case as a whole."""

    document: int | None
    message: str

    def __str__(self) -> str:
        """Say where and what."""
        return (
            self.message if self.document is None else f"Document {self.document}: {self.message}"
        )


class NotReadyError(PipelineError):
    """The case cannot be published yet; `points` say why."""

    def __init__(self, points: list[Point]) -> None:
        told = "\n".join(f"- {point}" for point in points)
        super().__init__(f"Er is niets gepubliceerd. Dit staat nog open:\n{told}")
        self.points = points


def open_points(case: Case) -> list[Point]:
    """Return all that is open, the case first; nothing when it may be published."""
    rows, state = overview(case).documents, case.state()
    empty = [] if rows else [Point(None, "Er zijn geen documenten in deze zaak.")]
    faults = [Point(None, fault.message) for fault in check_case(case)]
    rules = [
        Point(one.document, f"{one.objection.message} {one.objection.way_out}")
        for one in broken_rules(case)
        if one.objection.binding
    ]
    return [*empty, *faults, *(point for row in rows for point in _of(case, state, row)), *rules]


def _of(case: Case, state: State, row: DocumentRow) -> Iterator[Point]:
    if row.state is not DocumentState.APPROVED:
        yield Point(row.number, _STATES[row.state])
    elif gives_away(case, state, row.number):
        yield Point(row.number, GIVES_AWAY)
    elif names_somebody(published_title(case, state, row.number)):
        yield Point(
            row.number, "In de titel staat een naam. Geef het document een titel zonder naam."
        )
