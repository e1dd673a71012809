"""Where two detectors see something in one place, one wins."""

from collections.abc import Iterable, Iterator

from redact.detect.match import Match
from redact.finding import PASSAGES

_SURE = 0.85
_LOOK = 0.4
"""What scores lower is not reported."""


def without_overlaps(matches: Iterable[Match]) -> list[Match]:
    """Return the matches in reading order, no two in one place.

    Passages hold names and numbers and stay beside them; among themselves they compete too. A
    sure match beats an unsure one, a longer one a shorter one, a higher score a lower one.
    """
    reported = [match for match in matches if match.score >= _LOOK]
    passages = [match for match in reported if match.kind in PASSAGES]
    places = [match for match in reported if match.kind not in PASSAGES]
    return sorted([*_winners(places), *_distinct(passages)])


def _winners(matches: Iterable[Match]) -> Iterator[Match]:
    taken = bytearray()
    for match in sorted(matches, key=_rank):
        if len(taken) < match.end:
            taken.extend(bytes(match.end - len(taken)))
        if not any(taken[match.start : match.end]):
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            yield match


def _rank(match: Match) -> tuple[bool, int, float, int]:
    return match.score < _SURE, match.start - match.end, -match.score, match.start


def _distinct(passages: Iterable[Match]) -> Iterator[Match]:
    """Yield one passage for each place and kind, the surest."""
    seen = set()
    for match in sorted(passages, key=lambda match: -match.score):
        place = (match.start, match.end, match.kind)
        if place not in seen:
            seen.add(place)
            yield match
