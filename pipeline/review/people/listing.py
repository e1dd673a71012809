"""Searching, filtering and ordering the persons of a case; the page gets them in pieces."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, Field

from pipeline.case.people import PersonRow
from pipeline.review.people.persons import PersonState, state_of
from redact.finding import Role

PIECE = 100
"""Persons that the page gets at once."""

Order = Literal["work", "name", "mentions", "documents", "role"]
Sieve = Literal["all", "open", "redact", "keep", "mixed", "public", "doubtful"]


class Wanted(BaseModel):
    """Which persons to show. It comes in a body: paths and logs hold no names."""

    search: str = Field(default="", max_length=200)
    sieve: Sieve = "all"
    role: Role | None = None
    document: int | None = None
    order: Order = "work"
    start: int = Field(default=0, ge=0)
    most: int = Field(default=PIECE, ge=1, le=500)


class Counts(NamedTuple):
    """How many persons there are of each state."""

    persons: int
    open: int
    redact: int
    keep: int
    mixed: int
    public: int
    doubtful: int


def counts(listed: Iterable[PersonRow]) -> Counts:
    """Count the persons of the case."""
    every = list(listed)
    told = Counter(state_of(one) for one in every)
    return Counts(
        persons=len(every),
        open=told[PersonState.OPEN],
        redact=told[PersonState.REDACT],
        keep=told[PersonState.KEEP],
        mixed=told[PersonState.MIXED],
        public=told[PersonState.PUBLIC],
        doubtful=sum(bool(one.doubts) for one in every),
    )


def chosen(listed: Iterable[PersonRow], wanted: Wanted) -> list[PersonRow]:
    """Return the persons that are wanted, in the order that is wanted; all pieces."""
    found = [one for one in listed if _is_wanted(one, wanted)]
    return sorted(found, key=_ORDERS[wanted.order])


def _is_wanted(one: PersonRow, wanted: Wanted) -> bool:
    if wanted.role is not None and one.role is not wanted.role:
        return False
    if wanted.document is not None and wanted.document not in one.documents:
        return False
    return _passes(one, wanted.sieve) and _is_named(one, wanted.search)


def _passes(one: PersonRow, sieve: str) -> bool:
    if sieve == "doubtful":
        return bool(one.doubts)
    return sieve in ("all", state_of(one))


def _is_named(one: PersonRow, search: str) -> bool:
    words = folded(search).split()
    told = folded(" ".join(one.names))
    return all(word in told for word in words)


def folded(text: str) -> str:
    """Return a text as people type it: small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _family(one: PersonRow) -> str:
    """Return what somebody is looked up under: the last word of the name first."""
    words = folded(one.label).split()
    return " ".join([*words[-1:], *words[:-1]])


_ORDERS: dict[str, Callable[[PersonRow], Any]] = {
    "work": lambda one: (
        not one.open,
        not one.doubts,
        -len(one.items),
        _family(one),
    ),
    "name": _family,
    "mentions": lambda one: (-len(one.items), _family(one)),
    "documents": lambda one: (-len(one.documents), _family(one)),
    "role": lambda one: (one.role, _family(one)),
}


def as_row(one: PersonRow) -> dict[str, Any]:
    """Return a person as the page gets it."""
    return {
        "id": one.id,
        "label": one.label,
        "names": len(one.names),
        "role": one.role,
        "mentions": len(one.items),
        "documents": len(one.documents),
        "action": one.action,
        "grounds": one.decision.grounds if one.decision else one.grounds,
        "state": state_of(one),
        "open": one.open,
        "doubts": len(one.doubts),
        "by": one.decision.who if one.decision else "",
    }
