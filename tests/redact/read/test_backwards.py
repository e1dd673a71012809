"""Letters of one word, drawn in any order, are read as the word they make on paper."""

import pymupdf
from hypothesis import given
from hypothesis import strategies as st

from redact.read import read_pdf
from tests.redact.read.pdfs import drawn

NAME, LEFT, SIZE = "Quaxwijk", 200, 11
AROUND = [(72, 100, "Afspraak gemaakt met"), (LEFT + 60, 100, "over de vergunning.")]


def letters(order, size=SIZE):
    starts = [LEFT + pymupdf.get_text_length(NAME[:at], "helv", size) for at in range(len(NAME))]
    return [(starts[at], 100, NAME[at]) for at in order]


def read(*lines):
    return read_pdf(drawn(lines)).text


def test_letters_drawn_from_the_last_to_the_first_are_a_word():
    assert NAME in read(*letters(reversed(range(len(NAME)))))


@given(st.permutations(range(len(NAME))))
def test_letters_drawn_in_any_order_are_a_word(order):
    assert NAME in read(AROUND[0], *letters(order), AROUND[1])


def test_every_letter_keeps_its_own_box():
    data = drawn(letters(reversed(range(len(NAME)))))
    page = read_pdf(data).pages[0]
    starts = [box[0] for box in page.boxes.tolist()]
    assert page.text == NAME
    assert starts == sorted(starts)


def test_two_halves_of_a_word_drawn_the_wrong_way_round_are_a_word():
    middle = LEFT + pymupdf.get_text_length(NAME[:4], "helv", SIZE)
    assert NAME in read((middle, 100, NAME[4:]), (LEFT, 100, NAME[:4]))


def test_words_with_room_between_them_stay_words():
    later = (LEFT + 60, 100, "later"), (LEFT, 100, "eerder")
    assert read(*later).split() == ["eerder", "later"]


def test_letters_under_each_other_are_not_put_together():
    rows = [(LEFT, 100 + 14 * row, letter) for row, letter in enumerate(NAME)]
    assert NAME not in read(*reversed(rows))
