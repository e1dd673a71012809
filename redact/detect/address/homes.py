"""Which addresses are somebody's home, by the persons that stand beside them.

An address alone may be that of a building a paper is about. Beside a name, in one row of a table
with a name, or said to be a home elsewhere in the text, it tells where a person lives.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

import regex

from redact.detect.address.clues import is_place_of_work
from redact.detect.address.dwelling import WORDS
from redact.detect.address.home_clause import in_ones_clause
from redact.detect.address.hometown import hometowns
from redact.detect.address.owner import PUBLIC, has_firm, of_firm
from redact.detect.address.street import HOUSE_NUMBER
from redact.detect.behind_names import behind_names
from redact.detect.columns import cells_under
from redact.detect.match import SURE, Match
from redact.finding import Kind, Role
from redact.phrase import fold

_HOME = 0.88
_REACH = 90
_BY_NAME = "Een adres bij de naam van een persoon."
_OFFICE = "Een adres waar iemand werkt: van een kantoor of bedrijf."
_AGAIN = "Dit adres is elders in dit document dat van een persoon."
_NOT_RAISED = frozenset({"address.body", "address.box", PUBLIC, WORDS})
_JOINT = regex.compile(
    r"(?i)(?:[\s,;:()\-–|.\"'’+]|\d[\d./-]*|\S+@\S+|\b(?:wonende?|woonachtig|woont|woonde|gaat|wonen|te|aan|de|"
    r"het|op|in|uit|van|nr|en|adres|bewon(?:er|ers|ster)|eigena(?:ar|res|resse|ren)|c\.?s|e\.?a|cs|ea|geb|"
    r"geboren|tel|telefoon|mob|bsn|thans|nu|nog|verhuisd|naar|melkveehouder|veehouder|agrariër|"
    r"ondernemer|gepensioneerd|huurder|buurman|buurvrouw|bezwaarmaker|p/a|privé|alhier|boerderij)\b)*"
)
_BEHIND = regex.compile(
    r"(?i)(?:[\s,:;()\-–|]{1,4}|\. (?=(?:bewoners?|bewoonster|huurders?|eigena(?:ar|res))\b))"
    r"(?:(?:de|het|dhr|mw|mevr|mevrouw|heer|meneer|fam|familie|gezin|echtpaar|bewoners?|bewoonster|"
    r"huurders?|eigenaar|eigenares|wed|weduwe)\b\.?\s?)*"
)
_STREET_NAME = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}.’'-]{2,}(?: (?:\p{L}[\p{L}.’'-]*)){0,4}) [1-9]\d{0,4}(?!\d)"
)
_SAME_STREET = "Een huisnummer in een straat die elders in dit document in een adres staat."
_LOOK = 0.6
_AT_WORK = regex.compile(
    r"(?i)(?:\b(?:advoca(?:at|te)|notaris|raads(?:man|vrouw)|makelaar|architect(?:enbureau)?|"
    r"accountant|deurwaarder|\p{L}*(?:bureau|kantoor|advocaten))\b[^;\n\d]{0,30}"
    r"|\b(?:b\.?v\.?|n\.?v\.?|stichting|vereniging|\p{L}*(?:bedrijf|bureau|kantoor))(?!\w)"
    r"[^;\n\d]{0,25}t\.?a\.?v\.?[^;\n\d]{0,25})$"
)
"""Who works at the address behind their name: a lawyer, somebody at a firm."""
_NUMBER_NEXT = regex.compile(f" {HOUSE_NUMBER}")
_INSIDE = regex.compile(r"(?<=[\w-])")
_NUMBER = regex.compile(r"^(?P<street>\D{4,}?\d+(?:[ -]?[a-z]\b)?)")


def at_home(text: str, matches: Sequence[Match]) -> list[Match]:
    """Return the matches, with addresses raised that stand where a person is named."""
    told = (Kind.PERSON, Kind.BIRTHDATE)
    names = [m for m in matches if m.kind in told and m.score >= SURE]
    names.sort(key=lambda name: name.start)
    events = frozenset(cell for cell, _ in cells_under(text, _EVENT))
    starts = [name.start for name in names]
    matches = [*matches, *_named_again(text, matches)]
    matches = [_at_work(text, match, names, starts) for match in matches]
    raised = [
        match._replace(score=_HOME, source="address.person", reason=_BY_NAME)
        if _is_open(match) and match.start not in events and _is_beside(text, match, names, starts)
        else match
        for match in matches
    ]
    raised = [
        match._replace(score=_LOOK, reason=_BY_NAME)
        if match.source == PUBLIC and _is_own(text, match, names, starts)
        else match
        for match in raised
    ]
    raised += behind_names(text, raised)
    raised = list(in_ones_clause(text, raised))
    raised += hometowns(text, raised)
    homes = {_street(text, m) for m in raised if m.kind is Kind.ADDRESS and _is_home(m)} - {""}
    numbers = {found[0] for home in homes if (found := _HOUSE_END.search(home))}
    numbers |= {
        found[0]
        for match in raised
        if match.source in _NUMBERS and match.score >= SURE
        for found in _HOUSE_END.finditer(fold(text[match.start : match.end]))
    }
    return [
        match._replace(score=_HOME, source="address.again", reason=_AGAIN)
        if _is_open(match)
        and match.source != "address.object"
        and (_street(text, match) in homes or _letters(text, match) in numbers)
        else match
        for match in raised
    ]


_NUMBERS = frozenset({"address.number", "address.list"})
_HOUSE_END = regex.compile(r"\d+(?:[ -]?[a-z])?$")


def _letters(text: str, match: Match) -> str:
    """Return a house number that stands alone: "3b" of "nummer 3b"."""
    found = _HOUSE_END.search(fold(text[match.start : match.end]))
    return found[0] if found and match.source == "address.number" else ""


def _named_again(text: str, matches: Sequence[Match]) -> list[Match]:
    """Return the house numbers behind the name of a street that an address of the text has.

    The name alone need not look like one of a street: "Achterom 22", after "Achterom 22a, 4433 BC".
    """
    streets = {_name(text, match) for match in matches if match.kind is Kind.ADDRESS} - {""}
    if not streets:
        return []
    taken = {match.start for match in matches if match.kind is Kind.ADDRESS}
    return [
        Match(start, end, Kind.ADDRESS, 0.75, "address.street", _SAME_STREET)
        for start, end in houses(text, streets)
        if start not in taken and not is_place_of_work(text, start)
    ]


def houses(text: str, streets: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of each of these streets with a number behind it, none in another.

    Where two streets begin in one place, it is the longer one.
    """
    named = ((start, start + len(street)) for street in streets for start in _places(text, street))
    last = 0
    for start, stop in sorted(named, key=lambda place: (place[0], -place[1])):
        house = _NUMBER_NEXT.match(text, stop) if start >= last else None
        if house and not _INSIDE.match(text, start):
            last = house.end()
            yield start, last


