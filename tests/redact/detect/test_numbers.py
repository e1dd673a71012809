"""Lines as officials write them, with the numbers and addresses in them that must go or stay.

`numbers/*.txt` holds one line each, in the marks of `samples.gold`; "\\t" and "\\n" are written
out.
A line with no mark holds nothing that may go. The floors were measured; they only go up.
"""

from functools import cache
from pathlib import Path

import pytest

from redact.detect.contact.email import find_email
from redact.detect.contact.phone import find_phone
from redact.detect.number.bsn import find_bsn
from redact.detect.number.iban import find_iban
from redact.detect.number.idnumber import find_idnumber
from redact.detect.number.plate import find_plate
from redact.detect.overlap import without_overlaps
from redact.finding import Role
from samples.gold import parse

DETECTORS = (find_bsn, find_iban, find_phone, find_email, find_plate, find_idnumber)
LINES = sorted(Path(__file__).with_name("numbers").glob("*.txt"))
SURE = 0.85

REDACTED = {"idnumber": 0.90, "phone": 0.94, "bsn": 0.87, "email": 0.98, "iban": 1.0}
SHOWN = {"idnumber": 0.93, "phone": 0.97, "bsn": 1.0, "email": 0.98, "iban": 1.0}
KEPT = {"phone": 0.92, "email": 0.95, "iban": 1.0}
MOST_FALSE = 0.0
"""Of the lines in which nothing may go, how many would lose something."""


@cache
def lines():
    written = [line for path in LINES for line in path.read_text("utf-8").splitlines()]
    return [parse(line.replace("\\n", "\n").replace("\\t", "\t")) for line in written]


@cache
def seen(text):
    matches = [match for detector in DETECTORS for match in detector(text)]
    return [m for m in without_overlaps(text, matches) if m.role is not Role.ORGANISATION]


def is_covered(text, gold, least):
    matches = [match for match in seen(text) if match.score >= least]
    places = (place for place in range(gold.start, gold.end) if text[place].isalnum())
    return all(any(m.start <= place < m.end for m in matches) for place in places)


def share(kind, least):
    golds = [(text, gold) for text, marks in lines() for gold in marks if gold.kind == kind]
    must_go = [is_covered(text, gold, least) for text, gold in golds if gold.must_go]
    return sum(must_go) / len(must_go)


def test_there_are_many_lines_of_both_sorts():
    assert sum(bool(marks) for _, marks in lines()) >= 400
    assert sum(not marks for _, marks in lines()) >= 200


@pytest.mark.parametrize(("kind", "floor"), REDACTED.items())
def test_most_of_what_must_go_would_go(kind, floor):
    assert share(kind, SURE) >= floor


@pytest.mark.parametrize(("kind", "floor"), SHOWN.items())
def test_what_must_go_is_mostly_shown(kind, floor):
    assert share(kind, 0.4) >= floor


@pytest.mark.parametrize(("kind", "floor"), KEPT.items())
def test_what_belongs_to_a_body_stays(kind, floor):
    golds = [(text, gold) for text, marks in lines() for gold in marks if gold.kind == kind]
    kept = [
        not any(m.start < gold.end and gold.start < m.end for m in seen(text))
        for text, gold in golds
        if not gold.must_go
    ]
    assert sum(kept) / len(kept) >= floor


def test_hardly_a_line_without_a_mark_loses_anything():
    bare = [text for text, marks in lines() if not marks]
    lost = [any(match.score >= SURE for match in seen(text)) for text in bare]
    assert sum(lost) / len(bare) <= MOST_FALSE
