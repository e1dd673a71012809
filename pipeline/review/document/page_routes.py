"""How the pages of a document look: their pictures, what lies where, and the draft."""

from fastapi import APIRouter, HTTPException
from starlette.responses import JSONResponse, Response

from pipeline.case.draft import draft
from pipeline.review.document import pictures, sheets
from pipeline.review.document.asked import refusing
from pipeline.review.document.drawing import SCALES
from pipeline.review.document.requested import read_of
from pipeline.review.document.standing import items_standing
from pipeline.review.opened import TheCase, Viewer
from redact.errors import RedactError

router = APIRouter()

_KEEP = "private, max-age=86400, immutable"
"""Pictures only, for the one who looks: their path changes with the file."""


@router.get("/{number}/paginas/{page}")
def page_content(number: int, page: int, case: TheCase, _: Viewer) -> Response:
    """Return where the words and the items of a page lie."""
    read = read_of(case, number, page)
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
    read = read_of(case, number, page)
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
    read_of(case, number)
    with refusing():
        made = draft(case, number)
    named = f'attachment; filename="CONCEPT-document-{number}.pdf"'
    return Response(made, media_type="application/pdf", headers={"content-disposition": named})
