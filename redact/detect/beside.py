"""Numbers right behind the name of a person: "V. Kaya, 7700102, login ...", "die van Bos (...)"."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import regex

from redact.detect.context import REFERENCE, is_amount
from redact.detect.idform import DATE, YEAR
from redact.detect.match import Match
from redact.finding import Kind

_LOOK, _REACH = 0.6, 40
_BESIDE = "Negen cijfers die aan de elfproef voldoen, bij de naam van een persoon."
_CODE = regex.compile(
    r" ?(?:(?P<open>\()|[,:–-] |\t ?)(?P<value>[a-zA-Z]{1,2}-?\d{5,8}|\d{5,8}|[A-Z]{2,4}"
    r"-\d{3,8}(?:-\d{1,4})?)"
    r"(?=[ ]?[,;)\t\n]|\.? *$|\. )(?![,.]\d)"
)
"""A code or a number between commas or brackets, in the row of a name."""
_DENIED = regex.compile(
    rf"(?i)\b(?:{REFERENCE}|nummer|nr|order\w*|bestel\w*|declaratie\w*|nota|bijlage|blad|pagina)\b"
)


def at_person(text: str, matches: Sequence[Match]) -> list[Match]:
    """Return the matches, with service numbers beside a person raised and codes there added."""
    names = sorted(m.end for m in matches if m.kind is Kind.PERSON and m.score >= _LOOK)
    taken = {match.start for match in matches if match.score >= _LOOK}
    starts = frozenset(m.start for m in matches if m.kind is Kind.PERSON and m.score >= _LOOK)
    raised = [_raised(text, match, names, starts) for match in matches]
    return raised + list(_codes(text, names, taken))


def _raised(text: str, match: Match, names: Sequence[int], starts: frozenset[int]) -> Match:
    """Return a nine digit number that passes the test as sure where a name stands before it."""
    if match.source != "bsn.proof":
        return match
    if match.end + 1 in starts and text[match.end] in " \t,;":
        return match._replace(score=0.88, source="bsn.beside", reason=_BESIDE)
    last = bisect_right(names, match.start) - 1
    if last < 0 or match.start - names[last] > _REACH:
        return match
    between = text[names[last] : match.start]
    if "\n" in between or "." in between.strip(". ") or _DENIED.search(between):
        return match
    return match._replace(score=0.88, source="bsn.beside", reason=_BESIDE)


def _codes(text: str, names: Sequence[int], taken: set[int]) -> Iterator[Match]:
    """Yield the codes that stand right behind names."""
    for end in names:
        found = _CODE.match(text, end)
        if found is None or found.start("value") in taken:
            continue
        span = found.span("value")
        if YEAR.fullmatch(found["value"]) or DATE.fullmatch(found["value"]):
            continue
        if is_amount(text, *span):
            continue
        is_sure = found["open"] and not found["value"].isdigit()
        reason = "Een nummer of code vlak achter de naam van een persoon."
        yield Match(*span, Kind.IDNUMBER, 0.87 if is_sure else _LOOK, "idnumber.behind", reason)
