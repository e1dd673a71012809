"""What the browser asks of a document: the page itself, its parts, and acts."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse, Response

from grounds.catalogue import CATALOGUE
from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.draft import draft
from pipeline.case.shown import title_of
from pipeline.case.state import File
from pipeline.review.access.account import Right
from pipeline.review.document import deeds, history, pictures, remarks, rows, search, sheets
from pipeline.review.document.asked import refusing
from pipeline.review.document.drawing import SCALES
from pipeline.review.document.standing import items_standing
from pipeline.review.document.units import units
from pipeline.review.opened import TheCase, Viewer
from pipeline.review.pages import show
from pipeline.words import KINDS, ROLES
from redact.errors import RedactError

router = APIRouter(prefix="/stukken")
router.include_router(deeds.router)

_KEEP = "private, max-age=86400, immutable"
"""Pictures only, for the one who looks: their path changes with the file."""


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


def file_of(case: Case, number: int) -> File:
    """Return a document of the case."""
    file = case.state().files.get(number)
    if file is None:
        raise HTTPException(404)
    return file


def _read(case: Case, number: int, page: int = 0) -> acts.ReadFile:
    """Return how a document was read; it has that page."""
    found = file_of(case, number).reading
    if found is None or not 0 <= page < len(found.pages):
        raise HTTPException(404)
    return found


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
    read = _read(case, number)
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


@router.get("/{number}/paginas/{page}")
def page_content(number: int, page: int, case: TheCase, _: Viewer) -> Response:
    """Return where the words and the items of a page lie."""
    read = _read(case, number, page)
    with case.lock:
        state = case.state()
        standing = items_standing(case, state, number)
        there = [state.items[name] for name, one in standing.items() if page in one.pages]
        placed = sheets.marks(case.vault, read.reading, page, state, there)
    words = sheets.words(case.vault, read.reading, page)
    text = sheets.sheet(case.vault, read.reading, page).text
    return JSONResponse({"marks": placed, "words": words, "text": text})


@router.get("/{number}/beelden/{version}/{page}-{scale}")
def picture(number: int, version: str, page: int, scale: int, case: TheCase, _: Viewer) -> Response:
    """Return a picture of a page."""
    read = _read(case, number, page)
    if not read.pdf.startswith(version) or scale not in SCALES:
        raise HTTPException(404)
    try:
        drawn = pictures.picture(case, read.pdf, page, scale)
    except RedactError as error:
        raise HTTPException(422, str(error)) from None
    kind = pictures.kind_of(drawn)
    return Response(drawn, media_type=kind, headers={"cache-control": _KEEP})


@router.get("/{number}/concept")
def draft_file(number: int, case: TheCase, _: Viewer) -> Response:
    """Return the document as it would be published now; every page says that it is a draft."""
    _read(case, number)
    with refusing():
        made = draft(case, number)
    named = f'attachment; filename="CONCEPT-document-{number}.pdf"'
    return Response(made, media_type="application/pdf", headers={"content-disposition": named})


@router.get("/{number}/onderdelen")
def unit_list(number: int, case: TheCase, _: Viewer) -> Response:
    """Return the paragraphs and agenda items."""
    return JSONResponse({"units": units(case.vault, _read(case, number).reading)})


@router.get("/{number}/opmerkingen")
def remark_list(number: int, case: TheCase, _: Viewer) -> Response:
    """Return what may be wrong, each with the way out."""
    _read(case, number)
    return JSONResponse({"remarks": remarks.remarks(case, number)})


@router.get("/{number}/handelingen")
def follow(number: int, case: TheCase, _: Viewer, since: int = 0) -> Response:
    """Return what changed since an act."""
    file_of(case, number)
    if case.state().seq <= since:
        return JSONResponse({"acts": [], "next": since})
    changed = rows.changes(case, number, since)
    return JSONResponse({"acts": [changed], "next": changed["seq"]})


@router.get("/{number}/geschiedenis")
def past(number: int, case: TheCase, _: Viewer, item: str = "") -> Response:
    """Return what was done with an item, or with the document itself."""
    file_of(case, number)
    subject = f"item:{item}" if item else f"document:{number}"
    return JSONResponse({"acts": history.told(case, subject)})


class _Term(BaseModel):
    """What is looked for; `everywhere`: in all documents of the case."""

    term: str = Field(max_length=500)
    whole: bool = True
    everywhere: bool = True


@router.post("/{number}/zoeken")
def find(number: int, case: TheCase, _: Viewer, wanted: _Term) -> Response:
    """Return where a term stands. It comes in the body: paths and logs hold no texts."""
    file_of(case, number)
    where = None if wanted.everywhere else number
    with refusing():
        found = search.hits(case, case.state(), wanted.term, whole=wanted.whole, document=where)
    return JSONResponse({"hits": found, "most": search.MOST})
