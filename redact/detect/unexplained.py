"""What stands beside a person and no detector explained: shown to a reviewer, never taken out."""

from collections.abc import Iterable, Iterator, Sequence

from redact.detect.clause import claimed_by, people_of
from redact.detect.match import Match
from redact.detect.unexplained_number import unexplained_numbers


def unexplained(text: str, seen: Iterable[Match], found: Sequence[Match]) -> Iterator[Match]:
    """Yield numbers beside the persons found, where nothing was seen at all.

    `seen` is all that the detectors said, also what they held for nothing; `found` is what won.
    """
    people = people_of(found)
    if people.starts:
        claimed = claimed_by(text, seen)
        yield from unexplained_numbers(text, people, claimed)
