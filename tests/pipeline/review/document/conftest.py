"""A review of a case with two documents."""

import pytest

from pipeline.review.access.account import Role
from pipeline.review.app import create_app
from tests.pipeline.case.made import make_case
from tests.pipeline.review.document.asking import Asker
from tests.pipeline.review.document.papers import OPENING, PAPER, TOLD, propose, put
from tests.pipeline.review.serving import running, signed_in

BOTH = (Role.OFFICER, Role.REVIEWER)


@pytest.fixture
def case(tmp_path):
    """Return a case: a report of two pages with an image nobody can read, and a letter."""
    made = make_case(tmp_path, four_eyes=True)
    put(made, OPENING, PAPER, unread=(1,))
    put(made, OPENING, name="<img src=x onerror=alert(1)>.pdf")
    propose(made, *TOLD)
    yield made
    made.close()


@pytest.fixture
def ask(access, case):
    """Return a function that signs somebody in and gives what asks for a document."""
    app = create_app(access.settings, access, case)

    def make(name="anna", roles=BOTH, document=1) -> Asker:
        return Asker(signed_in(app, access, name, *roles), case, document)

    return make


@pytest.fixture
def server(tmp_path, case):
    """Return a running review of the case; a complaint of a browser about it fails the test."""
    folder = tmp_path / "access"
    folder.mkdir()
    with running(folder, case) as server:
        yield server
        assert server.unforgiven() == []
