"""What the page of persons asks and does, without a browser."""

from uuid import uuid4

import pytest

from pipeline.case import acts
from pipeline.review.access.account import Role
from tests.pipeline.case.made import item_at


@pytest.fixture
def visitor(visitor_for):
    return visitor_for()


def listed(visitor, **wanted):
    return visitor.client.post("/personen/lijst", json=wanted).json()


def ids(visitor, **wanted):
    return [row["id"] for row in listed(visitor, **wanted)["rows"]]


def test_the_list_counts_mentions_documents_and_what_is_open(visitor):
    told = listed(visitor)
    anna = told["rows"][0]
    assert (anna["label"], anna["mentions"], anna["documents"]) == ("Anna Vermeulen", 6, 2)
    assert anna["state"] == "open"
    assert told["counts"]["open"] == 2


def test_one_decision_settles_all_mentions_in_all_documents(visitor):
    answer = visitor.act("/personen/besluit", persons=["p1"], verdict="redact", grounds=["5.1.2.e"])
    assert answer.json()["rows"][0]["state"] == "redact"
    assert answer.json()["counts"]["open"] == 1
    state = visitor.case.state()
    decided = [state.decision(state.items[name]) for name in state.persons()["p1"]]
    assert {one.grounds for one in decided} == {("5.1.2.e",)}


def test_a_decision_that_arrives_twice_is_one_act(visitor):
    key = str(uuid4())
    for _ in range(2):
        answer = visitor.act("/personen/besluit", key, persons=["p1", "p2"], verdict="keep")
        assert answer.status_code == 200
    decided = [a for a in visitor.case.state().acts if isinstance(a.deed, acts.Decide)]
    assert len(decided) == 2


def test_a_decision_for_one_document_leaves_the_other_as_it_was(visitor):
    visitor.act("/personen/besluit", persons=["p1"], verdict="redact")
    row = visitor.act("/personen/besluit", persons=["p1"], verdict="keep", document=2).json()
    assert row["rows"][0]["state"] == "mixed"


def test_a_decision_on_what_a_colleague_changed_meanwhile_is_refused(visitor, visitor_for):
    seen = visitor.case.state().seq
    visitor_for("bilal").act("/personen/besluit", persons=["p1"], verdict="keep")
    answer = visitor.act("/personen/besluit", persons=["p1"], verdict="redact", saw=seen)
    assert answer.status_code == 409
    assert "bilal heeft hier intussen iets veranderd" in answer.json()["message"]


def test_who_may_not_decide_is_refused(visitor_for):
    publisher = visitor_for("cor", (Role.PUBLISHER,))
    assert publisher.act("/personen/besluit", persons=["p1"], verdict="keep").status_code == 403
    assert publisher.client.post("/personen/lijst", json={}).status_code == 200


def test_a_search_finds_parts_of_names_in_any_order_without_accents(visitor):
    assert ids(visitor, search="vermeulen an") == ["p1"]
    assert ids(visitor, search="VERMEULÉN") == ["p1"]
    assert ids(visitor, search="niemand") == []


def test_filters_and_pieces_leave_the_count_of_what_was_found(visitor):
    told = listed(visitor, order="name", most=1, start=1)
    assert (told["found"], len(told["rows"])) == (2, 1)
    assert ids(visitor, sieve="doubtful") == ["p1", "p2"]
    assert ids(visitor, sieve="keep") == []
    assert ids(visitor, document=2) == ["p1", "p2"]


def test_joined_persons_are_one_and_can_be_parted_again(visitor):
    answer = visitor.act("/personen/samenvoegen", person="p1", others=["p2"]).json()
    assert answer["gone"] == ["p2"]
    assert listed(visitor)["rows"][0]["mentions"] == 9
    visitor.act("/personen/ongedaan", count=1)
    assert ids(visitor, order="name") == ["p2", "p1"]


def test_a_doubt_that_is_none_is_gone_from_both(visitor):
    visitor.act("/personen/verschillen", person="p1", others=["p2"])
    assert [row["doubts"] for row in listed(visitor)["rows"]] == [0, 0]
    visitor.act("/personen/ongedaan")
    assert [row["doubts"] for row in listed(visitor)["rows"]] == [1, 1]


def test_chosen_mentions_become_a_person_of_their_own(visitor):
    item = item_at(visitor.case, 1, "Anna Vermeulen")
    fresh = visitor.act("/personen/splitsen", person="p1", items=[item]).json()["fresh"]
    rows = {row["id"]: row["mentions"] for row in listed(visitor)["rows"]}
    assert rows == {"p1": 5, "p2": 3, fresh: 1}


def test_an_office_holder_is_kept_as_the_policy_says(visitor):
    row = visitor.act("/personen/rol", persons=["p1"], role="office_holder").json()["rows"][0]
    assert (row["role"], row["state"]) == ("office_holder", "keep")


def test_several_acts_are_undone_and_done_again_as_one_step(visitor):
    visitor.act("/personen/besluit", persons=["p1", "p2"], verdict="keep")
    assert visitor.act("/personen/ongedaan", count=2).json()["counts"]["open"] == 2
    assert visitor.act("/personen/opnieuw", count=2).json()["counts"]["open"] == 0


def test_mentions_come_with_their_context_and_the_way_to_the_page(visitor):
    told = visitor.get("/personen/p1/gegevens").json()
    first = told["pieces"][0]
    assert first["text"] == "Anna Vermeulen"
    assert first["after"].startswith(" opent de vergadering")
    assert (first["document"], first["page"]) == (1, 1)
    assert told["doubts"][0]["label"] == "B. Smit"
    assert told["doubts"][0]["reason"] == "Een achternaam alleen."


def test_a_note_is_shown_with_the_person_and_on_the_page_of_notes(visitor):
    visitor.act("/personen/notitie", person="p1", text="<b>Let op</b>")
    assert visitor.get("/personen/p1/gegevens").json()["notes"][0]["text"] == "<b>Let op</b>"
    assert "&lt;b&gt;Let op&lt;/b&gt;" in visitor.html("/notities")


def test_what_is_kept_between_requests_is_what_would_be_counted_anew(visitor):
    listed(visitor)
    visitor.act("/personen/besluit", persons=["p1"], verdict="redact")
    visitor.act("/personen/samenvoegen", person="p2", others=["p1"])
    visitor.act("/personen/ongedaan")
    kept = listed(visitor)
    visitor.case.cache.clear()
    assert listed(visitor) == kept


def test_an_unknown_person_is_refused(visitor):
    assert visitor.get("/personen/p9/gegevens").status_code == 404
    assert visitor.act("/personen/besluit", persons=["p9"], verdict="keep").status_code == 409
