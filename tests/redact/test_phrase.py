"""A phrase is found however it was typed, and only as whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.phrase import fold, pattern_of


def stands(phrase, text):
    return [text[slice(*found.span())] for found in pattern_of(phrase).finditer(fold(text))]


@pytest.mark.parametrize(
    "text",
    [
        "José de Groot",
        "JOSE DE GROOT",
        "Jose\nde   Groot",
        "Jose\u0301 de Groot",
        "José de Gro-\not",
        "José de Gro\u00adot",
        "Jos\u00e9\u00a0de Groot",
    ],
)
def test_case_accents_spaces_and_broken_lines_make_no_difference(text):
    assert stands("José de Groot", f"met {text}, toen") == [text]


@pytest.mark.parametrize("text", ["Anne-Marie", "anne–marie", "Anne-\nMarie", "An-\nne-Marie"])
def test_a_hyphen_of_the_phrase_itself_may_end_a_line(text):
    assert stands("Anne-Marie", text) == [text]


@pytest.mark.parametrize("text", ["januari", "Marjan", "Jan1", "_Jan_", "jàno"])
def test_a_part_of_a_word_is_not_found(text):
    assert stands("Jan", text) == []


@pytest.mark.parametrize("text", ["Jan.", "(Jan)", "Jan-Willem", "Jan's", "'Jan'"])
def test_what_is_no_letter_ends_a_word(text):
    assert len(stands("Jan", text)) == 1


def test_a_phrase_may_begin_or_end_with_a_sign():
    assert stands("€ 5.000,-", "voor € 5.000,- per jaar") == ["€ 5.000,-"]


@pytest.mark.parametrize("text", ["", "  ", "--", "!?"])
def test_a_phrase_without_letter_or_digit_is_refused(text):
    with pytest.raises(ValueError, match="without a letter"):
        pattern_of(text)


@given(st.text())
def test_folding_leaves_every_character_in_its_place(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcÀé Ñ-'ßŁø", min_size=1))
def test_a_phrase_is_found_in_itself(text):
    if any(character.isalnum() for character in text):
        assert stands(text, text) == [text.strip()]


@pytest.mark.parametrize(
    "typed",
    ["Z o n d e r", "Z  o  n  d  e  r", "Zon-der", "zon\u00adder"],
)
def test_a_long_word_is_found_spaced_out_and_hyphenated(typed):
    text = f"met {typed} over"
    found = pattern_of("Zonder").search(fold(text))
    assert text[slice(*found.span())] == typed


@pytest.mark.parametrize("typed", ["Quaxwĳk", "Quaxwijk", "QUAXWĲK"])
def test_a_ligature_counts_as_its_letters(typed):
    assert pattern_of("Quaxwijk").search(fold(typed))
    assert pattern_of("Quaxwijk").search(fold("Q u a x w i j k"))
    assert pattern_of("Fijn").search(fold("ﬁjn"))


@pytest.mark.parametrize("typed", ["Zon der", "Z on d er", "Zonderling", "xZ o n d e r"])
def test_a_word_in_pieces_is_another(typed):
    assert not pattern_of("Zonder").search(fold(typed))


@pytest.mark.parametrize("typed", ["ἀγελε\u1f77α", "ἀγελε\u03afα"])
def test_a_letter_that_unicode_has_twice_is_one_letter(typed):
    assert pattern_of(typed).search(fold("de ἀγελε\u1f77α is"))
    assert pattern_of(typed).search(fold("de ἀγελε\u03afα is"))
