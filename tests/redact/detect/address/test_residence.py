import pytest

from redact.detect.address.residence import (
    postcodes_said,
    spelled_numbers,
    streets_told,
    words_with_number,
)


def texts(finder, text):
    return [text[match.start : match.end] for match in finder(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("volgens de BRP is zij van Heimerstein 301 uitgeschreven", ["Heimerstein 301"]),
        ("een getuige die daar woont, Kanaal OZ 1. Hij", ["Kanaal OZ 1"]),
        ("geen brief op zijn huisadres, Oosterburen 2a; zijn", ["Oosterburen 2a"]),
        ("op het adres in Team 3", []),
        ("Zij woont er; de Motie 12 is aangehouden", []),
        ("Zij woont er sinds Koningsdag 2019", []),
    ],
)
def test_any_name_with_a_number_counts_where_somebody_lives(text, expected):
    assert texts(words_with_number, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Post nooit meer naar de Wakkerendijk, daar woont zijn ex.", ["Wakkerendijk"]),
        ("Zij houdt domicilie aan de Lindesingel, nu.", ["Lindesingel"]),
        ("De herinrichting van de Lindesingel begint.", []),
    ],
)
def test_a_street_without_a_number_counts_where_somebody_goes_to_live(text, expected):
    assert texts(streets_told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("een boerderijtje, postcode 1383. Verhuiskaart", ["1383"]),
        ("zij woont volgens haar bio in 6291.", ["6291"]),
        ("hij woont hier sinds 1996 en in 2001 verhuisde", []),
    ],
)
def test_a_part_of_a_postcode_counts_behind_its_word(text, expected):
    assert texts(postcodes_said, text) == expected


def test_a_house_number_may_be_written_in_letters():
    text = "Dan wordt het Ganzenmarkt dertien bis, boven de winkel."
    assert texts(spelled_numbers, text) == ["Ganzenmarkt dertien bis"]
    assert texts(spelled_numbers, "In de Kerkstraat twee bomen gekapt.") == []
