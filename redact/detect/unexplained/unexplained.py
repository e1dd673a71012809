"""What stands beside a person and no detector explained: shown to a reviewer, never taken out."""

from collections.abc import Iterable, Iterator, Sequence

from redact.detect.match import Match
from redact.detect.unexplained.clause import claimed_by, mark, people_of, with_someone
from redact.detect.unexplained.date import unexplained_dates
from redact.detect.unexplained.home import unexplained_homes
from redact.detect.unexplained.number import unexplained_numbers


def unexplained(text: str, seen: Iterable[Match], found: Sequence[Match]) -> Iterator[Match]:
    """Yield dates, homes and numbers beside persons, where nothing was seen at all.

    `seen` is all that the detectors said, also what they held for nothing; `found` is what won.
    """
    people = with_someone(text, people_of(found))
    claimed = claimed_by(text, seen)
    for detector in (unexplained_dates, unexplained_homes, unexplained_numbers):
        for match in list(detector(text, people, claimed)):
            mark(claimed, match)
            yield match
