"""What the browser asks of the people of a case, and what it does with them."""

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID, uuid5

from fastapi import APIRouter, HTTPException, Request
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse, Response

from pipeline.case import acts, doing
from pipeline.case.acts import Verdict
from pipeline.case.case import Case
from pipeline.case.doing import By
from pipeline.case.people import PersonRow
from pipeline.case.record import redo, undo
from pipeline.case.shown import title_of
from pipeline.review.access.account import Account, Right
from pipeline.review.asking import ActKey
from pipeline.review.document.asked import refusing
from pipeline.review.document.history import words
from pipeline.review.opened import Decider, Noter, TheCase, Viewer, act_once, seen_by
from pipeline.review.pages import show
from pipeline.review.people.detail import detail
from pipeline.review.people.grounds import GroundChoice, grounds_for
from pipeline.review.people.listing import Wanted, as_row, chosen, counts
from pipeline.review.people.persons import persons
from pipeline.words import ROLES
from redact.finding import Role

router = APIRouter(prefix="/personen")

_MOST = 500
"""Persons in one act."""
Id = Annotated[str, Field(max_length=40)]
Ids = Annotated[list[Id], Field(min_length=1, max_length=_MOST)]
Grounds = Annotated[list[Annotated[str, Field(max_length=16)]], Field(max_length=12)]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """What the page shows before its script asks for the persons."""

    seq: int
    run: int
    roles: dict[Role, str]
    grounds: list[GroundChoice]
    documents: list[tuple[int, str]]
    may_decide: bool
    may_note: bool
    me: str


@router.get("")
def people_page(request: Request, case: TheCase, account: Viewer) -> Response:
    """Show the people of the case."""
    with case.lock:
        state = case.state()
        documents = [(number, title_of(case, state, number)) for number in sorted(state.files)]
    view = PeoplePage(
        seq=state.seq,
        run=state.run,
        roles=dict(ROLES),
        grounds=grounds_for(case),
        documents=documents,
        may_decide=account.may(Right.DECIDE),
        may_note=account.may(Right.NOTE),
        me=account.name,
    )
    return show(request, "people.html", view)


@router.post("/lijst")
def listed(case: TheCase, _: Viewer, wanted: Wanted) -> Response:
    """Return a piece of the persons that are wanted, and how many there are."""
    with case.lock:
        every = persons(case)
        seq = case.state().seq
        found = chosen(every.values(), wanted)
    piece = found[wanted.start : wanted.start + wanted.most]
    return JSONResponse(
        {
            "rows": [as_row(one) for one in piece],
            "found": len(found),
            "counts": counts(every.values())._asdict(),
            "seq": seq,
        }
    )


@router.get("/handelingen")
def follow(case: TheCase, _: Viewer, since: int = 0) -> Response:
    """Return who did something since an act; the page then asks for what it shows."""
    with case.lock:
        told = case.state().acts[since:]
    return JSONResponse(
        {"acts": [{"who": act.who, "id": act.id} for act in told], "next": since + len(told)}
    )


@router.get("/{person}/gegevens")
def shown(person: str, case: TheCase, _: Viewer, start: int = 0) -> Response:
    """Return one person with all mentions in their context."""
    with case.lock:
        return JSONResponse(detail(case, _known(case, person), max(start, 0)))


def _known(case: Case, person: str) -> PersonRow:
    row = persons(case).get(person)
    if row is None:
        raise HTTPException(404, "Deze persoon staat niet (meer) in de zaak.")
    return row


# ---------------------------------------------------------------------- acts


class _Asked(BaseModel):
    """What every act says: the number of the last act that the page knew of."""

    saw: int


class _Decided(_Asked):
    """A decision on persons; `document` bounds it to one document."""

    persons: Ids
    verdict: Verdict
    grounds: Grounds = []
    document: int | None = None


class _About(_Asked):
    """One person and others."""

    person: Id
    others: Ids


class _Parted(_Asked):
    """Mentions that are of another person."""

    person: Id
    items: Annotated[list[Annotated[str, Field(max_length=80)]], Field(max_length=5_000)]


