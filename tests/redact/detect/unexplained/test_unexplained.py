import pytest

from redact.detect import detect
from redact.document import Document, Page


def shown(text, source):
    document = Document("0" * 64, (Page.unplaced(0, text),))
    return [
        text[span.start : span.end]
        for finding in detect(document)
        if finding.source == source
        for span in finding.spans
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("De heer Piet Bakker staat bij ons onder 88213 in het systeem.", ["88213"]),
        ("Karin de Wit heeft zich gelegitimeerd met 8K-2204-P.", ["8K-2204-P"]),
        ("De uitkering van Rachid Benali loopt onder UW.44.8812.", ["UW.44.8812"]),
        ("Mevrouw Fatma Yıldız gaf haar pas af, 4471 902, en vertrok.", ["4471 902"]),
        ("Anna van Dam\t8821-K\tontvangt huurtoeslag", ["8821-K"]),
        ("De map van mevrouw Olena Kovalenko (28 8812 4471) is weg.", ["28 8812 4471"]),
        ("Voor Youssef Amrani geldt 2210/884/03.", ["2210/884/03"]),
        ("De klant Wim Mulder (20441 78) belde.", ["20441 78"]),
        ("Aan R. Benali is uitgereikt chip nr 5512-09.", ["5512-09"]),
        ("Tom Post #44719 belde.", ["44719"]),
        ("Wim Mulder staat geregistreerd: 445.902.118.", ["445.902.118"]),
        ("Wim Mulder\n4471 9022\nGroningen", ["4471 9022"]),
        ("De pas van cliënt is 88-12-331.", ["88-12-331"]),
    ],
)
def test_a_number_beside_a_person_that_nothing_explains_is_shown(text, numbers):
    assert shown(text, "idnumber.unexplained") == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Mevrouw Fatma Yıldız kreeg 1250 euro op zaaknummer 4471902.",
        "Piet Bakker reed 12500 km en vroeg 4000 formulieren aan.",
        "Karin de Wit werkt hier sinds 2021 en las artikel 6162.",
        "Piet Bakker stuurde factuur 88213 op 12 maart 2021 om 14.30 uur.",
        "Anna van Dam woonde de zitting bij over ECLI:NL:RVS:2021:1234.",
        "Piet Bakker schrijft dat perceel B 2214 en rapport 2188 ontbreken.",
        "Karin de Wit las de Woo en 2023-004417 en rijdt over de N201.",
        "kenmerk\tbehandelaar\n44.881.22\tAnna van Dam",
        "Het gebouw heeft 88213 als sleutel.",
        "Het gebouw van Wim Mulder is oud en groot, en het is verkocht aan de buren.\n4471 9022\n",
        "Nr.\tactie\twie\n24-101\tFormatieplan\tKarin de Wit",
        "Karin de Wit:\n\n88213",
        "Piet Bakker wil dossier 07881 koppelen aan 06124.",
        "Het lek is gemeld door Karin de Wit op 8 maart, nr. 998172.",
        "Piet Bakker beheert UK-1471.\nWij verkopen UK-1471.",
    ],
)
def test_a_number_that_something_explains_is_not_shown(text):
    assert shown(text, "idnumber.unexplained") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Dossier Piet Bakker: 14-mrt-1958, alleenstaand.", "14-mrt-1958"),
        ("Op de kaart van Youssef Amrani staat 12/apr/1990.", "12/apr/1990"),
        ("Olena Kovalenko, Kyiv, 23 september 1977, statushouder.", "23 september 1977"),
        ("mw. A. van Dam\tUtrecht\t9 IX 1961", "9 IX 1961"),
        ("De gegevens van cliënt zijn 21.02.66 en de Turkse nationaliteit.", "21.02.66"),
    ],
)
def test_an_old_date_beside_a_person_that_nothing_explains_is_shown(text, date):
    assert shown(f"{text}\nUtrecht, 2 mei 2022", "birthdate.unexplained") == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Piet Bakker is per 1 januari 1998 in dienst getreden.",
        "Karin de Wit schreef op 3 maart 1999 een brief.",
        "Karin de Wit kocht het pand op 3 maart 1999, een besluit volgde.",
        "Op 14 juni 2001, 14.30 uur was Youssef Amrani thuis.",
        "Op 14 juni 2021 was Youssef Amrani thuis.",
        "Het was 14 juni 1991. Youssef Amrani was thuis.",
        "Op 14 juni 1851 sprak Youssef Amrani hier.",
        "naam\tteam\tdienst sinds\nAalders, Mw. T.\tTA\t1-9-1988",
    ],
)
def test_a_date_that_something_explains_is_not_shown(text):
    assert shown(f"{text}\nUtrecht, 2 mei 2022", "birthdate.unexplained") == []


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Karin de Wit is gezien op Zwartenberg 12a, waar de hond lag.", "Zwartenberg 12a"),
        ("Hij heeft een sleutel van Binnenkruier 19.", "Binnenkruier 19"),
        ("Betrokkene is aangetroffen bij Grote Houw 7.", "Grote Houw 7"),
        ("Moeder kreeg de post niet op Vlinder 22.", "Vlinder 22"),
    ],
)
def test_words_with_a_number_that_lead_to_a_person_are_shown(text, home):
    assert shown(text, "address.unexplained") == [home]


@pytest.mark.parametrize(
    "text",
    [
        "Karin de Wit geeft les op Basisschool Hof 3.",
        "De vergadering met Piet Bakker is in Zaal Oost 3.",
        "Piet Bakker werkt aan Project Zuid 3 en aan Motie 12.",
        "Piet Bakker verwijst naar Kamervraag 14 en Kamerbrief 7.",
        "Het perceel van Piet Bakker ligt aan Noorderkruier 14.",
        "De bijeenkomst met Karin de Wit is op Zwartenberg 12.",
        "Hij verwijst naar Hoofdlijn 4 en naar Windows 11.",
        "Zij wijst op NJ 1993/547 en op Richting 2020.",
        "De molen op Zwartenberg 12 is oud.",
    ],
)
def test_words_with_a_number_of_a_thing_or_a_public_place_are_not_shown(text):
    assert shown(text, "address.unexplained") == []
