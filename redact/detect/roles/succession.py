"""Offices told by who came before or after: "haar opvolger Vos", "opgevolgd door", "vervangt"."""

import re
from functools import lru_cache

from redact.detect.names.titles import is_point_of_title, title_ending
from redact.detect.names.tokens import BLANK, Tokens
from redact.detect.roles.apposition import skip_titles_back
from redact.finding import Role

_COLLEAGUES = frozenset({"ambtgenoot", "ambtgenote", "ambtsvoorganger", "ambtsopvolger"})
_FOLLOWERS = frozenset({"voorganger", "voorgangster", "opvolger", "opvolgster"})
_OF_READER = frozenset({"uw", "jouw", "je"})
_REPLACES = frozenset({"vervangt", "verving", "vervangen", "opvolgt"})
_SUCCEEDED = re.compile(
    r"[^.;:\n]{0,40}?\s(?:opvolgde|opvolgt|opvolgen|vervangt|verving|aflost|afloste)\b"
)
_AS_OTHER = re.compile(
    r"[^.;:\n]{0,60}?\sals\s(?:project|voorzitter|lid|contact|secretaris|coach|trainer)"
)
_TO_OFFICE = re.compile(
    r"(?i)\b(?:aan|nota|memo|brief|notitie|t\.?b\.?v\.?|ter beslissing|ter informatie|voor)\b"
    r"[^.\n]{0,40}"
    r"\b(?:minister|staatssecretaris|wethouder|burgemeester|gedeputeerde|dijkgraaf|heemraad"
    r"|commissaris van de koning(?:in)?|bewindspersoon|stas|cdk)\b"
)
_REACH, _NEAR, _OPENING = 35, 70, 600


def succeeds(tokens: Tokens, start: int, end: int) -> bool:
    """Tell who held an office before or after somebody of whom the text tells the office."""
    first = skip_titles_back(tokens, start)
    first -= tokens.word(first - 1).casefold() == "de" and first < start
    first -= tokens.word(first - 1) == ","
    word, before = tokens.word(first - 1).casefold(), tokens.word(first - 2).casefold()
    if word in _COLLEAGUES:
        return True
    if word in _FOLLOWERS:
        is_of_reader = before in _OF_READER and _is_to_office(tokens.text[:_OPENING])
        return is_of_reader or _last_title(tokens, first - 2) is Role.OFFICE_HOLDER
    if (before, word) == ("opgevolgd", "door"):
        return _last_title(tokens, first - 3) is Role.OFFICE_HOLDER
    behind = tokens.ends[end - 1]
    if word in ("die", "wie") and _SUCCEEDED.match(tokens.text, behind, behind + _NEAR):
        return _last_title(tokens, first - 2) is Role.OFFICE_HOLDER
    is_replaced = word in _REPLACES and not _AS_OTHER.match(tokens.text, behind, behind + _NEAR)
    return is_replaced and _named_title(tokens, first - 2) is Role.OFFICE_HOLDER


@lru_cache(maxsize=4)
def _is_to_office(opening: str) -> bool:
    return _TO_OFFICE.search(opening) is not None


def _named_title(tokens: Tokens, index: int) -> Role | None:
    """Return the role of the title that goes with the name ending at a token."""
    while (
        index > 0 and tokens.words[index][:1].isupper() and title_ending(tokens, index + 1) is None
    ):
        index -= 1
    return title_ending(tokens, index + 1)


def _last_title(tokens: Tokens, index: int) -> Role | None:
    """Return the role of the last title before a token, in its sentence or in the two before."""
    sentences = 0
    for place in range(index, max(-1, index - _REACH), -1):
        if tokens.gap(place + 1) == BLANK or tokens.word(place) == ";":
            return None
        sentences += tokens.word(place) == "." and not is_point_of_title(tokens, place)
        role = title_ending(tokens, place + 1)
        if role or sentences > 2:  # noqa: PLR2004  sentences
            return role if sentences <= 2 else None  # noqa: PLR2004
    return None
