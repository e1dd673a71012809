"""Sentences end where a reader would say they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.passages.sentences import sentences


def split(text):
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


def test_a_full_stop_before_a_capital_ends_a_sentence():
    assert split("Zij komt. Hij gaat! Wie blijft? Niemand.") == [
        "Zij komt.",
        "Hij gaat!",
        "Wie blijft?",
        "Niemand.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Verslag d.d. 17 juni van dhr. Jansen, o.a. over art. 5 van de wet.",
        "Mevr. J. de Wit en mw. M.A. Bos zijn er.",
        "Dat kost 1.500 euro, ca. 3 pct. van nr. 12.",
        "Zie www.voorbeeld.example voor meer.",
    ],
)
def test_an_abbreviation_or_an_initial_ends_nothing(text):
    assert split(text) == [text]


def test_a_list_item_is_a_block_of_its_own_without_its_bullet():
    text = "Besproken is\n- het plan. En de zaal\n• de prijs\n1. de datum\na) de plek"
    assert split(text) == [
        "Besproken is",
        "het plan.",
        "En de zaal",
        "de prijs",
        "de datum",
        "de plek",
    ]


def test_a_sentence_may_run_on_over_a_line_but_not_over_an_empty_one():
    assert split("Zij komt\nmorgen pas.\n\nHij") == ["Zij komt\nmorgen pas.", "Hij"]


def test_a_cell_of_a_table_is_a_block():
    assert split("Bellen met Jan\tOOV\tNa de zomer") == ["Bellen met Jan", "OOV", "Na de zomer"]
    assert split("| een | twee |") == ["een", "twee"]


def test_a_sentence_follows_the_one_before_it_in_its_own_block_only():
    one, two, three = sentences("Zij komt. Hij gaat.\n\nWij ook.")
    assert two.follows(one)
    assert not three.follows(two)
    assert not one.follows(two)


@given(st.text(alphabet="aB .!?\n\t-1'", max_size=80))
def test_sentences_come_in_order_and_miss_no_word(text):
    found = list(sentences(text))
    places = [at for sentence in found for at in range(sentence.start, sentence.end)]
    assert places == sorted(set(places))
    letters = {at for at, character in enumerate(text) if character.isalpha()}
    assert letters <= set(places)
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] for one in found)


def test_a_long_row_of_dots_is_one_sentence_and_costs_no_time():
    assert len(split("Inhoud " + "." * 200_000 + "\n" + " " * 200_000 + "x")) == 1
