"""The page on which all that is proposed of one kind is decided on at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, NamedTuple
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import Response

from pipeline.case import acts
from pipeline.case.acts import Verdict
from pipeline.case.case import Case
from pipeline.case.shown import shown
from pipeline.case.state import Item, State
from pipeline.review.access.account import Right
from pipeline.review.opened import Decider, TheCase, Viewer, act_once
from pipeline.review.pages import go, show
from pipeline.words import KINDS
from redact.finding import PASSAGES, Action, Kind

router = APIRouter(prefix="/soorten")

_MOST = 200
"""Examples of one kind on the page."""


class Example(NamedTuple):
    """An open place. `text` is for the page only."""

    item: str
    document: int
    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Sort:
    """All places of one kind that are not the name of a person."""

    kind: Kind
    words: str
    places: int
    open: int
    sure: int
    """Open places that the machine proposes to redact, not just to look at."""
    grounds: tuple[str, ...]
    is_passage: bool
    examples: list[Example]


@dataclass(frozen=True, slots=True)
class KindsPage:
    """What the page shows; `seq` is the last act that it knows of."""

    sorts: list[Sort]
    may_decide: bool
    key: UUID
    seq: int

    @property
    def open(self) -> int:
        """How many places are open."""
        return sum(sort.open for sort in self.sorts)


def sorts(case: Case) -> list[Sort]:
    """Return the kinds that occur, those with most open places first."""
    with case.lock:
        state, found = case.state(), dict[Kind, list[Item]]()
        for number in sorted(state.files):
            for item in state.items_of(number):
                if item.kind is not Kind.PERSON and not item.by_hand:
                    found.setdefault(item.kind, []).append(item)
        listed = [_sort(case, state, kind, items) for kind, items in found.items()]
    return sorted(listed, key=lambda one: (-one.open, one.words))


def _sort(case: Case, state: State, kind: Kind, items: list[Item]) -> Sort:
    left = [item for item in items if state.is_open(item)]
    return Sort(
        kind=kind,
        words=KINDS[kind],
        places=len(items),
        open=len(left),
        sure=sum(item.action is Action.REDACT for item in left),
        grounds=tuple(sorted({code for item in items for code in item.grounds})),
        is_passage=kind in PASSAGES,
        examples=list(_examples(case, state, left[:_MOST])),
    )


def _examples(case: Case, state: State, items: Iterable[Item]) -> Iterable[Example]:
    texts = shown(case, state)
    for item in items:
        spans = state.spans_of(item)
        page = (spans[0].page if spans else item.page) + 1
        yield Example(item.id, item.document, page, texts.get(item.id, ""))


@router.get("")
def kinds_page(request: Request, case: TheCase, account: Viewer) -> Response:
    """Show the kinds."""
    view = KindsPage(sorts(case), account.may(Right.DECIDE), uuid4(), case.state().seq)
    return show(request, "kinds.html", view)


@router.post("/{kind}")
def decide(
    kind: Kind,
    case: TheCase,
    who: Decider,
    key: Annotated[UUID, Form()],
    saw: Annotated[int, Form()],
    verdict: Annotated[Verdict, Form()],
) -> Response:
    """Take over what is proposed for a kind, or keep all of it."""
    if verdict is Verdict.REDACT or kind is Kind.PERSON:
        raise HTTPException(422, "Neem over wat is voorgesteld, of laat alles staan.")
    act_once(case, who, uuid5(key, f"{kind}.{verdict}"), f"kind:{kind}", acts.Decide(verdict), saw)
    return go(
        "/soorten", f"Over {KINDS[kind]} is beslist. Met Ctrl Z op Personen draait u dat terug."
    )
