"""The sentence, the line or the row around a place, and whether a person stands there too."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from redact.detect.address.owner import PUBLIC
from redact.detect.match import Match
from redact.detect.starts import at_words
from redact.finding import PASSAGES, Kind, Role

_REACH = 160
"""Characters before and behind a place that are read: a longer sentence says less about it."""
_REPORTED, _LIKELY = 0.4, 0.5
_SHORT_LINE = 50
_END = regex.compile(
    r"\n|[?!;] |\.(?<!\b(?i:\p{L}|dhr|mw|mevr|nr|nrs|no|dr|mr|mrs|drs|ir|ing|prof|geb|tel|ca|fam|"
    r"jl|resp|bv|incl|excl|\p{L}\.\p{L}|\p{L}\.\p{L}\.\p{L})\.) "
)
_SOMEONE = regex.compile(
    r"(?i)\b(?:cli[eë]nte?|betrokkene|pati[eë]nte?|verdachte|slachtoffer|bewon(?:er|ster)|leerlinge?|"
    r"moeder|vader|zoon|dochter|partner|echtgeno(?:ot|te)|huurders?|huurster|kla(?:ger|agster)|"
    r"meldster|melder|aanvra(?:ger|agster)|belanghebbende|verzoek(?:er|ster)|appellante?|eiser(?:es)?|"
    r"vreemdeling|statushouder|zusje?|broer(?:tje)?|opa|oma|buurman|buurvrouw|werknemer|werkneemster|"
    r"student(?:e)?|pupil|kleinzoon|kleindochter|tante|oom|verzekerde|gezin|weduwe|weduwnaar)\b"
)
"""Words for one person who need not be named."""
_PUBLIC = frozenset({Role.OFFICE_HOLDER, Role.HISTORIC, Role.AUTHOR, Role.ORGANISATION})
"""Who stands beside a number or a date that is hardly ever theirs."""


class Clause(NamedTuple):
    """The sentence, line or row [start, end) around a place, no further than what is read."""

    start: int
    end: int


class People(NamedTuple):
    """The persons of a text that are likely and not public: where they begin and end, in order."""

    starts: Sequence[int]
    ends: Sequence[int]


def people_of(matches: Iterable[Match]) -> People:
    """Return the persons beside whom numbers, dates and homes are looked for.

    A likely one will do: what is found beside a person is only shown.
    """
    spans = sorted(
        (match.start, match.end)
        for match in matches
        if match.kind is Kind.PERSON and match.score >= _LIKELY and match.role not in _PUBLIC
    )
    return People([start for start, _ in spans], [end for _, end in spans])


def with_someone(text: str, people: People) -> People:
    """Return the persons together with the places where one is called by a word."""
    named = zip(people.starts, people.ends, strict=True)
    spans = sorted([*named, *(found.span() for found in at_words(text, _SOMEONE))])
    return People([start for start, _ in spans], [end for _, end in spans])


def claimed_by(text: str, matches: Iterable[Match]) -> bytearray:
    """Return for each character whether a detector said something about it.

    Passages are left out, and addresses too weak to report, but for those where nobody lives.
    """
    claimed = bytearray(len(text))
    for match in matches:
        is_weak = match.kind is Kind.ADDRESS and match.score < _REPORTED
        if match.kind not in PASSAGES and (not is_weak or match.source == PUBLIC):
            mark(claimed, match)
    return claimed


def mark(claimed: bytearray, match: Match) -> None:
    """Set the characters of a match as claimed."""
    claimed[match.start : match.end] = b"\1" * (match.end - match.start)


def clause_around(text: str, start: int, end: int) -> Clause:
    """Return the sentence or the line in which [start, end) stands."""
    low, high = _window(text, start, end)
    for found in _END.finditer(text, low, start):
        low = found.end()
    ending = _END.search(text, end, high)
    return Clause(low, ending.start() if ending else high)


def clause_with_person(text: str, people: People, start: int, end: int) -> Clause | None:
    """Return the sentence or the line of [start, end) if a person is named in it."""
    if not has_person(people, _window(text, start, end)):
        return None
    clause = clause_around(text, start, end)
    is_near = has_person(people, clause) or has_person(people, _line_above(text, clause))
    return clause if is_near else None


def _line_above(text: str, clause: Clause) -> Clause:
    """Return the line above a short line, as in a card or a form; nothing if it is a sentence."""
    start, end = clause
    is_line = text[start - 1 : start] == "\n" and text[end : end + 1] in {"\n", ""}
    if not is_line or end - start > _SHORT_LINE:
        return Clause(0, 0)
    above = max(text.rfind("\n", max(0, start - 2 - _SHORT_LINE), start - 1), -1) + 1
    is_short = above >= start - 1 - _SHORT_LINE
    return Clause(above, start - 1) if is_short else Clause(0, 0)


def _window(text: str, start: int, end: int) -> Clause:
    return Clause(max(0, start - _REACH), min(len(text), end + _REACH))


def has_person(people: People, clause: Clause) -> bool:
    """Tell whether a person begins in a clause."""
    place = bisect_left(people.starts, clause.start)
    return place < len(people.starts) and people.starts[place] < clause.end


def person_before(people: People, start: int) -> int:
    """Return where the last person ends that begins before a place, or -1."""
    place = bisect_left(people.starts, start) - 1
    return people.ends[place] if place >= 0 else -1
