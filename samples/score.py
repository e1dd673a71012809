"""Measures what a detector proposes against the gold of a text. It knows no detector.

A mention counts as found when every letter and digit of it is covered, by proposals of whatever
kind: a half covered name is a leak. A proposal is right when it meets something that must go.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from redact.finding import Action, Kind
from samples.gold import Gold

Mask: TypeAlias = npt.NDArray[np.bool_]


class Prediction(NamedTuple):
    """Characters [start, end) of a text that a detector would redact or show to a person."""

    start: int
    end: int
    kind: Kind
    action: Action


@dataclass(frozen=True)
class Tally:
    """Counts for one kind. "Shown" is redacted or put before a person."""

    gold: int = 0
    redacted: int = 0
    shown: int = 0
    touched: int = 0
    """Gold of which at least one letter was shown: for a passage, a person gets to see it."""
    proposed: int = 0
    proposed_right: int = 0
    looks: int = 0
    looks_right: int = 0
    stays: int = 0
    stayed: int = 0
    """Gold that must stay and is not redacted; a person may have been asked to look."""

    def __add__(self, other: "Tally") -> "Tally":
        """Add two tallies count by count."""
        names = [count.name for count in fields(self)]
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def recall(self) -> float | None:
        """Share of the gold that is wholly redacted."""
        return share(self.redacted, self.gold)

    @property
    def recall_shown(self) -> float | None:
        """Share of the gold that is wholly redacted or shown."""
        return share(self.shown, self.gold)

    @property
    def precision(self) -> float | None:
        """Share of the proposals to redact that are right."""
        return share(self.proposed_right, self.proposed)

    @property
    def precision_shown(self) -> float | None:
        """Share of all proposals, to redact or to look, that are right."""
        return share(self.proposed_right + self.looks_right, self.proposed + self.looks)

    @property
    def kept(self) -> float | None:
        """Share of what must stay that is not redacted."""
        return share(self.stayed, self.stays)


def share(part: int, whole: int) -> float | None:
    """Return part / whole, or None where there is no whole."""
    return part / whole if whole else None


@dataclass(frozen=True)
class Score:
    """What one or more texts gave. `others` counts letters and digits that no gold wants gone."""

    kinds: dict[Kind, Tally]
    others: int = 0
    others_redacted: int = 0
    missed: tuple[Gold, ...] = field(default=(), repr=False)
    lost: tuple[Gold, ...] = field(default=(), repr=False)
    """What must stay and is redacted all the same."""
    alarms: tuple[Prediction, ...] = field(default=(), repr=False)
    """Proposals that meet nothing that must go."""

    @property
    def overreach(self) -> float | None:
        """Share of the other letters and digits that would go."""
        return share(self.others_redacted, self.others)


def score(text: str, golds: Sequence[Gold], predictions: Sequence[Prediction]) -> Score:
    """Compare the predictions for one text with its gold."""
    solid = np.fromiter(
        (character.isalnum() for character in text), dtype=np.bool_, count=len(text)
    )
    redacted = solid & _mask(text, (p for p in predictions if p.action is Action.REDACT))
    shown = solid & _mask(text, (p for p in predictions if p.action is not Action.KEEP))
    wanted = solid & _mask(text, (gold for gold in golds if gold.must_go))

    def covered(gold: Gold, mask: Mask) -> bool:
        place = slice(gold.start, gold.end)
        return bool(mask[place].sum() == solid[place].sum())

    def meets(place: Gold | Prediction, mask: Mask) -> bool:
        return bool(mask[place.start : place.end].any())

    tallies = [
        (gold.kind, _of_gold(covered(gold, redacted), covered(gold, shown), meets(gold, shown)))
        if gold.must_go
        else (gold.kind, Tally(stays=1, stayed=int(not meets(gold, redacted))))
        for gold in golds
    ]
    proposals = [p for p in predictions if p.action is not Action.KEEP]
    tallies += [(p.kind, _of_prediction(p.action, meets(p, wanted))) for p in proposals]
    return Score(
        kinds=_summed(tallies),
        others=int((solid & ~wanted).sum()),
        others_redacted=int((redacted & ~wanted).sum()),
        missed=tuple(gold for gold in golds if gold.must_go and not covered(gold, shown)),
        lost=tuple(gold for gold in golds if not gold.must_go and meets(gold, redacted)),
        alarms=tuple(p for p in proposals if not meets(p, wanted)),
    )


def _mask(text: str, places: Iterable[Gold | Prediction]) -> Mask:
    mask = np.zeros(len(text), dtype=np.bool_)
    for place in places:
        mask[place.start : place.end] = True
    return mask


def _of_gold(redacted: bool, shown: bool, touched: bool) -> Tally:  # noqa: FBT001  three facts
    return Tally(gold=1, redacted=int(redacted), shown=int(shown), touched=int(touched))


def _of_prediction(action: Action, right: bool) -> Tally:  # noqa: FBT001  a fact
    if action is Action.LOOK:
        return Tally(looks=1, looks_right=int(right))
    return Tally(proposed=1, proposed_right=int(right))


def _summed(tallies: Iterable[tuple[Kind, Tally]]) -> dict[Kind, Tally]:
    kinds: dict[Kind, Tally] = {}
    for kind, tally in tallies:
        kinds[kind] = kinds.get(kind, Tally()) + tally
    return kinds


def total(scores: Sequence[Score]) -> Score:
    """Add the figures of several texts; what was missed stays with its own text."""
    return Score(
        kinds=_summed(item for one in scores for item in one.kinds.items()),
        others=sum(one.others for one in scores),
        others_redacted=sum(one.others_redacted for one in scores),
    )
