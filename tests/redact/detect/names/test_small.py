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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ik heet welkom meneer verhagen van de groep", "verhagen"),
        ("dank u wel mevrouw brouwer", "brouwer"),
        ("ik ben cees verhagen", "cees verhagen"),
    ],
)
def test_a_common_surname_that_is_a_rare_word_needs_no_capital_beside_a_title_or_name(
    names, text, name
):
    assert name in names(text)


@pytest.mark.parametrize("text", ["meneer vraagt of het kan", "mevrouw belt morgen", "cees belt"])
def test_a_verb_behind_a_title_or_name_is_no_surname(names, text):
    assert not any(word in name for name in names(text) for word in ("vraagt", "belt"))
