"""Roles by apposition: whom an office with what it is of names, and who only serves or signs."""

from redact.detect.names.grammar import is_title
from redact.detect.names.titles import title_ending, title_opening
from redact.detect.names.tokens import LINE, Tokens
from redact.finding import Role

ARTICLES = frozenset({"de", "het", "onze", "our", "the", "your", "uw"})
_FARTHEST = 16
_MARKS = frozenset({",", "is", "was", "wordt", "werd"})
_OF = frozenset({"van", "in", "bij", "voor"})
_WHEN = frozenset({"toen", "destijds", "nu", "thans", "toentertijd"})
_SHORTEST = 3
_STAFF = (
    "kabinet",
    "secretariaat",
    "bureau",
    "staf",
    "ondersteuning",
    "kantoor",
    "griffie",
    "team",
)
"""Who is named behind "het kabinet van de koning" works there."""


def apposed_role(tokens: Tokens, start: int, end: int) -> Role | None:
    """Read "de korpschef van de eenheid Noord, Jansen, zei", "burgemeester van Ede is Jansen"."""
    first = skip_titles_back(tokens, start)
    first -= tokens.word(first - 1) in _WHEN and tokens.word(first - 2) in _MARKS
    mark, after = tokens.word(first - 1), tokens.word(end)
    is_closed = after in (".", ")", ":", "") or (
        after == "," and tokens.word(end + 1).islower() and tokens.word(end + 1) != "en"
    )
    if not is_closed or mark not in _MARKS or first < _SHORTEST:
        return None
    for index in range(first - 2, max(-1, first - _FARTHEST), -1):
        word = tokens.words[index]
        if word in ",.;:()" or tokens.gap(index + 1) >= LINE:
            return None
        if tokens.word(index + 1) in _OF and title_ending(tokens, index + 1):
            return _apposed_title(tokens, index + 1, mark)
    return None


def _apposed_title(tokens: Tokens, end: int, mark: str) -> Role | None:
    """Return the role of a title with what it is of behind it, if it names one person."""
    before = tokens.word(title_opening(tokens, end) - 1).casefold()
    if title_ending(tokens, end) is not Role.OFFICE_HOLDER or (
        mark == "," and before not in ARTICLES
    ):
        return None
    return served_role(tokens, end, end + 1 + (mark == ",")) or Role.OFFICE_HOLDER


def is_signed_for(tokens: Tokens, end: int, start: int) -> bool:
    """Tell "namens de minister, Jansen", who is a clerk, from "namens minister Jansen"."""
    first = title_opening(tokens, end)
    before = [tokens.word(first - back).casefold() for back in range(1, min(first, 6) + 1)]
    return end < start and tokens.word(end) == "," and "namens" in before


def served_role(tokens: Tokens, end: int, start: int) -> Role | None:
    """Return who serves an office in "de woordvoerder van de wethouder, Jansen".

    "De woordvoerder van wethouder Jansen" names the office holder.
    """
    first = title_opening(tokens, end)
    has_article = tokens.word(first - 1).casefold() in ARTICLES
    is_apart = end < start and tokens.word(end) in (",", ":", "(")
    before = first - has_article - 1
    if not (has_article or is_apart) or tokens.word(before).casefold() not in ("van", "v"):
        return None
    role = title_ending(tokens, before)
    if tokens.word(before - 1).casefold().endswith(_STAFF):
        return Role.CIVIL_SERVANT
    return None if role is Role.OFFICE_HOLDER else role


def skip_titles_back(tokens: Tokens, index: int) -> int:
    """Return the first of the forms of address that end before a token."""
    while is_title(tokens.word(index - 1).rstrip(".")) or (
        tokens.word(index - 1) == "." and is_title(tokens.word(index - 2))
    ):
        index -= 1
    return index
