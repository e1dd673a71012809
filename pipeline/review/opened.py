"""The case that is reviewed and who may do what in it, as dependencies of the handlers."""

import uuid
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from pipeline.case.acts import CONTESTED, Deed, Revert
from pipeline.case.case import Case
from pipeline.case.record import Ask, record
from pipeline.case.state import Recorded, State
from pipeline.review.access.account import Account, Right
from pipeline.review.asking import may
from pipeline.review.document.asked import refusing
from pipeline.review.review import review_of

Viewer = Annotated[Account, Depends(may(Right.SEE))]
Adder = Annotated[Account, Depends(may(Right.ADD))]
Proposer = Annotated[Account, Depends(may(Right.PROPOSE))]
Decider = Annotated[Account, Depends(may(Right.DECIDE))]
Noter = Annotated[Account, Depends(may(Right.NOTE))]
Approver = Annotated[Account, Depends(may(Right.APPROVE))]
Publisher = Annotated[Account, Depends(may(Right.PUBLISH))]
Historian = Annotated[Account, Depends(may(Right.RECORD))]
Administrator = Annotated[Account, Depends(may(Right.ACCOUNTS))]


def opened(request: Request) -> Case:
    """Return the case that is reviewed."""
    case = review_of(request).case
    if not isinstance(case, Case):
        raise HTTPException(404)
    return case


TheCase = Annotated[Case, Depends(opened)]


def act_once(
    case: Case, who: Account, key: uuid.UUID, subject: str, deed: Deed, saw: int | None = None
) -> Recorded:
    """Do an act in somebody's name, once for its key.

    Raises:
        HTTPException: the case refuses it, and why.
    """
    with refusing(), case.lock:
        seen = None if saw is None else seen_by(case.state(), subject, who.name, saw)
        return record(case, Ask(who.name, subject, deed, seen, str(key)))


def seen_by(state: State, subject: str, who: str, saw: int) -> int:
    """Return what somebody has seen: what they did themselves since, they know."""
    told = [act for act in state.of_subject.get(subject, ()) if act.seq > saw]
    known = all(act.who == who for act in told if isinstance(act.deed, (*CONTESTED, Revert)))
    return told[-1].seq if told and known else saw
