"""The way in by an OpenID provider: off to it, back from it, and the account that belongs to it."""

import hmac
import secrets
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from sqlalchemy import delete, insert
from starlette.responses import RedirectResponse, Response

from pipeline.review.access import accounts
from pipeline.review.access.access import Access
from pipeline.review.access.account import Account
from pipeline.review.access.entrance import door, own_path, welcome
from pipeline.review.access.errors import AccessError, ProviderError, SignInError
from pipeline.review.access.provider import Flight, Identity, land, take_off
from pipeline.review.access.sessions import digest
from pipeline.review.access.tables import FLIGHTS
from pipeline.review.asking import SignedIn
from pipeline.review.pages import set_cookie, show
from pipeline.review.review import Review, review_of
from pipeline.review.settings import Provider

router = APIRouter()
_BACK = "/aanmelden/oidc/terug"
_LONGEST_S = 10 * 60
"""A sign-in that takes longer begins anew."""


@router.get("/aanmelden/oidc")
def off(request: Request, naar: str = "/") -> Response:
    """Send the browser to the provider; what comes back must come to this same browser."""
    review = review_of(request)
    try:
        flight, address = take_off(_provider(review), _back(review), own_path(naar))
    except ProviderError as error:
        return door(request, own_path(naar), error=str(error), status=502)
    name = _cookie(review)
    browser = request.cookies.get(name) or secrets.token_urlsafe(32)
    _remember(review.access, flight, browser)
    answer = RedirectResponse(address, 303)
    set_cookie(answer, request, name, browser)
    return answer


@router.get(_BACK)
def back(
    request: Request,
    state: Annotated[str, Query()] = "",
    code: Annotated[str, Query()] = "",
) -> Response:
    """Let somebody in who comes back from the provider with a code."""
    review = review_of(request)
    browser = request.cookies.get(_cookie(review), "")
    try:
        flight = _recall(review.access, state, browser)
        if not code:
            why = "het aanmelden is daar afgebroken"
            raise ProviderError(why)
        now = review.access.clock()
        identity = land(_provider(review), _back(review), flight, code, now)
        token = review.access.sign_in_known(_account(review.access, identity))
    except AccessError as error:
        return door(request, "/", error=str(error), status=401)
    return welcome(request, token, flight.onward)


@router.get("/aangemeld")
def signed_in_page(request: Request, _: SignedIn) -> Response:
    """Tell the page that waits in another window that somebody is signed in again."""
    return show(request, "signed_in.html")


def _provider(review: Review) -> Provider:
    if review.settings.provider is None:
        raise HTTPException(404)
    return review.settings.provider


def _back(review: Review) -> str:
    return f"{review.settings.address}{_BACK}"


def _cookie(review: Review) -> str:
    return f"{review.settings.cookie}-flight"


def _remember(access: Access, flight: Flight, browser: str) -> None:
    with access.act() as (connection, now):
        connection.execute(delete(FLIGHTS).where(FLIGHTS.c.created_at < now - _LONGEST_S))
        known = {"state": digest(flight.state), "browser": digest(browser), "created_at": now}
        connection.execute(insert(FLIGHTS).values(asdict(flight) | known))


def _recall(access: Access, state: str, browser: str) -> Flight:
    """Return the flight with a state, once, to the browser that began it.

    Raises:
        ProviderError: there is none, it took too long, or another browser began it.
    """
    with access.act() as (connection, now):
        taken = delete(FLIGHTS).where(FLIGHTS.c.state == digest(state)).returning(FLIGHTS)
        row = connection.execute(taken).mappings().first()
    own = row is not None and hmac.compare_digest(row["browser"], digest(browser))
    if row is None or not own or now - row["created_at"] > _LONGEST_S:
        why = "het duurde te lang of begon in een andere browser"
        raise ProviderError(why)
    return Flight(state, row["nonce"], row["verifier"], row["onward"])


def _account(access: Access, identity: Identity) -> Account:
    """Return the account of somebody the provider knows, made or brought up to date."""
    with access.act() as (connection, now):
        found = accounts.account_of_subject(connection, identity.subject)
        if found is None:
            name = identity.name[: accounts.LONGEST_NAME - 10]
            if accounts.account_named(connection, name):  # another's; names are shown, so differ
                name = f"{name} {digest(identity.subject)[:8]}"
            return accounts.add_account(
                connection,
                name,
                identity.display[: accounts.LONGEST_NAME],
                identity.roles,
                now,
                subject=identity.subject,
            )
        if found.is_disabled:
            raise SignInError
        accounts.set_roles(connection, found.id, identity.roles)
        return accounts.account_of(connection, found.id)
