"""The page on which an administrator adds, changes and shuts out accounts."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.responses import Response

from pipeline.review.access import accounts
from pipeline.review.access.account import Account, Right, Role, right_words, rights, role_words
from pipeline.review.access.errors import AccountError
from pipeline.review.asking import may
from pipeline.review.pages import go, show
from pipeline.review.review import review_of
from pipeline.review.settings import Mode

router = APIRouter(prefix="/beheer/accounts")
Administrator = Annotated[Account, Depends(may(Right.ACCOUNTS))]


@dataclass(frozen=True, slots=True)
class Told:
    """One act on an account, in words."""

    at: datetime
    who: str
    act: str
    account: str


@dataclass(frozen=True, slots=True)
class AccountsPage:
    """What the page of accounts shows. `password` stands there once, for `about`."""

    accounts: list[Account]
    told: list[Told]
    has_passwords: bool
    error: str | None = None
    about: str | None = None
    password: str | None = None
    name: str = ""
    display: str = ""

    @property
    def table(self) -> list[tuple[str, list[str]]]:
        """Return what each role may, in words."""
        words = right_words()
        listed = rights().items()
        return [
            (role_words()[role], [words[right] for right in words if right in held])
            for role, held in listed
        ]


@router.get("")
def accounts_page(request: Request, _: Administrator) -> Response:
    """Show the accounts."""
    return _page(request)


@router.post("")
def add(
    request: Request,
    who: Administrator,
    name: Annotated[str, Form()] = "",
    display: Annotated[str, Form()] = "",
    roles: Annotated[list[Role], Form()] = [],  # noqa: B006  FastAPI copies it
) -> Response:
    """Add an account and show its first password."""
    review = review_of(request)
    _refuse_elsewhere(request)
    try:
        account, password = review.access.add(who.name, name, display, roles)
    except AccountError as error:
        return _page(request, 422, error=str(error), name=name, display=display)
    return _page(request, about=account.name, password=password)


@router.post("/{account}/rollen")
def give_roles(
    request: Request,
    who: Administrator,
    account: str,
    roles: Annotated[list[Role], Form()] = [],  # noqa: B006  FastAPI copies it
) -> Response:
    """Give an account other roles."""
    try:
        found = review_of(request).access.give_roles(who.name, account, roles)
    except AccountError as error:
        return _page(request, 422, error=str(error))
    return go("/beheer/accounts", f"De rollen van {found.name} zijn gewijzigd.")


@router.post("/{account}/wachtwoord")
def reset(request: Request, who: Administrator, account: str) -> Response:
    """Give an account a new first password."""
    try:
        found, password = review_of(request).access.reset(who.name, account)
    except AccountError as error:
        return _page(request, 422, error=str(error))
    return _page(request, about=found.name, password=password)


@router.post("/{account}/toegang")
def disable(
    request: Request, who: Administrator, account: str, disabled: Annotated[bool, Form()]
) -> Response:
    """Shut an account out, or let it in again."""
    try:
        found = review_of(request).access.disable(who.name, account, disabled=disabled)
    except AccountError as error:
        return _page(request, 422, error=str(error))
    said = "heeft geen toegang meer" if disabled else "heeft weer toegang"
    return go("/beheer/accounts", f"{found.name} {said}.")


def _refuse_elsewhere(request: Request) -> None:
    if review_of(request).settings.mode is not Mode.ACCOUNTS:
        raise HTTPException(403, "Accounts worden hier niet met een wachtwoord gemaakt.")


def _page(  # noqa: PLR0913  each is something to show
    request: Request,
    status: int = 200,
    *,
    error: str | None = None,
    about: str | None = None,
    password: str | None = None,
    name: str = "",
    display: str = "",
) -> Response:
    review = review_of(request)
    with review.access.act() as (connection, _):
        listed = accounts.accounts_of(connection)
        told = [
            Told(
                datetime.fromtimestamp(row["at"], UTC).astimezone(),
                row["who"],
                row["act"],
                row["account"],
            )
            for row in accounts.acts_of(connection)
        ]
    has_passwords = review.settings.mode is Mode.ACCOUNTS
    view = AccountsPage(listed, told, has_passwords, error, about, password, name, display)
    return show(request, "accounts.html", view, status)
