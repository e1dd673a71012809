import numpy as np
import pytest

from redact.detect.recogniser.decode import Levels
from redact.detect.recogniser.labels import LABELS
from redact.detect.recogniser.windows import WORD, Window
from training.examples import Example, Named
from training.measure import calibrated, measure

LEVELS = Levels(0.3, 0.5)


def answers(text):
    """Call every word with a capital a person, surely where it ends in r."""
    words = np.array([word.span() for word in WORD.finditer(text)])
    shares = np.zeros((len(words), len(LABELS)), np.float32)
    for row, (start, end) in zip(shares, words, strict=True):
        if text[start].isupper():
            row[1] = 0.9 if text[end - 1] == "r" else 0.4
    yield (
        Window(
            np.empty(0), words[:, 0], words[:, 1], np.arange(len(words)), np.zeros(len(words), bool)
        ),
        shares,
    )


def test_a_half_covered_name_is_not_found():
    example = Example("belt Noor haddad en Noor", (Named(5, 16, "PERSON"), Named(20, 24, "PERSON")))
    assert measure(answers, [example], LEVELS) == (2, 1, 2, 2)


def test_what_nobody_knows_counts_for_nothing():
    example = Example("Noor en Elif", (Named(0, 4, None),))
    assert measure(answers, [example], LEVELS) == (0, 0, 1, 0)


def test_a_model_that_is_too_sure_is_calibrated_down():
    right = Example("Noor Elif", (Named(0, 4, "PERSON"),))
    wrong = Example("Noor Elif", ())
    line = calibrated(answers, [right, right, right, wrong])
    odds = np.log(0.9 / 0.1)
    assert 1 / (1 + np.exp(-line.slope * odds - line.shift)) == pytest.approx(0.75, abs=0.03)
