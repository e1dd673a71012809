import pytest

from redact.detect.address.odd import at_labels, foreign_streets, named_houses


def texts(finder, text):
    return [text[match.start : match.end] for match in finder(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adres: galerijflat Zwanenveld 46-17 (3e verd.)", ["galerijflat Zwanenveld 46-17"]),
        ("Woonadres:\tOp de Bult 3", ["Op de Bult 3"]),
        ("Adres: zie bijlage 3", []),
        ("E-mailadres: k3@voorbeeld.nl", []),
        ("Adres: gemeentehuis, Markt 1", []),
    ],
)
def test_what_stands_behind_the_word_for_an_address_is_one(text, expected):
    assert texts(at_labels, text) == expected


def test_streets_abroad_are_known_by_their_own_words():
    assert texts(foreign_streets, "Hij woont in de Rue Haute 214, 1000 Bruxelles.") == [
        "Rue Haute 214, 1000 Bruxelles"
    ]


def test_a_farm_with_a_name_is_an_address():
    text = "bewoner van boerderij 't Hoge Veen aan de Kolkweg"
    assert texts(named_houses, text) == ["boerderij 't Hoge Veen aan de Kolkweg"]
