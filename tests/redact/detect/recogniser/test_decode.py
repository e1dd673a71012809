import numpy as np
import pytest

from redact.detect.recogniser.decode import Levels, chances, names
from redact.detect.recogniser.labels import LABELS
from redact.detect.recogniser.windows import Window

LEVELS = Levels(look=0.3, sure=0.8)


def window(count, apart=()):
    starts = np.arange(count) * 4
    return Window(
        np.zeros(count + 2, np.int64),
        starts,
        starts + 3,
        np.arange(1, count + 1),
        np.isin(np.arange(count), apart),
    )


def answer(*words):
    """One row a word: the label that gets a share, the rest is for no name."""
    shares = np.zeros((len(words), len(LABELS)), np.float32)
    for row, (label, share) in zip(shares, words, strict=True):
        row[LABELS.index(label)] = share
        row[0] += 1 - share
    return shares


def found(*words, apart=()):
    return [
        (name.start // 4, name.end // 4 + 1, name.entity, pytest.approx(name.chance, abs=0.01))
        for name in names(window(len(words), apart), answer(*words), LEVELS)
    ]


def test_a_name_runs_from_its_beginning_to_its_last_word():
    seen = found(("O", 0), ("B-PERSON", 0.9), ("I-PERSON", 0.9), ("O", 0))
    assert seen == [(1, 3, "PERSON", 0.9)]


def test_two_names_side_by_side_stay_two():
    seen = found(("B-PERSON", 0.9), ("B-PERSON", 0.9))
    assert [place[:2] for place in seen] == [(0, 1), (1, 2)]


def test_a_name_does_not_run_over_words_that_were_not_read():
    seen = found(("B-PERSON", 0.9), ("I-PERSON", 0.9), ("I-PERSON", 0.9), apart=[2])
    assert [place[:2] for place in seen] == [(0, 2), (2, 3)]


def test_a_doubtful_word_beside_a_sure_one_stands_apart():
    seen = found(("B-PERSON", 0.95), ("I-PERSON", 0.4))
    assert seen == [(0, 1, "PERSON", 0.95), (1, 2, "PERSON", 0.4)]


def test_a_doubtful_word_inside_a_sure_name_belongs_to_it():
    seen = found(("B-PERSON", 0.95), ("I-PERSON", 0.5), ("I-PERSON", 0.95))
    assert [place[:2] for place in seen] == [(0, 3)]


def test_names_of_other_kinds_are_told_apart():
    seen = found(("B-ORG", 0.9), ("B-LOC", 0.9), ("B-MISC", 0.1))
    assert [place[2] for place in seen] == ["ORG", "LOC"]


def test_chances_add_up_to_one():
    shares = chances(np.array([[1.0, 2.0, 3.0], [90.0, -90.0, 0.0]], np.float32))
    assert shares.sum(axis=1) == pytest.approx([1, 1])
    assert shares[1, 0] == pytest.approx(1)
