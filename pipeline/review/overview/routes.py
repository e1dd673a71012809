"""What the browser asks of the case as a whole: the overview, files that come in, runs."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, HTTPException, Request, UploadFile
from starlette.responses import JSONResponse, Response

from pipeline.case.acts import Note
from pipeline.case.approval import DocumentState
from pipeline.case.case import Case
from pipeline.case.files import add_file
from pipeline.case.news import News, news
from pipeline.case.overview import Overview, overview
from pipeline.case.state import State
from pipeline.review.access.account import Account, Right
from pipeline.review.asking import ActKey
from pipeline.review.document.asked import refusing
from pipeline.review.opened import Adder, Proposer, TheCase, Viewer
from pipeline.review.overview.looked import last_looked
from pipeline.review.overview.next_step import NextStep, next_step
from pipeline.review.overview.rows import STATES, Line, lines
from pipeline.review.overview.running import Run, run_of, start
from pipeline.review.pages import show
from pipeline.review.review import review_of
from redact.convert import MAX_BYTES, recognise
from redact.errors import RedactError

router = APIRouter(prefix="/zaak")


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """What the overview shows."""

    seen: Overview
    lines: list[Line]
    step: NextStep
    run: Run
    news: News | None
    states: list[tuple[DocumentState, str]]
    limit: int
    notes: int
    may_add: bool
    may_propose: bool
    may_record: bool

    @property
    def approved(self) -> int:
        """How many documents are approved."""
        return self.seen.count(DocumentState.APPROVED)

    @property
    def pages(self) -> tuple[int, int]:
        """How many pages were seen, and how many there are."""
        told = [row.progress for row in self.seen.documents]
        return sum(one.seen for one in told), sum(one.pages for one in told)


def overview_page(request: Request, case: Case, account: Account) -> Response:
    """Show the case."""
    seen, run, state = overview(case), run_of(case), case.state()
    view = OverviewPage(
        seen=seen,
        lines=lines(case, seen, account.name),
        step=next_step(seen, account, busy=run.is_busy, four_eyes=case.settings.four_eyes),
        run=run,
        news=_news(case, state, account.name),
        states=[(state, words) for state, (_, words) in STATES.items()],
        limit=limit_of(request),
        notes=sum(isinstance(a.deed, Note) and state.counts(a.seq) for a in state.acts),
        may_add=account.may(Right.ADD),
        may_propose=account.may(Right.PROPOSE),
        may_record=account.may(Right.RECORD),
    )
    return show(request, "overview.html", view)


def limit_of(request: Request) -> int:
    """Return how many bytes one file may have: what may be sent, and what can be read."""
    return min(review_of(request).settings.upload_limit, MAX_BYTES)


def _news(case: Case, state: State, who: str) -> News | None:
    since = last_looked(state, who)
    told = news(case, since, who) if since else None
    return None if told is None or told.is_empty else told


@router.get("/stand")
def stand(case: TheCase, account: Viewer) -> Response:
    """Return how far the run and the documents are, for a page that is open."""
    seen, run = overview(case), run_of(case)
    rows: list[dict[str, Any]] = [
        {
            "number": line.row.number,
            "shape": line.shape,
            "words": line.words,
            "open": line.row.progress.open,
            "failure": line.row.failure,
            "changed": line.row.changed,
        }
        for line in lines(case, seen, account.name)
    ]
    told = {"phase": run.phase, "done": run.done, "total": run.total, "message": run.message}
    return JSONResponse({"run": {**told, "busy": run.is_busy}, "documents": rows, "seq": seen.seq})


@router.post("/bestanden")
def upload(request: Request, case: TheCase, who: Adder, key: ActKey, file: UploadFile) -> Response:
    """Take in one file. What is no document is refused at once; reading comes with the run."""
    name = file.filename or "document"
    content = file.file.read()
    if len(content) > limit_of(request):
        raise HTTPException(413, f"Groter dan {limit_of(request) // 1_000_000} MB.")
    try:
        recognise(content, "." + name.rpartition(".")[2] if "." in name else "")
        with refusing():
            added = add_file(case, name, content, who.name, str(key))
    except RedactError as error:
        raise HTTPException(422, str(error)) from None
    return JSONResponse(
        {
            "document": added.document,
            "is_new": added.is_new,
            "replaced": added.replaced,
            "twin": added.twin,
        }
    )


@router.post("/voorstellen")
def propose(case: TheCase, _: Proposer, key: ActKey) -> Response:  # noqa: ARG001  CSRF and form
    """Start a run of proposals."""
    if not case.state().files:
        raise HTTPException(409, "Voeg eerst documenten toe.")
    run = start(case)
    return JSONResponse({"phase": run.phase, "done": run.done, "total": run.total})
