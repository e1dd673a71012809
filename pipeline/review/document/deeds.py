"""What somebody does in a document: checked, recorded, and answered with what changed."""

from fastapi import APIRouter, HTTPException
from starlette.responses import JSONResponse, Response

from pipeline.case import acts, doing
from pipeline.case.case import Case
from pipeline.case.doing import By
from pipeline.case.record import redo, undo
from pipeline.case.standing import digest
from pipeline.review.asking import ActKey
from pipeline.review.document import asked, history, rows
from pipeline.review.document.asked import refusing
from pipeline.review.opened import Approver, Decider, Noter, TheCase, act_once

router = APIRouter()


@router.post("/{number}/besluit")
def decide(number: int, case: TheCase, who: Decider, key: ActKey, told: asked.Decided) -> Response:
    """Approve or reject an item, or take over all that is proposed."""
    subject = f"item:{told.item}" if told.item else f"document:{number}"
    deed = acts.Decide(told.verdict, tuple(told.grounds), told.scope)
    act_once(case, who, key, subject, deed, told.saw)
    return _changed(case, number, told.saw)


@router.post("/{number}/toevoegen")
def add(number: int, case: TheCase, who: Decider, key: ActKey, told: asked.Added) -> Response:
    """Add what was missed, in one place or in many."""
    places = tuple(map(asked.place, told.places))
    term = case.vault.put_text(told.term) if told.term else None
    deed = acts.Add(places, told.kind, tuple(told.grounds), term)
    act_once(case, who, key, "case:", deed, told.saw)
    return _changed(case, number, told.saw)


@router.post("/{number}/grens")
def resize(number: int, case: TheCase, who: Decider, key: ActKey, told: asked.Resized) -> Response:
    """Make an item wider or narrower."""
    deed = acts.Resize(asked.spans(told.spans), asked.box(told.box))
    act_once(case, who, key, f"item:{told.item}", deed, told.saw)
    return _changed(case, number, told.saw)


@router.post("/{number}/gezien")
def see(number: int, case: TheCase, who: Decider, key: ActKey, told: asked.Seen) -> Response:
    """Mark a page as seen."""
    act_once(case, who, key, f"page:{number}:{told.page}", acts.SeePage(told.seen), told.saw)
    return _changed(case, number, told.saw)


@router.post("/{number}/erkend")
def acknowledge(
    number: int, case: TheCase, who: Decider, key: ActKey, told: asked.Acknowledged
) -> Response:
    """Say that somebody has looked at what could not be read."""
    act_once(case, who, key, f"unread:{number}:{told.id}", acts.Acknowledge(), told.saw)
    return _changed(case, number, told.saw)


@router.post("/{number}/notitie")
def note(number: int, case: TheCase, who: Noter, key: ActKey, told: asked.Noted) -> Response:
    """Note something on an item or on the document."""
    subject = f"item:{told.item}" if told.item else f"document:{number}"
    with refusing():
        doing.note(case, By(who.name, None, str(key)), subject, told.text)
    return _changed(case, number, told.saw)


@router.post("/{number}/goedkeuring")
def approve(number: int, case: TheCase, who: Approver, key: ActKey, told: asked.Signed) -> Response:
    """Approve the document, for the first or the second time."""
    with case.lock:
        state = case.state()
        if number not in state.files:
            raise HTTPException(404)
        if str(key) not in state.by_id and not rows.has_seen(state, number, who.name, told.saw):
            raise HTTPException(409, "Er is intussen iets veranderd. Bekijk wat er nu staat.")
        deed = acts.Approve(digest(state, number), told.second)
        act_once(case, who, key, f"document:{number}", deed, state.seq)
    return _changed(case, number, told.saw)


@router.post("/{number}/intrekken")
def withdraw(number: int, case: TheCase, who: Approver, key: ActKey, told: asked.Asked) -> Response:
    """Take the approvals back."""
    act_once(case, who, key, f"document:{number}", acts.Withdraw(), told.saw)
    return _changed(case, number, told.saw)


@router.post("/{number}/ongedaan")
def take_back(number: int, case: TheCase, who: Decider, key: ActKey, told: asked.Asked) -> Response:
    """Undo the last act of this person that was not undone."""
    with refusing():
        done = undo(case, who.name, str(key))
    return _changed(case, number, told.saw, history.words(case.state(), done))


@router.post("/{number}/opnieuw")
def do_again(number: int, case: TheCase, who: Decider, key: ActKey, told: asked.Asked) -> Response:
    """Do again what this person undid last."""
    with refusing():
        done = redo(case, who.name, str(key))
    return _changed(case, number, told.saw, history.words(case.state(), done))


def _changed(case: Case, number: int, since: int, said: str = "") -> Response:
    return JSONResponse({**rows.changes(case, number, since), "said": said})
