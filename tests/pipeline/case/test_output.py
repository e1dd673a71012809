import pymupdf
import pytest

from grounds.marks import Rule
from pipeline.case import acts
from pipeline.case.acts import Verdict
from pipeline.case.case import change_settings
from pipeline.case.doing import By, add, decide, motivate, note
from pipeline.case.draft import draft
from pipeline.case.export import as_csv, as_json_record
from pipeline.case.history import history
from pipeline.case.news import news
from pipeline.case.ordered import ordered
from pipeline.case.propose import propose_case
from pipeline.case.record import Ask, record
from pipeline.case.rules import broken_rules
from pipeline.case.settings import Settings
from pipeline.case.warnings import Sort, warnings
from redact.document import Span
from redact.finding import Kind, Redaction
from redact.geometry import Box
from tests.pipeline.case.made import PAGE, item_at, propose, put, says


def test_nothing_goes_that_nobody_decided_on(case):
    assert ordered(case, 1).redactions == ()
    decide(case, By("ann"), "person:p2", Verdict.REDACT)
    assert ordered(case, 1).redactions == (Redaction(Span(0, 28, 35), "5.1.2.e"),)


def test_two_grounds_on_one_place_are_two_redactions_of_it(case):
    decide(case, By("ann"), "person:p2", Verdict.REDACT, ["5.1.2.i", "5.1.2.e"])
    assert [one.ground for one in ordered(case, 1).redactions] == ["5.1.2.e", "5.1.2.i"]


def test_a_mark_goes_as_it_was_widened(case):
    item = item_at(case, 1, "B. Smit")
    decide(case, By("ann"), f"item:{item}", Verdict.REDACT)
    record(case, Ask("ann", f"item:{item}", acts.Resize((Span(0, 25, 36),))))
    assert [one.span for one in ordered(case, 1).redactions] == [Span(0, 25, 36)]


def test_an_area_on_a_page_goes_with_what_stands_under_it(case):
    place = acts.Place(1, page=0, box=Box(40, 60, 300, 80))
    add(case, By("ann"), [place], Kind.PERSON, ["5.1.2.e"])
    found = ordered(case, 1)
    assert len(found.redactions) == 2
    assert found.document.text_of(found.redactions[1].span).startswith("Anna Vermeulen opent")


def test_a_draft_says_on_every_page_that_it_is_one_and_lacks_what_goes(case, make_pdf):
    number = read_pdf_into(case, make_pdf("Anna Vermeulen komt.", "Niets hier.", per_page=1))
    item = item_at(case, number, "Anna Vermeulen")
    decide(case, By("ann"), f"item:{item}", Verdict.REDACT, ["5.1.2.e"])
    with pymupdf.open(stream=draft(case, number)) as pdf:
        texts = [page.get_text() for page in pdf]
    assert all("CONCEPT" in text for text in texts)
    assert not any("Vermeulen" in text for text in texts)
    assert "Niets hier." in texts[1]


def read_pdf_into(case, content):
    from pipeline.case.files import add_file

    number = add_file(case, "brief.pdf", content, "ann").document
    propose_case(case, jobs=1)
    return number


def test_a_rule_of_the_law_that_is_broken_is_told_with_its_items_and_the_way_out(case):
    decide(case, By("ann"), "person:p2", Verdict.REDACT, ["5.1.5", "5.1.2.e"])
    found = [one for one in broken_rules(case) if one.objection.rule is Rule.R1]
    assert [(one.document, len(one.items)) for one in found] == [(1, 1)]


def test_reasons_are_asked_for_until_they_are_given_without_blanks(case):
    decide(case, By("ann"), "person:p2", Verdict.REDACT)
    asked = lambda: [one for one in broken_rules(case) if one.objection.rule is Rule.R5]  # noqa: E731
    assert [one.objection.codes for one in asked()] == [("5.1.2.e",)]
    motivate(case, By("ann"), "5.1.2.e", "Omdat [reden].")
    assert asked()
    motivate(case, By("ann"), "5.1.2.e", "Omdat het een burger is.")
    assert not asked()


