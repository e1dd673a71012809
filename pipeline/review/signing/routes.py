"""The pages on which documents are approved, described and handed over for publication."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from pipeline.case import acts, doing
from pipeline.case.approval import DocumentState
from pipeline.case.case import Case
from pipeline.case.doing import By
from pipeline.case.overview import Overview, overview
from pipeline.case.rules import Broken
from pipeline.case.shown import title_of
from pipeline.case.standing import digest
from pipeline.errors import PipelineError
from pipeline.review.access.account import Account, Right
from pipeline.review.asking import ActKey
from pipeline.review.motives.grounds import Objected, objections
from pipeline.review.opened import Approver, Decider, Publisher, TheCase, Viewer, act_once
from pipeline.review.pages import go, show
from pipeline.review.signing.open_work import Signable, signables
from pipeline.review.signing.packing import Packing, pack, packages, packing_of, zipped

router = APIRouter()


@dataclass(frozen=True, slots=True)
class SigningPage:
    """What the page of approvals shows. `refused` says why some were not approved."""

    seen: Overview
    documents: list[Signable]
    objections: list[Objected]
    packing: Packing
    packages: list[str]
    four_eyes: bool
    every_page: bool
    may_approve: bool
    may_publish: bool
    key: UUID
    seq: int
    refused: tuple[str, ...] = ()

    @property
    def ready(self) -> list[Signable]:
        """The documents that this person can approve now."""
        return [one for one in self.documents if one.is_ready]

    @property
    def approved(self) -> int:
        """How many documents are approved."""
        return self.seen.count(DocumentState.APPROVED)

    @property
    def missing(self) -> tuple[Broken, ...]:
        """The grounds that lack their reasons, where the law demands them."""
        return tuple(one for one in self.seen.broken if one.objection.binding)


def _view(case: Case, account: Account, refused: tuple[str, ...] = ()) -> SigningPage:
    seen = overview(case)
    return SigningPage(
        seen=seen,
        documents=signables(case, seen, account.name),
        objections=[one for one in objections(case) if one.broken.objection.binding],
        packing=packing_of(case),
        packages=packages(case),
        four_eyes=case.settings.four_eyes,
        every_page=case.settings.every_page_seen,
        may_approve=account.may(Right.APPROVE),
        may_publish=account.may(Right.PUBLISH),
        key=uuid4(),
        seq=seen.seq,
        refused=refused,
    )


@router.get("/goedkeuring")
def signing_page(request: Request, case: TheCase, account: Viewer) -> Response:
    """Show what is open and what can be approved."""
    return show(request, "signing.html", _view(case, account))


@router.post("/goedkeuring")
def approve(
    request: Request,
    case: TheCase,
    who: Approver,
    key: Annotated[UUID, Form()],
    chosen: Annotated[list[str], Form()] = [],  # noqa: B006  FastAPI copies it
) -> Response:
    """Approve documents as they stood on the page: `chosen` holds number, which time, digest."""
    refused = [told for one in chosen if (told := _approve(case, who, key, one))]
    if refused:
        return show(request, "signing.html", _view(case, who, tuple(refused)), 409)
    count = len(chosen)
    said = "1 document is" if count == 1 else f"{count} documenten zijn"
    return go("/goedkeuring", f"{said} goedgekeurd." if count else None)


def _approve(case: Case, who: Account, key: UUID, one: str) -> str:
    """Approve one document; return why not."""
    told, _, stood = one.partition("/")
    number, _, time = told.partition(":")
    with case.lock:
        state = case.state()
        if not number.isdecimal() or int(number) not in state.files:
            return "Een document staat niet meer in de zaak."
        id_ = str(uuid5(key, number))
        if id_ not in state.by_id and digest(state, int(number)) != stood:
            return f"Document {number}: er is intussen iets veranderd. Bekijk wat er nu staat."
        try:
            doing.approve(case, By(who.name, None, id_), int(number), second=time == "2")
        except PipelineError as error:
            return f"Document {number}: {error}"
    return ""


@router.post("/goedkeuring/{number}/intrekken")
def withdraw(number: int, case: TheCase, who: Approver, key: Annotated[UUID, Form()]) -> Response:
    """Take the approvals of a document back."""
    act_once(case, who, uuid5(key, f"{number}"), f"document:{number}", acts.Withdraw())
    return go("/goedkeuring", f"De goedkeuring van document {number} is ingetrokken.")


# ------------------------------------------------------------------ the package


@router.post("/goedkeuring/pakket")
def make_package(case: TheCase, _: Publisher, key: ActKey) -> Response:  # noqa: ARG001
    """Begin to make the package."""
    return JSONResponse(_told(pack(case)))


@router.get("/goedkeuring/pakket")
def package_state(case: TheCase, _: Publisher) -> Response:
    """Return how the package is getting on."""
    return JSONResponse(_told(packing_of(case)))


def _told(packing: Packing) -> dict[str, object]:
    return {
        "busy": packing.is_busy,
        "name": packing.name,
        "message": packing.message,
        "points": [{"document": p.document, "message": p.message} for p in packing.points],
    }


@router.get("/goedkeuring/pakket/{name}.zip")
def package_file(name: str, case: TheCase, _: Publisher) -> Response:
    """Return a package as one file."""
    pieces = zipped(case, name)
    if pieces is None:
        raise HTTPException(404)
    named = f'attachment; filename="publicatie-{name}.zip"'
    return StreamingResponse(
        pieces, media_type="application/zip", headers={"content-disposition": named}
    )


# ------------------------------------------------------- what is known of a document


@dataclass(frozen=True, slots=True)
class DescribePage:
    """What the page with what is known of a document shows."""

    number: int
    title: str
    file: str
    known: acts.Describe
    provision: str
    may_change: bool
    key: UUID
    error: str = ""


def _described(case: Case, number: int, account: Account, error: str = "") -> DescribePage:
    with case.lock:
        state = case.state()
        if number not in state.files:
            raise HTTPException(404)
        known = state.described(number) or acts.Describe()
        return DescribePage(
            number=number,
            title=title_of(case, state, number),
            file=case.vault.text(state.files[number].added.title),
            known=known,
            provision=case.vault.text(known.provision) if known.provision else "",
            may_change=account.may(Right.DECIDE),
            key=uuid4(),
            error=error,
        )


@router.get("/gegevens/{number}")
def describe_page(request: Request, number: int, case: TheCase, account: Viewer) -> Response:
    """Show what is known of a document."""
    return show(request, "describe.html", _described(case, number, account))


@router.post("/gegevens/{number}")
def describe(  # noqa: PLR0913, PLR0917  the fields of the form
    request: Request,
    number: int,
    case: TheCase,
    who: Decider,
    key: Annotated[UUID, Form()],
    title: Annotated[str, Form(max_length=500)] = "",
    day: Annotated[str, Form()] = "",
    release_day: Annotated[str, Form()] = "",
    provision: Annotated[str, Form(max_length=500)] = "",
    properties: Annotated[list[str], Form()] = [],  # noqa: B006  FastAPI copies it
) -> Response:
    """Keep what is known of a document."""
    try:
        days = [
            date.fromisoformat(told).isoformat() if told else None for told in (day, release_day)
        ]
    except ValueError:
        view = _described(case, number, who, "Deze datum bestaat niet.")
        return show(request, "describe.html", view, 422)
    deed = acts.Describe(
        title=case.vault.put_text(title.strip()) if title.strip() else None,
        day=days[0],
        environmental="environmental" in properties,
        emissions="emissions" in properties,
        formal="formal" in properties,
        release_day=days[1],
        provision=case.vault.put_text(provision.strip()) if provision.strip() else None,
    )
    act_once(case, who, key, f"document:{number}", deed)
    return go(f"/gegevens/{number}", "De gegevens zijn bewaard.")
