import pytest

from grounds.markers import find_markers


def found(text):
    return [(text[mark.start : mark.end], mark.code) for mark in find_markers(text)]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("1.\nBuiten reikwijdte Woo-verzoek\n2.", "Buiten reikwijdte Woo-verzoek", "4.1.4"),
        ("- valt buiten verzoek", "valt buiten verzoek", "4.1.4"),
        ("naam [buiten scope] naam", "buiten scope", "4.1.4"),
        ("| 12 | nota.pdf | Reeds openbaar |", "Reeds openbaar", "reeds-openbaar"),
        ("12\tnota.pdf\tDubbel", "Dubbel", "dubbel"),
        ("(duplicaat)", "duplicaat", "dubbel"),
    ],
)
def test_marker_words_that_stand_alone_are_a_mark(text, words, code):
    assert found(text) == [(words, code)]


@pytest.mark.parametrize(
    "text",
    [
        "Deze kosten tellen dubbel mee.",
        "dubbel ticket, afgehandeld",
        "De informatie is reeds openbaar gemaakt.",
        "Het valt buiten de reikwijdte van de richtlijn.",
        "buiten de scope\nvan het programma",
        "| nota.pdf | openbaar |",
    ],
)
def test_the_same_words_in_prose_are_prose(text):
    assert found(text) == []
