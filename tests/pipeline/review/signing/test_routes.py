"""Approving documents, describing them, and asking for the package."""

import time

import pytest

from pipeline.case.acts import Describe
from pipeline.case.case import change_settings
from pipeline.case.doing import By, decide
from pipeline.case.people import people
from pipeline.case.record import Ask, record
from pipeline.review.access.account import Role
from pipeline.review.signing import packing


@pytest.fixture
def visitor(visitor_for):
    return visitor_for()


def decide_all(case):
    for number in case.state().files:
        decide(case, By("officer"), f"document:{number}", "as_proposed")
        for item in case.state().items_of(number):
            if case.state().is_open(item):
                decide(case, By("officer"), f"item:{item.id}", "keep")


def see_all(visitor):
    for number, file in visitor.case.state().files.items():
        for page in range(len(file.reading.pages)):
            visitor.act(f"/stukken/{number}/gezien", page=page)


def choices(page):
    return [part.partition('"')[0] for part in page.split('name="chosen" value="')[1:]]


def test_what_is_open_is_listed_with_the_way_there(visitor):
    page = visitor.html("/goedkeuring")
    assert "Er staan nog" in page
    assert choices(page) == []


def test_documents_that_are_done_are_approved_at_once_and_then_by_somebody_else(
    visitor, visitor_for
):
    decide_all(visitor.case)
    see_all(visitor)
    chosen = choices(visitor.html("/goedkeuring"))
    assert len(chosen) == 2
    assert visitor.send("/goedkeuring", chosen=chosen).status_code == 303
    assert choices(visitor.html("/goedkeuring")) == []
    second = visitor_for("bilal", (Role.REVIEWER,))
    chosen = choices(second.html("/goedkeuring"))
    assert [one.partition("/")[0] for one in chosen] == ["1:2", "2:2"]
    second.send("/goedkeuring", chosen=chosen)
    assert "2 van 2 documenten goedgekeurd" in second.html("/goedkeuring")


def test_a_title_that_says_what_went_is_told_with_the_way_to_change_it(visitor):
    decide_all(visitor.case)
    see_all(visitor)
    gone = next(one for one in people(visitor.case) if 1 in one.documents and one.decision is None)
    decide(visitor.case, By("officer"), f"person:{gone.id}", "redact", ["5.1.2.e"])
    title = visitor.case.vault.put_text(f"Brief van {gone.label}")
    record(visitor.case, Ask("officer", "document:1", Describe(title=title)))
    page = visitor.html("/goedkeuring")
    told = page.partition("In de titel staat een naam")
    assert told[1]
    assert '"/gegevens/1"' in told[0].rpartition("<li")[2]


def test_an_approval_of_what_changed_meanwhile_is_refused(visitor):
    decide_all(visitor.case)
    see_all(visitor)
    chosen = choices(visitor.html("/goedkeuring"))
    item = next(i for i in visitor.case.state().items_of(1) if i.action == "redact")
    decide(visitor.case, By("bilal"), f"item:{item.id}", "keep")
    answer = visitor.send("/goedkeuring", chosen=chosen)
    assert answer.status_code == 409
    assert "Document 1: er is intussen iets veranderd" in answer.text


def test_an_approval_can_be_taken_back(visitor):
    change_settings(visitor.case, visitor.case.settings.__class__("Proef"))
    decide_all(visitor.case)
    see_all(visitor)
    visitor.send("/goedkeuring", chosen=choices(visitor.html("/goedkeuring")))
    visitor.send("/goedkeuring/1/intrekken")
    assert "1 van 2 documenten goedgekeurd" in visitor.html("/goedkeuring")


def test_what_is_known_of_a_document_is_kept(visitor):
    fields = {"title": "Verslag", "day": "2019-03-01", "properties": ["environmental"]}
    assert visitor.send("/gegevens/1", **fields).status_code == 303
    told = visitor.case.state().described(1)
    assert (told.day, told.environmental, told.formal) == ("2019-03-01", True, False)
    assert 'value="Verslag"' in visitor.html("/gegevens/1")
    assert visitor.send("/gegevens/1", day="2019-02-30").status_code == 422


def test_a_package_that_cannot_be_made_says_what_is_open(visitor_for):
    publisher = visitor_for("cor", (Role.PUBLISHER,))
    publisher.act("/goedkeuring/pakket")
    told = packed(publisher)
    assert told["name"] == ""
    assert {point["document"] for point in told["points"]} >= {1, 2}


def test_a_package_that_was_made_can_be_fetched_by_a_publisher_only(
    visitor, visitor_for, monkeypatch
):
    def publish(case, folder, when):  # noqa: ARG001
        (folder / "documenten").mkdir(parents=True)
        (folder / "documenten" / "0001.pdf").write_bytes(b"%PDF-")

    monkeypatch.setattr(packing, "publish", publish)
    publisher = visitor_for("cor", (Role.PUBLISHER,))
    publisher.act("/goedkeuring/pakket")
    path = f"/goedkeuring/pakket/{packed(publisher)['name']}.zip"
    assert publisher.get(path).content.startswith(b"PK")
    assert visitor.get(path).status_code == 403
    assert publisher.get("/goedkeuring/pakket/..zip").status_code == 404


def test_a_package_that_fails_says_so_without_a_word_of_a_document(visitor_for, monkeypatch):
    def publish(case, folder, when):  # noqa: ARG001
        raise ValueError("Anna Vermeulen")  # noqa: EM101, TRY003

    monkeypatch.setattr(packing, "publish", publish)
    publisher = visitor_for("cor", (Role.PUBLISHER,))
    publisher.act("/goedkeuring/pakket")
    assert "Anna" not in packed(publisher)["message"]


def packed(visitor):
    until = time.monotonic() + 20
    while time.monotonic() < until:
        told = visitor.get("/goedkeuring/pakket").json()
        if not told["busy"]:
            return told
        time.sleep(0.02)
    raise AssertionError
