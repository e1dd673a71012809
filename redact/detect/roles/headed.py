"""Roles by the header of a column: "Wethouder", "Raadslid", "Bestuurder" beside "Gemeente"."""

import re
from functools import lru_cache

from redact.detect.names.titles import skip_articles, title_starting
from redact.detect.names.tokens import LINE, TAB, Tokens, tokenise
from redact.detect.roles.apposition import skip_titles_back
from redact.detect.roles.rows import CELL_ENDS, OTHERS, head_above, heads_above, table_start
from redact.finding import Role

_LONGEST_HEAD = 60
_MEMBERS = re.compile(
    r"(?i)(?:lid|leden|plv\.?|plv\.?\s?lid|plaatsvervang(?:er|end\slid)|voorzitter|naam\slid|naam)"
)
_BOARD = re.compile(
    r"(?i)^\W*(?:\d+\.?\s)?(?:(?:samenstelling|leden)\s(?:van\s)?)?(?:het\s|de\s)?"
    r"(?:algemeen\sbestuur|dagelijks\sbestuur|gemeenteraad|college(?:\svan\s(?:b&w|burgemeester.*))?"
    r"|provinciale\sstaten|gedeputeerde\sstaten)\b.{0,25}$"
)
_DRIVERS = re.compile(r"(?i)bestuurders?(?:\s\(?naam\)?)?")
_BODIES = re.compile(
    r"(?i)gemeenten?|organisatie|waterschap(?:pen)?|provincies?|regio|partij|fractie|ambtelijk.*"
    r"|portefeuille"
)
_LEADERS = re.compile(
    r"(?i)bestuurlijke?\s(?:trekkers?|opdrachtgevers?|verantwoordelijken?|eigena\w+|contact\w*|portefeuille\w*"
    r"|vertegenwoordigers?|deelnemers?|leden|lid)"
)
_SEATS = re.compile(
    r"(?i)(?:naam\s)?(?:college|raads|staten|bestuurs|ab-|db-)\s?(?:lid|leden)(?:\snaam)?"
)


def headed_role(tokens: Tokens, start: int) -> Role | None:
    """Return the role that the header of its own column gives a name; of offices only.

    Who drives a car is a "bestuurder" as well, but then no column tells of what body.
    """
    head = head_above(tokens, start).strip(" *:?") if _is_in_row(tokens, start) else ""
    if _MEMBERS.fullmatch(head) and _is_under_board(tokens, start):
        return Role.OFFICE_HOLDER
    if not head or len(head) > _LONGEST_HEAD or OTHERS.search(head):
        return None
    is_holder = _is_office(head) or any(seat.fullmatch(head) for seat in (_LEADERS, _SEATS))
    if _DRIVERS.fullmatch(head):
        is_holder = any(_BODIES.fullmatch(other) for other in _heads(tokens, start))
    return Role.OFFICE_HOLDER if is_holder else None


def _is_under_board(tokens: Tokens, start: int) -> bool:
    """Tell whether the line above a table is the name of a public board."""
    table = table_start(tokens.text, tokens.starts[start])
    above = tokens.text[max(0, table - _LONGEST_HEAD) : table].rstrip().rpartition("\n")[2]
    return _BOARD.search(above) is not None


def _is_in_row(tokens: Tokens, start: int) -> bool:
    """Tell whether a name stands at the edge of a cell."""
    first = skip_titles_back(tokens, start)
    return (
        tokens.gap(first) == TAB
        or tokens.word(first - 1) == "|"
        or (tokens.gap(first) >= LINE and "\t" in _rest(tokens.text, tokens.starts[start]))
    )


def _rest(text: str, start: int) -> str:
    """Return the rest of the line that a place is in, as far as a cell may reach."""
    return text[start : start + _LONGEST_HEAD * 2].partition("\n")[0]


def _heads(tokens: Tokens, start: int) -> list[str]:
    return [head.strip(" *:?") for head in CELL_ENDS.split(heads_above(tokens, start))]


@lru_cache(maxsize=512)
def _is_office(head: str) -> bool:
    """Tell whether a header is the title of an office and no more than that."""
    tokens = tokenise(head.casefold())
    index = skip_articles(tokens, 0)
    role = title_starting(tokens, index)
    return role is Role.OFFICE_HOLDER and not _OF_OTHERS.search(head)


_OF_OTHERS = re.compile(
    r"(?i)\b(?:van|bij|voor|aan|namens|naar|door|datum|akkoord|vraag|vragen|paraaf)\b"
)
