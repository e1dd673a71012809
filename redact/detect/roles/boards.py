"""Roles of those who sit on the board of a public body: "RvB-lid", "bestuurder", "(voorzitter)".

A board of a foundation or a club is named in the same words; its members are private persons.
"""

import re
from functools import lru_cache

from redact.detect.names.grammar import is_title
from redact.detect.names.lexicon import SHAPED
from redact.detect.names.tokens import LINE, Tokens
from redact.detect.roles.elected import is_of_college
from redact.finding import Role

_PUBLIC = re.compile(
    r"(?i:\b(?:raad|college|colleges|raden) van bestuur\b|\bzbo\b)|\b(?:RvB|CvB)\b"
    r"|\bbestuur van (?:het|de) "
    r"(?:UWV|SVB|COA|CIZ|CAK|RDW|GGD|NZa|ACM|AFM|DNB|Kadaster|[Hh]uurcommissie)\b"
)
_BODY = re.compile(
    r"(?i)\b(?:college van bestuur|raad van bestuur|rvb|cvb|dagelijks bestuur|algemeen bestuur"
    r"|gedeputeerde staten|college van (?:burgemeester en wethouders|b en w|b&w|dijkgraaf)"
    r"|vaste\s(?:kamer)?commissie|commissie\svoor\sde\sverzoekschriften|presidium|seniorenconvent"
    r"|gemeenteraad|provinciale staten|raadscommissie\w*|statencommissie\w*|gemeentebestuur)\b"
)
_PRIVATE = re.compile(
    r"(?i)\b(?:stichting|verenig\w+|\w*club|korfbal|voetbal|vve|vakbond\w*|fnv|cnv|wijkraad|dorpsraad"
    r"|ondernemingsraad|or|cliëntenraad|leerlingenraad|(?:advies|bezwaar|geschillen|klachten|examen|hoor|selectie|beoordelings)\w*commissie"
    r"|commissie bezwaar\w*|medezeggenschap\w*|bond|b\.?v\.?|speeltuin\w*)\b"
)
_UNIONS = frozenset({"FNV", "CNV", "VCP", "VVE", "VNO", "MKB", "LTO", "OR", "MR", "BV", "NV"})
_MEMBERS = frozenset(
    {"bestuurslid", "bestuursleden", "bestuurder", "bestuurders", "bestuursvoorzitter"}
)
_VICES = frozenset({"vicevoorzitter", "vice-voorzitter"})
_SEATS = frozenset(
    {"voorzitter", "vz", "vicevoorzitter", "lid", "leden", "secretaris", "plv", "plaatsvervangend"}
)
_CHIEFS = frozenset({"HOvJ", "HOVJ"})
"""Where the triangle meets, the chief public prosecutor; elsewhere a police officer."""
_TRIANGLE = re.compile(r"(?i)driehoek|hoofdofficier")
_DEBATE = re.compile(r"(?i)\b(?:\w*debat|vragenuur|motie van)\b[^.\n]*$")
_ASKS = re.compile(r"[^.\n]{0,40}\b(?:gevraagd|verzocht|vroeg|verzoekt|vraagt|ingediend)\b")
_JUDGED = re.compile(
    r"(?i)(?:\b(?:uitspraak|vonnis|beschikking|beslissing|arrest)\b[^\n]{0,40}\b(?:gedaan|gewezen|gegeven)"
    r"|\baldus\s(?:gewezen|gedaan|beslist|gegeven))\sdoor\b(?P<row>[^\n]*)$"
)
_JUDGE = re.compile(r"(?i)\bmr\b|rechter")
_CLERK = re.compile(r"(?i)tegenwoordigheid|griffier|bijgestaan|namens|gemachtigde|secretaris")
_COLLEGE_PAPER = re.compile(
    r"(?i)\b(?:besluitenlijst|vergadering|verslag|notulen|agenda)\b[^\n]{0,20}"
    r"\b(?:college(?! van bestuur)|b&w|b en w|gedeputeerde staten|gs)\b|\bcollegevergadering\b"
)
_COLLEGE = re.compile(
    r"(?i)\b(?:burgemeester|dijkgraaf|rector|cdk)\b[^\n]*\b(?:wethouders?|heemra\w+|college\w*)\b[^\n]*[,;(]\s*$"
    r"|\b(?:vastgesteld|besloten)\b[^;]{0,60}\b(?:bestuur|raad|college|staten)\b[^;]{0,40}"
    r"\bvoorzitter\b[^;\n]{0,40}\n\s*$"
)
_ENDORSED = re.compile(
    r"(?i)\b(?:burgemeester|wethouder|portefeuillehouder|college)\b[^\n]{0,90}"
    r"\b(?:mede)?(?:onder)?tekend\sdoor\s(?:de\s)?$|\b(?:burgemeester|wethouder|portefeuillehouder)"
    r"\b[^\n]{0,90}\b(?:onderteken|geteken)d\sdoor\s(?:de\s)?$"
)
_OF_BODY = re.compile(
    r"\s\(?(?:van\s)?(?:het\s|de\s)?(?:UWV|SVB|COA|CIZ|CAK|RDW|GGD|NZa|ACM|AFM|DNB|CBR|CJIB|NWO|TNO|UMC"
    r"|Kadaster|[Hh]uurcommissie|Staatsbosbeheer|\w*[Uu]niversiteit\w*|[Hh]ogeschool\w*)\b"
)
_TITLES = r"(?:(?:de heer|mevrouw|mw\.?|dhr\.?|dr\.?|drs\.?|mr\.?|ir\.?|prof\.?)\s)*"
_SUPERVISES = re.compile(
    r"(?i)\b(?:raad van (?:toezicht|bestuur)|college van bestuur|rvt|rvb|cvb)\s\($"
)
_SEAT = re.compile(
    r"(?i)\b(?:bestuursvoorzitter|bestuurslid|bestuurder|lid van de raad van bestuur)"
    rf",?\s{_TITLES}$"
)
_SEAT_OF_BODY = re.compile(
    r"(?i)\b(?:bestuursvoorzitter|bestuurslid|bestuurder)"
    rf"(?-i:{_OF_BODY.pattern}),?\s{_TITLES}$"
)
_NEAR, _REACH = 90, 160
_WITH_BEFORE = re.compile(
    r"(?i)\b(?:burgemeester|wethouder|dijkgraaf|commissaris van de koning)\s"
    r"[^.,;:()\n]{2,40}\sen\s(?:de\s)?$"
)
_WITH_AFTER = re.compile(
    r"(?i)\sen\s(?:de\s)?(?:loco-?)?(?:burgemeester|dijkgraaf|commissaris van de koning)\b"
)
"""A secretary beside a mayor is that of the municipality."""


