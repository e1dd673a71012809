"""What a browser asks to do in a document, as acts of the case."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from fastapi import HTTPException
from pydantic import BaseModel, Field

from pipeline.case.acts import Place, Scope, Verdict
from pipeline.case.errors import ConflictError, NotAllowedError, UnknownSubjectError
from pipeline.errors import WrongUseError
from redact.document import Span
from redact.errors import RedactError
from redact.finding import Kind
from redact.geometry import Box

MOST = 5_000
"""Things in one request."""

Grounds = list[str]
Spans = list[tuple[int, int, int]]


class Asked(BaseModel):
    """What every act says: the number of the last act that the page knew of."""

    saw: int


class Decided(Asked):
    """A decision on an item, or on all that is proposed in the document (without one)."""

    item: str | None = None
    verdict: Verdict
    grounds: Grounds = Field(default_factory=list, max_length=12)
    scope: Scope = Scope.HERE


class Placed(BaseModel):
    """Where something is added."""

    document: int
    spans: Spans = Field(default_factory=list, max_length=MOST)
    page: int = 0
    box: tuple[float, float, float, float] | None = None


class Added(Asked):
    """Something that the machine did not see."""

    places: list[Placed] = Field(max_length=MOST)
    kind: Kind
    grounds: Grounds = Field(max_length=12)
    term: str | None = Field(default=None, max_length=500)


class Resized(Asked):
    """Wider or narrower."""

    item: str
    spans: Spans = Field(default_factory=list, max_length=200)
    box: tuple[float, float, float, float] | None = None


class Seen(Asked):
    """A page that was looked at, from 0."""

    page: int
    seen: bool = True


class Acknowledged(Asked):
    """Something that the machine could not read and a person has looked at."""

    id: str = Field(max_length=60)


class Noted(Asked):
    """A remark on an item, or on the document (without one)."""

    item: str | None = None
    text: str = Field(min_length=1, max_length=10_000)


class Signed(Asked):
    """An approval of all that stood at the act that was seen last."""

    second: bool = False


def place(one: Placed) -> Place:
    """Return a place of the case."""
    return Place(one.document, spans(one.spans), one.page, box(one.box))


def spans(told: Spans) -> tuple[Span, ...]:
    """Return spans as the case knows them."""
    return tuple(Span(*span) for span in told)


def box(told: Sequence[float] | None) -> Box | None:
    """Return a box as the case knows it."""
    return Box(*told) if told else None


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the case refuses into an answer."""
    try:
        yield
    except (ConflictError, NotAllowedError, UnknownSubjectError) as error:
        raise HTTPException(409, str(error)) from None
    except (WrongUseError, RedactError) as error:
        raise HTTPException(422, str(error)) from None
