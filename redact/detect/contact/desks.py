"""Telephone numbers of a firm, a body or a desk, and of one person: by what stands before them.

"Bakkerij Van Dungen, Marktveld 19, 0294-551010" is the shop's, "Beata, 0493-556677" hers. In the
sentence or the row before a number the last word for a body or the last person decides.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from redact.detect.context import line_before
from redact.detect.match import Match
from redact.detect.wordlist import entries
from redact.finding import Kind, Role

_SOURCES = frozenset({"phone.form", "phone.doubt"})
_REACH = 100
_LOOK = 0.6
_MOBILE = regex.compile(r"\(?(?:\+|00)\s?31\)?\s?(?:\(0\))?\s?6|\(?0\)?\s?6")
_CUT = regex.compile(r"[.!?] (?=[\p{Lu}'‘\"“])|; ?|\d(?:[ -]?\d){5,}")
"""Where a sentence ends, or another number stands: what is before it says nothing."""
_PERSONAL = regex.compile(
    r"(?i)\b(?:direct|rechtstreeks|doorkies\w*|mobiel\w*|gsm|priv[eé]\w*|thuis\w*|huis(?=:)|06|"
    r"haar|zijn|hun|mijn|m'n|z'n|contactpersoon|behandel\w*|mw|mevr|mevrouw|dhr|heer|meneer|vader|"
    r"moeder|zoon|dochter|partner|vrouw|man|zus|broer|buurman|buurvrouw|bewoner|melder|klager)\b"
)
_SIGNED = regex.compile(r"^\W{0,3}(?:t|tel|telefoon|m|e)\b")
_AT_A_BODY = regex.compile(r"(?:,| \(|,? (?:van|bij|namens)(?: de| het)?) ?")
"""What stands between a person and the body he speaks for: "T. Boonstra van Adviesbureau X"."""
_BESIDE_BOX = regex.compile(
    r"[ ,;/|()]{1,3}(?:(?:of|en|tel|telefonisch|telefoon|bel)\b\.?[ :]{0,2}){0,2}"
)
_OF_BODY = "Het nummer van een bedrijf, een organisatie of een balie: blijft openbaar."
_OF_PERSON = "Een telefoonnummer met een persoon ervoor."


_GUIDE = regex.compile(
    r"(?i)\b(?:telefoongids|telefoonlijst|interne nummers|toestelnummers?|smoelenboek|bellijst|"
    r"belboom|piketlijst)\b"
)
_DESK = regex.compile(
    r"[^\n\d.;]{0,25}?(?:[ ]{2,}|[ ]?[\t|][ ]?|, ?anders |anders |: )"
    r"(?P<number>(?!(?:19|20)\d\d)\d{4})(?=[ ]*(?:[\n,|\t]|$))"
)


class _Seen(NamedTuple):
    """The persons in reading order, and where general mailboxes begin and end."""

    names: Sequence[Match]
    begins: frozenset[int]
    ends: frozenset[int]


def at_desk(text: str, matches: Sequence[Match]) -> list[Match]:
    """Return the matches, with each number that is a body's or a person's said to be so."""
    names = sorted(m for m in matches if m.kind is Kind.PERSON and m.score >= _LOOK)
    boxes = [m for m in matches if m.kind is Kind.EMAIL and m.role is Role.ORGANISATION]
    seen = _Seen(names, frozenset(m.start for m in boxes), frozenset(m.end for m in boxes))
    judged = [_judged(text, match, seen) for match in matches]
    return judged + list(_in_guide(text, names, {match.start for match in matches}))


def _in_guide(text: str, names: Sequence[Match], taken: set[int]) -> Iterator[Match]:
    """Yield the short numbers at the end of the row of a name, in a guide of telephone numbers."""
    if not _GUIDE.search(text):
        return
    for name in names:
        found = _DESK.match(text, name.end)
        if found and found.start("number") not in taken:
            reason = "Een kort nummer achter een naam in een telefoonlijst."
            yield Match(*found.span("number"), Kind.PHONE, 0.86, "phone.guide", reason)


def _judged(text: str, match: Match, seen: _Seen) -> Match:
    if match.source not in _SOURCES or _MOBILE.match(text, match.start):
        return match
    before = line_before(text, match.start, _REACH)
    is_signed = len(before) < _REACH and _SIGNED.match(before) is not None
    cuts = [cut.end() for cut in _CUT.finditer(before)]
    begin = match.start - len(before) + (cuts[-1] if cuts else 0)
    body = _last_body(text, begin, match.start)
    is_persons = _names_person(text, body.end() if body else begin, match.start, seen.names)
    is_persons = is_persons or _is_followed(text, match.end, seen.names)
    if body and not (is_persons or is_signed or _is_spoken_for(text, body, seen.names)):
        return _general(match)
    if match.source == "phone.doubt" and is_persons:
        return match._replace(score=0.9, source="phone.person", reason=_OF_PERSON)
    if match.source == "phone.doubt" and _is_beside_box(text, match, seen):
        return _general(match)
    return match


def _general(match: Match) -> Match:
    return match._replace(score=0.95, source="phone.body", reason=_OF_BODY, role=Role.ORGANISATION)


def _last_body(text: str, start: int, end: int) -> regex.Match[str] | None:
    """Return the last word for a body, but for "(algemeen)": that is said of another number."""
    last = None
    for found in _bodies().finditer(text, start, end):
        if text[found.start() - 1 : found.start()] + text[found.end()] != "()":
            last = found
    return last


def _names_person(text: str, start: int, end: int, names: Sequence[Match]) -> bool:
    """Tell whether a person stands between a body, if any, and a number.

    What follows the word for a body at once is the body's own name: "Bakkerij Van Dungen".
    """
    first = bisect_left(names, start + 2, key=lambda name: name.start)
    named = first < len(names) and names[first].start < end
    return named or _PERSONAL.search(text, start, end) is not None


def _is_followed(text: str, end: int, names: Sequence[Match]) -> bool:
    """Tell whether a name in brackets stands behind a number: "0113-249117 (Marieke)"."""
    after = bisect_left(names, end, key=lambda name: name.start)
    return after < len(names) and text[end : names[after].start] == " ("


def _is_spoken_for(text: str, body: regex.Match[str], names: Sequence[Match]) -> bool:
    """Tell whether a person right before a body speaks for it."""
    before = bisect_left(names, body.start(), key=lambda name: name.start) - 1
    if before < 0:
        return False
    joint = text[names[before].end : body.start()]
    return _AT_A_BODY.fullmatch(joint) is not None


def _is_beside_box(text: str, match: Match, seen: _Seen) -> bool:
    """Tell whether a number stands right beside a general mailbox."""
    before = _BESIDE_BOX.finditer(text, max(0, match.start - 20), match.start)
    after = _BESIDE_BOX.match(text, match.end)
    return any(
        joint.end() == match.start and joint.start() in seen.ends for joint in before
    ) or bool(after and after.end() in seen.begins)


@cache
def _bodies() -> regex.Pattern[str]:
    """Return the pattern of the words for bodies, compounds included."""
    words = entries("bodies_called")
    ends = "|".join(sorted(regex.escape(word[1:]) for word in words if word.startswith("-")))
    alone = "|".join(sorted(regex.escape(word) for word in words if not word.startswith("-")))
    return regex.compile(rf"(?i)(?<!\w)(?:{alone}|\p{{L}}{{2,20}}(?:{ends}))(?!\w)")
