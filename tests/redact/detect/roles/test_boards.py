import pytest

from redact.detect.names import find_names
from redact.finding import Role


def roles(text):
    return {text[match.start : match.end]: match.role for match in find_names(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De raad van bestuur is akkoord. Bestuurder Jansen tekent.", "Jansen"),
        ("De RvB vergadert dinsdag; voorzitter Karin Jansen is er.", "Karin Jansen"),
        ("Het zbo wil dit. Bestuurslid K. Jansen belde.", "K. Jansen"),
        ("COA-bestuurder Karin Jansen zei het.", "Karin Jansen"),
        ("Aan: college van bestuur, mw. K. Jansen (lid)", "K. Jansen"),
        ("Dagelijks bestuur: K. Jansen, voorzitter", "K. Jansen"),
        ("In het debat van 9 juni heeft mevrouw Jansen gevraagd naar het hek.", "Jansen"),
        ("Raadsleden Smeets en P. Jansen (Dorpslijst) vragen dit.", "P. Jansen"),
    ],
)
def test_the_board_of_a_public_body_holds_an_office(text, name):
    assert roles(text)[name] is Role.OFFICE_HOLDER


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De bestuurder Karin Jansen van de auto reed door.", "Karin Jansen"),
        ("De RvB is er. De voetbalclub met voorzitter Karin Jansen niet.", "Karin Jansen"),
        ("De RvB is er. OR-voorzitter Karin Jansen ook.", "Karin Jansen"),
        ("FNV-bestuurder Karin Jansen zei het.", "Karin Jansen"),
        ("Commissie: K. Jansen (voorzitter)", "K. Jansen"),
        ("In het debat is de brief van mevrouw Jansen genoemd. Zij vroeg meer.", "Jansen"),
    ],
)
def test_other_boards_and_drivers_hold_none(text, name):
    assert roles(text)[name] is not Role.OFFICE_HOLDER


def test_a_chief_prosecutor_in_the_triangle_holds_an_office_and_an_officer_does_not():
    assert roles("Driehoek: HOvJ mr. K. Jansen")["K. Jansen"] is Role.OFFICE_HOLDER
    assert roles("Aanwezig: K. Jansen, hovj")["K. Jansen"] is not Role.OFFICE_HOLDER
