"""A case with people in it, a review of that case, and somebody who asks as a page does."""

from dataclasses import dataclass
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from pipeline.case.case import Case
from pipeline.review.access.account import Role
from pipeline.review.app import create_app
from tests.pipeline.case.made import make_case
from tests.pipeline.review.document.papers import OPENING, PAPER, TOLD, propose, put
from tests.pipeline.review.serving import running, signed_in

DECIDERS = (Role.OFFICER, Role.REVIEWER)
SCRIPT = "<img src=x onerror=alert(1)>.pdf"


@dataclass
class Visitor:
    """Somebody who is signed in and asks what a page asks."""

    client: TestClient
    case: Case

    def get(self, path):
        return self.client.get(path)

    def html(self, path):
        return self.client.get(path, headers={"accept": "text/html"}).text

    def act(self, path, key=None, **told):
        told = {"saw": self.case.state().seq} | told
        return self.client.post(path, json=told, headers={"idempotency-key": key or str(uuid4())})

    def send(self, path, **fields):
        headers = {"accept": "text/html"}
        fields = {"key": str(uuid4())} | fields
        return self.client.post(path, data=fields, headers=headers)


@pytest.fixture
def full_case(tmp_path):
    """Return a case of two documents with two persons, who may be one."""
    made = make_case(tmp_path, four_eyes=True)
    put(made, OPENING, PAPER)
    put(made, OPENING, name=SCRIPT)
    propose(made, *TOLD, doubts=(("p1", "p2"),))
    yield made
    made.close()


@pytest.fixture
def visitor_for(access, full_case):
    """Return a function that signs somebody in."""
    app = create_app(access.settings, access, full_case)

    def make(name="anna", roles=DECIDERS) -> Visitor:
        return Visitor(signed_in(app, access, name, *roles), full_case)

    return make


@pytest.fixture
def reviewed(tmp_path, full_case):
    """Return a running review of the case; a complaint of a browser about it fails the test."""
    folder = tmp_path / "access"
    folder.mkdir()
    with running(folder, full_case) as server:
        yield server
        assert server.unforgiven() == []
