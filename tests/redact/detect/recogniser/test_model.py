import numpy as np
import pytest

from redact.detect.recogniser.labels import LABELS
from redact.detect.recogniser.model import Model
from redact.detect.recogniser.windows import Reader


class Session:
    """Calls every piece `▁Jan` the beginning of a person, and counts what it is asked."""

    def __init__(self, jan):
        self.jan, self.asked = jan, []

    def run(self, _, fed):
        assert len(fed["ids"]) == 1
        self.asked.append(fed["ids"].shape)
        scores = np.zeros((*fed["ids"].shape, len(LABELS)), np.float32)
        scores[..., 0] = 3
        scores[..., 1] = np.where(fed["ids"] == self.jan, 9, 0)
        assert fed["mask"].all()
        return [scores]


@pytest.fixture
def model(tokenizer):
    return Model(Session(tokenizer.token_to_id("▁Jan")), Reader(tokenizer))


def told(model, text):
    return [
        text[start:end]
        for window, shares in model.answers(text)
        for start, end, share in zip(window.starts, window.ends, shares[:, 1], strict=True)
        if share > 0.5
    ]


def test_answers_come_in_the_order_of_the_text(model):
    text = "\n\n".join(["Jan zegt nee. " * 12, "kort", "de Vries zegt Jan. " * 9])
    assert told(model, text) == ["Jan"] * 21


def test_what_was_read_before_is_not_asked_again(model):
    text = "\n\n".join(["Jan zegt de Vries. " * 20] * 6)
    list(model.answers(text))
    asked = len(model._session.asked)
    assert told(model, text) == ["Jan"] * 120
    assert len(model._session.asked) == asked


def test_what_stands_in_a_text_twice_is_asked_once(model):
    line = "Jan zegt de Vries. " * 42
    assert told(model, f"{line}\n\n{line}") == ["Jan"] * 84
    assert len(model._session.asked) < len(list(model.reader.windows(f"{line}\n\n{line}")))


def test_what_is_remembered_holds_no_text(model):
    list(model.answers("Jan zegt"))
    assert all(isinstance(key, bytes) and len(key) == 16 for key in model._known)


def test_few_answers_are_remembered(model, monkeypatch):
    monkeypatch.setattr("redact.detect.recogniser.model._REMEMBERED", 2)
    for letter in "abcdef":
        list(model.answers(f"{letter} zegt Jan"))
    assert len(model._known) == 2


def test_nothing_is_asked_about_nothing(model):
    assert told(model, "") == []
    assert model._session.asked == []
