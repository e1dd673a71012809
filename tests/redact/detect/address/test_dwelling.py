import pytest

from redact.detect.address.dwelling import (
    described,
    named_boats,
    pitches,
    rooms_and_pitches,
    where_one_stays,
)


def texts(finder, text):
    return [text[match.start : match.end] for match in finder(text)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Woont op hotelschip Aurora, hut 214. De", "hotelschip Aurora, hut 214"),
        ("Huize Ten Anker, afdeling Zee, app. 107.", "Huize Ten Anker, afdeling Zee, app. 107"),
        ("op bungalowpark De Kempen, nr. 61, post", "bungalowpark De Kempen, nr. 61"),
        ("A. Abdi   azc, gebouw 4 kamer 11   06", "azc, gebouw 4 kamer 11"),
        ("07.48   De Bungalows, huisje 30   Oliwier", "De Bungalows, huisje 30"),
        ("Bij ligplaats 7, Haagse Schouw staat nog", "ligplaats 7, Haagse Schouw"),
        (
            "klooster Ora, kamer 3, Kloosterlaan 40, 7571 AE Oldenzaal",
            "klooster Ora, kamer 3, Kloosterlaan 40, 7571 AE Oldenzaal",
        ),
    ],
)
def test_a_room_or_pitch_goes_with_the_home_it_is_in(text, place):
    assert texts(rooms_and_pitches, text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "vergadering gemeentehuis, kamer 12",
        "hoorgesprek Rijnstraat 50, kamer Zuid",
        "De raadszaal is kamer 12 op de tweede etage.",
        "Vragen? Ik zit op kamer 2.14, toestel 614.",
        "Unit 7 van het bedrijvenpark staat leeg.",
    ],
)
def test_a_room_in_an_office_is_no_home(text):
    assert texts(rooms_and_pitches, text) + texts(where_one_stays, text) == []


def test_a_room_is_a_home_where_somebody_is_said_to_stay():
    text = "Zij slaapt daar ook, in een stacaravan, veld C, plaats 118. Klaar."
    assert texts(where_one_stays, text) == ["veld C, plaats 118"]


def test_a_pitch_alone_is_one_only_where_people_live():
    assert texts(pitches, "Chalet 40 en 40a. Bewoner is Bart.") == ["Chalet 40", "40a"]
    assert texts(pitches, "Chalet 4 van het park is afgebrand.") == []


def test_a_boat_with_a_name_takes_its_jetty_along():
    text = "R. Ben Allal, woonboot ‘Petronella’, steiger 3"
    assert texts(named_boats, text) == ["woonboot ‘Petronella’, steiger 3"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hij woont op de dijk, derde huis voorbij de molen.", "derde huis voorbij de molen"),
        ("'de Belg' in het rode houten huisje bij het gemaal", "rode houten huisje bij het gemaal"),
        ("K. Aarras, boven kapsalon Knip, Kerklaan", "boven kapsalon Knip, Kerklaan"),
        ("dhr. S. Manukyan, caravan bij Kromme Dijk 30", "caravan bij Kromme Dijk 30"),
    ],
)
def test_a_house_told_in_words_is_only_shown(text, place):
    assert texts(described, text)[-1].endswith(place)
    assert all(match.score < 0.85 for match in described(text))
