"""Offices told in a sentence: "burgemeester is Jansen", "zijn ambtgenoot Vos", "als raadslid"."""

import re
from functools import lru_cache

import regex

from redact.detect.names.grammar import is_title
from redact.detect.names.lexicon import INITIALS, LETTER, PARTICLE, SHAPED
from redact.detect.names.titles import (
    title_ending,
    title_opening,
    title_starting,
)
from redact.detect.names.tokens import LINE, TAB, Tokens
from redact.detect.roles.apposition import skip_titles_back
from redact.detect.roles.elected import asks_as_member, is_of_court, is_of_elected
from redact.detect.roles.parties import is_party
from redact.detect.roles.succession import succeeds
from redact.finding import Role

_COPULAS = frozenset({"is", "was", "wordt", "werd", "blijft", "heet", "heette"})
_CHAIRS = frozenset({"voorzitter", "vz", "vrz", "voorz"})
_CLOSERS = frozenset({".", ",", ";", ":", ")", "(", "-", "–", "en", "|", ""})
_OF = frozenset({"van", "v", "aan", "bij", "voor", "namens", "naast"})
_SENTENCE, _REACH, _LONGEST_ROW = 110, 70, 40
_LONGEST_INITIALS = 5
_OPENING = 1500
_UNIVERSITY = re.compile(r"(?i)\b(?:\w*universiteit|faculteit|hogeschool|rector magnificus)\b")
_CHAT = re.compile(
    r"(?i)\b(?:app-?)?groep(?:sapp)?\s[\"“'‘„]?(?:het\s)?"
    r"(?:B&W|B en W|college(?! van bestuur)|wethouders|GS)\b"
)
_IN_OFFICE = re.compile(
    r"\s(?:is|was|zat|werkte|diende|zit|werd|kwam|trad|stopt|stopte|vertrekt|vertrok|begon|begint)\b"
    r"[^.;:()\n]{0,60}?\bals\s(?:(?:de|onze|nieuwe|eerste|waarnemend|tijdelijk)\s)?"
)
_EXCEPT = regex.compile(
    r"(?ri)\bfracties?\b[^.;\n]{0,80}\b(?:behalve|uitgezonderd|met uitzondering van|m\.u\.v\.)"
    r"\s(?:(?:de heer|mevrouw|het lid|dhr\.?|mw\.?)\s)?$"
)


def told_role(tokens: Tokens, start: int, end: int) -> Role | None:
    """Return the role of whom a sentence calls an office holder in other ways than by a title."""
    is_holder = (
        _chair(tokens, start, end)
        or _is_what_office_is(tokens, start, end)
        or succeeds(tokens, start, end)
        or _is_member(tokens, start)
        or _served(tokens, end)
        or _sits_in_row(tokens, end)
        or _voted(tokens, start)
        or _chairs_court(tokens, start, end)
        or _is_rector(tokens, start)
        or _is_of_party(tokens, start)
        or _speaks_in_college(tokens, start, end)
    )
    return Role.OFFICE_HOLDER if is_holder else None


def _chair(tokens: Tokens, start: int, end: int) -> bool:
    """Read "Voorzitter: mw. Haak", "de heer Haak (voorzitter)" in minutes of an elected body."""
    index = start
    while is_title(tokens.word(index - 1).rstrip(".")) or tokens.word(index - 1) in (".", ":", ","):
        index -= 1
    is_label = tokens.word(index) == ":" or tokens.word(index - 2).casefold() == "de"
    before = tokens.word(index - 1).casefold() if is_label else ""
    after = tokens.word(end + 1).casefold() if tokens.word(end) in ("(", ",", "-") else ""
    if tokens.gap(index) >= LINE and tokens.gap(end + 1) >= LINE:
        after = tokens.word(end).casefold()  # "W. Haak voorzitter" that fills a line
    return bool({before, after} & _CHAIRS) and is_of_elected(tokens.text)


def _is_what_office_is(tokens: Tokens, start: int, end: int) -> bool:
    """Tell "verantwoordelijk wethouder is Jansen", but not "de broer van de wethouder is Vos"."""
    first = skip_titles_back(tokens, start)
    is_closed = tokens.word(end) in _CLOSERS or tokens.gap(end) >= LINE
    if not is_closed or tokens.word(first - 1).casefold() not in _COPULAS:
        return False
    if title_ending(tokens, first - 1) is not Role.OFFICE_HOLDER:
        return False
    opening = title_opening(tokens, first - 1)
    before = [tokens.word(opening - back).casefold() for back in (1, 2)]
    is_of = _OF & {*before[:1]} or (before[0] in ("de", "het", "onze") and before[1] in _OF)
    return not is_of and title_ending(tokens, opening) is None


