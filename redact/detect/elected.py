"""Whether a text is a paper of an elected body or a court, whose members hold an office."""

import re
from functools import lru_cache

_OPENING = 700
"""Characters from the start of a text that tell whose meeting it is about."""
_ELECTED = re.compile(
    r"\b(?:raadscommissie|raadsvergadering|gemeenteraad\b|vergadering van de raad|statencommissie"
    r"|provinciale staten|algemeen bestuur|verenigde vergadering|raadsinformatie|burgerraad"
    r"|college van burgemeester|college van b&w|gedeputeerde staten|dijkgraaf en heemraden"
    r"|college van dijkgraaf|namens de fracties|raadsleden|statenleden|waterschap\b"
    r"|hoogheemraadschap|besluitenlijst (?:van het )?college|vaste commissie"
    r"|tweede kamer|eerste kamer|commissiedebat|\bgriffier:|woordelijk verslag"
    r"|eilandsraad|bestuurscollege"
    r"|(?-i:\b[Rr]aad van (?!Bestuur|Toezicht|State|Kerken|Advies|Commissarissen)[A-Z]))",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:rechtbank|gerechtshof|raad van state|centrale raad van beroep|hoge raad"
    r"|college van beroep|meervoudige kamer|enkelvoudige kamer)\b",
    re.IGNORECASE,
)


def is_of_elected(text: str) -> bool:
    """Tell whether a text begins as the papers of an elected body or its board do."""
    return _opens_so(text[:_OPENING])


def is_of_court(text: str) -> bool:
    """Tell whether a text begins as the records and judgments of a court do."""
    return _is_of_court(text[:_OPENING])


@lru_cache(maxsize=8)
def _is_of_court(opening: str) -> bool:
    return _COURT.search(opening) is not None


@lru_cache(maxsize=8)
def _opens_so(opening: str) -> bool:
    return _ELECTED.search(opening) is not None
