"""What is no name is decided on by kind."""

import pytest


@pytest.fixture
def visitor(visitor_for):
    return visitor_for()


def still_open(case, kind):
    state = case.state()
    listed = [item for number in state.files for item in state.items_of(number)]
    return sum(state.is_open(item) for item in listed if item.kind == kind)


def test_kinds_are_listed_with_what_is_open_and_names_of_persons_are_not(visitor):
    page = visitor.html("/soorten")
    assert "Telefoonnummer" in page
    assert "2 open" in page
    assert "Anna Vermeulen" not in page


def test_proposals_of_a_kind_are_taken_over_at_once(visitor):
    seq = visitor.case.state().seq
    visitor.send("/soorten/phone", saw=seq, verdict="as_proposed")
    assert still_open(visitor.case, "phone") == 0
    assert still_open(visitor.case, "person") == 9


def test_what_must_be_looked_at_stays_open_when_proposals_are_taken_over(visitor):
    visitor.send("/soorten/opinion", saw=visitor.case.state().seq, verdict="as_proposed")
    assert still_open(visitor.case, "opinion") == 2


def test_persons_are_not_decided_on_by_kind(visitor):
    answer = visitor.send("/soorten/person", saw=visitor.case.state().seq, verdict="keep")
    assert answer.status_code == 422
