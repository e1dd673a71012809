"""The documents in `cases/`: each of another kind of office, year, writer and layout.

They are development data, as the samples are. The floors below were measured; they go up with
the detectors and never down.
"""

from pathlib import Path

import pytest

from redact.analyse import analyse
from redact.finding import Action, Kind
from redact.policy import load_policy
from redact.read import read_text
from samples.gold import parse
from samples.score import Prediction, score, total

CASES = sorted(Path(__file__).with_name("cases").glob("*.md"))

REDACTED = {
    Kind.PERSON: 0.92,
    Kind.EMAIL: 1.0,
    Kind.PHONE: 0.90,
    Kind.ADDRESS: 0.90,
    Kind.IDNUMBER: 0.83,
}
SHOWN = {
    Kind.PERSON: 0.95,
    Kind.PHONE: 1.0,
    Kind.ADDRESS: 0.96,
    Kind.IDNUMBER: 0.88,
    Kind.HEALTH: 0.93,
    Kind.CASE: 0.94,
    Kind.OPINION: 0.95,
    Kind.STATE: 0.88,
    Kind.INSPECTION: 0.87,
    Kind.COMPANY: 0.69,
}
PRECISION = {Kind.PERSON: 0.93, Kind.ADDRESS: 0.80, Kind.IDNUMBER: 0.85}


@pytest.fixture(scope="module")
def tallies():
    scores = [_score(path.read_text("utf-8")) for path in CASES]
    return total(scores)


def _score(marked):
    text, golds = parse(marked)
    document, policy = read_text(text.encode()), load_policy(None)
    starts = document.page_starts
    predictions = [
        Prediction(
            starts[span.page] + span.start,
            starts[span.page] + span.end,
            proposal.finding.kind,
            proposal.action,
        )
        for proposal in analyse(document, policy).proposals
        if proposal.action is not Action.KEEP
        for span in proposal.spans
    ]
    return score(text, golds, predictions)


def test_there_are_many_documents_and_each_is_another():
    assert len(CASES) >= 25


@pytest.mark.parametrize(("kind", "floor"), REDACTED.items())
def test_what_must_go_would_go(tallies, kind, floor):
    assert tallies.kinds[kind].recall >= floor


@pytest.mark.parametrize(("kind", "floor"), SHOWN.items())
def test_what_must_go_is_at_least_shown(tallies, kind, floor):
    assert tallies.kinds[kind].recall_shown >= floor


@pytest.mark.parametrize(("kind", "floor"), PRECISION.items())
def test_what_is_proposed_is_mostly_right(tallies, kind, floor):
    assert tallies.kinds[kind].precision_shown >= floor


def test_office_holders_stay(tallies):
    assert tallies.kinds[Kind.PERSON].kept >= 0.98


def test_hardly_anything_else_would_go(tallies):
    assert tallies.overreach <= 0.02
