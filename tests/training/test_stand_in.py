import random

import pytest

from training.stand_in import named_paragraph, speaks_of_somebody
from training.swap import Names

NAMES = Names({"dutch": ["Wim", "Loes"]}, {"dutch": ["Prins", "Smit"]})
PARAGRAPH = "De klant belt over het besluit. Daarna spreekt de klant met een adviseur van het team."


def named(seed):
    return named_paragraph(PARAGRAPH, NAMES, random.Random(seed))  # noqa: S311  no secret


@pytest.mark.parametrize("seed", range(40))
def test_each_mark_covers_a_name_and_the_rest_of_the_sentence_stays(seed):
    example = named(seed)
    for name in example.names:
        said = example.text[name.start : name.end]
        assert said in {"WP", "LS", "WS", "LP"} or said.split()[-1] in {
            "Wim",
            "Loes",
            "Prins",
            "Smit",
        }
    assert " belt over het besluit. Daarna spreekt " in example.text
    assert example.text.endswith(" van het team.")


def test_names_stand_where_the_text_speaks_of_somebody_but_not_everywhere():
    counts = {len(named(seed).names) for seed in range(40)}
    assert counts == {0, 1, 2, 3}


def test_a_paragraph_whose_order_is_lost_is_left_out():
    assert speaks_of_somebody(PARAGRAPH)
    assert not speaks_of_somebody("hun\nde klant\nop van een\nbelt over het besluit")
    assert not speaks_of_somebody("Het besluit wordt morgen genomen.")
