"""What the panels beside a document show: units, remarks, news, history, hits of a search."""

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse, Response

from pipeline.review.document import history, remarks, rows, search
from pipeline.review.document.asked import refusing
from pipeline.review.document.requested import file_of, read_of
from pipeline.review.document.units import units
from pipeline.review.opened import TheCase, Viewer

router = APIRouter()


@router.get("/{number}/onderdelen")
def unit_list(number: int, case: TheCase, _: Viewer) -> Response:
    """Return the paragraphs and agenda items."""
    return JSONResponse({"units": units(case.vault, read_of(case, number).reading)})


@router.get("/{number}/opmerkingen")
def remark_list(number: int, case: TheCase, _: Viewer) -> Response:
    """Return what may be wrong, each with the way out."""
    read_of(case, number)
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
