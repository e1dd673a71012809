import pytest

from redact.detect.names import find_names
from redact.finding import Role


def role_of_first(text):
    return next(iter(find_names(text))).role


@pytest.mark.parametrize(
    "text",
    [
        "Vandaag sprak wethouder Jansen met ons.",
        "Vandaag sprak burgemeester Ali Ak met ons.",
        "Karin Jansen (wethouder) was erbij.",
        "Het stuk van J. de Vries, burgemeester van Zwolle.",
        "De minister van Financiën, Karin Jansen, antwoordde.",
        "Aanwezig: De Vries (raadslid, PvdA)",
        "Hoogachtend,\n\nKarin Jansen\nburgemeester",
        "Vragen van het lid H. Wiersma (FNP) over de brug.",
        "De burgemeester, mevrouw Jansen, heeft gebeld.",
        "Gedeputeerde mevrouw Jansen vroeg het.",
    ],
)
def test_a_title_beside_the_name_makes_an_office_holder(text):
    assert role_of_first(text) is Role.OFFICE_HOLDER


def test_both_names_behind_a_plural_title_are_office_holders():
    found = list(find_names("De wethouders Jansen en De Vries waren er."))
    assert [match.role for match in found] == [Role.OFFICE_HOLDER, Role.OFFICE_HOLDER]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Karin Jansen (adviseur van de burgemeester) belde.", Role.CIVIL_SERVANT),
        ("Projectleider Karin Jansen belde.", Role.CIVIL_SERVANT),
        ("Klager P. Jansen belde.", Role.CITIZEN),
        ("Haar zoon Ravi belde.", Role.CITIZEN),
        ("Advocaat Karin Jansen belde.", Role.ADVISER),
        ("Dit blijkt uit onderzoek (K. Jansen, 2019).", Role.AUTHOR),
        ("Zij belde met Karin Jansen over het hek.", Role.UNKNOWN),
    ],
)
def test_other_titles_give_other_roles(text, role):
    assert role_of_first(text) is role


def test_the_next_name_in_a_list_is_no_title():
    found = list(find_names("Aanwezig: Vos, Smeets, Koning, Blok"))
    assert {match.role for match in found} == {Role.UNKNOWN}


def test_a_role_does_not_reach_over_a_colon():
    assert role_of_first("Brief via burgemeester JZ: Rik Smeets") is Role.UNKNOWN


def test_a_person_of_history_is_known_by_name():
    assert role_of_first("Hij citeerde Anne Frank in zijn toespraak.") is Role.HISTORIC
