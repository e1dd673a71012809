"""Where two detectors see something in one place, one wins."""

from collections.abc import Iterable, Iterator

from redact.detect.match import SURE, Match
from redact.finding import PASSAGES, Kind
from redact.policy.values import TERM

_LOOK = 0.4
"""What scores lower is not reported."""

_SHORTEST_REST = 3
"""Letters and digits: less than this, left over beside a winner, says nothing by itself."""


def without_overlaps(text: str, matches: Iterable[Match]) -> list[Match]:
    """Return the matches of a flow's text in reading order, no two in one place.

    Passages hold names and numbers and stay beside them; among themselves they compete too. A
    term stays as well: the name around it may be one that is kept. A sure match beats an unsure
    one, a longer one a shorter one, a higher score a lower one.
    """
    reported = _without_parts(text, [match for match in matches if match.score >= _LOOK])
    beside = [match for match in reported if _stays_beside(match)]
    places = [match for match in reported if not _stays_beside(match)]
    return sorted([*_winners(text, places), *_distinct(beside)])


def _without_parts(text: str, matches: list[Match]) -> list[Match]:
    """Leave out the person that an address is named after: "Boeier" in "Boeier 4"."""
    numbers = {
        match.start + len(text[match.start : match.end].rstrip("0123456789").rstrip()): match.start
        for match in matches
        if match.kind is Kind.ADDRESS and text[match.end - 1].isdigit()
    }
    return [
        match
        for match in matches
        if match.kind is not Kind.PERSON
        or _stays_beside(match)
        or numbers.get(match.end, match.end) > match.start
    ]


def _stays_beside(match: Match) -> bool:
    return match.kind in PASSAGES or match.source.partition(":")[0] == TERM


def _winners(text: str, matches: Iterable[Match]) -> Iterator[Match]:
    taken = bytearray(len(text))
    for match in sorted(matches, key=_rank):
        for start, end in _free(taken, match.start, match.end):
            if (start, end) == (match.start, match.end) or _says_something(text[start:end]):
                yield match._replace(start=start, end=end)
        taken[match.start : match.end] = b"\1" * (match.end - match.start)


def _free(taken: bytearray, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of [start, end) that nothing took yet."""
    while (start := taken.find(0, start, end)) >= 0:
        stop = taken.find(1, start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop


def _says_something(text: str) -> bool:
    return sum(letter.isalnum() for letter in text) >= _SHORTEST_REST


def _rank(match: Match) -> tuple[bool, int, float, int]:
    return match.score < SURE, match.start - match.end, -match.score, match.start


def _distinct(beside: Iterable[Match]) -> Iterator[Match]:
    """Yield one match for each place and kind, the surest."""
    seen = set()
    for match in sorted(beside, key=lambda match: -match.score):
        place = (match.start, match.end, match.kind)
        if place not in seen:
            seen.add(place)
            yield match