def board_role(tokens: Tokens, start: int, end: int) -> Role | None:
    """Return the role of a member of the board of a public body, by the words beside the name."""
    is_chief = tokens.word(end) == "(" and tokens.word(end + 1) in _CHIEFS
    is_member = (
        (is_chief and _TRIANGLE.search(tokens.text) is not None)
        or _is_titled(tokens, start)
        or _is_of_body(tokens, start, end)
        or _is_seated(tokens, start, end)
        or _is_in_debate(tokens, start, end)
        or _has_judged(tokens, start)
    )
    return Role.OFFICE_HOLDER if is_member else None


def _is_titled(tokens: Tokens, start: int) -> bool:
    """Tell "bestuurder Smit" and "voorzitter Smit" in papers that know a public board."""
    index = start
    while index > 0 and (
        is_title(tokens.word(index - 1).rstrip(".")) or tokens.word(index - 1) in ".(,"
    ):
        index -= 1
    word = tokens.word(index - 1).casefold()
    if tokens.word(index - 1) in _CHIEFS and _TRIANGLE.search(tokens.text):
        return True
    is_vice = tokens.word(index - 3).casefold() in ("vice", "plv") and tokens.word(index - 2) == "-"
    if index == 0 or tokens.gap(index) >= LINE or word not in _MEMBERS | {"voorzitter"} | _VICES:
        return False
    return _is_of_board(tokens, index, word, is_vice=is_vice)


