"""From the model's answer for each word to names."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redact.detect.recogniser.labels import ENTITIES
from redact.detect.recogniser.windows import Window

Chances = npt.NDArray[np.float32]


class Levels(NamedTuple):
    """From which chance on a word is shown as part of a name, and from which it surely is one."""

    look: float
    sure: float


class Name(NamedTuple):
    """Characters [start, end) that name an entity, with the mean chance of its words.

    `run` are the characters of the whole stretch of words that it is the surer or the more doubtful
    part of.
    """

    start: int
    end: int
    entity: str
    chance: float
    run: tuple[int, int]


def chances(scores: Chances) -> Chances:
    """Turn scores of shape (words, labels) into chances that add up to one for each word."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]


def names(window: Window, shares: Chances, levels: Levels) -> Iterator[Name]:
    """Yield the names in a window, by kind and in reading order; none runs over unread words."""
    for number, entity in enumerate(ENTITIES):
        begins, inside = shares[:, 1 + 2 * number], shares[:, 2 + 2 * number]
        whole = begins + inside
        for first, stop in _runs(whole >= levels.look, (begins > inside) | window.apart):
            run = _characters(window, first, stop)
            for start, end in _parts(whole[first:stop] >= levels.sure):
                part = slice(first + start, first + end)
                place = _characters(window, part.start, part.stop)
                yield Name(*place, entity, float(whole[part].mean()), run)


def _characters(window: Window, first: int, stop: int) -> tuple[int, int]:
    return int(window.starts[first]), int(window.ends[stop - 1])


def _runs(
    is_name: npt.NDArray[np.bool_], is_first: npt.NDArray[np.bool_]
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of words that belong to one name."""
    found = np.flatnonzero(is_name)
    if not found.size:
        return
    goes_on = (np.diff(found, prepend=-2) == 1) & ~is_first[found]
    edges = np.flatnonzero(~goes_on).tolist()
    for begin, stop in pairwise([*edges, len(found)]):
        yield int(found[begin]), int(found[stop - 1]) + 1


def _parts(is_sure: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Part a name from doubtful words before and after what is sure of it."""
    sure = np.flatnonzero(is_sure)
    edges = [0, int(sure[0]), int(sure[-1]) + 1, len(is_sure)] if sure.size else [0, len(is_sure)]
    for start, end in pairwise(edges):
        if start < end:
            yield start, end
