"""What a running review holds; every handler finds it with `review_of`."""

from dataclasses import dataclass

from fastapi import Request

from pipeline.case.case import Case
from pipeline.review.access.access import Access
from pipeline.review.settings import Settings


@dataclass(frozen=True, slots=True)
class Review:
    """One case at one address, and who may see it."""

    settings: Settings
    access: Access
    static: str
    """The path of the static files; it changes with their content."""
    case: Case | None = None


def review_of(request: Request) -> Review:
    """Return the review a request came to."""
    review: Review = request.app.state.review
    return review
