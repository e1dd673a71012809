from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipeline.engine import Failed
from pipeline.oneshot import Mark, Outcome
from pipeline.report.page import as_html
from pipeline.report.report import Entry, Report, as_json, grouped, totals
from redact.finding import Action, Kind, Verified
from redact.write import How, Told, Treated


def mark(page=0, kind=Kind.PERSON, action=Action.REDACT, ground="5.1.2.e", reason="Een naam."):
    return Mark(page, kind, action, ground, reason)


def outcome(*marks, named=False):
    return Outcome(3, marks, (("5.1.2.e", 1),), Verified("ab" * 32, ("tekst",), ()), named)


def report(*results):
    entries = tuple(Entry(f"bron {n}.docx", f"bron {n}.pdf", r) for n, r in enumerate(results))
    return Report("0.1.0", datetime(2026, 11, 24, 9, 30, tzinfo=UTC), "standaard", entries)


def test_marks_are_summed_up_by_ground_and_kind_with_runs_of_pages():
    marks = (*tuple(mark(page) for page in (0, 1, 2, 4)), mark(3, Kind.BSN, ground="5.1.1.e"))
    first, second = grouped(marks)
    assert (first.count, first.pages) == (4, "1–3, 5")
    assert (second.ground, second.pages) == ("5.1.1.e", "4")


@pytest.mark.parametrize(
    ("results", "code"),
    [
        ([outcome()], 0),
        ([outcome(), Failed("DamagedError", "kapot", 1)], 1),
        ([Failed("DamagedError", "kapot", 1), Failed("LeakError", "lek", 3)], 3),
    ],
)
def test_the_exit_code_says_the_worst_that_happened(results, code):
    assert report(*results).exit_code == code


def test_json_keeps_the_order_of_the_input_and_counts_pages_from_one():
    document, failed = as_json(report(outcome(mark(1)), Failed("DamagedError", "kapot")))[
        "documents"
    ]
    assert document["removed"] == [
        {"page": 2, "kind": "person", "ground": "5.1.2.e", "reason": "Een naam."}
    ]
    assert failed["output"] is None
    assert failed["error"]["message"] == "kapot"


def test_fonts_that_could_not_be_reduced_are_counted_and_warned_about():
    document = as_json(report(replace(outcome(), whole_fonts=2)))["documents"][0]
    assert document["whole_fonts"] == 2
    assert any("2 lettertype(n)" in warning for warning in document["warnings"])
    assert not as_json(report(outcome()))["documents"][0]["warnings"]


def test_gaps_that_could_not_be_closed_are_counted_with_their_bits():
    told = Told.of([Treated(0, "5.1.2.e", How.OPEN, 5.0), Treated(1, "5.1.2.e", How.FIXED, 0.0)])
    document = as_json(report(replace(outcome(), told=told)))["documents"][0]
    assert (document["width"]["open"], document["width"]["most_bits"]) == (1, 5.0)
    assert document["width"]["mean_bits"] == 2.5
    assert any("even breed" in warning for warning in document["warnings"])


def test_a_file_name_with_a_person_is_warned_about():
    warnings = as_json(report(outcome(named=True)))["documents"][0]["warnings"]
    assert "--names number" in warnings[0]


def test_the_totals_count_only_what_was_done():
    figures = totals(report(outcome(mark(), mark(action=Action.LOOK)), Failed("X", "x")))
    assert figures["done"] == figures["failed"] == figures["removed"] == figures["look"] == 1


def test_the_page_counts_and_lists_what_was_removed_and_what_to_look_at():
    look = mark(1, Kind.OPINION, Action.LOOK, "5.2.1", "Een adviserende wending.")
    page = as_html(report(outcome(mark(), mark(2), look)))
    assert '<td class="number">2</td><td class="number">1</td>' in page
    assert "Een adviserende wending." in page
    assert "persoonlijke beleidsopvatting" in page
    assert "In dit document is niets weggelakt" not in page


def test_the_page_escapes_what_file_names_hold():
    entry = Entry("<script>alert(1)</script>.pdf", "uit.pdf", outcome(mark()))
    page = as_html(Report("0.1.0", datetime(2026, 1, 1, tzinfo=UTC), "standaard", (entry,)))
    assert "<script>" not in page


def test_the_page_needs_no_network_and_no_script():
    page = as_html(report(outcome(mark(), mark(action=Action.LOOK)), Failed("X", "kapot")))
    assert "http" not in page
    assert "<script" not in page
    assert "src=" not in page
