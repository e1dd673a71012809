"""What the document view answers who acts."""

from uuid import uuid4

from pipeline.review.access.account import Role
from tests.pipeline.review.document.papers import PAPER, TOLD, propose, put


def test_approving_takes_the_proposed_ground(ask):
    asker = ask()
    item = asker.at("B. Smit")
    changed = asker.act("besluit", item=item, verdict="redact").json()
    assert [row["id"] for row in changed["items"]] == [item]
    assert changed["items"][0]["state"] == "approved"
    assert changed["items"][0]["grounds"] == ["5.1.2.e"]
    assert asker.row(item)["who"] == "anna"


def test_several_grounds_can_stand_on_one_mark(ask):
    asker = ask()
    item = asker.at("B. Smit")
    asker.act("besluit", item=item, verdict="redact", grounds=["5.1.2.e", "5.1.1.d"])
    assert asker.row(item)["grounds"] == ["5.1.2.e", "5.1.1.d"]


def test_an_act_that_arrives_twice_is_done_once(ask, case):
    asker, key = ask(), str(uuid4())
    for _ in range(2):
        answer = asker.act("besluit", key=key, item=asker.at("B. Smit"), verdict="keep")
        assert answer.status_code == 200
    assert sum(act.deed.name == "decide" for act in case.state().acts) == 1


def test_a_decision_can_hold_for_the_whole_case(ask):
    asker = ask()
    asker.act("besluit", item=asker.at("B. Smit"), verdict="keep", scope="case")
    other = ask(name="bea", document=2)
    assert other.row(other.at("B. Smit"))["state"] == "rejected"


def test_who_saw_an_older_state_is_refused_and_told_who_was_first(ask, case):
    first, second = ask(), ask(name="bea")
    item, saw = first.at("B. Smit"), case.state().seq
    assert first.act("besluit", item=item, verdict="keep", saw=saw).status_code == 200
    answer = second.act("besluit", item=item, verdict="redact", saw=saw)
    assert answer.status_code == 409
    assert "anna" in answer.json()["message"]
    assert second.row(item)["state"] == "rejected"


def test_quick_acts_of_one_person_do_not_conflict_with_each_other(ask, case):
    asker, saw = ask(), case.state().seq
    item = asker.at("B. Smit")
    assert asker.act("besluit", item=item, verdict="keep", saw=saw).status_code == 200
    assert asker.act("besluit", item=item, verdict="redact", saw=saw).status_code == 200


def test_undo_and_redo_go_back_and_forth_without_end(ask):
    asker = ask()
    item = asker.at("B. Smit")
    asker.act("besluit", item=item, verdict="redact")
    asker.act("besluit", item=item, verdict="keep")
    for expected in ("approved", "proposed"):
        assert asker.act("ongedaan").json()["items"][0]["state"] == expected
    for expected in ("approved", "rejected"):
        answer = asker.act("opnieuw").json()
        assert answer["items"][0]["state"] == expected
        assert answer["said"].startswith("Opnieuw gedaan: ")
    assert asker.act("opnieuw").status_code == 409


def test_undoing_a_wide_decision_shows_every_item_it_reached(ask):
    asker = ask()
    asker.act("besluit", item=asker.at("Anna Vermeulen"), verdict="redact", scope="document")
    changed = asker.act("ongedaan").json()
    states = {row["text"]: row["state"] for row in changed["items"]}
    assert states["Anna Vermeulen"] == "proposed"


def test_what_was_missed_can_be_added_and_taken_back(ask):
    asker = ask()
    start = _page_text(asker.case).index("Pietersen")
    place = {"document": 1, "spans": [[0, start, start + 9]]}
    answer = asker.act("toevoegen", places=[place], kind="person", grounds=["5.1.2.e"]).json()
    (row,) = answer["items"]
    assert (row["state"], row["text"], row["hand"]) == ("added", "Pietersen", True)
    assert asker.act("ongedaan").json()["gone"] == [row["id"]]


def test_a_box_can_be_added_on_a_page_but_not_outside_it(ask):
    asker = ask()

    def add(*box):
        place = {"document": 1, "page": 1, "box": box}
        return asker.act("toevoegen", places=[place], kind="person", grounds=["5.1.2.e"])

    (row,) = add(100, 100, 200, 150).json()["items"]
    assert row["box"] == [100, 100, 200, 150]
    assert dict(asker.get("paginas/1").json()["marks"])[row["id"]] == [[100, 100, 200, 150]]
    assert add(100, 100, 2000, 150).status_code == 409


def test_nothing_is_added_without_a_ground(ask):
    place = {"document": 1, "page": 1, "box": [100, 100, 200, 150]}
    assert ask().act("toevoegen", places=[place], kind="person", grounds=[]).status_code == 422


def test_an_item_can_be_made_wider(ask):
    asker = ask()
    item = asker.at("Anna Vermeulen")
    page, start, end = asker.row(item)["spans"][0]
    changed = asker.act("grens", item=item, spans=[[page, start, end + 6]]).json()
    assert changed["items"][0]["text"] == "Anna Vermeulen opent"


def test_a_term_is_found_in_the_whole_case_as_whole_words_with_what_stands_around_it(ask):
    asker = ask()
    asker.act("besluit", item=asker.at("B. Smit"), verdict="redact")
    found = asker.client.post("/stukken/1/zoeken", json={"term": "b. smit"}).json()["hits"]
    assert [(hit["document"], hit["page"], hit["covered"]) for hit in found] == [
        (1, 0, True),
        (1, 1, False),
        (2, 0, False),
    ]
    assert "afwezig" in found[0]["after"]
    part = {"term": "Pieters", "whole": False, "everywhere": False}
    assert len(asker.client.post("/stukken/1/zoeken", json=part).json()["hits"]) == 2
    assert not asker.client.post("/stukken/1/zoeken", json={"term": "Pieters"}).json()["hits"]
    assert asker.client.post("/stukken/1/zoeken", json={"term": "…"}).status_code == 422


