"""A review that runs, and people to sign in with; the fixtures around it stand in conftest.py."""

import contextlib
import os
import re
import socket
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from starlette.testclient import TestClient

from pipeline.review.access import accounts, passwords
from pipeline.review.access.access import Access, open_access
from pipeline.review.access.account import Role
from pipeline.review.access.sessions import form_token
from pipeline.review.app import create_app
from pipeline.review.settings import Mode, Settings

CHROMIUM = os.environ.get("LAKWERK_CHROMIUM", "/usr/bin/chromium")
PASSWORD = "vier-woorden-lang-genoeg"  # noqa: S105  of tests
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def add_account(access: Access, name: str, *roles: Role, must_change: bool = False) -> str:
    """Add an account with PASSWORD and return its id."""
    with access.act() as (connection, now):
        made = accounts.add_account(
            connection, name, name.title(), roles, now, password=_hashed_password()
        )
        if not must_change:
            accounts.set_password(connection, made.id, _hashed_password(), must_change=False)
    return made.id


def signed_in(app: object, access: Access, name: str, *roles: Role) -> TestClient:
    """Add an account, and return what asks in its name as a script of a page does."""
    add_account(access, name, *roles)
    client = TestClient(app, base_url=access.settings.address, follow_redirects=False)
    token = access.sign_in(name, PASSWORD, "test")
    client.cookies.set(access.settings.cookie, token)
    client.headers["x-form-token"] = form_token(token)
    client.headers["accept"] = "application/json"
    return client


_HASHES: list[str] = []


def _hashed_password() -> str:
    if not _HASHES:
        _HASHES.append(passwords.hashed(PASSWORD))
    return _HASHES[0]


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Server:
    """A review that runs on a port of its own. `pages` holds what its browsers complained of."""

    address: str
    access: Access
    app: object
    complaints: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    """Patterns of complaints that a test causes on purpose."""

    def page(self, browser, **options):
        """Open a page in a browser of its own that nobody is signed in with."""
        options = {"viewport": {"width": 1280, "height": 720}, "locale": "nl-NL"} | options
        page = browser.new_context(base_url=self.address, **options).new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("console", self._heard)
        return page

    def _heard(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def page_for(self, browser, *roles: Role, name: str | None = None, **options):
        """Open a page on which somebody with these roles is signed in."""
        name = name or "-".join(roles)
        with self.access.act() as (connection, _):
            known = accounts.account_named(connection, name)
        if known is None:
            add_account(self.access, name, *roles)
        token = self.access.sign_in(name, PASSWORD, "test")
        page = self.page(browser, **options)
        cookie = {"name": self.access.settings.cookie, "value": token, "url": self.address}
        page.context.add_cookies([cookie | {"httpOnly": True, "sameSite": "Lax"}])
        return page

    def unforgiven(self) -> list[str]:
        return [one for one in self.complaints if not any(re.search(p, one) for p in self.ignored)]


def make_settings(folder: Path, address: str = "http://127.0.0.1:8765", **changed) -> Settings:
    """Return settings of a review with accounts, in development."""
    given = {"mode": Mode.ACCOUNTS, "idle_s": 1800.0, "longest_s": 43200.0, "is_development": True}
    return Settings(f"sqlite:///{folder / 'access.db'}", address=address, **(given | changed))


@contextlib.contextmanager
def running(folder: Path, case=None, clock=time.time, **changed):
    """Run a review until the block ends."""
    import uvicorn

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    settings = make_settings(folder, address, **changed)
    access = open_access(settings, clock)
    app = create_app(settings, access, case)
    config = uvicorn.Config(app, access_log=False, log_level="warning", lifespan="off")
    serving = uvicorn.Server(config)
    thread = threading.Thread(target=serving.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 10
    while not serving.started and time.monotonic() < deadline:
        time.sleep(0.01)
    try:
        yield Server(address, access, app)
    finally:
        serving.should_exit = True
        serving.force_exit = True
        thread.join(10)
        listening.close()
        access.engine.dispose()
