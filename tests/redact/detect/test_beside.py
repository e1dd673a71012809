import pytest

from redact.detect.beside import at_person
from redact.detect.match import SURE, Match
from redact.detect.number.bsn import find_bsn
from redact.finding import Kind


def found(text, *names):
    persons = [
        Match(text.index(it), text.index(it) + len(it), Kind.PERSON, 0.95, "name", "Een naam.")
        for it in names
    ]
    return [
        (text[m.start : m.end], m.kind.value, m.score >= SURE)
        for m in at_person(text, [*persons, *find_bsn(text)])
        if m.kind is not Kind.PERSON
    ]


@pytest.mark.parametrize(
    ("text", "name", "seen"),
    [
        ("behalve die van Bos (121700665), die", "Bos", ("121700665", "bsn", True)),
        ("Bleek ook bij Kaya te staan: 810702708.", "Kaya", ("810702708", "bsn", True)),
        ("Student Eline Wolbers (s1088203) logde", "Eline Wolbers", ("s1088203", "idnumber", True)),
        ("Uit dienst: V. Kaya, 7700102, login", "V. Kaya", ("7700102", "idnumber", False)),
        ("V. Kaya (OD-3390)", "V. Kaya", ("OD-3390", "idnumber", True)),
    ],
)
def test_a_number_right_behind_a_name_is_that_persons(text, name, seen):
    assert found(text, name) == [seen]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("V. Kaya, 2019, blz. 4", "V. Kaya"),
        ("V. Kaya, 12345,50 euro", "V. Kaya"),
        ("V. Kaya, 12345 euro", "V. Kaya"),
        ("V. Kaya 7700102", "V. Kaya"),
        ("V. Kaya, factuur 121700665", "V. Kaya"),
    ],
)
def test_years_sums_and_numbers_of_things_stay(text, name):
    assert found(text, name) == []


def test_a_proof_far_from_a_name_is_only_worth_a_look():
    text = "V. Kaya was er. Op de achterkant van het papier staat 121700665 met potlood."
    assert found(text, "V. Kaya") == [("121700665", "bsn", False)]
