from unicodedata import normalize

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.verify.fold import PAGE_END, fold, fold_pages


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Jan de Vries", "jandevries"),
        ("José-María\nDÍAZ", "josemariadiaz"),
        ("oﬃcieel", "officieel"),
        ("af\u00adge\u00adbroken", "afgebroken"),
        ("06-1234 5678", "0612345678"),
        ("  .,- ", ""),
    ],
)
def test_folding_keeps_letters_and_digits_only(written, folded):
    assert fold(written) == folded


@given(st.text(max_size=40))
def test_folding_does_not_depend_on_how_accents_are_stored(text):
    assert fold(normalize("NFC", text)) == fold(normalize("NFD", text))


def test_words_and_pages_keep_their_edges():
    folded = fold_pages(["ja nu", "", "laat"])
    assert folded.text == f"janu{PAGE_END}{PAGE_END}laat{PAGE_END}"
    assert np.flatnonzero(folded.edges).tolist() == [0, 2, 4, 5, 6, 10, 11]
    assert folded.page_starts.tolist() == [0, 5, 6]
