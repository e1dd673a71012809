"""Terms of the policy are found wherever they stand."""

from redact.detect import detect
from redact.detect.match import Match
from redact.detect.terms import term_detector
from redact.document import Document, Page
from redact.finding import Action, Kind, Role
from redact.policy import load_policy, propose, with_terms


def seen(text, *terms):
    policy = with_terms(load_policy(), terms, [])
    return [
        (text[match.start : match.end], match.kind, match.source)
        for match in term_detector(policy)(text)
    ]


def test_a_term_is_found_in_every_form_and_names_itself_to_the_policy():
    text = "Project Zilvermeeuw; PROJECT\nZILVER-\nMEEUW. Eén: José."
    assert seen(text, "jose=5.1.2.e", "project zilvermeeuw=5.1.2.i") == [
        ("José", Kind.PERSON, "term:0"),
        ("Project Zilvermeeuw", Kind.STATE, "term:1"),
        ("PROJECT\nZILVER-\nMEEUW", Kind.STATE, "term:1"),
    ]


def test_a_term_is_no_part_of_another_word():
    assert seen("In januari was Marjan er.", "Jan=5.1.2.e") == []


def test_a_term_with_signs_that_mean_something_in_a_pattern_is_just_a_text():
    assert seen("Plan (A+B) en plan AAB.", "(A+B)=5.1.2.f")[0][0] == "(A+B)"


def test_without_terms_nothing_is_found():
    assert seen("Alles mag blijven.") == []


def test_a_term_is_certain_and_its_reason_does_not_show_it():
    policy = with_terms(load_policy(), ["Zilvermeeuw=5.1.2.i"], [])
    (match,) = term_detector(policy)("de zilvermeeuw")
    assert match.score == 1.0
    assert "ilvermeeuw" not in match.reason


def test_a_term_goes_even_inside_the_name_of_somebody_who_stays():
    page = Document("d0c", (Page.unplaced(0, "Wethouder A. de Wit"),))
    policy = with_terms(load_policy(), ["De Wit=5.1.2.h"], [])

    def alderman(_):
        return [Match(10, 19, Kind.PERSON, 0.95, "test", "Zo.", Role.OFFICE_HOLDER)]

    findings = detect(page, (alderman, term_detector(policy)))
    proposals = propose(page, findings, [], policy)
    assert [(one.spans[0][1:], one.action) for one in proposals] == [
        ((10, 19), Action.KEEP),
        ((13, 19), Action.REDACT),
    ]


def test_a_term_that_is_a_whole_name_is_proposed_once():
    page = Document("d0c", (Page.unplaced(0, "Wethouder De Wit"),))
    policy = with_terms(load_policy(), ["De Wit=5.1.2.e"], [])

    def alderman(_):
        return [Match(10, 16, Kind.PERSON, 0.95, "test", "Zo.", Role.OFFICE_HOLDER)]

    (proposal,) = propose(page, detect(page, (alderman, term_detector(policy))), [], policy)
    assert proposal.action is Action.REDACT
