"""Titles beside a name: looking at one word first leaves out no title."""

from hypothesis import given
from hypothesis import strategies as st

from redact.detect.names.titles import role_titles, title_opening, title_starting
from redact.detect.names.tokens import tokenise

WORDS = sorted({word for words in role_titles() for word in words})[::7]
texts = st.lists(st.sampled_from([*WORDS, ".", ",", "Vos", "Burg.", ":"]), max_size=12).map(
    " ".join
)


def bare(words):
    return tuple(word.casefold().rstrip(".") for word in words if word.strip("."))


def longest(tokens, spans):
    """Return the first of some stretches that is a title: the slow way."""
    return next((span for span in spans if bare(tokens.words[slice(*span)]) in role_titles()), None)


@given(texts)
def test_the_longest_title_before_a_word_is_found(text):
    tokens = tokenise(text)
    for index in range(1, len(tokens) + 1):
        spans = [(index - length, index) for length in range(min(7, index), 0, -1)]
        found = longest(tokens, [span for span in spans if tokens.words[span[0]] != "."])
        assert title_opening(tokens, index) == (found[0] if found else index - 1)


@given(texts)
def test_the_longest_title_from_a_word_on_is_found(text):
    tokens = tokenise(text)
    for index in range(len(tokens)):
        found = longest(tokens, [(index, index + length) for length in range(7, 0, -1)])
        role = role_titles()[bare(tokens.words[slice(*found)])] if found else None
        is_label = found is not None and tokens.word(min(found[1], len(tokens))) == ":"
        assert title_starting(tokens, index) == (None if is_label else role)
