import pytest

from pipeline.case.acts import Verdict
from pipeline.case.approval import DocumentState, approvals, lapsed
from pipeline.case.case import change_settings
from pipeline.case.doing import By, acknowledge, approve, decide, see_page, withdraw
from pipeline.case.errors import ConflictError, NotAllowedError
from pipeline.case.overview import overview
from pipeline.case.record import undo
from pipeline.case.settings import Settings
from tests.pipeline.case.made import PAGE, item_at, make_case, propose, put


def state_of(case, number=1):
    return overview(case).documents[number - 1].state


def finish(case, who="ann"):
    decide(case, By(who), "document:1", Verdict.AS_PROPOSED)
    see_page(case, By(who), 1, 0)


def test_a_document_goes_from_open_to_looked_at_to_approved(case):
    assert state_of(case) is DocumentState.OPEN
    finish(case)
    assert state_of(case) is DocumentState.LOOKED_AT
    approve(case, By("ann"), 1)
    assert state_of(case) is DocumentState.APPROVED
    withdraw(case, By("bob"), 1)
    assert state_of(case) is DocumentState.LOOKED_AT


def test_a_document_with_something_open_is_not_approved_and_told_why(tmp_path):
    case = make_case(tmp_path)
    put(case, PAGE, "Tweede bladzijde.", unread=["image.0"])
    propose(case)
    with pytest.raises(NotAllowedError) as refused:
        approve(case, By("ann"), 1)
    assert len(refused.value.reasons) == 3
    decide(case, By("ann"), "document:1", Verdict.AS_PROPOSED)
    see_page(case, By("ann"), 1, 0)
    see_page(case, By("ann"), 1, 1)
    with pytest.raises(NotAllowedError, match="niet lezen"):
        approve(case, By("ann"), 1)
    acknowledge(case, By("ann"), 1, "image.0")
    approve(case, By("ann"), 1)
    case.close()


def test_an_organisation_need_not_ask_for_every_page_to_be_seen(case):
    decide(case, By("ann"), "document:1", Verdict.AS_PROPOSED)
    change_settings(case, Settings("Proef", every_page_seen=False))
    assert state_of(case) is DocumentState.LOOKED_AT
    approve(case, By("ann"), 1)


def test_an_approval_lapses_when_something_changes_and_holds_again_when_that_is_undone(case):
    finish(case)
    approve(case, By("ann"), 1)
    decide(case, By("bob"), "person:p1", Verdict.KEEP)
    assert lapsed(case.state(), 1)
    assert state_of(case) is not DocumentState.APPROVED
    undo(case, "bob")
    assert state_of(case) is DocumentState.APPROVED


def test_with_four_eyes_a_second_person_who_changed_nothing_approves(tmp_path):
    case = make_case(tmp_path, four_eyes=True)
    put(case, PAGE)
    propose(case)
    finish(case)
    with pytest.raises(NotAllowedError, match="eerste goedkeuring"):
        approve(case, By("bob"), 1, second=True)
    approve(case, By("ann"), 1)
    assert state_of(case) is DocumentState.APPROVED_ONCE
    with pytest.raises(NotAllowedError, match="collega"):
        approve(case, By("ann"), 1, second=True)
    approve(case, By("bob"), 1, second=True)
    assert state_of(case) is DocumentState.APPROVED
    case.close()


def test_who_decided_in_another_document_only_can_be_the_second(tmp_path):
    case = make_case(tmp_path, four_eyes=True)
    put(case, PAGE)
    put(case, "C. Bakker komt.", name="twee.txt")
    propose(case, *_usual_and("C. Bakker"))
    finish(case)
    approve(case, By("ann"), 1)
    decide(case, By("bob"), "person:p3", Verdict.REDACT)
    approve(case, By("bob"), 1, second=True)
    decide(case, By("carl"), f"item:{item_at(case, 1, 'B. Smit')}", Verdict.KEEP)
    finish(case)
    approve(case, By("ann"), 1)
    with pytest.raises(NotAllowedError, match="beslist of veranderd"):
        approve(case, By("carl"), 1, second=True)
    case.close()


def _usual_and(name):
    from tests.pipeline.case.made import USUAL, says

    return (*USUAL, says(name, person="p3"))


def test_what_changed_after_somebody_looked_cannot_be_approved_unseen(case):
    finish(case)
    saw = case.state().seq
    decide(case, By("bob"), "person:p1", Verdict.KEEP)
    with pytest.raises(ConflictError):
        approve(case, By("ann", saw), 1)
    assert approvals(case.state(), 1) == []


def test_a_new_version_makes_decisions_void_visibly(case):
    finish(case)
    approve(case, By("ann"), 1)
    put(case, PAGE + " Meer.")
    propose(case)
    row = overview(case).documents[0]
    assert row.state is DocumentState.OPEN
    assert row.versions == 2
    assert row.void == 4
    assert row.progress.open == 4
    assert row.progress.seen == 0
