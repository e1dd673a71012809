import pytest

from redact.detect.match import Match
from redact.detect.repeated import repeated
from redact.finding import Kind, Role


def found(text, number, kind=Kind.IDNUMBER, score=0.95, role=Role.UNKNOWN):
    start = text.index(number)
    known = Match(start, start + len(number), kind, score, "test", "Een nummer.", role)
    return [text[m.start : m.end] for m in repeated(text, [known])]


@pytest.mark.parametrize(
    ("text", "number", "again"),
    [
        ("klant 098831 en later weer 098831.", "098831", ["098831"]),
        ("BSN 963391847, map 963.391.847", "963391847", ["963.391.847"]),
        ("P-00187 en (p-00187)", "P-00187", ["p-00187"]),
    ],
)
def test_a_number_that_was_found_once_is_found_again(text, number, again):
    assert found(text, number) == again


def test_a_sum_a_short_number_and_part_of_another_number_are_not_the_same():
    assert found("klant 09883 kost € 09883 of 09883,50 of 09883.1 of 109883", "09883") == []
    assert found("toestel 4412 op kamer 4412", "4412", Kind.PHONE) == []


def test_what_is_unsure_or_of_an_organisation_is_not_looked_for():
    text = "klant 098831 en 098831"
    assert found(text, "098831", score=0.6) == []
    assert found(text, "098831", role=Role.ORGANISATION) == []
