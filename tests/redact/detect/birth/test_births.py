import pytest

from redact.detect.birth.birthdate import find_birthdate
from redact.detect.birth.birthdays import find_birthday
from redact.detect.birth.births import at_birth
from redact.detect.match import SURE, Match
from redact.finding import Kind


def persons(text, *names):
    return [
        Match(
            text.index(name), text.index(name) + len(name), Kind.PERSON, 0.95, "name", "Een naam."
        )
        for name in names
    ]


def beside(text, *names):
    return [(text[m.start : m.end], m.score >= SURE) for m in at_birth(text, persons(text, *names))]


def told(text):
    return [text[m.start : m.end] for step in (find_birthdate, find_birthday) for m in step(text)]


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("Betreft: S. Kaya, 010180, en zijn broer", "S. Kaya", "010180"),
        ("Kaya (19640512), wonende te Epe", "Kaya", "19640512"),
        ("Loes Hartog  6-12-84  0299551780", "Loes Hartog", "6-12-84"),
        ("mw De Groot, bovenbuurvrouw 166 c  23.1.1938\n", "De Groot", "23.1.1938"),
        ("1  Ricardo Isenia 2005 0644550417", "Ricardo Isenia", "2005"),
    ],
)
def test_an_old_date_in_the_row_of_a_name_is_a_birth(text, name, date):
    assert beside(text, name) == [(date, True)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("J. de Vries, 118204, zaak", "J. de Vries"),
        ("Kaya  kamer 12  12-03-2019\nVerslag van 13-03-2019", "Kaya"),
        ("naam\tdienst sinds\nKaya\t1-9-1988\nVerslag 2007-01-01", "Kaya"),
        ("J. de Vries 2005 vergaderingen", "J. de Vries"),
    ],
)
def test_a_number_and_a_date_of_something_else_stay(text, name):
    assert beside(text, name) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Verjaardagen voorjaar\n\n- 3 april: Coby\n- 29 mei 1980: Xia\n- 30 april: dicht",
            ["3 april", "29 mei 1980"],
        ),
        ("Zij is 90 geworden op 19 augustus en dus wel van 1918.", ["19 augustus", "1918"]),
        ("tot de dochter achttien wordt, dat is 3 mei 2026", ["3 mei 2026"]),
        ("16 januari 1992, rijbewijs B", ["16 januari 1992"]),
        ("ik ben van 1-12-1940, mijn paspoort", ["1-12-1940"]),
        ("niet op 12-11-1998 maar op 11-12-1998 geboren", ["11-12-1998", "12-11-1998"]),
        ("nr\tgeb.dat.\n5\t'88\n6\t070751\n", ["'88", "070751"]),
    ],
)
def test_a_birth_is_told_in_other_ways(text, dates):
    assert told(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "geboren te Ossendrecht op 9 mei 1894",
        "| Geboren | x |\n| Leeftijd op 24-4-2026 | 74 |",
        "De verjaardag van het bedrijf\n- 3 april: vergadering",
        "16 januari 2020, zaak 12",
    ],
)
def test_historic_births_and_other_days_stay(text):
    assert told(text) == []
