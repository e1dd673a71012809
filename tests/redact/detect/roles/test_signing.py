import pytest

from redact.detect.names import find_names
from redact.finding import Role


def offices(text):
    return [text[m.start : m.end] for m in find_names(text) if m.role is Role.OFFICE_HOLDER]


BOARD = "Burgemeester en wethouders besluiten.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BOARD + "de secretaris,\tde burgemeester,\nK. Vos\tP. Smeets", ["K. Vos", "P. Smeets"]),
        (BOARD + "De burgemeester,\n\nP. Smeets", ["P. Smeets"]),
        (BOARD + "P. Smeets, voorzitter\nK. Vos, secretaris", ["P. Smeets", "K. Vos"]),
        ("Commissie voor de bezwaren\n\nK. Vos, secretaris", []),
        ("Naam\tPlaats\tFunctie\nP. Smeets\tEde\twethouder\n", ["P. Smeets"]),
        ("Actie\tWie\tMet\nBellen\tP. Smeets\twethouder\n", []),
        ("Voorstel\tP. Smeets\tmei\twethouder Kok\n", ["Kok"]),
    ],
)
def test_those_who_sign_for_a_board_hold_an_office(text, expected):
    assert offices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De wethouders Vos (VVD), Kok en De Wit kwamen.", ["Vos", "Kok", "De Wit"]),
        ("De wethouders Vos en Kok, Smeets en De Wit.", ["Vos", "Kok"]),
        ("Dat zei Karin Smeets (Water Natuurlijk).", ["Karin Smeets"]),
        ("Dat zei Karin Smeets (fractie Smeets) gisteren.", ["Karin Smeets", "Smeets"]),
        ("Akkoord van de wethouder. Haverman heeft haast.", []),
        ("Ik zet Karin (van de wethouder) in de cc.", []),
        ("Dat zei burg. Smeets.", ["Smeets"]),
    ],
)
def test_a_row_of_names_a_party_and_a_point_are_read(text, expected):
    assert [name for name in offices(text) if name in {*expected, "Smeets", "Karin"}] == expected


def test_the_title_below_a_name_counts_and_not_that_of_the_signature_above():
    text = "Hoogachtend,\n\nA. Jansen\nwethouder\n\nKarin Bakker\nsenior beleidsadviseur\n"
    assert [match.role for match in find_names(text)] == [Role.OFFICE_HOLDER, Role.CIVIL_SERVANT]
