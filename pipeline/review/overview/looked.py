"""Who looks at what now, and when somebody last looked themselves: both told by their acts."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from pipeline.case import acts
from pipeline.case.fold import touched
from pipeline.case.propose import MACHINE
from pipeline.case.state import State

_NOW = timedelta(minutes=10)
_SITTING = timedelta(hours=2)
"""Without an act for so long, somebody was away; what happened meanwhile is news."""
_WIDE = frozenset({"case", "person", "kind", "ground"})
"""Acts on these bear on many documents and show that somebody looks at none of them."""
_FAR = 2_000
"""Acts that are looked at for who is busy."""


class Busy(NamedTuple):
    """Somebody who did something in a document not long ago."""

    who: str
    minutes: int


def busy_in(state: State, now: datetime | None = None) -> dict[int, list[Busy]]:
    """Return for each document who is at work in it."""
    now = now or datetime.now(UTC)
    found: dict[int, dict[str, Busy]] = {}
    for act in reversed(state.acts[-_FAR:]):
        if now - act.at > _NOW:
            break
        if act.who == MACHINE or isinstance(act.deed, acts.AddFile):
            continue
        if act.subject.partition(":")[0] in _WIDE:
            continue
        minutes = int((now - act.at).total_seconds() // 60)
        for document in touched(state, act):
            found.setdefault(document, {}).setdefault(act.who, Busy(act.who, minutes))
    return {document: list(told.values()) for document, told in found.items()}


def last_looked(state: State, who: str, now: datetime | None = None) -> int:
    """Return the last act that somebody did before the sitting they are in now; 0 for nobody."""
    later = now or datetime.now(UTC)
    for act in reversed(state.acts):
        if act.who != who or isinstance(act.deed, acts.AddFile):
            continue
        if later - act.at > _SITTING:
            return act.seq
        later = act.at
    return 0
