"""What the browser asks of a document: the page itself, with all that it begins with.

`page_routes` serves how its pages look, `panel_routes` what stands beside them, `deeds` what
somebody does.
"""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from grounds.catalogue import CATALOGUE
from pipeline.case.case import Case
from pipeline.case.shown import title_of
from pipeline.case.state import File
from pipeline.review.access.account import Right
from pipeline.review.document import (
    deeds,
    history,
    page_routes,
    panel_routes,
    pictures,
    remarks,
    rows,
)
from pipeline.review.document.requested import file_of, read_of
from pipeline.review.document.standing import items_standing
from pipeline.review.opened import TheCase, Viewer
from pipeline.review.pages import show
from pipeline.words import KINDS, ROLES

router = APIRouter(prefix="/stukken")
router.include_router(deeds.router)
router.include_router(page_routes.router)
router.include_router(panel_routes.router)


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """What the page of a document shows before its script runs."""

    number: int
    title: str
    pages: int
    failure: str
    may_decide: bool
    may_note: bool
    may_approve: bool


@router.get("/{number}")
def document_page(request: Request, number: int, case: TheCase, account: Viewer) -> Response:
    """Show a document."""
    file = file_of(case, number)
    pictures.drawer_of(case)
    view = DocumentPage(
        number=number,
        title=title_of(case, case.state(), number),
        pages=len(file.reading.pages) if file.reading else 0,
        failure=_failure(file),
        may_decide=account.may(Right.DECIDE),
        may_note=account.may(Right.NOTE),
        may_approve=account.may(Right.APPROVE),
    )
    return show(request, "document.html", view)


def _failure(file: File) -> str:
    if file.failure:
        return file.failure.message
    return "" if file.reading else "Dit document is nog niet gelezen. Maak eerst voorstellen."


@router.get("/{number}/inhoud")
def content(number: int, case: TheCase, account: Viewer) -> Response:
    """Return all that the page shows but pictures and places: items and how they stand."""
    read = read_of(case, number)
    with case.lock:
        state = case.state()
        items = [state.items[name] for name in items_standing(case, state, number)]
        return JSONResponse(
            {
                "seq": state.seq,
                "run": state.run,
                "version": state.files[number].versions,
                "picture": read.pdf[:16],
                "pages": [[round(page.width, 1), round(page.height, 1)] for page in read.pages],
                "items": rows.rows(case, state, items),
                "void": rows.rows(case, state, state.void_items(number)),
                "unread": remarks.unread(read),
                "since": history.last_look(state, number, account.name),
                "titles": {n: title_of(case, state, n) for n in state.files},
                "kinds": KINDS,
                "roles": ROLES,
                "grounds": _grounds(case),
                "me": account.name,
                **rows.status(case, state, number),
            }
        )


def _grounds(case: Case) -> list[dict[str, Any]]:
    """Return what can be cited, with the words of the law, and the kinds it is usual for."""
    usual: dict[str, list[str]] = {}
    for kind, rule in case.policy().kinds.items():
        usual.setdefault(rule.ground, []).append(kind)
    return [
        {
            "code": ground.code,
            "label": ground.label,
            "text": " ".join(part for part in (ground.lead, ground.text) if part),
            "citation": ground.citation,
            "marker": ground.is_marker,
            "kinds": usual.get(ground.code, []),
        }
        for ground in CATALOGUE.values()
        if not ground.is_retired
    ]
