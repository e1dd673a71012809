from dataclasses import replace
from datetime import date

import pytest

from grounds.catalogue import CATALOGUE, GROUPS
from grounds.marks import Marks, Rule
from grounds.rules import RULES, check, five_years_before


def rules(*codes, **known):
    return [objection.rule for objection in check(Marks(frozenset(codes), **known))]


def test_a_name_with_a_motivation_meets_no_objection():
    assert rules("5.1.2.e", motivated=True) == []


@pytest.mark.parametrize("other", ["5.1.1.c", "5.1.2.i"])
def test_r1_the_rest_ground_never_stands_beside_another(other):
    assert rules("5.1.5", other, motivated=True) == [Rule.R1]


def test_r1_the_rest_ground_may_stand_beside_5_2():
    assert rules("5.1.5", "5.2.1", motivated=True) == []


def test_r2_the_rest_ground_is_not_for_the_environment():
    assert rules("5.1.5", environmental=True, motivated=True) == [Rule.R2]
    assert rules("5.1.5", emissions=True, motivated=True) == [Rule.R2]


def test_r3_5_1_6_is_for_the_environment_only():
    assert rules("5.1.6", motivated=True) == [Rule.R3]
    assert rules("5.1.6", environmental=True, motivated=True) == []


def test_r3_5_1_6_takes_the_place_of_5_1_1_c_there():
    assert rules("5.1.1.c", environmental=True) == [Rule.R3]
    assert rules("5.1.1.c") == []


def test_r4_emissions_are_not_refused():
    assert rules("5.1.2.b", emissions=True, motivated=True) == [Rule.R4]
    assert rules("5.2.1", emissions=True, motivated=True) == []


def test_r5_a_relative_ground_needs_a_motivation():
    [objection] = check(Marks(frozenset({"5.1.2.e"})))
    assert objection.rule is Rule.R5
    assert objection.binding
    assert "derde lid" in objection.message


def test_r5_an_absolute_ground_does_not():
    assert rules("5.1.1.e") == []


def test_r5_for_5_2_it_is_general_administrative_law_that_asks():
    [objection] = check(Marks(frozenset({"5.2.1"})))
    assert objection.rule is Rule.R5
    assert not objection.binding


def test_r6_a_delay_has_an_end():
    assert rules("5.1.4", motivated=True) == [Rule.R6]
    assert rules("5.1.4", motivated=True, release_date=date(2026, 12, 1)) == []


def test_r7_older_information_needs_more_reasons():
    marks = Marks(
        frozenset({"5.1.2.e", "5.1.1.e"}),
        motivated=True,
        document_date=date(2019, 7, 15),
        request_date=date(2024, 7, 16),
    )
    [objection] = check(marks)
    assert objection.rule is Rule.R7
    assert objection.codes == ("5.1.2.e",)
    assert check(replace(marks, age_motivated=True)) == []
    assert check(replace(marks, request_date=date(2024, 7, 15))) == []
    assert check(replace(marks, request_date=None)) == []


def test_five_years_before_a_leap_day_is_the_first_of_march():
    assert five_years_before(date(2024, 2, 29)) == date(2019, 3, 1)
    assert five_years_before(date(2024, 7, 15)) == date(2019, 7, 15)


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_a_group_cannot_be_cited(group):
    [objection] = check(Marks(frozenset({group})))
    assert objection.rule is Rule.CITABLE
    assert "groep" in objection.message


def test_a_letter_the_law_does_not_have_cannot_be_cited():
    [objection] = check(Marks(frozenset({"5.1.1.f"})))
    assert objection.rule is Rule.CITABLE
    assert "bestaat niet" in objection.message


def test_what_lies_outside_the_request_is_not_refused():
    assert rules("4.1.4") == []
    assert rules("4.1.4", "5.1.2.e", motivated=True) == [Rule.SCOPE]
    assert rules("4.1.4", "dubbel") == []


def test_a_decision_under_the_woo_cites_no_wob():
    [objection] = check(Marks(frozenset({"10.2.e"}), motivated=True))
    assert objection.rule is Rule.LAW
    assert "5.1.2.e" in objection.way_out


def test_a_decision_under_the_wob_does():
    then = date(2022, 4, 30)
    assert rules("10.2.e", motivated=True, decision_date=then) == []
    assert rules("5.1.2.e", motivated=True, decision_date=then) == [Rule.LAW]


def test_the_rest_ground_of_the_wob_is_not_converted():
    [objection] = check(Marks(frozenset({"10.2.g"}), motivated=True))
    assert not objection.way_out.startswith("Nu geldt")
    assert "opnieuw" in objection.way_out


def test_advice_for_a_formal_decision_is_shown_without_names():
    [objection] = check(Marks(frozenset({"5.2.1"}), motivated=True, formal=True))
    assert objection.rule is Rule.FORMAL
    assert not objection.binding


def test_the_special_law_is_named():
    assert rules("8.8") == [Rule.SPECIAL]
    assert rules("8.8", provision="artikel 67 AWR") == []


def test_every_objection_says_what_is_wrong_and_the_way_out():
    worst = Marks(
        frozenset(CATALOGUE) | frozenset(GROUPS) | {"5.1.1.f"},
        emissions=True,
        formal=True,
        document_date=date(2010, 1, 1),
        request_date=date(2026, 1, 1),
    )
    objections = check(worst)
    assert {objection.rule for objection in objections} == set(Rule)
    assert len(RULES) == len(Rule)
    for objection in objections:
        assert objection.codes
        assert objection.message.endswith(".")
        assert objection.way_out.endswith(".")