def test_old_information_asks_for_more_reasons(case):
    from datetime import date

    change_settings(case, Settings("Proef", request_date=date(2026, 1, 1)))
    decide(case, By("ann"), "person:p2", Verdict.REDACT)
    motivate(case, By("ann"), "5.1.2.e", "Omdat het een burger is.")
    assert broken_rules(case) == []
    record(case, Ask("ann", "document:1", acts.Describe(day="2019-01-01")))
    assert [one.objection.rule for one in broken_rules(case)] == [Rule.R7]
    motivate(case, By("ann"), "5.1.2.e", "Omdat het een burger is, nog steeds.", age=True)
    assert broken_rules(case) == []


def test_what_goes_in_one_document_and_stands_in_another_is_warned_of(case):
    put(case, "Groet van Anna Vermeulen.", name="twee.txt")
    propose(case, only={1})
    decide(case, By("ann"), "person:p1", Verdict.REDACT)
    assert [(w.sort, w.spans) for w in warnings(case, 2)] == [(Sort.MISSED, (Span(0, 10, 24),))]
    assert warnings(case, 1) == []


def test_a_text_that_somebody_decided_to_keep_is_no_warning(case):
    item = item_at(case, 1, "Anna Vermeulen", 1)
    decide(case, By("ann"), "person:p1", Verdict.REDACT)
    decide(case, By("ann"), f"item:{item}", Verdict.KEEP)
    assert warnings(case, 1) == []


def test_parts_of_words_and_a_page_that_goes_as_a_whole_are_warned_of(case):
    add(case, By("ann"), [acts.Place(1, (Span(0, 0, 4),))], Kind.CASE, ["5.1.2.e"])
    assert [w.sort for w in warnings(case, 1)] == [Sort.PART]
    number = put(case, "lang " * 100, name="lang.txt")
    add(case, By("ann"), [acts.Place(number, (Span(0, 0, 499),))], Kind.CASE, ["5.1.2.e"])
    assert [w.sort for w in warnings(case, number)] == [Sort.MUCH]


def test_news_is_what_another_run_and_other_people_changed(case):
    since = case.state().seq
    assert news(case, since, "ann").is_empty
    decide(case, By("ann"), "person:p1", Verdict.REDACT)
    assert news(case, since, "ann").is_empty
    note(case, By("bob"), "document:1", "Kijk.")
    propose(case, says("B. Smit", ground="5.1.2.i", person="p2"), says("opent", Kind.CASE))
    told = news(case, since, "ann")
    assert [act.who for act in told.others] == ["bob"]
    assert told.new == (item_at(case, 1, "opent"),)
    assert told.altered == (item_at(case, 1, "B. Smit"),)
    assert len(told.gone) == 1  # the number: the person was decided on, and stays


def test_decisions_of_an_older_version_are_news(case):
    decide(case, By("ann"), "document:1", Verdict.AS_PROPOSED)
    since = case.state().seq
    put(case, PAGE + " Meer.")
    assert len(news(case, since, "ann").lost) == 4
    assert news(case, since, "ann").documents == (1,)


def test_the_history_of_an_item_has_what_reached_it_from_its_person_and_document(case):
    item = item_at(case, 1, "B. Smit")
    first = decide(case, By("ann"), "document:1", Verdict.AS_PROPOSED)
    second = decide(case, By("ann"), "person:p2", Verdict.KEEP)
    third = decide(case, By("ann"), f"item:{item}", Verdict.REDACT)
    decide(case, By("ann"), "person:p1", Verdict.KEEP)
    assert [act.seq for act in history(case, f"item:{item}")] == [
        first.seq, second.seq, third.seq,
    ]  # fmt: skip
    assert history(case, "person:p2")[-1] == second
    assert third in history(case, "document:1")


@pytest.mark.parametrize("texts", [True, False])
def test_the_record_is_exported_with_texts_only_when_asked(case, texts):
    note(case, By("=ann"), "document:1", "+Vraag na.")
    csv, told = as_csv(case, texts=texts), as_json_record(case, texts=texts)
    assert ("Vraag na." in csv) is ("Vraag na." in told) is ("verslag.txt" in told) is texts
    assert "'=ann" in csv
    assert csv.count("\r\n") == case.state().seq + 1
