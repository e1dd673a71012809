"""The gate every request goes through: who is this, did the page ask it, may it come in at all.

It stands before the routes, so a route that forgets to ask is shut, not open.
"""

import hmac
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.review.access.access import Access
from pipeline.review.access.account import Account
from pipeline.review.access.sessions import form_token

OPEN = ("/static/", "/aanmelden", "/start", "/gezond")
"""Where somebody may come who has not signed in."""
_UNCHANGED = ("/static/", "/ik", "/wachtwoord", "/afmelden", "/aanmelden")
"""Where somebody may come who must choose a password first."""
SAFE = {"GET", "HEAD", "OPTIONS"}
TOKEN_FIELD = "form_token"  # noqa: S105  a name
TOKEN_HEADER = "x-form-token"  # noqa: S105  a name
BACKGROUND = "x-background"
"""A script looks whether there is news: nobody does anything, so the session is not used."""
_LONGEST_FORM = 64 * 1024
"""Bytes of a form that is looked into for its token; larger things come from scripts."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who sends a request: an account, if signed in, and the token its forms must hold."""

    account: Account | None
    token: str | None
    """Of the session."""
    form_token: str
    """Empty when nothing was given out yet that it could follow."""


class Gate:
    """Middleware that puts the visitor in `request.state` and refuses what must not come in."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refusal, or pass the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        visitor = await run_in_threadpool(self._visitor, request)
        request.state.visitor = visitor
        answer = None
        if request.method not in SAFE:
            receive, sent = await _sent_token(request, receive)
            answer = self._foreign(request, visitor, sent)
        answer = answer or _shut(request, visitor)
        await (answer or self.app)(scope, receive, send)

    def _visitor(self, request: Request) -> Visitor:
        settings = self.access.settings
        token = request.cookies.get(settings.cookie)
        in_person = BACKGROUND not in request.headers
        account = self.access.visitor(token, in_person=in_person)
        if account is None:  # before the sign-in forms follow a cookie of their own
            cookie = request.cookies.get(f"{settings.cookie}-form")
            return Visitor(None, None, form_token(cookie) if cookie else "")
        return Visitor(account, token, form_token(token or ""))

    def _foreign(self, request: Request, visitor: Visitor, sent: str) -> Response | None:
        """Refuse what another site had the browser send."""
        origin = request.headers.get("origin", "null")
        site = request.headers.get("sec-fetch-site", "same-origin")
        # A page without referrers sends its forms with the origin "null"; the site still tells.
        own = origin in self.access.settings.origins if origin != "null" else site == "same-origin"
        if own and sent and hmac.compare_digest(sent, visitor.form_token):
            return None
        if visitor.account is None and not request.url.path.startswith(OPEN):
            return _to_sign_in(request)
        return refusal(request, 403, "Deze pagina is verouderd. Laad haar opnieuw.")


def _shut(request: Request, visitor: Visitor) -> Response | None:
    """Refuse who did not sign in, or must choose a password first."""
    path = request.url.path
    if visitor.account is None:
        return None if path.startswith(OPEN) else _to_sign_in(request)
    if visitor.account.must_change and not path.startswith(_UNCHANGED):
        if wants_page(request):
            return RedirectResponse("/wachtwoord", 303)
        return JSONResponse({"message": "Kies eerst een eigen wachtwoord."}, 403)
    return None


def _to_sign_in(request: Request) -> Response:
    if not wants_page(request):
        said = {"message": "Uw sessie is verlopen. Meld u opnieuw aan.", "signed_out": True}
        return JSONResponse(said, 401)
    onward = request.url.path if request.method == "GET" else "/"
    return RedirectResponse(f"/aanmelden?naar={quote(onward)}", 303)


def wants_page(request: Request) -> bool:
    """Tell whether a person looks at the answer, not a script."""
    return "text/html" in request.headers.get("accept", "")


def refusal(request: Request, status: int, message: str) -> Response:
    """Answer in the form that was asked for."""
    if not wants_page(request):
        return JSONResponse({"message": message}, status)
    from pipeline.review.pages import show_error  # noqa: PLC0415  pages know the gate

    return show_error(request, status, message)


async def _sent_token(request: Request, receive: Receive) -> tuple[Receive, str]:
    """Return the token that came with a request, and how to read its body from the start."""
    sent = request.headers.get(TOKEN_HEADER, "")
    kind = request.headers.get("content-type", "").partition(";")[0]
    if sent or kind != "application/x-www-form-urlencoded":
        return receive, sent
    body = b""
    async for chunk in Request(request.scope, receive).stream():
        body += chunk
        if len(body) > _LONGEST_FORM:
            return receive, ""
    fields: dict[str, Any] = parse_qs(body.decode("utf-8", "replace"))
    again: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return again.pop() if again else await receive()

    return replay, fields.get(TOKEN_FIELD, [""])[0]
