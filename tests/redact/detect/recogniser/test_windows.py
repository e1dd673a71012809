import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redact.detect.recogniser.windows import WORD, Reader


@pytest.fixture
def reader(tokenizer):
    return Reader(tokenizer)


def words(text, windows):
    return [
        [text[start:end] for start, end in zip(window.starts, window.ends, strict=True)]
        for window in windows
    ]


def pieces(tokenizer, window):
    return [tokenizer.id_to_token(int(number)) for number in window.ids]


def test_a_short_text_is_one_window(reader, tokenizer):
    (window,) = reader.windows("Jan de Vries: Jan")
    assert pieces(tokenizer, window) == [
        "<s>", "▁Jan", "▁de", "▁Vries", ":", "▁Jan", "</s>",
    ]  # fmt: skip
    assert window.pieces.tolist() == [1, 2, 3, 4, 5]


def test_lines_and_columns_have_pieces_of_their_own(reader, tokenizer):
    (window,) = reader.windows("Jan\tde\n\nVries")
    assert pieces(tokenizer, window) == [
        "<s>", "▁Jan", "|", "▁de", "</s>", "▁Vries", "</s>",
    ]  # fmt: skip
    assert window.pieces.tolist() == [1, 3, 5]


def test_a_window_begins_with_a_paragraph_where_it_can(reader):
    text = "Jan zegt Jan zegt\nJan zegt\n\nde Vries\nJan zegt Jan"
    found = words(text, reader.windows(text, size=12))
    assert found[1][:2] == ["de", "Vries"]


def test_only_sentences_with_a_hint_and_those_beside_them_are_read(reader):
    text = "een. twee. drie. vier. vijf. zes."
    found = reader.windows(text, places=np.array([text.index("vier")]))
    assert words(text, found) == [["drie", ".", "vier", ".", "vijf", "."]]


def test_a_word_knows_that_words_before_it_are_not_read(reader):
    text = "een. twee drie. vier. vijf. zes."
    places = np.array([text.index("een"), text.index("zes")])
    (window,) = reader.windows(text, places=places)
    assert words(text, [window]) == [["een", ".", "twee", "drie", ".", "vijf", ".", "zes", "."]]
    assert window.apart.tolist() == [False] * 5 + [True, False, False, False]
    (window,) = reader.windows(text)
    assert not window.apart.any()


@pytest.mark.parametrize("text", ["", "\n\t \n", "   "])
def test_blank_text_gives_no_window(reader, text):
    assert list(reader.windows(text)) == []


def test_a_line_without_end_is_cut(reader):
    windows = list(reader.windows("x" * 5000, size=64))
    assert len(windows) > 60
    assert all(window.ids.size <= 66 for window in windows)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(alphabet="aJ .\n\té中\x00:", max_size=300), st.integers(2, 40))
def test_every_word_is_in_one_window_in_order(reader, text, size):
    windows = list(reader.windows(text, size))
    found = [start for window in windows for start in window.starts]
    assert found == [word.start() for word in WORD.finditer(text)]
    for window in windows:
        assert window.ids.size <= size + 2
        assert ((window.pieces >= 1) & (window.pieces < window.ids.size - 1)).all()
