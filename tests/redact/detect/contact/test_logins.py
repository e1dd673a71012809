import pytest

from redact.detect.contact.logins import at_login
from redact.detect.match import SURE, Match
from redact.finding import Kind


def found(text, *names):
    persons = [
        Match(text.find(name), text.find(name) + len(name), Kind.PERSON, 0.95, "name", "Een naam.")
        for name in names
    ]
    return [(text[m.start : m.end], m.score >= SURE) for m in at_login(text, persons)]


@pytest.mark.parametrize(
    ("text", "name", "login"),
    [
        ("Jayden Pinas was er. Later zag men jpinas17 op de server.", "Jayden Pinas", "jpinas17"),
        ("Aanmelder: BRANDSMA, Ytsje (ybrandsm)", "BRANDSMA, Ytsje", "ybrandsm"),
        ("Brian Hofstee keek met hofb04 in het systeem", "Brian Hofstee", "hofb04"),
        ("V. Kromowidjojo, login vkromowi, vertrekt", "V. Kromowidjojo", "vkromowi"),
        ("Eline Oude Wolbers, account eoudewol", "Eline Oude Wolbers", "eoudewol"),
        ("P. de Graaf\n10:20:00\tpdegraaf\tLOGIN", "P. de Graaf", "pdegraaf"),
        ("OvD L. Buitenhuis, op VRK\\lbuitenh", "L. Buitenhuis", "VRK\\lbuitenh"),
    ],
)
def test_a_login_made_of_a_name_goes(text, name, login):
    assert found(text, name) == [(login, True)]


def test_a_login_that_nothing_calls_so_is_worth_a_look():
    assert found("V. Kromowidjojo zag vkromowi staan", "V. Kromowidjojo") == [("vkromowi", False)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bas Ellen wil dat burgers bellen", "Bas Ellen"),
        ("Jayden Pinas, mail jpinas17@live.example", "Jayden Pinas"),
        ("Jayden Pinas en svc_toets op server04", "Jayden Pinas"),
        ("jpinas17 is onbekend", "geen"),
    ],
)
def test_words_and_mailboxes_are_no_logins(text, name):
    assert found(text, name) == []
