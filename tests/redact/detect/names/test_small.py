import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gisteren stond b. de boer er en ook k. jansen", ["b. de boer", "k. jansen"]),
        ("bel anja even of vraag het merel h.", ["merel h"]),
        ("dat was prima\ngroetjes anja", ["anja"]),
        ("tot morgen!\nxx\nsas", ["sas"]),
    ],
)
def test_a_name_typed_without_capitals_is_found(names, text, found):
    assert [name for name in names(text) if name in found] == found


@pytest.mark.parametrize(
    "text",
    [
        "groetjes en tot morgen",
        "dit is o.a. de boer en de bakker",
        "bedankt voor de moeite\nxx\nmorgen",
        "met vriendelijke groet,\nteamleider",
    ],
)
def test_words_without_capitals_are_left(names, text):
    assert names(text) == []
