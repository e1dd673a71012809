"""A claim that some tokens are a name; the strongest ones win."""

from collections.abc import Iterable
from typing import NamedTuple

from redact.detect.match import SURE


class Claim(NamedTuple):
    """Tokens [start, end) claimed to be one mention of a person, by a rule, for a reason."""

    start: int
    end: int
    score: float
    source: str
    reason: str


def strongest(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims that do not overlap, in reading order.

    A sure claim beats an unsure one, a longer one a shorter one, a higher score a lower one.
    """
    taken: set[int] = set()
    kept = []
    for claim in sorted(claims, key=_rank):
        if taken.isdisjoint(range(claim.start, claim.end)):
            taken.update(range(claim.start, claim.end))
            kept.append(claim)
    return sorted(kept)


def _rank(claim: Claim) -> tuple[bool, int, float, int]:
    return claim.score < SURE, claim.start - claim.end, -claim.score, claim.start