def _is_member(tokens: Tokens, start: int) -> bool:
    """Tell "lid Vos" and "de leden Vos" where a parliament or council speaks of its own."""
    first = skip_titles_back(tokens, start)
    is_seat = tokens.word(first - 1).casefold() in ("lid", "ab-lid", "oud-lid")
    if not is_seat or tokens.gap(first) >= TAB:
        return False
    return is_of_elected(tokens.text) or asks_as_member(tokens.text, tokens.ends[first - 1])


def _served(tokens: Tokens, end: int) -> bool:
    """Tell "Vos was 31 jaar in dienst, waarvan 14 als gemeentesecretaris"."""
    place = tokens.ends[end - 1]
    hit = _IN_OFFICE.match(tokens.text, place, place + _SENTENCE)
    if hit is None:
        return False
    return title_starting(tokens, tokens.at(hit.end())) is Role.OFFICE_HOLDER


def _sits_in_row(tokens: Tokens, end: int) -> bool:
    """Tell "mr. Vos en mr. Kok, rechters", and "leden" where a court or a council meets."""
    for index in range(end, min(end + _LONGEST_ROW, len(tokens))):
        word, traits = tokens.words[index], tokens.traits[index]
        if tokens.gap(index) >= LINE + 1 or word in (".", ";", ":", "(", ")", "|"):
            if not (word == "." and tokens.word(index - 1).islower()):
                return False
            continue
        if word == "," and tokens.word(index + 1).casefold() in _plurals(tokens):
            return _is_row_over(tokens, index + 2)
        is_named = traits & (SHAPED | INITIALS | LETTER | PARTICLE)
        if not is_named and word not in ("en", ",", "mr", "de", "heer", "mevrouw", "mw", "dhr"):
            return False
    return False


def _plurals(tokens: Tokens) -> frozenset[str]:
    """Return the plural titles that may stand behind a row of names in a text."""
    named = {"rechters", "raadsheren", "staatsraden", "wethouders", "raadsleden", "heemraden"}
    seats = {"leden"} if is_of_court(tokens.text) or is_of_elected(tokens.text) else set()
    return frozenset(named | seats)


def _is_row_over(tokens: Tokens, index: int) -> bool:
    return tokens.word(index) in _CLOSERS or tokens.gap(index) >= LINE


def _voted(tokens: Tokens, start: int) -> bool:
    """Tell "de fracties van VVD en CDA, behalve mevrouw Vos"."""
    place = tokens.starts[start]
    before = tokens.text[max(0, place - 2 * _SENTENCE) : place]
    return "racti" in before and _EXCEPT.search(before.replace("\n", " ")) is not None


def _chairs_court(tokens: Tokens, start: int, end: int) -> bool:
    """Tell "mr. Vos, voorzitter" in the records of a court."""
    is_chair = tokens.word(end) == "," and tokens.word(end + 1) == "voorzitter"
    return is_chair and tokens.word(start - 2) == "mr" and is_of_court(tokens.text)


def _is_of_party(tokens: Tokens, start: int) -> bool:
    """Tell "VVD'er Vos" and "PvdA-er Kok"."""
    word = tokens.word(start - 1).replace("’", "'")
    party, mark, ending = word.rpartition("'")
    if tokens.word(start - 2) == "-" and word == "er":
        party, mark, ending = tokens.word(start - 3), "-", "er"
    return bool(mark) and ending == "er" and party != party.casefold() and is_party(party)


def _is_rector(tokens: Tokens, start: int) -> bool:
    """Tell the rector of a university from the head of a school."""
    first = skip_titles_back(tokens, start)
    return tokens.word(first - 1).casefold() == "rector" and _is_of_university(tokens.text)


@lru_cache(maxsize=8)
def _is_of_university(text: str) -> bool:
    return _UNIVERSITY.search(text[:_OPENING]) is not None


def _speaks_in_college(tokens: Tokens, start: int, end: int) -> bool:
    """Tell who writes in the chat of a mayor and aldermen by themselves."""
    if tokens.word(end) != ":" or not _is_chat_of_college(tokens.text[:_OPENING]):
        return False
    first = start - (tokens.word(start - 1) == ".") - (tokens.word(start - 1) == ".")
    return "]" in (tokens.word(start - 1), tokens.word(first - 1)) or tokens.gap(start) >= LINE


@lru_cache(maxsize=8)
def _is_chat_of_college(opening: str) -> bool:
    return _CHAT.search(opening) is not None


def skip_initials(tokens: Tokens, end: int) -> int:
    """Return the token behind initials between brackets after a name: "Jorrit Vos (JV), "."""
    is_bracket = tokens.word(end) == "(" and tokens.word(end + 2) == ")"
    inside = tokens.word(end + 1)
    is_short = inside.isalpha() and 1 < len(inside) <= _LONGEST_INITIALS
    is_short = is_short and sum(map(str.isupper, inside)) > 1
    return end + 3 if is_bracket and is_short else end
