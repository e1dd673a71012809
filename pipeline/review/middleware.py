"""What holds for every request: headers of safety, a limit on size, failures that tell nothing."""

import logging
import traceback

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.review.access.gate import refusal

_LOG = logging.getLogger(__name__)

POLICY = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self' blob:; "
    "font-src 'self'; "
    "connect-src 'self'; "
    "form-action 'self'; "
    "frame-ancestors 'none'; "
    "base-uri 'none'"
)
"""The Content-Security-Policy: nothing from elsewhere, and no script or style within a page."""

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-robots-tag": "noindex, nofollow",
}


class ShutDoors:
    """Set the headers of safety on every answer; what says nothing of caching is not kept."""

    def __init__(self, app: ASGIApp, *, is_secure: bool) -> None:
        self.app = app
        transport = {"strict-transport-security": "max-age=31536000"} if is_secure else {}
        self.headers = _HEADERS | transport

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and dress its answer."""

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        await self.app(scope, receive, dressed)


class _TooLargeError(Exception):
    """More was sent than was said, or than may be."""


class BodyLimit:
    """Refuse a request whose body is over a limit: by its own word, or when it goes over."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, as far as it goes."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdecimal() or int(said) > self.limit:
            await self._refuse(scope, receive, send)
            return
        seen = 0
        started = False

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.limit:
                raise _TooLargeError
            return message

        async def noticed(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, counted, noticed)
        except _TooLargeError:
            if not started:
                await self._refuse(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        most = f"{self.limit // 1_000_000} MB"
        message = f"Dit is te groot: er kan hoogstens {most} tegelijk worden verstuurd."
        request = Request(scope, receive)
        await refusal(request, 413, message)(scope, receive, send)


class Failures:
    """Answer an unforeseen error without a word of it, and log its place only.

    Messages of errors may quote a document, so they reach neither the screen nor the log.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        started = False

        async def noticed(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, noticed)
        except _TooLargeError:
            raise
        except Exception as error:  # noqa: BLE001  the last place: foreign messages stop here
            _log(error)
            if not started and scope["type"] == "http":
                message = "Er ging iets mis. Uw werk tot hier toe is bewaard."
                await refusal(Request(scope, receive), 500, message)(scope, receive, send)


def _log(error: Exception) -> None:
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    _LOG.error("unforeseen %s at %s", type(error).__name__, places)