class _Given(_Asked):
    """A role for persons."""

    persons: Ids
    role: Role


class _Noted(_Asked):
    """A remark on a person."""

    person: Id
    text: Annotated[str, Field(min_length=1, max_length=10_000)]


class _Back(BaseModel):
    """How many acts to undo or to do again."""

    count: Annotated[int, Field(ge=1, le=_MOST)] = 1


@router.post("/besluit")
def decide(case: TheCase, who: Decider, key: ActKey, told: _Decided) -> Response:
    """Decide on one person or on several at once."""
    deed = acts.Decide(told.verdict, tuple(told.grounds), acts.Scope.CASE, told.document)
    for name in told.persons:
        act_once(case, who, _of(key, name), f"person:{name}", deed, told.saw)
    return _changed(case, told.persons, len(told.persons))


@router.post("/rol")
def give_role(case: TheCase, who: Decider, key: ActKey, told: _Given) -> Response:
    """Set the role of persons, and decide what the policy says of it."""
    for name in told.persons:
        with refusing():
            doing.set_role(case, _by(case, who, _of(key, name), name, told.saw), name, told.role)
    return _changed(case, told.persons, len(told.persons))


@router.post("/samenvoegen")
def join(case: TheCase, who: Decider, key: ActKey, told: _About) -> Response:
    """Let persons be one."""
    with refusing():
        doing.join(case, _by(case, who, key, told.person, told.saw), told.person, told.others)
    return _changed(case, [told.person, *told.others], 1)


@router.post("/verschillen")
def distinguish(case: TheCase, who: Decider, key: ActKey, told: _About) -> Response:
    """Say that these are other persons."""
    with refusing():
        by = _by(case, who, key, told.person, told.saw)
        doing.distinguish(case, by, told.person, told.others)
    return _changed(case, [told.person, *told.others], 1)


@router.post("/splitsen")
def split(case: TheCase, who: Decider, key: ActKey, told: _Parted) -> Response:
    """Give mentions to a new person."""
    with refusing():
        by = _by(case, who, key, told.person, told.saw)
        done = doing.split(case, by, told.person, told.items)
    fresh = done.deed.person if isinstance(done.deed, acts.Split) else ""
    return _changed(case, [told.person, fresh], 1, fresh=fresh)


@router.post("/notitie")
def note(case: TheCase, who: Noter, key: ActKey, told: _Noted) -> Response:
    """Leave a remark on a person."""
    with refusing():
        doing.note(case, By(who.name, None, str(key)), f"person:{told.person}", told.text)
    return _changed(case, [told.person], 1)


@router.post("/ongedaan")
def take_back(case: TheCase, who: Decider, key: ActKey, told: _Back) -> Response:
    """Undo the last acts of this person."""
    with refusing():
        done = [undo(case, who.name, str(_of(key, str(n)))) for n in range(told.count)]
    return _changed(case, [], len(done), said=words(case.state(), done[-1]))


@router.post("/opnieuw")
def do_again(case: TheCase, who: Decider, key: ActKey, told: _Back) -> Response:
    """Do again what this person undid last."""
    with refusing():
        done = [redo(case, who.name, str(_of(key, str(n)))) for n in range(told.count)]
    return _changed(case, [], len(done), said=words(case.state(), done[-1]))


def _of(key: UUID, part: str) -> UUID:
    """Return the key of one act among several that were asked for at once."""
    return uuid5(key, part)


def _by(case: Case, who: Account, key: UUID, person: str, saw: int) -> By:
    return By(who.name, seen_by(case.state(), f"person:{person}", who.name, saw), str(key))


def _changed(case: Case, names: list[str], count: int, **more: str) -> Response:
    """Return how persons stand now, those that are gone, and the counts."""
    with case.lock:
        every = persons(case)
        told: dict[str, Any] = {
            "rows": [as_row(every[name]) for name in names if name in every],
            "gone": [name for name in names if name not in every],
            "counts": counts(every.values())._asdict(),
            "seq": case.state().seq,
            "acts": count,
        }
    return JSONResponse({**told, **more})
