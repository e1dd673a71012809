"""The first page: who somebody is here and what they may do."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from pipeline.review.access.account import right_words, role_words
from pipeline.review.asking import SignedIn
from pipeline.review.pages import show

router = APIRouter()


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the first page shows."""

    roles: list[str]
    may: list[str]


@router.get("/")
def home_page(request: Request, account: SignedIn) -> Response:
    """Show what somebody may do here."""
    roles = [words for role, words in role_words().items() if role in account.roles]
    may = [words for right, words in right_words().items() if account.may(right)]
    return show(request, "home.html", HomePage(roles, may))
