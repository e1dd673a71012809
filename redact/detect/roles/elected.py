"""Whether a text is a paper of an elected body, a board or a court: members hold an office."""

import re
from functools import lru_cache

import regex

_OPENING = 700
"""Characters from the start of a text that tell whose meeting it is about."""
_BEGINNING = 300
"""Characters in which the record of a meeting says of what body it is."""
_ELECTED = re.compile(
    r"\b(?:raadscommissie|raadsvergadering|gemeenteraad\b|vergadering van de raad|statencommissie"
    r"|provinciale staten|algemeen bestuur|verenigde vergadering|raadsinformatie|burgerraad"
    r"|college van burgemeester|college van b&w|gedeputeerde staten|dijkgraaf en heemraden"
    r"|college van dijkgraaf|namens de fracties|raadsleden|statenleden|waterschap\b"
    r"|hoogheemraadschap|besluitenlijst (?:van het )?college|vaste commissie"
    r"|tweede kamer|eerste kamer|commissiedebat|\bgriffier:|woordelijk verslag"
    r"|eilandsraad|bestuurscollege|\baan de (?:leden van de )?raad\b"
    r"|(?-i:\b[Rr]aad van (?!Bestuur|Toezicht|State|Kerken|Advies|Commissarissen)[A-Z]))",
    re.IGNORECASE,
)
_ASKED = regex.compile(
    r"(?ri)\b(?:vragen|vraag|moties?|amendement\w*|initiatief\w*|interpellatie\w*|inbreng|verzoek)"
    r"(?:\s[^\s.;:]+){0,5}?\svan\s(?:de\s|het\s)?(?:\w+)?$"
)
_COUNCIL = (
    r"(?:ondernemingsraad|or|g?mr|\w*(?:cliënten|leerlingen|medezeggenschaps|ouder|wijk|dorps|advies)\w*raad"
    r"|commissie bezwaarschriften|bezwaar\w+|vereniging|stichting|platform|vve|bewoners\w*|bond)\b"
)
_PRIVATE = re.compile(
    rf"(?i)\b(?:van|in|namens|uit|bij)\s(?:(?:de|het|onze|een)\s)?(?:\w+\s)?{_COUNCIL}"
)
_PRIVATE_PAPER = re.compile(
    rf"(?i)\b(?:verslag|notulen|vergadering|agenda|overleg)\b[^.\n]{{0,60}}\b{_COUNCIL}"
)
_NEAR = 90
_COURT = re.compile(
    r"\b(?:rechtbank|gerechtshof|raad van state|centrale raad van beroep|hoge raad"
    r"|college van beroep|meervoudige kamer|enkelvoudige kamer)\b",
    re.IGNORECASE,
)

_MEETING = (
    r"\b(?:besluitenlijst|verslag|notulen|agenda|(?:college)?vergadering|presentielijst)"
    r"(?:\s(?:van|de|het|der|openbare|besloten|wekelijkse|ingelaste|vergadering|bespreking)){0,6}\s"
)
_COLLEGE = re.compile(
    rf"{_MEETING}(?:college(?!\svan\s(?:bestuur|toezicht|advies|beroep))|burgemeester\sen\swethouders"
    r"|b\s?&\s?w|b\sen\sw|gedeputeerde\sstaten|gs|dijkgraaf\sen\s(?:hoog)?heemraden"
    r"|bestuurscollege|ministerraad)\b|\bcollege(?:vergadering|besluiten)\b"
    r"|\bgedeputeerde\sstaten\svan\s[\w-]+\svergadering\b",
    re.IGNORECASE,
)
_BOARD = re.compile(
    rf"{_MEETING}(?:algemeen\sbestuur|dagelijks\sbestuur|ab|db|verenigde\svergadering)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:waterschap|hoogheemraadschap|wetterskip|omgevingsdienst|veiligheidsregio|ggd|recreatieschap"
    r"|gemeenschappelijke\sregeling|metropoolregio|vervoerregio|werkvoorziening|provincie"
    r"|regio\s[A-Z]\w+|belastingsamenwerking|natuurschap|havenschap)\b",
    re.IGNORECASE,
)


def is_of_elected(text: str) -> bool:
    """Tell whether a text begins as the papers of an elected body or its board do."""
    return _opens_so(text[:_OPENING])


def asks_as_member(text: str, place: int) -> bool:
    """Tell whether "het lid" or "de leden", right before a place, ask those in office something."""
    before = text[max(0, place - _NEAR) : place].replace("\n", " ").rstrip()
    return _ASKED.search(before) is not None and not is_of_private(text, place)


def is_of_private(text: str, place: int) -> bool:
    """Tell members of a works council, a club or a committee for objections from elected ones."""
    return _is_private_paper(text[:_BEGINNING]) or (
        _PRIVATE.search(text, max(0, place - _NEAR), place + _NEAR) is not None
    )


@lru_cache(maxsize=8)
def _is_private_paper(opening: str) -> bool:
    return _PRIVATE_PAPER.search(opening) is not None


def is_of_court(text: str) -> bool:
    """Tell whether a text begins as the records and judgments of a court do."""
    return _is_of_court(text[:_OPENING])


@lru_cache(maxsize=8)
def _is_of_court(opening: str) -> bool:
    return _COURT.search(opening) is not None


@lru_cache(maxsize=8)
def _opens_so(opening: str) -> bool:
    return _ELECTED.search(opening) is not None


def is_of_college(text: str) -> bool:
    """Tell whether a text begins as the record of a meeting of those who govern does."""
    return _is_of_college(text[:_BEGINNING])


def is_of_public_board(text: str) -> bool:
    """Tell whether a text begins as the record of a general or daily board of public bodies."""
    return _is_of_public_board(text[:_BEGINNING])


@lru_cache(maxsize=8)
def _is_of_college(opening: str) -> bool:
    return _COLLEGE.search(" ".join(opening.split())) is not None


@lru_cache(maxsize=8)
def _is_of_public_board(opening: str) -> bool:
    said = " ".join(opening.split())
    return _BOARD.search(said) is not None and _PUBLIC.search(said) is not None
