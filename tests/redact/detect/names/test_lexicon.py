import pytest

from redact.detect.names import lexicon
from redact.detect.names.lexicon import traits_of, word_set


@pytest.mark.parametrize(
    ("word", "trait"),
    [
        ("Karin", lexicon.FIRST),
        ("Özlem", lexicon.FIRST),
        ("Karin", lexicon.CAPITAL),
        ("KARIN", lexicon.UPPER),
        ("J.A.M.", lexicon.INITIALS),
        ("JdV", lexicon.MONOGRAM),
        ("RvdK", lexicon.ABBREVIATION),
        ("Hoogendijk", lexicon.SURNAME),
        ("Bakker", lexicon.COMMON),
        ("Bakker", lexicon.ORDINARY),
        ("Kerkstraat", lexicon.THING),
        ("Afvalstoffenheffing", lexicon.ORDINARY),
        ("Utrecht", lexicon.PLACE),
        ("Mei", lexicon.STOP),
        ("van", lexicon.PARTICLE),
    ],
)
def test_the_lists_tell_what_a_word_can_be(word, trait):
    assert traits_of(word) & trait


@pytest.mark.parametrize("word", ["Bakker", "Mei", "Roos", "Kok", "Utrecht", "RvdK"])
def test_an_ambiguous_word_is_no_plain_first_name(word):
    assert not traits_of(word) & lexicon.FIRST


@pytest.mark.parametrize(
    "name", ["first_names", "first_names_rare", "surnames", "words", "words_rare", "stop_words"]
)
def test_the_lists_hold_small_letters_without_double_entries(name):
    words = list(lexicon.words_of(name))
    assert all(word == word.casefold() for word in words)
    assert name == "stop_words" or len(words) == len(set(words))


def test_no_common_first_name_is_taken_for_an_ordinary_word():
    common = {"jan", "piet", "karin", "fatima", "mohamed", "daan", "emma", "kees", "sanne"}
    assert common <= word_set("first_names")
    assert common.isdisjoint(word_set("words") | word_set("words_rare") | word_set("stop_words"))
