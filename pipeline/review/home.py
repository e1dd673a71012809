"""The first page: the case, or else who somebody is here and what they may do."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from pipeline.review.access.account import Right, right_words, role_words
from pipeline.review.asking import SignedIn
from pipeline.review.overview.routes import overview_page
from pipeline.review.pages import show
from pipeline.review.review import review_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the first page shows."""

    roles: list[str]
    may: list[str]


@router.get("/")
def home_page(request: Request, account: SignedIn) -> Response:
    """Show the case to who may see it, and to others what they may do here."""
    case = review_of(request).case
    if case is not None and account.may(Right.SEE):
        return overview_page(request, case, account)
    roles = [words for role, words in role_words().items() if role in account.roles]
    may = [words for right, words in right_words().items() if account.may(right)]
    return show(request, "home.html", HomePage(roles, may))
