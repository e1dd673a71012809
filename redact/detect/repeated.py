"""A number that was found once is found wherever it stands again in the document."""

from collections.abc import Iterator, Sequence

import regex

from redact.detect.context import is_amount
from redact.detect.match import SURE, Match
from redact.detect.misread import with_digits
from redact.finding import Kind, Role

NUMBERS = frozenset({Kind.BSN, Kind.IDNUMBER, Kind.PHONE, Kind.IBAN, Kind.PLATE})
"""The kinds of what is a number, or has the form of one."""
_FEWEST = 5
"""Letters and digits that a number has at least to be known again: "0211" may be anything."""
_DIGITS = 3
NUMBER = regex.compile(
    r"(?<![\w€])(?<!\d[.,])(?=[^\W\d_]{0,8}[./\\–-]?\d)[^\W_]+(?:[./\\–-][^\W_]+)*(?!\w|[.,]\d)"
)


def repeated(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the other places where a number stands that was found for sure."""
    read = with_digits(text)
    known = {
        key: match
        for match in matches
        if match.kind in NUMBERS and match.score >= SURE and match.role is not Role.ORGANISATION
        if (key := _key(read[match.start : match.end]))
    }
    if not known:
        return
    taken = {match.start for match in matches if match.score >= SURE}
    for found in NUMBER.finditer(read):
        match = known.get(_key(found[0]))
        if match and found.start() not in taken and not is_amount(text, *found.span()):
            reason = "Hetzelfde nummer staat elders in dit document als nummer van een persoon."
            yield Match(*found.span(), match.kind, 0.88, f"{match.kind}.repeated", reason)


def _key(number: str) -> str:
    """Return what is compared of a number, or nothing if it is too short to know again."""
    key = "".join(filter(str.isalnum, number)).upper()
    return key if len(key) >= _FEWEST and sum(map(str.isdigit, key)) >= _DIGITS else ""
