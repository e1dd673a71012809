"""The case at a glance, and files that come in, without a browser."""

import time
from datetime import timedelta
from uuid import uuid4

import pytest

from pipeline.case import acts
from pipeline.review.access.account import Role
from pipeline.review.overview import routes, running
from pipeline.review.overview.looked import busy_in, last_looked
from tests.pipeline.case.made import propose
from tests.pipeline.review.document.papers import TOLD, pdf_of


@pytest.fixture
def visitor(visitor_for):
    return visitor_for()


def send(visitor, name, content, key=None):
    headers = {"idempotency-key": key or str(uuid4())}
    return visitor.client.post("/zaak/bestanden", files={"file": (name, content)}, headers=headers)


def test_the_overview_tells_how_far_each_document_is_and_what_is_next(visitor):
    page = visitor.html("/")
    assert "Beslis over 2 personen" in page
    assert 'href="/stukken/1"' in page


def test_a_document_named_as_a_script_is_harmless_on_every_page(visitor):
    for path in ("/", "/personen", "/geschiedenis", "/goedkeuring", "/gegevens/2"):
        page = visitor.html(path)
        assert "<img src=x" not in page
        assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_a_file_is_added_once_however_often_it_arrives(visitor):
    key = str(uuid4())
    content = pdf_of(("Een stuk.",))
    first = send(visitor, "nieuw.pdf", content, key).json()
    assert (first["document"], first["is_new"]) == (3, True)
    send(visitor, "nieuw.pdf", content, key)
    assert len(visitor.case.state().files) == 3


def test_a_file_of_the_wrong_type_is_refused_with_the_reason(visitor):
    answer = send(visitor, "foto.png", b"\x89PNG\r\n\x1a\n0000")
    assert answer.status_code == 422
    assert "Dit is een afbeelding." in answer.json()["message"]
    assert len(visitor.case.state().files) == 2


def test_an_empty_file_is_refused(visitor):
    assert send(visitor, "leeg.pdf", b"").status_code == 422


def test_a_file_over_the_limit_is_refused_and_the_limit_is_said(visitor, monkeypatch):
    monkeypatch.setattr(routes, "MAX_BYTES", 5_000_000)
    answer = send(visitor, "groot.pdf", b"%PDF-1.7" + bytes(5_000_001))
    assert answer.status_code == 413
    assert "5 MB" in answer.json()["message"]


def test_a_changed_file_makes_old_decisions_void_and_the_overview_says_so(visitor):
    state = visitor.case.state()
    item = state.items_of(1)[0].id
    from pipeline.case.record import Ask, record

    record(visitor.case, Ask("anna", f"item:{item}", acts.Decide(acts.Verdict.KEEP)))
    answer = send(visitor, "verslag.pdf", pdf_of(("Een andere tekst.",))).json()
    assert answer["replaced"]
    assert "1 besluit vervallen door een nieuwe versie" in visitor.html("/")


def test_who_may_not_add_or_propose_is_refused(visitor_for):
    publisher = visitor_for("cor", (Role.PUBLISHER,))
    assert send(publisher, "nieuw.pdf", b"%PDF-").status_code == 403
    assert publisher.act("/zaak/voorstellen").status_code == 403


def test_a_run_goes_on_behind_the_page_and_tells_how_it_ended(visitor, monkeypatch):
    def run(case, watch):
        watch(running.Step(1, 1, 2))
        propose(case, *TOLD)

    monkeypatch.setattr(running, "propose_case", run)
    before = visitor.case.state().run
    assert visitor.act("/zaak/voorstellen").status_code == 200
    assert ended(visitor)["phase"] == "done"
    assert visitor.case.state().run > before


def test_a_run_that_fails_says_why_without_a_word_of_a_document(visitor, monkeypatch):
    def run(case, watch):  # noqa: ARG001
        raise ValueError("Anna Vermeulen")  # noqa: EM101, TRY003

    monkeypatch.setattr(running, "propose_case", run)
    visitor.act("/zaak/voorstellen")
    told = ended(visitor)
    assert told["phase"] == "failed"
    assert "Anna" not in told["message"]
    assert "onverwachte fout" in told["message"]


def ended(visitor):
    until = time.monotonic() + 10
    while time.monotonic() < until:
        told = visitor.get("/zaak/stand").json()["run"]
        if not told["busy"]:
            return told
        time.sleep(0.01)
    raise AssertionError


def test_who_works_in_a_document_is_seen_by_colleagues_and_not_by_themselves(visitor, visitor_for):
    visitor.act("/stukken/1/gezien", page=0)
    assert '<span class="busy">anna' in visitor_for("bilal").html("/")
    assert '<span class="busy">anna' not in visitor.html("/")


def test_the_last_look_lies_before_the_sitting_that_goes_on(full_case, visitor):
    visitor.act("/personen/besluit", persons=["p1"], verdict="keep")
    state = full_case.state()
    now = state.acts[-1].at
    assert last_looked(state, "anna", now) == 0
    assert last_looked(state, "anna", now + timedelta(hours=3)) == state.seq
    assert busy_in(state, now + timedelta(hours=3)) == {}
