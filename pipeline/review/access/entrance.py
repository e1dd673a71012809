"""The pages at the door: signing in and out, the one-time link, one's own password."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qs, urlsplit

import click
from fastapi import APIRouter, Form, Request
from starlette.responses import JSONResponse, Response

from pipeline.review.access.errors import AccessError, AccountError, TooManyAttemptsError
from pipeline.review.access.gate import Visitor, wants_page
from pipeline.review.access.passwords import SHORTEST
from pipeline.review.access.sessions import form_token
from pipeline.review.asking import SignedIn
from pipeline.review.pages import go, set_cookie, show
from pipeline.review.review import Review, review_of
from pipeline.review.settings import Mode

router = APIRouter()


@dataclass(frozen=True, slots=True)
class SignInPage:
    """What the sign-in shows."""

    onward: str = "/"
    name: str = ""
    error: str | None = None
    provider: str = ""


@dataclass(frozen=True, slots=True)
class PasswordPage:
    """What the change of a password shows."""

    is_obliged: bool
    shortest: int = SHORTEST
    error: str | None = None


@router.get("/aanmelden")
def sign_in_page(request: Request, naar: str = "/") -> Response:
    """Show how to sign in."""
    onward = own_path(naar)
    return go(onward) if request.state.visitor.account else door(request, onward)


@router.post("/aanmelden")
def sign_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    onward: Annotated[str, Form()] = "/",
) -> Response:
    """Sign in with a name and a password."""
    review = review_of(request)
    place = request.client.host if request.client else ""
    if review.settings.mode is not Mode.ACCOUNTS:
        return door(request, own_path(onward), status=404)
    try:
        token = review.access.sign_in(name, password, place)
    except AccessError as error:
        return _not_in(request, error, own_path(onward), name)
    return welcome(request, token, own_path(onward))


@router.get("/start")
def start(request: Request, link: str = "") -> Response:
    """Exchange a one-time link for a session."""
    return _with_link(request, link, "/")


@router.post("/aanmelden/link")
def sign_in_with_link(request: Request, link: Annotated[str, Form()] = "") -> Response:
    """Exchange a one-time link, pasted whole, for a session."""
    pasted = parse_qs(urlsplit(link.strip()).query).get("link", [link.strip()])
    return _with_link(request, pasted[0], "/")


def _with_link(request: Request, link: str, onward: str) -> Response:
    review = review_of(request)
    try:
        token = review.access.sign_in_with_link(link)
    except AccessError as error:
        return _not_in(request, error, onward)
    return welcome(request, token, onward)


@router.post("/aanmelden/nieuwe-link")
def new_link(request: Request) -> Response:
    """Print a new one-time link where lakwerk runs: who can read it there may come in."""
    review = review_of(request)
    if review.settings.mode is Mode.LINK:
        click.echo(f"Nieuwe link: {link_address(review)}")
    said = "Er staat een nieuwe link in het venster waarin u lakwerk hebt gestart."
    return go("/aanmelden", said) if wants_page(request) else JSONResponse({"message": said})


def link_address(review: Review) -> str:
    """Make a one-time link and return it whole."""
    link = review.access.one_time_link(review.settings.user)
    return f"{review.settings.address}/start?link={link}"


@router.post("/afmelden")
def sign_out(request: Request) -> Response:
    """End the session."""
    review = review_of(request)
    visitor: Visitor = request.state.visitor
    if visitor.token:
        review.access.sign_out(visitor.token)
    answer = go("/aanmelden", "U bent afgemeld.")
    answer.delete_cookie(review.settings.cookie, path="/", secure=review.settings.is_secure)
    answer.headers["clear-site-data"] = '"cache", "storage"'
    return answer


@router.get("/ik")
def myself(request: Request, account: SignedIn) -> Response:
    """Tell a script who is signed in now, and the token of its forms."""
    token = request.state.visitor.form_token
    return JSONResponse({"account": account.id, "name": account.display, "form_token": token})


@router.get("/wachtwoord")
def password_page(request: Request, account: SignedIn) -> Response:
    """Show the change of one's own password."""
    return show(request, "password.html", PasswordPage(account.must_change))


@router.post("/wachtwoord")
def change_password(
    request: Request,
    account: SignedIn,
    old: Annotated[str, Form()] = "",
    new: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Replace one's own password; other sessions end."""
    review = review_of(request)
    try:
        token = review.access.change_password(account, old, new, again)
    except AccountError as error:
        view = PasswordPage(account.must_change, error=str(error))
        return show(request, "password.html", view, 422)
    answer = go("/", "Uw wachtwoord is gewijzigd.")
    set_cookie(answer, request, review.settings.cookie, token)
    return answer


def welcome(request: Request, token: str, onward: str) -> Response:
    """Answer somebody who has just come in: a new session, whatever there was before."""
    review = review_of(request)
    old: Visitor = request.state.visitor
    if old.token:
        review.access.sign_out(old.token)
    if wants_page(request):
        answer = go(onward)
    else:
        account = review.access.visitor(token)
        who = account.id if account else None
        answer = JSONResponse({"account": who, "form_token": form_token(token)})
    set_cookie(answer, request, review.settings.cookie, token)
    answer.delete_cookie(
        f"{review.settings.cookie}-form", path="/", secure=review.settings.is_secure
    )
    return answer


def _not_in(request: Request, error: AccessError, onward: str, name: str = "") -> Response:
    status = 429 if isinstance(error, TooManyAttemptsError) else 401
    if wants_page(request):
        answer = door(request, onward, name, str(error), status)
    else:
        answer = JSONResponse({"message": str(error)}, status)
    if isinstance(error, TooManyAttemptsError):
        answer.headers["retry-after"] = str(round(error.wait) + 1)
    return answer


def door(
    request: Request, onward: str, name: str = "", error: str | None = None, status: int = 200
) -> Response:
    """Show the page to sign in on."""
    provider = review_of(request).settings.provider
    view = SignInPage(onward, name, error, provider.name if provider else "")
    return show(request, "sign_in.html", view, status)


def own_path(path: str) -> str:
    """Return a path to go on to, if it is one of ours: never another site."""
    parts = urlsplit(path)
    is_own = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if is_own and not parts.scheme and not parts.netloc else "/"
