import pytest

from redact.detect.names.tokens import tokenise
from redact.detect.recogniser.hints import hints


def hinted(text):
    tokens = tokenise(text)
    return {text[start:].split()[0] for start in hints(tokens)}


@pytest.mark.parametrize(
    "name", ["Haddad", "Noor", "JdV", "K.", "WILMA", "Nguyễn", "sophie", "korthals"]
)
def test_what_may_be_a_name_is_a_hint(name):
    assert name in hinted(f"Daarna heeft {name} gebeld.")


@pytest.mark.parametrize("word", ["gebeld", "Gemeente", "Vergadering"])
def test_a_plain_word_is_no_hint(word):
    assert word not in hinted(f"Daarna is {word} genoemd.")


@pytest.mark.parametrize("word", ["De", "Maar", "Vragen"])
def test_a_word_that_opens_a_sentence_is_no_hint(word):
    assert word not in hinted(f"Dat is zo. {word} is genoemd.")


def test_an_empty_text_has_no_hints():
    assert hinted("") == set()
