"""The web application put together: the routers, and what every request passes on its way in."""

import hashlib
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles

from pipeline.case.case import Case
from pipeline.review import home
from pipeline.review.access import administration, entrance, oidc
from pipeline.review.access.access import Access
from pipeline.review.access.gate import Gate, refusal
from pipeline.review.document import routes as document
from pipeline.review.kinds import routes as kinds
from pipeline.review.middleware import BodyLimit, Failures, ShutDoors
from pipeline.review.motives import routes as motives
from pipeline.review.overview import routes as overview
from pipeline.review.people import routes as people
from pipeline.review.record import routes as record
from pipeline.review.review import Review
from pipeline.review.settings import Settings
from pipeline.review.signing import routes as signing

ROUTERS = (
    entrance.router,
    oidc.router,
    administration.router,
    home.router,
    overview.router,
    people.router,
    kinds.router,
    motives.router,
    signing.router,
    record.router,
    document.router,
)
"""Add the router of a page here."""

_MESSAGES = {404: "Deze pagina bestaat niet.", 405: "Dit kan hier niet."}
"""What is said instead of the framework's English."""
_INVALID = "Er ontbreekt iets, of er staat iets wat niet kan."


def create_app(settings: Settings, access: Access, case: Case | None = None) -> FastAPI:
    """Return the application for one case."""
    static = Path(str(files("pipeline.review").joinpath("static")))
    version = _version(static)
    app = FastAPI(
        title="lakwerk",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        middleware=[
            Middleware(ShutDoors, is_secure=settings.is_secure),
            Middleware(TrustedHostMiddleware, allowed_hosts=settings.hosts, www_redirect=False),
            Middleware(BodyLimit, limit=settings.upload_limit),
            Middleware(Failures),
            Middleware(Gate, access=access),
        ],
        exception_handlers={HTTPException: _refused, RequestValidationError: _invalid},
    )
    app.state.review = Review(settings, access, f"/static/{version}", case)
    app.mount(f"/static/{version}", _Unchanging(directory=static))
    for router in (*ROUTERS, *([_design()] if settings.is_development else [])):
        app.include_router(router)
    app.add_api_route("/gezond", lambda: PlainTextResponse("ja"), methods=["GET"])
    return app


def _design() -> Any:  # noqa: ANN401
    from pipeline.review import design  # noqa: PLC0415  in development and in tests only

    return design.router


class _Unchanging(StaticFiles):
    """Files whose path changes with their content: browsers may keep them for ever."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:  # noqa: ANN401
        """Return a file with a long life."""
        answer = super().file_response(*args, **kwargs)
        answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        return answer


def _version(folder: Path) -> str:
    """Return a hash of the static files: modules find each other by relative paths below it."""
    content = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content.update(file.name.encode() + file.read_bytes())
    return content.hexdigest()[:16]


async def _refused(request: Request, error: HTTPException) -> Response:
    message = _MESSAGES.get(error.status_code, str(error.detail))
    return refusal(request, error.status_code, message)


async def _invalid(request: Request, _: RequestValidationError) -> Response:
    """Say that something is missing or wrong, without repeating what was sent."""
    return refusal(request, 422, _INVALID)
