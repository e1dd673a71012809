"""The record on the screen: filters, histories, files, and what tampering looks like."""

import csv
import io
import json

import pytest
from sqlalchemy import text

from pipeline.review.access.account import Role


@pytest.fixture
def visitor(visitor_for):
    visitor = visitor_for()
    visitor.act("/personen/besluit", persons=["p1"], verdict="redact")
    visitor.act("/personen/besluit", persons=["p1"], verdict="keep")
    return visitor


def test_an_act_is_told_with_who_did_it_what_stood_and_what_stands(visitor):
    page = visitor.html("/geschiedenis?soort=decide")
    assert "Anna Vermeulen" in page
    assert "<td>weglakken, 5.1.2.e</td>\n  <td>laten staan</td>" in page
    assert "2 handelingen" in page


def test_filters_leave_only_what_was_asked_for(visitor):
    page = visitor.html("/geschiedenis?wie=lakwerk")
    assert "Voorstellen gemaakt" in page
    assert "Laten staan" not in page


def test_an_undone_act_stays_in_the_record_and_is_shown_as_such(visitor):
    visitor.act("/personen/ongedaan")
    page = visitor.html("/geschiedenis")
    assert '<span class="undone">Laten staan' in page
    assert "Ongedaan gemaakt: laten staan" in page


def test_the_history_of_a_person_a_document_and_an_item_can_be_read(visitor):
    item = visitor.case.state().persons()["p1"][0]
    for path in ("personen/p1", "documenten/1", f"onderdelen/{item}"):
        assert "laten staan" in visitor.html(f"/geschiedenis/{path}")
    assert visitor.get("/geschiedenis/personen/p9").status_code == 404


def test_the_record_comes_as_csv_and_as_json(visitor):
    rows = list(csv.DictReader(io.StringIO(visitor.get("/geschiedenis/bestand.csv").text)))
    assert rows[-1]["who"] == "anna"
    told = json.loads(visitor.get("/geschiedenis/bestand.json").text)
    assert len(told["acts"]) == len(rows) == visitor.case.state().seq
    assert "Vermeulen" not in visitor.get("/geschiedenis/bestand.json").text


def test_a_record_that_somebody_changed_is_said_to_be_broken(visitor):
    with visitor.case.store.engine.begin() as connection:
        connection.execute(text("UPDATE acts SET who = 'niemand' WHERE seq = 3"))
    assert "De keten is verbroken bij handeling 3" in visitor.html("/geschiedenis")
    checked = visitor.send("/geschiedenis/controle").text
    assert "Het register is niet meer zoals het was" in checked


def test_a_whole_record_is_said_to_be_whole(visitor):
    assert "de keten is heel" in visitor.html("/geschiedenis")
    assert "Alles klopt" in visitor.send("/geschiedenis/controle").text


def test_an_administrator_of_accounts_does_not_read_the_record(visitor_for):
    administrator = visitor_for("beheer", (Role.ADMINISTRATOR,))
    assert administrator.get("/geschiedenis").status_code == 403
