import pytest

from redact.detect.match import Match
from redact.detect.names.tokens import tokenise
from redact.detect.names.torn import torn_names
from redact.finding import Kind


def widened(text, name, kind=Kind.PERSON):
    start = text.index(name)
    seen = Match(start, start + len(name), kind, 0.9, "name.title", "")
    return [text[m.start : m.end] for m in torn_names(tokenise(text), [seen])]


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Ook P. Cuij pers hoort het.", "P. Cuij", "P. Cuij pers"),
        ("Pillen van dr. Maas sen.", "Maas", "Maas sen"),
        ("Mijn vrouw, Riek Swink e1s , is ziek", "Riek Swink", "Riek Swink e1s"),
        ("De heer Jans sens (61) belt", "Jans", "Jans sens"),
        ("volgens mevrouw Hoek stra", "Hoek", "Hoek stra"),
    ],
)
def test_the_end_of_a_surname_that_was_torn_off_belongs_to_it(text, name, whole):
    assert widened(text, name) == [whole]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Piet de Groot en zijn vrouw", "Piet de Groot"),
        ("De heer Bos man en paard noemt", "Bos"),
        ("Karin Post was er niet", "Karin Post"),
        ("Jan kan morgen", "Jan"),
        ("Cuij\npers en radio", "Cuij"),
    ],
)
def test_a_word_behind_a_name_stays(text, name):
    assert widened(text, name) == []


def test_what_is_no_person_is_not_widened():
    assert widened("IBAN Cuij pers", "Cuij", Kind.IBAN) == []
