import numpy as np
import pytest

from redact.detect.recogniser.windows import WORD, Window
from training.examples import (
    ANY,
    NO_PERSON,
    NONE,
    Example,
    Named,
    allowed,
    joined,
    label_set,
    named,
)
from training.marks import parse


def window(text, first=0):
    words = np.array([word.span() for word in WORD.finditer(text)][first:])
    return Window(
        np.empty(0), words[:, 0], words[:, 1], np.arange(len(words)), np.zeros(len(words), bool)
    )


def sets(marked, unmarked=frozenset(), first=0):
    text, spans = parse(marked)
    return allowed(Example(text, named(spans), unmarked), window(text, first)).tolist()


def test_a_name_begins_and_goes_on():
    assert sets("belt {{person:full|Noor Haddad}} op") == [
        NONE,
        label_set("B-PERSON"),
        label_set("I-PERSON"),
        NONE,
    ]


def test_streets_are_places_and_functions_no_names():
    assert sets("{{street|Kade}} {{function|voorzitter}} {{law|Woo}}") == [
        label_set("B-LOC"),
        NONE,
        label_set("B-MISC"),
    ]


def test_a_part_of_an_address_may_be_anything():
    assert sets("{{person:mail|noor}}@x") == [ANY, NONE, NONE]


def test_a_word_with_a_capital_may_be_a_name_that_nobody_marked():
    plain, capital = sets("wij Amsterdam", NO_PERSON)
    assert plain == NONE
    assert capital & label_set("B-LOC")
    assert not capital & label_set("B-PERSON")


def test_a_window_may_begin_inside_a_name():
    assert sets("{{person:full|Noor Haddad}} op", first=1)[0] == label_set("I-PERSON")


def test_joined_examples_keep_their_names():
    one = Example("Noor", (Named(0, 4, "PERSON"),), NO_PERSON)
    both = joined([one, one], " en ")
    assert both.text == "Noor en Noor"
    assert [both.text[name.start : name.end] for name in both.names] == ["Noor", "Noor"]
    assert both.unmarked == NO_PERSON


@pytest.mark.parametrize("labels", [("B-PERSON",), ("O", "I-MISC")])
def test_a_set_has_one_bit_for_each_label(labels):
    assert label_set(*labels).bit_count() == len(labels)
