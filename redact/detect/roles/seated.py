"""Roles in the list of who was there when a college or a public board met.

Who sits on it holds an office, and is listed first and often without a title; who helps it stands
behind a label of their own or with a job in brackets.
"""

import re
from functools import lru_cache

from redact.detect.names.attendees import attendee_regions
from redact.detect.names.lexicon import CAPITAL, traits_of, word_set
from redact.detect.names.tokens import LINE, Tokens
from redact.detect.roles.elected import is_of_college, is_of_public_board
from redact.detect.roles.parties import party_in_brackets
from redact.finding import Role

_ASIDE = re.compile(
    r"(?i)ambtelijk|ondersteun|notul|verslag|griffie\b|\bgast|genodigd|toehoorder|insprek|medewerk"
    r"|communicatie|voorlicht|adviseur|\bbode|pers\b|tevens|voorts|alsmede|mede\s|\book\b|verder|namens"
    r"|directeur|manager|jurist|hoofd\b|bezoek|delegatie|kopie|verzendlijst|c\.?c\.?\b|betrokken"
)
"""From such a word on a list names others than the members."""
_NEUTRAL = re.compile(
    r"(?i)(?:plv\.?\s|plaatsvervangend\s|vice-?\s?|loco-?)?(?:vz|vrz|voorz|voorzitter|lid|leden)\.?"
    r"|dagelijks\sbestuur|algemeen\sbestuur|ab|db|(?:gemeente|provincie|waterschap)\s[\w\s-]{2,30}|provincie"
    r"|(?:portefeuille\w*)\b.*|(?:vanaf|tot|t/m|bij|punt|agendapunt|afwezig|aanwezig|digitaal|online"
    r"|(?:via\s)?teams|later|gedeeltelijk|deels|vertrekt|arriveert|m\.u\.v\.|behalve|met\sverlof)\b.*"
)
_SECRETARY = re.compile(r"(?i)(?:gemeente)?secr(?:etaris|\.)?")
_LONGEST_BRACKET = 50


def seated_role(tokens: Tokens, start: int, end: int) -> Role | None:
    """Return the role of a member in the list of who was there; nothing for who helps them."""
    is_college = is_of_college(tokens.text)
    if not is_college and not is_of_public_board(tokens.text):
        return None
    place = tokens.starts[start]
    begin = _list_before(tokens.text, place)
    if begin is None or _ASIDE.search(tokens.text, begin, place):
        return None
    return Role.OFFICE_HOLDER if _is_plain(tokens, end, is_college=is_college) else None


def _list_before(text: str, place: int) -> int | None:
    """Return where the line of the heading begins of the list that a place is in."""
    region = next(((a, b) for a, b in _lists(text) if a <= place < b), None)
    return text.rfind("\n", 0, region[0] - 1) + 1 if region else None


@lru_cache(maxsize=2)
def _lists(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(attendee_regions(text))


def _is_plain(tokens: Tokens, end: int, *, is_college: bool) -> bool:
    """Tell whether nothing behind a name tells a job or a department."""
    if tokens.gap(end) >= LINE or tokens.word(end) in (",", ";", ".", "en"):
        return True
    if tokens.word(end) != "(":
        return False
    begin = tokens.ends[end]
    inside, closed, _ = tokens.text[begin : begin + _LONGEST_BRACKET].partition(")")
    is_secretary = is_college and _SECRETARY.fullmatch(inside.strip()) is not None
    is_known = all(map(_is_seat if is_college else _is_neutral, inside.split(",")))
    return bool(closed) and (is_secretary or is_known or party_in_brackets(tokens, end) is not None)


def _is_seat(said: str) -> bool:
    """Tell a seat, or how long somebody was there: nothing that names a job."""
    return _NEUTRAL.fullmatch(said.strip()) is not None


def _is_neutral(said: str) -> bool:
    """Tell a seat, or the municipality for which somebody sits on a common board."""
    if _is_seat(said):
        return True
    names = [word for word in said.split() if not word.islower()]
    is_field = any(word.casefold() in word_set("portfolios") for word in names)
    return bool(names) and not is_field and all(traits_of(word) & CAPITAL for word in names)
