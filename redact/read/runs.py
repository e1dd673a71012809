"""Runs of lines that the file draws one after the other, and where they stand on the page."""

from collections.abc import Sequence
from itertools import chain
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from redact.geometry import Box
from redact.read.moves import rows

Run: TypeAlias = list[int]
"""Numbers of lines in the order of the file."""

_MANY = 1500
"""Lines on a page beyond which a comparison of every pair takes too much memory."""


def untangle(boxes: Sequence[Box], runs: list[Run]) -> list[Run]:
    """Merge runs that lie between each other's lines, such as headings that were drawn first."""
    if len(runs) == 1:
        return runs
    if sum(map(len, runs)) > _MANY:
        return [list(chain.from_iterable(rows(boxes, list(chain.from_iterable(runs)))))]
    merged = [
        sorted(chain.from_iterable(runs[run] for run in knot)) for knot in _knots(boxes, runs)
    ]
    return [
        list(chain.from_iterable(rows(boxes, run))) if run not in runs else run for run in merged
    ]


def _knots(boxes: Sequence[Box], runs: list[Run]) -> list[list[int]]:
    """Return groups of numbers of runs, those that are tangled together in one group."""
    tangled = _tangled(boxes, runs)
    knots: list[list[int]] = []
    for run in range(len(runs)):
        touched = [knot for knot in knots if tangled[run, knot].any()]
        knots = [knot for knot in knots if knot not in touched]
        knots.append(sorted(chain.from_iterable([*touched, [run]])))
    return sorted(knots)


def _tangled(boxes: Sequence[Box], runs: list[Run]) -> npt.NDArray[np.bool_]:
    """Tell which pairs of runs are tangled: one has a line between two lines of the other."""
    order = list(chain.from_iterable(runs))
    placed = np.array([boxes[line] for line in order], dtype=np.float32)
    owner = np.repeat(np.arange(len(runs)), [len(run) for run in runs])
    of_run = owner[:, None] == np.arange(len(runs))
    x0, x1 = placed[:, 0], placed[:, 2]
    middles = (placed[:, 1] + placed[:, 3]) / 2
    shares = (x0[:, None] < x1[None]) & (x0[None] < x1[:, None])
    above = shares & (middles[None] < middles[:, None])
    below = shares & (middles[None] > middles[:, None])
    between = (above @ of_run) & (below @ of_run)
    tangled: npt.NDArray[np.bool_] = of_run.T @ between
    np.fill_diagonal(tangled, val=False)
    return tangled | tangled.T


def put_in_place(boxes: Sequence[Box], runs: list[Run]) -> list[Run]:
    """Put a run that stands above, or left of, an earlier one before it."""
    placed: list[tuple[Box, Run]] = []
    for run in runs:
        box = _around([boxes[line] for line in run])
        after = (at for at, (other, _) in enumerate(placed) if _comes_before(box, other))
        placed.insert(next(after, len(placed)), (box, run))
    return [run for _, run in placed]


def _comes_before(one: Box, other: Box) -> bool:
    """Tell whether a run is read before another that the file draws earlier."""
    if one.y1 <= other.y0 + min(one.height, other.height) / 4:
        return True
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return one.x1 <= other.x0 and shared > min(one.height, other.height) / 2


def _around(boxes: list[Box]) -> Box:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return Box(min(x0), min(y0), max(x1), max(y1))
