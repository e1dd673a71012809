"""Lines as they stand in minutes, mails, forms and tables: what is found in them, and what stays.

They are development data: lines with `<<marks>>` around a home or a birth, and lines without.
The floors were measured and only go up.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from redact.analyse import analyse
from redact.finding import Action, Kind
from redact.policy import load_policy
from redact.read import read_text

LINES = Path(__file__).with_name("lines")
MARK = re.compile(r"<<(.*?)>>", re.DOTALL)


class Line(NamedTuple):
    text: str
    golds: list[range]


def lines(name):
    written = (LINES / f"{name}.txt").read_text("utf-8").splitlines()
    return [_line(each) for each in written if each and not each.startswith("#")]


def _line(written):
    marked = written.replace("\\n", "\n").replace("\\t", "\t")
    golds = [
        range(found.start() - 4 * rank, found.end() - 4 * (rank + 1))
        for rank, found in enumerate(MARK.finditer(marked))
    ]
    return Line(MARK.sub(r"\1", marked), golds)


def shown(text):
    policy = load_policy(None)
    return [
        (proposal.finding.kind, range(span.start, span.end))
        for proposal in analyse(read_text(text.encode()), policy).proposals
        if proposal.action is not Action.KEEP
        for span in proposal.spans
    ]


def found(name):
    """Return how many marks are covered, letter by letter, and how many there are."""
    covered = total = 0
    for line in lines(name):
        places = {place for _, span in shown(line.text) for place in span}
        for gold in line.golds:
            solid = {place for place in gold if line.text[place].isalnum()}
            total += 1
            covered += solid <= places
    return covered, total


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("addresses", 0.9),
        ("births", 0.96),
        ("more_addresses", 0.9),
        ("told_addresses", 0.95),
        ("more_births", 0.92),
    ],
)
def test_homes_and_births_are_shown_in_lines_of_all_kinds(name, floor):
    covered, total = found(name)
    assert covered / total >= floor


@pytest.mark.parametrize(
    ("name", "kind", "ceiling"),
    [
        ("public_places", Kind.ADDRESS, 9),
        ("more_public_places", Kind.ADDRESS, 1),
        ("other_dates", Kind.BIRTHDATE, 1),
    ],
)
def test_public_places_and_other_dates_are_left_alone(name, kind, ceiling):
    alarms = [line.text for line in lines(name) if kind in {seen for seen, _ in shown(line.text)}]
    assert len(alarms) <= ceiling
