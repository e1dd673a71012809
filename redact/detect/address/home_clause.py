"""Addresses in one sentence or row with a citizen: likely that citizen's home, so they go."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from redact.detect.address.owner import has_firm
from redact.detect.match import SURE, Match
from redact.detect.unexplained.clause import clause_around
from redact.finding import Kind, Role

_SCORE = 0.86
_LEAST = 0.5
_FARTHEST = 110
_DIGIT = regex.compile(r"\d")
_REASON = "Een adres in één zin of regel met een persoon."
_SOURCES = frozenset(
    {"form", "told", "number", "pitch", "behind", "street", "column", "row", "house", "small"}
)
_OFFICIAL = frozenset({Role.OFFICE_HOLDER, Role.HISTORIC, Role.AUTHOR, Role.ADVISER})
_NO_HOME = regex.compile(
    r"(?i)\b(?:object|locatie|perceel|vergunning|bouwplan|kadast\w*|advoca\w*|notaris\w*|gemachtigde|"
    r"raads(?:man|vrouw)|makelaar\w*|\w*kantoor|\w*bureau|b\.?v\.?|vergader\w*|bijeenkomst|pand|"
    r"inspect\w*|controle\w*|geparkeerd|parkeer\w*|kruising|winkel\w*|werkzaamheden|wegwerk\w*|"
    r"project\w*|toestel|tst|t\.?a\.?v|opent|opende|opening|onthul\w*|locaties|speeltuin|monument\w*|"
    r"bomen|boom|adressen|afspr\w*|afspraak|lantaarn\w*|container\w*|riool\w*|gevestigd|ongeval\w*|aanrijding|ongeluk|botsing|praktijk|werkt|werkzaam)(?!\w)"
)
"""Words for what an address may be of that is nobody's home."""


def in_ones_clause(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the matches, with open addresses raised that a citizen shares a sentence or row with.

    No firm, plot, meeting or work in the street may be spoken of, and in a row of a table no
    vehicle: then it tells where that stood.
    """
    people = sorted(
        (match.start, match.end)
        for match in matches
        if match.kind is Kind.PERSON and match.score >= SURE and match.role not in _OFFICIAL
    )
    plates = sorted(match.start for match in matches if match.kind is Kind.PLATE)
    for match in matches:
        is_open = (
            match.kind is Kind.ADDRESS
            and match.score < SURE
            and match.role is Role.UNKNOWN
            and match.source.removeprefix("address.") in _SOURCES
            and match.score >= _LEAST
        )
        if is_open and _is_of_citizen(text, match, people, plates):
            yield match._replace(score=_SCORE, source="address.clause", reason=_REASON)
        else:
            yield match


def _is_of_citizen(
    text: str, match: Match, people: Sequence[tuple[int, int]], plates: Sequence[int]
) -> bool:
    clause = clause_around(text, match.start, match.end)
    low, high = max(clause.start, match.start - _FARTHEST), min(clause.end, match.end + _FARTHEST)
    last = bisect_left(people, (high, 0)) - 1
    if last < 0 or people[last][1] <= low:
        return False
    if _NO_HOME.search(text, low, high):
        return False
    if match.source != "address.column" and not _DIGIT.search(text, match.start, match.end):
        return False
    is_row = "\t" in text[low:high]
    if is_row and bisect_left(plates, low) < bisect_left(plates, high):
        return False
    return not has_firm(text[low : match.start] + " | " + text[match.end : high])
