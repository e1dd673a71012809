import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Dit is Hendrikus Johannes (Henri) Wolbers uit Assen.",
            "Hendrikus Johannes (Henri) Wolbers",
        ),
        ("Wij spraken Ed ‘de Neus’ Ruitenbeek al.", "Ed ‘de Neus’ Ruitenbeek"),
        ("Toen kwam Glenroy “Sharky” Leverock aan boord.", "Glenroy “Sharky” Leverock"),
        ("Gisteren stond Jan 'Potje' de Rooij er weer.", "Jan 'Potje' de Rooij"),
    ],
)
def test_a_nickname_inside_a_name_is_part_of_it(names, text, name):
    assert names(text) == [name]


def test_a_department_in_brackets_joins_no_two_people(names):
    assert names("Daarna gaan Karin (OOV) Piet (GGD) en Els erheen.") == ["Karin", "Piet", "Els"]


def test_a_title_between_quotes_is_no_nickname(names):
    assert names("Het rapport ‘Samen verder’ Bijlage 2 is klaar.") == []