def test_pages_are_seen_and_unread_things_acknowledged(ask):
    asker = ask()
    assert asker.act("gezien", page=1).json()["seen"] == [1]
    assert asker.act("gezien", page=1, seen=False).json()["seen"] == []
    assert asker.act("erkend", id="image.1").json()["acknowledged"] == ["image.1"]
    assert asker.act("erkend", id="image.7").status_code == 409


def test_a_document_is_approved_twice_by_two_people_and_not_before_it_is_ready(ask):
    asker, second = ask(), ask(name="bea")
    early = asker.act("goedkeuring")
    assert early.status_code == 409
    assert "open" in early.json()["message"]
    _finish(asker)
    assert len(asker.act("goedkeuring").json()["approvals"]) == 1
    assert asker.act("goedkeuring", second=True).status_code == 409
    answer = second.act("goedkeuring", second=True).json()
    assert [one["second"] for one in answer["approvals"]] == [False, True]
    changed = asker.act("besluit", item=asker.at("B. Smit"), verdict="keep").json()
    assert (changed["approvals"], changed["lapsed"]) == ([], True)


def test_nobody_approves_what_a_colleague_changed_meanwhile(ask, case):
    asker, other = ask(), ask(name="bea")
    _finish(asker)
    saw = case.state().seq
    other.act("besluit", item=other.at("B. Smit"), verdict="keep")
    assert asker.act("goedkeuring", saw=saw).status_code == 409
    assert asker.act("goedkeuring").status_code == 200


def test_all_that_is_proposed_can_be_taken_over_but_not_what_needs_a_look(ask):
    asker = ask()
    changed = asker.act("besluit", verdict="as_proposed").json()
    assert changed["progress"]["open"] == 1


def test_what_colleagues_do_is_told_within_one_question(ask, case):
    asker, saw = ask(), case.state().seq
    assert asker.get(f"handelingen?since={saw}").json() == {"acts": [], "next": saw}
    other = ask(name="bea")
    other.act("besluit", item=other.at("B. Smit"), verdict="keep")
    (told,) = asker.get(f"handelingen?since={saw}").json()["acts"]
    assert [row["state"] for row in told["items"]] == ["rejected"]
    assert told["last"][0]["who"] == "bea"


def test_notes_and_the_history_of_an_item_are_shown(ask):
    asker = ask()
    item = asker.at("B. Smit")
    asker.act("besluit", item=item, verdict="redact")
    asker.act("notitie", item=item, text="Is dit niet de wethouder?")
    told = asker.get(f"geschiedenis?item={item}").json()["acts"]
    assert [one["words"] for one in told] == ["Notitie", "Weglakken met 5.1.2.e"]
    assert told[0]["note"] == "Is dit niet de wethouder?"
    assert asker.row(item)["notes"] == 1


def test_texts_that_go_elsewhere_and_broken_rules_are_warned_of(ask):
    asker = ask()
    start = _page_text(asker.case).index("Pietersen")
    place = {"document": 1, "spans": [[0, start, start + 9]]}
    asker.act("toevoegen", places=[place], kind="person", grounds=["5.1.5", "5.1.2.e"])
    remarks = asker.get("opmerkingen").json()["remarks"]
    assert "missed" in {one["sort"] for one in remarks}
    assert "R1" in {one.get("rule") for one in remarks}
    assert all(one["way_out"] for one in remarks)


def test_what_was_decided_in_an_older_version_is_void_and_still_told(ask, case):
    asker = ask()
    asker.act("besluit", item=asker.at("B. Smit"), verdict="redact")
    start = _page_text(case).index("Pietersen")
    place = {"document": 1, "spans": [[0, start, start + 9]]}
    asker.act("toevoegen", places=[place], kind="person", grounds=["5.1.2.e"])
    put(case, PAPER)
    propose(case, *TOLD)
    content = asker.content()
    assert content["version"] == 2
    assert {row["state"] for row in content["void"]} == {"void"}
    assert len(content["void"]) == 2
    assert [row["text"] for row in content["items"]] == ["B. Smit"]


def test_a_draft_says_on_every_page_that_it_is_one_and_lacks_what_goes(ask):
    import pymupdf

    asker = ask()
    asker.act("besluit", item=asker.at("06 12345678"), verdict="redact")
    answer = asker.get("concept")
    assert "CONCEPT-document-1.pdf" in answer.headers["content-disposition"]
    with pymupdf.open(stream=answer.content, filetype="pdf") as pdf:
        texts = [page.get_text() for page in pdf]
    assert all("NIET GOEDGEKEURD" in text for text in texts)
    assert not any("12345678" in text for text in texts)


def test_who_may_only_look_cannot_decide(ask):
    asker = ask(name="piet", roles=(Role.PUBLISHER,))
    assert asker.get("inhoud").status_code == 200
    assert asker.act("besluit", item=asker.at("B. Smit"), verdict="keep").status_code == 403


def _finish(asker):
    asker.act("besluit", verdict="as_proposed")
    for row in asker.content()["items"]:
        if row["open"]:
            asker.act("besluit", item=row["id"], verdict="keep")
    for page in (0, 1):
        asker.act("gezien", page=page)
    asker.act("erkend", id="image.1")


def _page_text(case, page=0):
    from pipeline.vault import read_sheet

    return read_sheet(case.vault, case.state().files[1].reading.reading, page).text
