"""Surnames that an office holder shares with somebody else, who does not stay.

Two things tell of it: one mention has an office and another certainly none, or the text says so
itself: "geen familie", "de zoon van wethouder Jansen".
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from redact.detect.names.parts import Name
from redact.document import Document
from redact.finding import Finding, Role

NO_OFFICE = frozenset({Role.CITIZEN, Role.CIVIL_SERVANT, Role.ADVISER})
"""Roles that nobody has by virtue of an office."""

_NEAR = 70
_KIN = (
    r"(?:klein|schoon|stief)?(?:zoon|dochter|vader|moeder)|(?:half|schoon)?broe?r|(?:schoon)?zus(?:ter)?"
    r"|broers|vrouw|echtgenote?|partner|weduwe|neef|nicht|oom|tante|zwager|familie"
)
_SAID = re.compile(
    r"(?i)\b(?:g[eé][eé]n (?:directe )?familie|niet verwant|naamgeno\w+|zelfde (?:achter)?naam"
    r"|een achternaam|familie van de)\b|\ber (?:is|zit|werkt) (?:ook |nog )?een\s$"
)
_KIN_OF = re.compile(rf"(?i)\b(?:{_KIN})\s(?:van|is|was)\s(?:de\s|het\s)?[^.,;:()\n]{{0,30}}$")
_IS_KIN = re.compile(rf"(?i)\s?,?\s(?:is|was)\s(?:haar|zijn|hun|mijn|de|een)\s(?:{_KIN})\b")
_YOUNGER = re.compile(r"(?i)\s?,?\s(?:junior|senior|jr|sr)\b")
"""Who is called so has a namesake in the family."""
_MALE = re.compile(r"(?i)(?:^|\W)(?:de heer|dhr\.?|meneer|hr\.?)\s(?:[a-z]{2,4}\.\s)*$")
_FEMALE = re.compile(
    r"(?i)(?:^|[^\w/])(?:mevrouw|mevr\.?|mw\.?|mej\.?|juf|mrs\.?|ms\.?)\s(?:[a-z]{2,4}\.\s)*$"
)
_ADDRESS = 28


def is_told_apart(document: Document, finding: Finding) -> bool:
    """Tell whether the words beside a name say that somebody else is called so."""
    before, after = _beside(document, finding)
    if _SAID.search(before[-_NEAR:]) or _SAID.search(after):
        return True
    is_holder = finding.role is Role.OFFICE_HOLDER
    if not is_holder and _YOUNGER.match(after):
        return True
    return is_holder and bool(_KIN_OF.search(before) or _IS_KIN.match(after))


def address_of(document: Document, finding: Finding) -> str:
    """Return "m" or "f" where a form of address before the name tells it, else nothing."""
    before = _beside(document, finding)[0][-_ADDRESS:]
    if _MALE.search(before):
        return "m"
    return "f" if _FEMALE.search(before) else ""


def _beside(document: Document, finding: Finding) -> tuple[str, str]:
    """Return the text of the line before and after a name."""
    first, last = finding.spans[0], finding.spans[-1]
    before = document.pages[first.page].text[max(0, first.start - _NEAR) : first.start]
    after = document.pages[last.page].text[last.end : last.end + _NEAR]
    return before.rpartition("\n\n")[2].replace("\n", " "), after.partition("\n\n")[0]


def contested(told: Iterable[tuple[Name, Role, bool]]) -> frozenset[tuple[str, ...]]:
    """Return the surnames of an office holder and of somebody else.

    Of each mention the name is given, its role, and whether it `is_told_apart`.
    """
    roles: defaultdict[tuple[str, ...], set[Role]] = defaultdict(set)
    apart = set()
    for name, role, is_apart in told:
        if name.surname:
            roles[name.surname].add(role)
            apart |= {name.surname} if is_apart else set()
    return frozenset(
        surname
        for surname, found in roles.items()
        if Role.OFFICE_HOLDER in found and (surname in apart or found & NO_OFFICE)
    )
