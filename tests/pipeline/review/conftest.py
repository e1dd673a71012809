"""A running review, a browser, and people to sign in with: for every test of a page."""

from pathlib import Path

import pytest
from argon2 import PasswordHasher

from pipeline.review.access import passwords
from pipeline.review.access.access import open_access
from pipeline.review.access.account import Role
from pipeline.review.access.sessions import form_token
from pipeline.review.app import create_app
from tests.pipeline.review.reviewed import full_case, reviewed, visitor_for
from tests.pipeline.review.serving import (
    CHROMIUM,
    FLAGS,
    PASSWORD,
    Clock,
    add_account,
    make_settings,
    running,
)

__all__ = ["full_case", "reviewed", "visitor_for"]


@pytest.fixture(scope="session", autouse=True)
def cheap_hashes():
    """Hash passwords in a moment: argon2 is slow on purpose, and tests sign in a hundred times."""
    with pytest.MonkeyPatch.context() as patch:
        hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr(passwords, "_hasher", lambda: hasher)
        yield


@pytest.fixture
def server(tmp_path):
    """Return a running review; a complaint of a browser about it fails the test."""
    with running(tmp_path) as server:
        yield server
        assert server.unforgiven() == []


@pytest.fixture(scope="session")
def browser():
    """Return Debian's Chromium."""
    if not Path(CHROMIUM).exists():
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def assert_accessible():
    """Return a function that has axe look at a page, in light and in dark."""
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

    def check(page) -> None:
        for scheme in ("light", "dark"):
            page.evaluate(f"document.documentElement.dataset.theme = '{scheme}'")
            options = {"runOnly": {"type": "tag", "values": tags}}
            found = Axe().run(page, options=options).response["violations"]
            told = [
                f"{scheme} {one['id']}: {[node['html'][:200] for node in one['nodes']]}"
                for one in found
            ]
            assert told == []

    return check


@pytest.fixture
def clock():
    """Return a clock a test can move."""
    return Clock()


@pytest.fixture
def access(tmp_path, clock):
    """Return accounts and sessions in a database of their own."""
    opened = open_access(make_settings(tmp_path), clock)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def app(access):
    """Return the application, not served."""
    return create_app(access.settings, access)


@pytest.fixture
def client_for(app, access):
    """Return a function that gives a client on which somebody with some roles is signed in."""
    from starlette.testclient import TestClient

    def make(*roles: Role, name: str | None = None) -> TestClient:
        client = TestClient(app, base_url=access.settings.address, follow_redirects=False)
        if roles or name:
            name = name or "-".join(roles)
            add_account(access, name, *roles)
            token = access.sign_in(name, PASSWORD, "test")
            client.cookies.set(access.settings.cookie, token)
            client.headers["x-form-token"] = form_token(token)
        client.headers["accept"] = "application/json"
        return client

    return make
