import pytest

from redact.detect import detect
from redact.finding import Kind
from redact.read import read_text

MEETING = "Aanwezig: AvdB, SK, RT, LW, NvdH\nAfwezig: PC\n\n"


def initials(text):
    document = read_text(text.encode())
    return [
        document.text_of(found.spans[0])
        for found in detect(document)
        if found.kind is Kind.PERSON and found.score >= 0.85
    ]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("FD doet de brief.", "FD"),
        ("De storing is gemeld door JK.", "JK"),
        ("AvdB, DK en SK pakken dit op.", "DK"),
        ("De lijst ligt bij PC.", "PC"),
    ],
)
def test_initials_that_nothing_introduces_are_found_where_persons_stand(line, who):
    assert who in initials(MEETING + line)


@pytest.mark.parametrize(
    "line", ["De AVG geldt.", "Het CAK betaalt.", "IT-afdeling", "Een BV wil dit."]
)
def test_abbreviations_stay_among_initials(line):
    assert set(initials(MEETING + line)) == set(initials(MEETING))


def test_two_capitals_stay_where_nobody_goes_by_initials():
    assert initials("De brief ligt bij JK en FD doet het.") == []


def test_a_letter_under_a_message_is_that_of_somebody_known():
    text = "Mevrouw Marieke Zonderland belt.\nGroet\nM.\n\nVan: Jan Smeets\nOnderwerp: hek\n"
    assert "M." in initials(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Een presentatie door A.K. van de dienst.", "A.K."),
        ("Dat vraagt J.P. ook af.", "J.P."),
    ],
)
def test_initials_with_points_and_no_surname_are_a_persons(text, who):
    assert who in initials(text)


@pytest.mark.parametrize(
    "text", ["Dat kost de N.V. veel.", "P.S. tot morgen", "Wet door O.M. bepaald"]
)
def test_other_words_with_points_stay(text):
    assert initials(text) == []


def test_a_double_first_name_has_initials_of_its_own():
    assert "AJ" in initials("Arend-Jan Smeets komt. AJ belt later terug.")
    assert "AJ" not in initials("Arend Smeets komt. AJ belt later terug.")
