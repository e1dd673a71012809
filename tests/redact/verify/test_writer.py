"""The verifier and the writer of the house: what is written passes, what is forgotten is seen."""

from dataclasses import replace

import pymupdf
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from redact.write import write_pdf

WORDS = ["Quaxmans", "Zwierink", "overleg", "straat", "de", "officieel", "lijn", "Ik", "jeugd"]
LINES = st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=8), min_size=1, max_size=7)
QUICK = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _written(case):
    return write_pdf(case.data, case.document, case.redactions)


def test_what_our_writer_writes_is_verified(case):
    assert not case.leaks(_written(case))


def test_a_redaction_that_was_not_carried_out_is_seen(case):
    for left in range(len(case.redactions)):
        rest = case.redactions[:left] + case.redactions[left + 1 :]
        assert case.leaks(_written(replace(case, redactions=rest)))


def test_a_redaction_too_many_is_seen(case, make_case):
    more = make_case(data=case.data, remove=["Quaxmans", "wethouder"])
    assert case.leaks(_written(more))


@QUICK
@given(lines=LINES, leading=st.integers(11, 24), remove=st.sets(st.sampled_from(WORDS), min_size=1))
def test_any_words_ordered_pass_and_any_one_forgotten_is_seen(make_case, lines, leading, remove):
    case = make_case(*map(" ".join, lines), leading=leading, remove=sorted(remove))
    assume(case.redactions)
    assert not case.leaks(_written(case))
    forgotten = replace(case, redactions=case.redactions[1:])
    assert case.leaks(_written(forgotten))


@pytest.mark.parametrize("size", [6, 9, 14, 28])
@pytest.mark.parametrize("font", ["helv", "tiro", "cour", "tiit"])
def test_the_font_makes_no_difference(make_case, font, size):
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        for row in range(4):
            text = f"Regel {row} met jij, Quaxmans, fijn afgesproken"
            page.insert_text((40, 60 + 1.1 * size * row), text, fontsize=size, fontname=font)
        data = pdf.tobytes()
    case = make_case(data=data, remove=["Quaxmans"])
    assert not case.leaks(_written(case))
    assert case.leaks(data)
