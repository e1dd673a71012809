"""What must go follows from proposals and decisions alone."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.decide import POLICY, passed, redactions
from redact.document import Document, Page, Span
from redact.errors import GroundMissingError
from redact.finding import Action, Decision, Finding, Kind, Proposal, Redaction, Verdict
from redact.policy import load_policy, propose, with_terms

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=1)


def proposal(name, *spans, kind=Kind.PERSON, ground="5.1.2.e", entity=None, action=Action.REDACT):
    finding = Finding(tuple(Span(*span) for span in spans), kind, 0.9, "test", "Zo.")
    return Proposal(name, finding, action, ground, "Zo.", entity)


def decision(subject, verdict=Verdict.REDACT, ground=None, when=NOON):
    return Decision(subject, verdict, ground, "ab12", when)


def redaction(start, end, ground="5.1.2.e", page=0):
    return Redaction(Span(page, start, end), ground)


def test_what_nobody_decided_on_is_not_removed():
    assert redactions([proposal("a", (0, 0, 4))], []) == []


def test_a_decision_to_remove_removes_every_span():
    over_a_page_break = proposal("a", (0, 90, 94), (1, 0, 6))
    assert redactions([over_a_page_break], [decision("a")]) == [
        redaction(90, 94),
        redaction(0, 6, page=1),
    ]


def test_a_decision_may_name_another_ground():
    assert redactions([proposal("a", (0, 0, 4))], [decision("a", ground="5.1.2.h")]) == [
        redaction(0, 4, "5.1.2.h")
    ]


def test_the_latest_decision_counts_whatever_the_order_they_are_told_in():
    told = [decision("a", Verdict.KEEP, when=LATER), decision("a")]
    assert redactions([proposal("a", (0, 0, 4))], told) == []


def test_of_two_decisions_at_one_moment_the_last_one_told_counts():
    told = [decision("a", Verdict.KEEP), decision("a")]
    assert redactions([proposal("a", (0, 0, 4))], told) == [redaction(0, 4)]


def test_a_decision_on_a_person_holds_for_all_mentions():
    mentions = [proposal("a", (0, 0, 4), entity="e"), proposal("b", (0, 9, 12), entity="e")]
    assert redactions(mentions, [decision("e")]) == [redaction(0, 4), redaction(9, 12)]


def test_a_decision_on_one_mention_goes_before_a_later_one_on_the_person():
    mentions = [proposal("a", (0, 0, 4), entity="e"), proposal("b", (0, 9, 12), entity="e")]
    told = [decision("b", Verdict.KEEP), decision("e", when=LATER)]
    assert redactions(mentions, told) == [redaction(0, 4)]


def test_nothing_goes_without_a_ground():
    kept = proposal("a", (0, 0, 4), ground=None, action=Action.KEEP)
    with pytest.raises(GroundMissingError):
        redactions([kept], [decision("a")])
    assert redactions([kept], [decision("a", ground="5.1.2.e")]) == [redaction(0, 4)]


def test_a_name_inside_a_removed_passage_goes_with_the_passage():
    passage = proposal("p", (0, 0, 50), kind=Kind.STATE, ground="5.1.2.i")
    name = proposal("n", (0, 10, 20))
    assert redactions([passage, name], [decision("p"), decision("n")]) == [
        redaction(0, 50, "5.1.2.i")
    ]


def test_a_name_that_sticks_out_of_a_passage_keeps_its_own_ground_there():
    passage = proposal("p", (0, 0, 15), kind=Kind.STATE, ground="5.1.2.i")
    name = proposal("n", (0, 10, 30))
    assert redactions([name, passage], [decision("p"), decision("n")]) == [
        redaction(0, 15, "5.1.2.i"),
        redaction(15, 30),
    ]


def test_a_number_in_the_middle_of_a_name_is_covered_by_the_longer():
    number = proposal("n", (0, 4, 6), kind=Kind.BSN, ground="5.1.1.e")
    assert redactions([number, proposal("p", (0, 0, 9))], [decision("n"), decision("p")]) == [
        redaction(0, 9)
    ]


def test_a_passage_is_not_broken_by_an_equal_place_under_another_ground():
    health = proposal("h", (0, 0, 9), kind=Kind.HEALTH, ground="5.1.1.d")
    case = proposal("c", (0, 0, 9), kind=Kind.CASE)
    assert redactions([case, health], [decision("c"), decision("h")]) == [
        redaction(0, 9, "5.1.1.d")
    ]


def test_equal_grounds_that_touch_become_one_and_different_ones_do_not():
    places = [
        proposal("a", (0, 0, 4)),
        proposal("b", (0, 4, 8)),
        proposal("c", (0, 8, 12), ground="5.1.1.e"),
    ]
    assert redactions(places, map(decision, "abc")) == [
        redaction(0, 8),
        redaction(8, 12, "5.1.1.e"),
    ]


def marked(text, kind=Kind.PERSON):
    """Redact every capital letter of a page that holds the text."""
    page = Document("d0c", (Page.unplaced(0, text),))
    places = [
        proposal(str(at), (0, at, at + 1), kind=kind)
        for at, letter in enumerate(text)
        if letter.isupper()
    ]
    decided = [decision(place.id) for place in places]
    return [tuple(gone.span[1:]) for gone in redactions(places, decided, page)]


def test_white_space_between_equal_grounds_goes_along():
    assert marked("A B  C d") == [(0, 6)]


@pytest.mark.parametrize("text", ["A-B", "A, B", "A of B"])
def test_anything_else_between_them_stays(text):
    assert len(marked(text)) == 2


def test_names_under_each_other_keep_a_label_each():
    assert marked("A\nB") == [(0, 1), (2, 3)]


def test_the_cells_of_a_table_keep_a_label_each():
    assert marked("A\tB") == [(0, 1), (2, 3)]


def test_the_sentences_of_a_passage_run_on_over_a_line_but_not_over_an_empty_one():
    assert marked("A\nB\n\nC", Kind.STATE) == [(0, 3), (5, 6)]


def test_white_space_stays_where_the_text_is_not_at_hand():
    places = [proposal("a", (0, 0, 4)), proposal("b", (0, 5, 8))]
    assert len(redactions(places, map(decision, "ab"))) == 2


def test_the_policy_passes_what_it_proposes_to_remove_and_leaves_the_rest_to_a_person():
    places = [
        proposal("a", (0, 0, 4)),
        proposal("b", (0, 5, 9), action=Action.LOOK),
        proposal("c", (0, 10, 12), action=Action.KEEP, ground=None),
    ]
    assert passed(places, load_policy(), NOON) == [
        Decision("a", Verdict.REDACT, "5.1.2.e", POLICY, NOON)
    ]


def test_a_kind_that_does_not_pass_waits_for_a_person(tmp_path):
    file = tmp_path / "beleid.toml"
    file.write_text("[kinds.person]\npasses = false\n", "utf-8")
    policy = with_terms(load_policy(file), ["Piet=5.1.2.e"], [])
    page = Document("d0c", (Page.unplaced(0, "Piet en Anna"),))
    term = Finding((Span(0, 0, 4),), Kind.PERSON, 1.0, "term:0", "Zo.")
    name = Finding((Span(0, 8, 12),), Kind.PERSON, 0.9, "test", "Zo.")
    decided = passed(propose(page, [term, name], [], policy), policy, NOON)
    assert len(decided) == 1, "a term is named by a person and needs no other"


TEXTS = st.text(alphabet="ab \n", min_size=30, max_size=30)
PLACES = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.integers(0, 29),
        st.integers(1, 12),
        st.sampled_from(["5.1.2.e", "5.1.2.i"]),
        st.sampled_from([Kind.PERSON, Kind.STATE]),
        st.booleans(),
    ),
    max_size=12,
)


@given(st.tuples(TEXTS, TEXTS), PLACES)
def test_what_goes_is_what_was_decided_and_the_space_between_equals(texts, places):
    page = Document("d0c", tuple(Page.unplaced(at, text) for at, text in enumerate(texts)))
    proposals = [
        proposal(str(at), (on, start, min(start + size, 30)), ground=ground, kind=kind)
        for at, (on, start, size, ground, kind, _) in enumerate(places)
    ]
    decided = [place for place, row in zip(proposals, places, strict=True) if row[-1]]
    gone = redactions(proposals, [decision(place.id) for place in decided], page)

    grounds = {}
    for one in gone:
        for at in range(one.span.start, one.span.end):
            assert (one.span.page, at) not in grounds, "no character goes twice"
            grounds[one.span.page, at] = one.ground
    wanted = {
        (span.page, at): place.ground
        for place in decided
        for span in place.spans
        for at in range(span.start, span.end)
    }
    assert set(wanted) <= set(grounds)
    assert all(texts[on][at].isspace() for on, at in set(grounds) - set(wanted))
    assert gone == sorted(gone)
    for left, right in pairwise(gone):
        touches = left.span.page == right.span.page and left.span.end == right.span.start
        assert not touches or left.ground != right.ground


@given(PLACES)
def test_the_order_of_the_proposals_does_not_matter(places):
    proposals = [
        proposal(str(at), (on, start, start + size), ground=ground, kind=kind)
        for at, (on, start, size, ground, kind, _) in enumerate(places)
    ]
    decided = [decision(place.id) for place in proposals]
    assert redactions(proposals, decided) == redactions(proposals[::-1], decided)