def _is_of_board(tokens: Tokens, index: int, word: str, *, is_vice: bool) -> bool:
    """Tell a seat on a public board from one of a club, and from "Vos, voorzitter"."""
    place = tokens.starts[index - 1]
    near = tokens.text[max(0, place - _NEAR) : place]
    if tokens.word(index - 2) == "(" and _SUPERVISES.search(near):
        return True
    is_told = tokens.word(index - 2) == "," and tokens.traits[index - 3] & SHAPED
    if is_told or _PRIVATE.search(near):
        return False
    if tokens.word(index - 2) == "-" and tokens.word(index - 3).isupper():
        return word in _MEMBERS and tokens.word(index - 3) not in _UNIONS
    return (is_vice or tokens.word(index - 2) != "-") and _knows_board(tokens.text, word)


def _is_of_body(tokens: Tokens, start: int, end: int) -> bool:
    """Tell "bestuurslid van het COA mevrouw Vos" and "bestuursvoorzitter Vos van het UWV"."""
    first, last = tokens.starts[start], tokens.ends[end - 1]
    before = tokens.text[max(0, first - _NEAR) : first]
    is_behind = _SEAT.search(before) and _OF_BODY.match(tokens.text, last)
    return bool(is_behind or _SEAT_OF_BODY.search(before))


def _knows_board(text: str, word: str) -> bool:
    """Tell whether a text names a public board; a chair may be that of any meeting."""
    kinds = _boards_in(text)
    return bool(kinds) if word in _MEMBERS else any(kind != "zbo" for kind in kinds)


@lru_cache(maxsize=4)
def _boards_in(text: str) -> frozenset[str]:
    return frozenset(hit[0].casefold() for hit in _PUBLIC.finditer(text))


def _is_in_debate(tokens: Tokens, start: int, end: int) -> bool:
    """Tell who asks something in a debate: only members do."""
    text, first, last = tokens.text, tokens.starts[start], tokens.ends[end - 1]
    before = text[max(0, first - _NEAR) : first]
    return bool(_DEBATE.search(before) and _ASKS.match(text, last))


def _has_judged(tokens: Tokens, start: int) -> bool:
    """Tell the judges from the clerk in "uitspraak gedaan door mr. Vos, voorzitter, ..."."""
    place = tokens.starts[start]
    near = tokens.text[max(0, place - 2 * _REACH) : place].casefold()
    if not any(word in near for word in ("gedaan", "gewezen", "gegeven", "beslist")):
        return False
    hit = _JUDGED.search(tokens.text, max(0, place - 2 * _REACH), place)
    row = hit["row"] if hit else ""
    return bool(_JUDGE.search(row)) and not _CLERK.search(row)


def college_secretary(tokens: Tokens, start: int, end: int) -> Role | None:
    """Read "(burgemeester Vos, wethouders Kok en Bos, secretaris De Wit)": one of the college."""
    is_behind = tokens.word(end) == "(" and tokens.word(end + 1).casefold() == "secretaris"
    if is_behind and (_COLLEGE_PAPER.search(tokens.text[:_REACH]) or is_of_college(tokens.text)):
        return Role.OFFICE_HOLDER if tokens.word(end + 2) == ")" else None
    if start == 0 or tokens.word(start - 1).casefold() != "secretaris":
        return None
    place = tokens.starts[start - 1]
    near = tokens.text[max(0, place - _REACH) : place]
    if _ENDORSED.search(near):
        return Role.OFFICE_HOLDER
    beside = tokens.text[tokens.ends[end - 1] : tokens.ends[end - 1] + _NEAR]
    if tokens.word(start - 2) != "ambtelijk" and (
        _WITH_BEFORE.search(near[-_NEAR:]) or _WITH_AFTER.match(beside)
    ):
        return Role.OFFICE_HOLDER
    is_item = tokens.word(start - 2) in (",", ":", "(") and _COLLEGE_PAPER.search(
        tokens.text[:_REACH]
    )
    return Role.OFFICE_HOLDER if _COLLEGE.search(near) or is_item else None


def _is_seated(tokens: Tokens, start: int, end: int) -> bool:
    """Tell "college van bestuur, mw. Smit (lid)" and "het DB: Smit, voorzitter"."""
    if tokens.word(end) not in ("(", ",") or tokens.word(end + 1).casefold() not in _SEATS:
        return False
    text, place = tokens.text, tokens.starts[start]
    begin = max(text.rfind("\n", 0, place), place - _REACH, 0)
    before = text[begin:place]
    body = next(reversed(list(_BODY.finditer(before))), None)
    return body is not None and "." not in re.sub(r"\b\w{1,4}\.", "", before[body.end() :])