def _places(text: str, said: str) -> Iterator[int]:
    """Yield where a text says something."""
    place = text.find(said)
    while place >= 0:
        yield place
        place = text.find(said, place + 1)


def _name(text: str, match: Match) -> str:
    """Return the name of the street of an address, if it begins with one."""
    found = _STREET_NAME.match(text, match.start, match.end)
    return found["name"] if found else ""


def _is_open(match: Match) -> bool:
    """Tell whether a match is an address of which nothing is sure."""
    is_address = match.kind is Kind.ADDRESS and match.source not in _NOT_RAISED
    return is_address and match.score < SURE and match.role is Role.UNKNOWN


def _is_home(match: Match) -> bool:
    return match.score >= SURE and match.role is Role.UNKNOWN


def _is_beside(text: str, match: Match, names: Sequence[Match], starts: Sequence[int]) -> bool:
    near = names[bisect_right(starts, match.start - _ROW) : bisect_left(starts, match.start + _ROW)]
    return (
        any(_leads_to(text, name, match) for name in near)
        or any(_in_brackets(text, name, match) for name in near)
        or _follows(text, match, starts)
        or any(_shares_row(text, name, match) for name in near)
    )


_ROW = 400
_EVENT = regex.compile(
    r"(?i)(?:plaats|locatie|plek|object|perceel|pand|project|werkadres|bouwadres|bouwlocatie)"
    r"(?:(?: en|,| ?/) (?:tijd(?:stip)?|datum))?(?: van .{1,30})?|adres (?:object|pand|perceel)"
)
"""The heading of a column that says where something happened."""
_BRACKET = regex.compile(r"[^.;:()\n\d]{0,45} \((?:[^.;()\n\d]{0,25}, )?")
_PARTED = regex.compile(r"\t| \| |;|[ ]{3}")
_EDGES = frozenset({"", "\t", "|", "\n", ";"})


