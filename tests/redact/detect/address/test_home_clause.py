import pytest

from redact.detect import detect
from redact.finding import Kind
from redact.read import read_text


def addresses(text):
    document = read_text(text.encode())
    return {
        " ".join(document.text_of(span) for span in found.spans): found.score >= 0.85
        for found in detect(document)
        if found.kind is Kind.ADDRESS and found.score >= 0.4
    }


@pytest.mark.parametrize(
    "text",
    [
        "De heer Verweerd uit Epe, Kerkstraat 7, heeft wekelijks brieven geschreven.",
        "Zij verblijft sinds maart 2018 bij haar vriend aan de Kerkstraat 7 en komt niet terug.",
        "Ineke stuurt mevrouw Bos een bloemetje naar Kerkstraat 7.",
        "De brief aan de heer Al-Jubouri is naar Kerkstraat 7 gestuurd.",
        "07.25   Kerkstraat 7   mevrouw Bos (81), rolstoel",
    ],
)
def test_an_address_in_one_sentence_with_a_citizen_goes(text):
    assert addresses(text)["Kerkstraat 7"]


@pytest.mark.parametrize(
    "text",
    [
        "De heer Bos vraagt naar de bomen bij Kerkstraat 7.",
        "Wethouder Bos bezocht woensdag Kerkstraat 7.",
        "Mevrouw Bos vroeg een vergunning voor Kerkstraat 7.",
        "De tekening van architect K. Bos voor het bouwplan Kerkstraat 7 is binnen.",
        "Onze advocaat is mr. Sacha Rozendaal (Kerkstraat 7).",
        "Brief aan: Vlint B.V., t.a.v. mevrouw Smit, Kerkstraat 7",
    ],
)
def test_an_address_with_another_thing_or_at_work_does_not_go_for_it(text):
    assert not addresses(text).get("Kerkstraat 7")


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Die foto ligt bij mijn zuster in Hoorn.", "Hoorn"),
        ("Een vriendin die nu in Hoorn verblijft, betaalt.", "Hoorn"),
        ("Hij woont niet meer in de stad maar in Toronto.", "Toronto"),
        ("Haar neef, de heer A. Blom uit Wijchen, belde.", "Wijchen"),
        ("De heer Frants is in 2017 naar Roermond vertrokken.", "Roermond"),
    ],
)
def test_a_town_where_somebody_is_said_to_live_is_shown(text, town):
    assert addresses(text) == {town: False}


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente is actief in Hoorn.",
        "Mevrouw Bos werkt in Hoorn.",
        "Hij woont in Nederland.",
        "De moeder in de Kerkstraat belde.",
        "De bus naar Hoorn is vertraagd.",
    ],
)
def test_another_town_stays(text):
    assert "Hoorn" not in addresses(text)
    assert "Nederland" not in addresses(text)


def test_a_street_behind_a_birth_date_is_a_home():
    assert addresses("Naam: K. Bos, geb. 20-02-1969, Kerkstraat 7\n") == {"Kerkstraat 7": True}


def test_the_office_of_a_firm_in_a_street_of_homes_stays():
    text = "Woont: Broekkant 19a, 5741 TX Ons Dorp\nVestiging: Broekkant 19, Ons Dorp\n"
    assert "Broekkant 19" not in addresses(text)


def test_a_relative_and_a_count_are_no_street():
    assert addresses("zelf woont dochter 2 deuren verder") == {}


def test_a_house_number_known_from_a_list_goes_alone_too():
    text = "Kerkstraat 55\nMelders: 57 (mevrouw Bos)\n\nBloemen bezorgd op nr. 57.\n"
    assert addresses(text)["nr. 57"]
