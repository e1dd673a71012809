import pytest

from pipeline.case.acts import Scope, Verdict
from pipeline.case.doing import By, decide, distinguish, join, set_role, split
from pipeline.case.errors import UnknownSubjectError
from pipeline.case.people import people, person
from pipeline.case.record import undo
from pipeline.case.standing import ItemState, standing
from pipeline.errors import WrongUseError
from redact.finding import Action, Kind, Role
from tests.pipeline.case.made import PAGE, item_at, propose, put, says


def stands(case, document, text, nth=0):
    state = case.state()
    return standing(state, state.items[item_at(case, document, text, nth)])


def test_a_person_is_decided_on_once_for_every_mention_and_those_to_come(case):
    decide(case, By("ann"), "person:p1", Verdict.REDACT)
    put(case, PAGE, name="twee.txt")
    propose(case)
    for document, nth in ((1, 0), (1, 1), (2, 0), (2, 1)):
        assert stands(case, document, "Anna Vermeulen", nth).state is ItemState.APPROVED
    assert person(case, "p1").is_decided
    assert person(case, "p1").documents == (1, 2)


def test_a_person_is_labelled_by_the_fullest_name(case):
    join(case, By("ann"), "p1", ["p2"])
    told = person(case, "p1")
    assert told.label == "Anna Vermeulen"
    assert told.names == ("Anna Vermeulen", "B. Smit")
    assert [row.id for row in people(case)] == ["p1"]


def test_one_document_can_be_decided_otherwise(case):
    put(case, PAGE, name="twee.txt")
    propose(case)
    decide(case, By("ann"), "person:p1", Verdict.REDACT)
    decide(case, By("ann"), "person:p1", Verdict.KEEP, document=2)
    assert stands(case, 1, "Anna Vermeulen").goes
    assert not stands(case, 2, "Anna Vermeulen").goes
    assert person(case, "p1").otherwise == 2


def test_a_mention_can_be_decided_otherwise_than_its_person(case):
    item = item_at(case, 1, "Anna Vermeulen", 1)
    decide(case, By("ann"), f"item:{item}", Verdict.KEEP)
    decide(case, By("ann"), "person:p1", Verdict.REDACT)
    assert stands(case, 1, "Anna Vermeulen", 0).state is ItemState.APPROVED
    assert stands(case, 1, "Anna Vermeulen", 1).state is ItemState.REJECTED


def test_the_mentions_that_are_split_off_are_a_person_of_their_own(case):
    item = item_at(case, 1, "Anna Vermeulen", 1)
    decide(case, By("ann"), "person:p1", Verdict.KEEP)
    done = split(case, By("ann"), "p1", [item])
    assert len(person(case, done.deed.person).items) == 1
    assert stands(case, 1, "Anna Vermeulen", 1).state is ItemState.PROPOSED
    with pytest.raises(WrongUseError, match="niet alle"):
        split(case, By("ann"), "p1", [item_at(case, 1, "Anna Vermeulen", 0)])
    undo(case, "ann")
    assert len(person(case, "p1").items) == 2


def test_an_office_holder_stays_by_the_policy_and_a_citizen_goes(case):
    set_role(case, By("ann"), "p1", Role.OFFICE_HOLDER)
    assert stands(case, 1, "Anna Vermeulen").state is ItemState.REJECTED
    assert person(case, "p1").role is Role.OFFICE_HOLDER
    set_role(case, By("ann"), "p1", Role.CITIZEN)
    assert stands(case, 1, "Anna Vermeulen").goes
    undo(case, "ann")
    undo(case, "ann")
    assert stands(case, 1, "Anna Vermeulen").state is ItemState.PROPOSED
    assert not person(case, "p1").role_by_hand


def test_a_doubt_is_shown_on_both_sides_until_somebody_takes_it_away(case):
    propose(case, doubts=[("p1", "p2")])
    assert [doubt.label for doubt in person(case, "p1").doubts] == ["B. Smit"]
    assert [doubt.person for doubt in person(case, "p2").doubts] == ["p1"]
    assert person(case, "p2").doubts[0].reason == "Een achternaam alleen."
    distinguish(case, By("ann"), "p2", ["p1"])
    assert person(case, "p1").doubts == ()
    undo(case, "ann")
    join(case, By("ann"), "p1", ["p2"])
    assert person(case, "p1").doubts == ()


@pytest.mark.parametrize(
    ("scope", "reached"),
    [
        (Scope.HERE, {(1, 0)}),
        (Scope.DOCUMENT, {(1, 0), (1, 1)}),
        (Scope.CASE, {(1, 0), (1, 1), (2, 0), (2, 1)}),
        (Scope.CONTEXT, {(1, 0), (2, 0)}),
    ],
)
def test_a_decision_on_an_item_reaches_as_far_as_its_scope(case, scope, reached):
    put(case, PAGE, name="twee.txt")
    propose(case, says("Anna Vermeulen", Kind.CASE))
    item = item_at(case, 1, "Anna Vermeulen")
    decide(case, By("ann"), f"item:{item}", Verdict.KEEP, scope=scope)
    found = {
        (document, nth)
        for document in (1, 2)
        for nth in (0, 1)
        if stands(case, document, "Anna Vermeulen", nth).state is ItemState.REJECTED
    }
    assert found == reached


def test_taking_over_what_is_proposed_leaves_what_a_person_must_look_at(case):
    propose(
        case,
        says("Anna Vermeulen", person="p1"),
        says("B. Smit", action=Action.LOOK, person="p2"),
        says("opent", Kind.CASE, Action.KEEP),
    )
    decide(case, By("ann"), "document:1", Verdict.AS_PROPOSED)
    assert stands(case, 1, "Anna Vermeulen").goes
    assert stands(case, 1, "B. Smit").is_open
    assert stands(case, 1, "opent").state is ItemState.REJECTED


def test_one_item_can_be_taken_over_as_proposed_after_it_was_rejected(case):
    item = item_at(case, 1, "B. Smit")
    decide(case, By("ann"), f"item:{item}", Verdict.KEEP)
    decide(case, By("ann"), f"item:{item}", Verdict.AS_PROPOSED)
    assert stands(case, 1, "B. Smit").state is ItemState.APPROVED
    propose(case, says("B. Smit", action=Action.LOOK, person="p2"))
    with pytest.raises(WrongUseError, match="Kies weglakken"):
        decide(case, By("ann"), f"item:{item}", Verdict.AS_PROPOSED)


def test_another_policy_changes_no_decision(case):
    decide(case, By("ann"), "document:1", Verdict.AS_PROPOSED)
    propose(case, says("Anna Vermeulen", ground="5.1.2.i", person="p1"))
    assert stands(case, 1, "Anna Vermeulen").grounds == ("5.1.2.e",)
    assert stands(case, 1, "B. Smit").goes


def test_a_person_that_is_not_in_the_case_is_not_there(case):
    with pytest.raises(UnknownSubjectError):
        person(case, "p77")