def _at_work(text: str, match: Match, names: Sequence[Match], starts: Sequence[int]) -> Match:
    """Return an address behind the name of a lawyer or somebody at a firm as that of an office."""
    place = bisect_left(starts, match.start) - 1
    if place < 0 or not _is_open(match) or not _leads_to(text, names[place], match):
        return match
    if not _works(text, names[place]):
        return match
    return match._replace(score=0.35, source=PUBLIC, reason=_OFFICE)


def _works(text: str, name: Match) -> bool:
    return _AT_WORK.search(text, max(0, name.start - _REACH), name.start) is not None


def _leads_to(text: str, name: Match, match: Match) -> bool:
    """Tell whether hardly anything stands between a name and an address behind it."""
    between = text[name.end : match.start]
    if not 0 < match.start - name.end < _REACH or "\n\n" in between:
        return False
    return _JOINT.fullmatch(between) is not None


def _in_brackets(text: str, name: Match, match: Match) -> bool:
    """Tell whether an address stands in brackets not far behind a name, in the same clause."""
    between = text[name.end : match.start]
    if text[match.end : match.end + 1] not in {")", ","} or not _BRACKET.fullmatch(between):
        return False
    return not has_firm(between)


def _is_own(text: str, match: Match, names: Sequence[Match], starts: Sequence[int]) -> bool:
    """Tell whether a person leads to the address of a shop or a school, and is not in its name."""
    near = names[bisect_left(starts, match.start - _ROW) : bisect_left(starts, match.start)]
    return any(
        _leads_to(text, name, match) and not (of_firm(text, name.start) or _works(text, name))
        for name in near
    )


def _follows(text: str, match: Match, starts: Sequence[int]) -> bool:
    """Tell whether a name follows an address at once: "Kruisweg 8 (fam. Medema)"."""
    found = _BEHIND.match(text, match.end)
    if found is None or "\n" in found[0]:
        return False
    place = bisect_left(starts, found.end())
    return place < len(starts) and starts[place] == found.end()


def _shares_row(text: str, name: Match, match: Match) -> bool:
    """Tell whether a name and an address stand in two cells of one row."""
    between = text[min(name.end, match.end) : max(name.start, match.start)]
    return "\n" not in between and _PARTED.search(between) is not None and _is_cell(text, match)


def _is_cell(text: str, match: Match) -> bool:
    """Tell whether an address fills its cell."""
    before, after = text[max(0, match.start - 3) : match.start], text[match.end : match.end + 3]
    is_left = before.rstrip(" ")[-1:] in _EDGES or before.endswith("  ")
    return is_left and (after.lstrip(" ")[:1] in _EDGES or after.startswith(("  ", ", ")))


def _street(text: str, match: Match) -> str:
    """Return the street and number of an address, to be compared."""
    if match.kind is not Kind.ADDRESS:
        return ""
    found = _NUMBER.match(fold(text[match.start : match.end]))
    return " ".join(found["street"].split()) if found else ""
