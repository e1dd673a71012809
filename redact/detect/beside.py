"""Numbers right behind the name of a person: "V. Kaya, 7700102, login ...", "die van Bos (...)"."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import regex

from redact.detect.context import REFERENCE, is_amount, line_before
from redact.detect.match import Match
from redact.detect.number.idform import DATE, YEAR
from redact.finding import Kind, Role

_LOOK, _REACH = 0.6, 40
_BESIDE = "Negen cijfers die aan de elfproef voldoen, bij de naam van een persoon."
_CODE = regex.compile(
    r" ?(?:(?P<open>\()|[,:–-] |\t ?)(?P<value>[a-zA-Z]{1,2}-?\d{5,8}|\d{5,8}|[A-Z]{2,4}"
    r"-\d{3,8}(?:-\d{1,4})?)"
    r"(?=[ ]?[,;)\t\n]|\.? *$|\. )(?![,.]\d)"
)
"""A code or a number between commas or brackets, in the row of a name."""
_FILE = regex.compile(
    r",? [(]?(?i:dossier|zaak|casus|claim|polis|kenmerk|referentie|schade|aangifte|"
    r"klantn(?:umme)?r)(?:-?(?:nummer|nr\.?))?:? "
    r"(?P<value>(?=[A-Z-]{0,4}\d|[A-Z]{2,5}-\d)[A-Z\d]{1,6}"
    r"(?:[./-][A-Z\d]{1,10}){0,4})(?=[,;)]|\.? *$|\.? [a-z\p{Lu}])"
)
"""The file that stands behind a name: "mevrouw Bos, dossier UHT-22-0174"."""
_SUBJECT = regex.compile(
    r"(?i)\b(?:mevrouw|mevr|mw|dhr|heer|familie|fam|gezin|cli[eë]nte?|betrokkene|klager|klaagster|"
    r"advocaat|gemachtigde|bewoner|huurder|ouders?|aanvrager|aanvraagster)\b[.:]?(?: mr\.)? $"
)
"""Words before a name by which it is that of a citizen, whose file it is."""
_HANDLER = regex.compile(r"(?i)\b(?:behandel\w*|contactpersoon|ambtenaar|van|secretaris)\b")
_DENIED = regex.compile(
    rf"(?i)\b(?:{REFERENCE}|nummer|nr|order\w*|bestel\w*|declaratie\w*|nota|bijlage|blad|pagina)\b"
)


def at_person(text: str, matches: Sequence[Match]) -> list[Match]:
    """Return the matches, with service numbers beside a person raised and codes there added."""
    names = sorted(m.end for m in matches if m.kind is Kind.PERSON and m.score >= _LOOK)
    taken = {match.start for match in matches if match.score >= _LOOK}
    starts = frozenset(m.start for m in matches if m.kind is Kind.PERSON and m.score >= _LOOK)
    raised = [_raised(text, match, names, starts) for match in matches]
    persons = [m for m in matches if m.kind is Kind.PERSON and m.score >= _LOOK]
    return [*raised, *_codes(text, names, taken), *_files(text, persons)]


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


def _files(text: str, persons: Sequence[Match]) -> Iterator[Match]:
    """Yield the numbers of files right behind names: surely theirs where a citizen is named."""
    for person in persons:
        found = _FILE.match(text, person.end) if person.role is not Role.OFFICE_HOLDER else None
        if found is None or YEAR.fullmatch(found["value"]):
            continue
        before = line_before(text, person.start)
        is_subject = _SUBJECT.search(before) and not _HANDLER.search(before)
        reason = "Het nummer van een dossier of zaak, vlak achter de naam van een persoon."
        score = 0.87 if is_subject else _LOOK
        yield Match(*found.span("value"), Kind.IDNUMBER, score, "idnumber.file", reason)
