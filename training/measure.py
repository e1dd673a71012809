"""How well a model finds persons in texts that it did not learn from, and how sure it may be."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redact.detect.recogniser.decode import Chances, Levels, Name, names
from redact.detect.recogniser.windows import Window
from training.examples import Example

Answers = Callable[[str], Iterable[tuple[Window, Chances]]]
"""Reads a text: its windows with what the model says of their words."""

_LOW = Levels(0.02, 0.5)
"""From so low on chances are looked at to calibrate them."""

_STEPS = 200


class Measured(NamedTuple):
    """Mentions of persons, how many were covered whole, and how many proposals met one."""

    mentions: int
    covered: int
    proposed: int
    right: int

    def __str__(self) -> str:
        """Return recall and precision."""
        recall, precision = self.covered / self.mentions, self.right / max(1, self.proposed)
        return f"recall {recall:.3f} of {self.mentions}, precision {precision:.3f}"


class Line(NamedTuple):
    """A line through log odds."""

    slope: float
    shift: float


def measure(answers: Answers, examples: Iterable[Example], levels: Levels) -> Measured:
    """Count a mention as found when all its letters and digits are covered."""
    total = np.zeros(4, dtype=np.int64)
    for example in examples:
        found = list(_persons(answers, example, levels))
        hidden = bytearray(len(example.text))
        for name in found:
            hidden[name.start : name.end] = b"\1" * (name.end - name.start)
        gold = [name for name in example.names if name.entity == "PERSON"]
        covered = sum(_is_covered(example.text, hidden, name.start, name.end) for name in gold)
        right = [is_right for _, is_right in _judged(example, found)]
        total += (len(gold), covered, len(right), sum(right))
    return Measured(*total.tolist())


def calibrated(answers: Answers, examples: Iterable[Example]) -> Line:
    """Return the line that turns the log odds of the model's chances into those of being right."""
    pairs = [
        pair
        for example in examples
        for pair in _judged(example, list(_persons(answers, example, _LOW)))
    ]
    chance, right = np.array(pairs, dtype=np.float64).T
    chance = chance.clip(1e-6, 1 - 1e-6)
    return _logistic(np.log(chance / (1 - chance)), right)


def _logistic(odds: npt.NDArray[np.float64], right: npt.NDArray[np.float64]) -> Line:
    """Fit a line by Newton's method."""
    columns = np.stack([odds, np.ones_like(odds)], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(_STEPS):
        share = 1 / (1 + np.exp(-columns @ weights))
        slopes = columns.T @ (right - share)
        curve = (columns * (share * (1 - share))[:, None]).T @ columns
        weights += np.linalg.solve(curve + 1e-3 * np.eye(2), slopes)
    return Line(*weights.tolist())


def _persons(answers: Answers, example: Example, levels: Levels) -> Iterator[Name]:
    for window, shares in answers(example.text):
        yield from (name for name in names(window, shares, levels) if name.entity == "PERSON")


def _judged(example: Example, found: Iterable[Name]) -> Iterator[tuple[float, bool]]:
    """Yield the chance of each name and whether it meets a person; not where nobody knows."""
    for name in found:
        met = {what for start, end, what in example.names if start < name.end and name.start < end}
        if None not in met or "PERSON" in met:
            yield name.chance, "PERSON" in met


def _is_covered(text: str, hidden: bytearray, start: int, end: int) -> bool:
    return all(hidden[place] or not text[place].isalnum() for place in range(start, end))
