"""Reasons once for a ground, rules that are broken, notes and settings."""

import pytest

from grounds.motivation import blanks, motivation
from pipeline.case.doing import By, decide
from pipeline.case.rules import broken_rules
from pipeline.review.access.account import Role


@pytest.fixture
def visitor(visitor_for):
    visitor = visitor_for()
    visitor.act("/personen/besluit", persons=["p1"], verdict="redact")
    return visitor


def test_a_ground_in_use_comes_with_the_skeleton_and_its_blanks(visitor):
    page = visitor.html("/motivering")
    assert "nog te schrijven" in page
    assert f"<li>{blanks(motivation('5.1.2.e'))[0]}</li>" in page


def test_reasons_without_blanks_settle_the_rule(visitor):
    seq = visitor.case.state().seq
    answer = visitor.send("/motivering/5.1.2.e", saw=seq, text="Omdat het om burgers gaat.")
    assert answer.status_code == 303
    assert broken_rules(visitor.case) == []
    assert "gemotiveerd" in visitor.html("/motivering")


def test_reasons_with_blanks_are_kept_but_settle_nothing(visitor):
    seq = visitor.case.state().seq
    visitor.send("/motivering/5.1.2.e", saw=seq, text="Omdat [reden].")
    assert [one.objection.rule for one in broken_rules(visitor.case)] == ["R5"]
    assert "nog in te vullen" in visitor.html("/motivering")


def test_reasons_that_a_colleague_wrote_meanwhile_are_not_overwritten(visitor, visitor_for):
    seq = visitor.case.state().seq
    other = visitor_for("bilal")
    other.send("/motivering/5.1.2.e", saw=seq, text="De tekst van Bilal.")
    answer = visitor.send("/motivering/5.1.2.e", saw=seq, text="Mijn eigen tekst.")
    assert answer.status_code == 409
    assert "Mijn eigen tekst." in answer.text


def test_a_broken_rule_is_shown_with_the_way_out_and_the_place(visitor):
    item = visitor.case.state().items_of(1)[0].id
    decide(visitor.case, By("anna"), f"item:{item}", "redact", ("5.1.5", "5.1.2.e"))
    page = visitor.html("/motivering")
    assert "De restgrond 5.1.5 mag niet samen" in page
    assert "Kies: laat 5.1.5 vervallen" in page
    assert f"/stukken/1#item={item}" in page


def test_settings_are_for_the_administrator_and_their_change_is_on_record(visitor_for, full_case):
    assert visitor_for("x").get("/beheer/zaak").status_code == 403
    administrator = visitor_for("beheer", (Role.ADMINISTRATOR, Role.OFFICER))
    administrator.send("/beheer/zaak", name="Proef", every_page_seen="true")
    assert not full_case.settings.four_eyes
    assert "vier ogen: aan → uit" in administrator.html("/notities")


def test_a_case_without_a_name_or_with_a_day_that_is_none_is_refused(visitor_for, full_case):
    administrator = visitor_for("beheer", (Role.ADMINISTRATOR,))
    assert administrator.send("/beheer/zaak", name=" ").status_code == 422
    answer = administrator.send("/beheer/zaak", name="Proef", request_date="2026-02-31")
    assert "Deze datum bestaat niet." in answer.text
    assert full_case.settings.four_eyes


def test_a_note_on_the_case_is_kept_and_an_empty_one_is_refused(visitor):
    assert visitor.send("/notities", text="Bel de raad.").status_code == 303
    assert "Bel de raad." in visitor.html("/notities")
    assert visitor.send("/notities", text="  ").status_code == 422
