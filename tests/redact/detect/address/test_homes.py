import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from redact.detect import detect
from redact.detect.address.homes import houses
from redact.detect.address.street import HOUSE_NUMBER
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


def test_a_street_that_looks_like_none_is_known_again_by_its_name():
    text = "Karin Bos, Achterom 22a, 4433 BC Oudkerk\n\nU schreef ook naar Achterom 24, geloof ik."
    assert "Achterom 24" in addresses(text)


def test_a_row_of_addresses_keeps_its_streets_whole_beside_names():
    rows = "Boeier 4\tfam. Bos\t06-13559270\nBoeier 6\tK. Vos\t06-13559271\n"
    text = f"Adres\tContact\tBereikbaar\n{rows}"
    assert addresses(text) == {"Boeier 4": True, "Boeier 6": True}


def test_a_street_with_an_age_behind_a_name_is_a_home():
    assert addresses("Mevrouw Bos (91, Linde 14) belde.") == {"Linde 14": True}


streets = st.sampled_from(["Weg", "Nieuwe Weg", "Weg 3", "Achterom", "Nieuwe"])


@given(
    st.lists(streets | st.sampled_from(["3", "12a", "3 Weg", "x", "-", "2020"]), max_size=12),
    st.sets(streets, min_size=1),
    st.sampled_from([" ", "\n", ""]),
)
def test_streets_are_looked_up_as_one_pattern_would_find_them(words, known, gap):
    text = gap.join(words) + " " + " ".join(words)
    names = "|".join(map(regex.escape, sorted(known, key=len, reverse=True)))
    pattern = regex.compile(rf"(?<![\w-])(?:{names}) {HOUSE_NUMBER}")
    assert list(houses(text, known)) == [found.span() for found in pattern.finditer(text)]
