import pytest

from redact.detect.names.claims import Claim
from redact.detect.names.tokens import tokenise
from redact.detect.recogniser.words_here import is_word_here


def told(text, name, score=0.6):
    tokens = tokenise(text)
    start = text.index(name)
    first, last = tokens.at(start), tokens.at(start + len(name))
    return is_word_here(tokens, Claim(first, last, score, "name.model", ""))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De feiten. Feiten staan vast.", "Feiten"),
        ("Dat komt straks. Straks kijkt hij weer.", "Straks"),
        ("Aanbieder Vlint B.V. is te duur.\nOver de rest is Vlint helder.", "Vlint"),
        ("Gunnen aan Ontivo B.V.", "Ontivo B.V."),
        ("Zo is dat.\n\nC. Klachten en bezwaar", "C. Klachten"),
        ("Geb.plaats\tJerevan", "Jerevan"),
        ("Geboren: 03.07.1957 Beek en Donk", "Beek"),
        ("Geboren: 03.07.1957 Beek en Donk", "Donk"),
        ("wethouder Lodder van Vianerwaard zei", "van Vianerwaard"),
    ],
)
def test_a_word_a_firm_a_heading_and_a_place_are_no_person(text, name):
    assert told(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Straks belt hij.", "Straks"),
        ("Van Dungen, noten, van toen", "Van"),
        ("Vlint Beheer en Karin B.V. en Karin", "Karin"),
        ("Dat zei\n\nC. Jansen", "C. Jansen"),
        ("Geboren: 03.07.1957 Naam: Jerevan", "Jerevan"),
        ("Karin van Dijk zei", "van Dijk"),
    ],
)
def test_what_may_be_a_name_stays_one(text, name):
    assert not told(text, name)


def test_a_sure_name_is_not_dropped_for_a_word_in_small_letters():
    assert not told("de roos. Roos vraagt iets.", "Roos", 0.9)
