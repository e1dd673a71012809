from hypothesis import given
from hypothesis import strategies as st

from redact.verify.needles import Hit, Needles

SOME = st.text("abcé", max_size=60)
WORDS = st.lists(st.text("abcé", min_size=3, max_size=8), max_size=12)


def _one_by_one(strings, text):
    return {
        Hit(number, start, start + len(string))
        for number, string in enumerate(strings)
        for start in range(len(text))
        if text.startswith(string, start)
    }


@given(WORDS, SOME)
def test_all_strings_are_found_in_text_wherever_they_stand(strings, text):
    assert set(Needles(strings).find(text)) == _one_by_one(strings, text)


@given(WORDS, SOME)
def test_all_strings_are_found_in_bytes_too(strings, text):
    strings = [string.encode() for string in strings]
    assert set(Needles(strings).find(text.encode())) == _one_by_one(strings, text.encode())


def test_a_string_of_less_than_three_characters_is_not_looked_for():
    assert not list(Needles(["ab"]).find("abab"))


def test_nothing_is_found_in_nothing():
    assert not list(Needles([]).find("tekst"))
    assert not list(Needles(["tekst"]).find(""))
