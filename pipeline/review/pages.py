"""Showing a page: a template, one value with what it shows, and the frame around it."""

import secrets
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from fastapi import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from pipeline.pages import templates
from pipeline.review.access.account import Account, Right, role_words
from pipeline.review.access.gate import TOKEN_FIELD, Visitor
from pipeline.review.access.sessions import form_token
from pipeline.review.navigation import Entry, entries_for, is_at
from pipeline.review.review import review_of
from pipeline.review.settings import Mode

if TYPE_CHECKING:
    from jinja2 import Environment

_NOTICE = "lakwerk-notice"


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows around its own part."""

    account: Account | None
    form_token: str
    entries: tuple[Entry, ...]
    path: str
    static: str
    mode: str
    idle_s: float
    notice: str | None = None


def show(request: Request, template: str, view: Any = None, status: int = 200) -> Response:  # noqa: ANN401
    """Return a page. `view` is what the template calls `view`: a dataclass of its own."""
    visitor: Visitor = request.state.visitor
    review = review_of(request)
    fresh = None
    token = visitor.form_token
    if not token:  # nobody signed in, and no cookie yet that a form's token can follow
        fresh = secrets.token_urlsafe(32)
        token = form_token(fresh)
    notice = request.cookies.get(_NOTICE)
    frame = Frame(
        account=visitor.account,
        form_token=token,
        entries=entries_for(visitor.account, is_team=review.settings.mode is not Mode.LINK),
        path=request.url.path,
        static=review.static,
        mode=review.settings.mode.value,
        idle_s=review.settings.idle_s,
        notice=unquote(notice) if notice else None,
    )
    text = environment().get_template(template).render(frame=frame, view=view)
    answer = HTMLResponse(text, status)
    if fresh:
        set_cookie(answer, request, f"{review.settings.cookie}-form", fresh)
    if notice:
        answer.delete_cookie(_NOTICE, path="/", httponly=True, samesite="strict")
    return answer


def show_error(request: Request, status: int, message: str) -> Response:
    """Return a page that says what went wrong and what can be done."""
    if not hasattr(request.state, "visitor"):  # refused before anybody asked who it is
        request.state.visitor = Visitor(None, None, "")
    return show(request, "error.html", message, status)


def go(path: str, notice: str | None = None) -> Response:
    """Go to a page after an act; it shows the notice once. A notice never quotes a document."""
    answer = RedirectResponse(path, 303)
    if notice:
        answer.set_cookie(
            _NOTICE, quote(notice), max_age=60, path="/", httponly=True, samesite="strict"
        )
    return answer


def set_cookie(answer: Response, request: Request, name: str, value: str) -> None:
    """Set a cookie that scripts and other sites do not get."""
    secure = review_of(request).settings.is_secure
    answer.set_cookie(name, value, path="/", httponly=True, samesite="lax", secure=secure)


@cache
def environment() -> "Environment":
    """Return the templates: everything is escaped, and a name that is not there is an error."""
    made = templates("pipeline.review", "templates")
    made.globals |= {"is_at": is_at, "Right": Right, "TOKEN_FIELD": TOKEN_FIELD}
    made.globals["role_words"] = role_words()
    return made
