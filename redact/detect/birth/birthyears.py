"""Years of birth behind names: "mevrouw Bos (1943)", "de oude heer Dekker (uit 1941)".

A year in brackets is also how a writer is cited, and when somebody said something: it is a birth
where the person would be grown up, is no author, and a word or a first name says it is a person.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from redact.detect.context import line_after, line_before
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.detect.wordlist import entry_set
from redact.finding import Kind, Role

_GROWN, _OLDEST, _PRESENT, _LOOK = 14, 105, 2012, 0.6
_BEHIND = regex.compile(
    r"(?:[ ](?:sr|jr|senior|junior)\b\.?)?"
    r"(?P<mark>[ ]?\((?P<told>uit |van |bouwjaar |anno )?|(?:,? )(?P<told>uit |bouwjaar )|, )"
    r"(?P<date>(?:19[1-9]|20[012])\d|(?<=[( ])['’]\d\d)(?=(?P<end>[),;.]|[ ]?$|[ ]?\n))"
)
_YEAR = regex.compile(r"(?<![\w/.:€-])(?:19|20)\d\d(?![\w:]|[.,]\d)|(?<=[-/. ])(?:19|20)\d\d(?!\w)")
_PERSON = regex.compile(
    r"(?i)(?:\b(?:mw|mevr|dhr)\.|\b(?:mw|mevr|dhr|mevrouw|heer|meneer|oom|tante|opa|oma|vader|moeder|zus|"
    r"broer|zoon|dochter|buurman|buurvrouw|man|vrouw|weduwe|familie|cliënte?|te zijn|genaamd|heet))"
    r"(?: (?:mr|drs|ir|dr)\.)? ?$"
)
_FAMILY = regex.compile(
    r"(?i)\b(?:kind(?:eren)?|moeder|vader|ouders|gezin|zoon|dochter|broer|zus)\b"
)
_PUBLIC = frozenset({Role.OFFICE_HOLDER, Role.AUTHOR, Role.HISTORIC, Role.ORGANISATION})


def at_year(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the years behind the names of persons that are likely of their birth."""
    read = with_digits(text)
    persons = [m for m in matches if m.kind is Kind.PERSON and m.score >= _LOOK]
    found = [(person, _BEHIND.match(read, person.end)) for person in persons]
    behind = [(person, hit) for person, hit in found if hit and person.role not in _PUBLIC]
    if not behind:
        return
    starts = {hit.start("date") for _, hit in behind}
    others = (year for year in _YEAR.finditer(read) if year.start() not in starts)
    present = max((int(year[0]) for year in others if int(year[0]) <= 2035), default=_PRESENT)  # noqa: PLR2004  later years are plans
    for person, hit in behind:
        score = _score(read, person, hit, max(present, _PRESENT))
        if score:
            reason = "Een jaar achter de naam van een persoon: een geboortejaar."
            yield Match(*hit.span("date"), Kind.BIRTHDATE, score, "birthdate.behind", reason)


def _score(read: str, person: Match, hit: regex.Match[str], present: int) -> float:
    """Return how sure a year is of a birth: 0 where it is hardly one."""
    is_short = not hit["date"].isdigit()
    is_grown = is_short or _GROWN <= present - int(hit["date"]) <= _OLDEST
    before = line_before(read, person.start, 40)
    if is_grown and (hit["told"] or (_PERSON.search(before) and hit["end"] != ".")):
        return 0.87
    name = read[person.start : person.end]
    is_child = name in _given() and _FAMILY.search(before + line_after(read, hit.end(), 80))
    is_whole = is_grown and len(name.split()) > 1 and "," not in name and hit["end"] in "),"
    return _LOOK if is_child or is_whole else 0.0


@cache
def _given() -> frozenset[str]:
    """Return the first names, as they are written."""
    return frozenset(name.capitalize() for name in entry_set("first_names"))
