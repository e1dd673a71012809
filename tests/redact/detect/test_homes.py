import pytest

from redact.detect import detect
from redact.finding import Kind
from redact.read import read_text


def addresses(text):
    document = read_text(text.encode())
    return {
        " ".join(document.text_of(span) for span in found.spans): found.score >= 0.85
        for found in detect(document)
        if found.kind is Kind.ADDRESS
    }


@pytest.mark.parametrize(
    "text",
    [
        "Eigenaar is J.C. Haverman, Kerkstraat 4.",
        "De burgemeester feliciteert het paar (Kerkstraat 4, mevrouw Medema).",
        "Naam\tStraat en nr\nKarin Haverman\tKerkstraat 4\n",
        "De bewoners van Kerkstraat 4 zijn boos.",
    ],
)
def test_an_address_beside_a_person_is_a_home(text):
    (sure,) = addresses(text).values()
    assert sure


def test_an_address_of_a_building_is_only_shown():
    assert addresses("De wethouder opent het pand aan de Kerkstraat 4.") == {"Kerkstraat 4": False}


def test_a_home_is_one_wherever_it_is_named():
    text = "Mevrouw Haverman woont Kerkstraat 4.\n\nDe controle bij Kerkstraat 4 ging niet door."
    document = read_text(text.encode())
    found = [item for item in detect(document) if item.kind is Kind.ADDRESS]
    assert [item.score >= 0.85 for item in found] == [True, True]
