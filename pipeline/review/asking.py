"""What a handler asks of a request, as dependencies: who, with which right, which act."""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Header, HTTPException, Request

from pipeline.review.access.account import Account, Right, right_words

if TYPE_CHECKING:
    from pipeline.review.access.gate import Visitor


def signed_in(request: Request) -> Account:
    """Return who sends the request; the gate let nobody through without an account."""
    visitor: Visitor = request.state.visitor
    if visitor.account is None:
        raise HTTPException(401, "Meld u eerst aan.")
    return visitor.account


def may(right: Right) -> Callable[[Request], Account]:
    """Return a dependency that gives the account, and refuses one without the right."""

    def allowed(request: Request) -> Account:
        account = signed_in(request)
        if not account.may(right):
            raise HTTPException(403, f"Uw rol staat dit niet toe: {right_words()[right]}.")
        return account

    return allowed


def act_key(idempotency_key: Annotated[str, Header()]) -> uuid.UUID:
    """Return the key under which an act is done once, however often it is sent."""
    try:
        return uuid.UUID(idempotency_key)
    except ValueError:
        raise HTTPException(400, "Deze handeling heeft geen geldig nummer.") from None


SignedIn = Annotated[Account, Depends(signed_in)]
ActKey = Annotated[uuid.UUID, Depends(act_key)]
