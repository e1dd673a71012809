"""How often a score is right: of the persons found with some score, how many are persons."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from redact.finding import Kind
from samples.evaluate.contenders import persons
from samples.evaluate.subjects import Text

EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


class Band(NamedTuple):
    """The findings with a score in [low, high), and how many of them touch a person."""

    low: float
    high: float
    found: int
    right: int
    told: float
    """The sum of the scores."""


def calibration(texts: Iterable[Text]) -> list[Band]:
    """Return the bands of scores that occur, the lowest first."""
    seen = [pair for text in texts for pair in _seen(text)]
    bands = (_band(seen, low, high) for low, high in pairwise(EDGES))
    return [band for band in bands if band.found]


def error(bands: Iterable[Band]) -> float:
    """Return the expected calibration error (Guo et al. 2017): score against share, weighed."""
    bands = list(bands)
    found = sum(band.found for band in bands)
    return sum(abs(band.told - band.right) for band in bands) / found if found else 0.0


def _seen(text: Text) -> Iterator[tuple[float, bool]]:
    gold = [(one.start, one.end) for one in text.golds if one.kind is Kind.PERSON]
    for found in persons(text):
        right = any(start < found.end and found.start < end for start, end in gold)
        yield found.score, right


def _band(seen: Iterable[tuple[float, bool]], low: float, high: float) -> Band:
    inside = [(score, right) for score, right in seen if low <= score < high]
    right = sum(right for _, right in inside)
    return Band(low, high, len(inside), right, sum(score for score, _ in inside))
