import random

import pytest

torch = pytest.importorskip("torch", reason="torch comes with the training only")

from redact.detect.recogniser.labels import LABELS  # noqa: E402
from training.encoder import Recogniser, Shape  # noqa: E402
from training.examples import NONE, label_set  # noqa: E402
from training.learn import Lesson, Pace, fit, padded  # noqa: E402


def seeded(seed):
    return random.Random(seed)  # noqa: S311  no secret


SHAPE = Shape(hidden=24, layers=1, heads=2, inner=48, pieces=30, positions=40, types=1)


def lesson(*ids):
    """Piece 7 begins a person, all others name nothing."""
    import numpy as np

    sets = [label_set("B-PERSON") if piece == 7 else NONE for piece in ids]
    return Lesson(np.array([0, *ids, 2]), np.arange(1, len(ids) + 1), np.array(sets))


def test_padding_is_masked():
    ids, mask = padded([lesson(5), lesson(5, 6, 7)])
    assert ids.tolist() == [[0, 5, 2, 1, 1], [0, 5, 6, 7, 2]]
    assert mask.sum(dim=1).tolist() == [3, 5]


def test_a_small_model_learns_which_piece_is_a_person():
    torch.manual_seed(3)
    model = Recogniser(SHAPE, len(LABELS), dropout=0.0)
    rng = seeded(3)
    lessons = [lesson(*(rng.randint(4, 9) for _ in range(6))) for _ in range(300)]
    said = []
    fit(model, lambda _: lessons, Pace(5e-3, 8), said.append)
    ids, mask = padded([lesson(5, 7, 6)])
    labels = model.eval()(ids, mask)[0].argmax(-1)
    assert labels[2] == LABELS.index("B-PERSON")
    assert labels[1] == labels[3] == 0
    assert len(said) == 8


def test_the_words_are_not_learnt_anew():
    torch.manual_seed(3)
    model = Recogniser(SHAPE, len(LABELS))
    before = model.word.weight.clone()
    fit(model, lambda _: [lesson(5, 7)], Pace(1e-2, 1), lambda _: None)
    assert torch.equal(model.word.weight, before)
