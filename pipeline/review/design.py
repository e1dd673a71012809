"""The components on one page, for pictures and tests; it exists in development only."""

from fastapi import APIRouter, Request
from pydantic import BaseModel
from starlette.responses import JSONResponse, Response

from pipeline.review.asking import ActKey, SignedIn
from pipeline.review.pages import show

router = APIRouter(prefix="/_ontwerp")
_done: dict[str, str] = {}


class _Act(BaseModel):
    """An act of no consequence."""

    word: str


@router.get("")
def design_page(request: Request, _: SignedIn) -> Response:
    """Show every component."""
    return show(request, "design.html")


@router.post("/handeling")
def act(key: ActKey, _: SignedIn, asked: _Act) -> Response:
    """Do an act once, as every act is done: a key that comes again changes nothing."""
    if asked.word == "nee":
        return JSONResponse({"message": "Dit kan niet, want het stuk is al goedgekeurd."}, 409)
    _done.setdefault(str(key), asked.word)
    return JSONResponse({"done": list(_done.values())})


@router.get("/handelingen")
def acts(_: SignedIn, since: int = 0) -> Response:
    """Return what was done since a number."""
    return JSONResponse({"acts": list(_done.values())[since:], "next": len(_done)})
