from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.birth.birthdate import find_birthdate


def found(text):
    return [(text[m.start : m.end], m.score) for m in find_birthdate(text)]


def redacted(text):
    return [seen for seen, score in found(text) if score >= 0.85]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("geboren 12-03-1980", "12-03-1980"),
        ("geboren op 12 maart 1980", "12 maart 1980"),
        ("geb. 12-3-80", "12-3-80"),
        ("geb 12/03/1980", "12/03/1980"),
        ("(geb. 12.03.1980)", "12.03.1980"),
        ("geboortedatum: 1980-03-12", "1980-03-12"),
        ("Geboortedatum\t12-03-1980", "12-03-1980"),
        ("Geboortedatum:\n12-03-1980", "12-03-1980"),
        ("geb.dat. 12 mrt. 1980", "12 mrt. 1980"),
        ("geb. datum 12-03-1980", "12-03-1980"),
        ("gebdatum: 12031980", "12031980"),
        ("Jan Jansen (*12-03-1980)", "12-03-1980"),
        ("J. Jansen, * 12 maart 1980", "12 maart 1980"),
        ("d.o.b. 12-03-1980", "12-03-1980"),
        ("DOB: 12 March 1980", "12 March 1980"),
        ("date of birth 12 maart 1980", "12 maart 1980"),
        ("geboren te Rabat op 12 maart 1980", "Rabat op 12 maart 1980"),
        ("geboren op 12 maart 1980 te Rabat (Marokko)", "12 maart 1980 te Rabat (Marokko)"),
        ("geboren: Utrecht, 12-03-1980", "Utrecht, 12-03-1980"),
        ("geboren 12 maart '80", "12 maart '80"),
        ("De geboortedatum van mevrouw Yılmaz is 12-03-1980.", "12-03-1980"),
        ("12-03-1980 (geboortedatum)", "12-03-1980"),
        ("geboren op 12 - 03 - 1980", "12 - 03 - 1980"),
        ("GEBOREN 12 MAART 1980", "12 MAART 1980"),
        ("geb. d.d. 12 maart 1980", "12 maart 1980"),
        ("geb. 120380", "120380"),
        ("De geboortedatum van het kind is 1 mei 2012", "1 mei 2012"),
        ("geboren in 1980", "1980"),
        ("(geb. 1980)", "1980"),
        ("geboren in maart 1980", "maart 1980"),
        ("geb 11 07 81, HPZone", "11 07 81"),
        ("geb. '83 te Kayseri", "'83 te Kayseri"),
        ("Zijn verjaardag is 3 april", "3 april"),
        ("verjaardag: 12-03-1980", "12-03-1980"),
    ],
)
def test_a_date_of_birth_goes(text, seen):
    assert redacted(text) == [seen]


def test_dates_below_the_header_go():
    text = "Naam\tGeboortedatum\tIntake\nA\t12-03-1980\t01-02-2019\nB\t1 mei 1975\t02-02-2019"
    assert found(text) == [("12-03-1980", 0.97), ("1 mei 1975", 0.97)]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("is geboren te Rabat en opgegroeid in Utrecht", "Rabat"),
        ("geboren en getogen, kwam hij op 12-03-1980 hierheen", "12-03-1980"),
        ("de heer A. Yilmaz (12-03-1980) verscheen", "12-03-1980"),
        ("J. de Vries (12-03-1980 te Rabat)", "12-03-1980 te Rabat"),
        ("een 34-jarige man", "34-jarige "),
        ("de vrouw (34 jaar)", "34 jaar"),
        ("een man van 34 jaar", "34 jaar"),
        ("leeftijd: 34", "34"),
    ],
)
def test_a_year_a_place_or_an_age_is_worth_a_look(text, seen):
    assert [(s.strip(), 0.4 <= score < 0.85) for s, score in found(text)] == [(seen.strip(), True)]


@pytest.mark.parametrize(
    "text",
    [
        "d.d. 12-03-1980",
        "Verslag van 12 maart 1980",
        "vergadering (12-03-2019)",
        "op 12 maart 2019 te Utrecht",
        "kinderen geboren na 1 januari 2015",
        "geboren vóór 1 januari 1950",
        "wie is geboren op of na 01-01-2015",
        "het 10-jarig bestaan",
        "5 jaar ervaring",
        "een man van 20 jaar ervaring",
        "over 2 jaar",
        "* 12-03-2019: overleg",
        "het plan is geboren",
        "een geb. bijlage",
        "geboorteaangifte op 12-03-2019",
        "gebouw uit 1980",
        "de leeftijd 18-27",
        "Datum herbeoordeling GEB 27-09-2021",
        "de GEB te Utrecht",
        "allen die geboren zijn op of na 8 juli 1954",
        "een 3-jarige Master Fysiotherapie",
    ],
)
def test_other_dates_and_numbers_stay(text):
    assert found(text) == []


MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
SHORT = "jan feb mrt apr mei jun jul aug sept okt nov dec"
FORMS = [
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d.day} {MONTHS.split()[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {SHORT.split()[d.month - 1]}. {d.year}",
    lambda d: f"{d:%d.%m.%y}",
]
CUES = ["geboren op ", "geb. ", "Geboortedatum: ", "geboren te Ons Dorp op ", "geboortedatum\t"]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS), st.data())
def test_every_date_in_every_notation_goes_after_a_cue(day, form, data):
    written = form(day)
    text = f"Betrokkene, {data.draw(st.sampled_from(CUES))}{written}, is gehoord."
    assert any(written in seen for seen in redacted(text))
    assert found(f"Het overleg van {written} is verplaatst.") == []
