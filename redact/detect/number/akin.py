"""Numbers that are a known one but for a slip, hold it whole, or are set against it.

"BSN 123456782, niet 123456728", "aanslag 2010.61207718.01" of subject 61207718: whose the known
number is, theirs is the other too.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from redact.detect.context import REFERENCE, is_amount
from redact.detect.match import SURE, Match
from redact.detect.misread import with_digits
from redact.detect.number.bsn import OTHER_AFTER
from redact.detect.repeated import NUMBER, NUMBERS
from redact.finding import Kind, Role

_FEWEST, _ENOUGH = 5, 7
"""Digits with which a number is known within another, and with which one slip leaves it known."""
_NEAR = 60
_SLIP = regex.compile(
    r"(?i)\b(?:typ(?:e|ed)?fout|tikfout|verkeerd\w*|onjuist\w*|fout\w*|klopt niet|"
    r"verwisseld|abusievelijk|per abuis|vergis\w*|i\.?p\.?v\b|in plaats|ook bekend|bekend onder)\b"
)
"""Words for a slip; numbers of files that follow each other differ by one sign as well."""
_AGAINST = (
    r"(?:in plaats van|i\.?p\.?v\.?|(?:en |dus )?niet|maar(?: wel)?|"
    r"(?:dat |dit )?moet (?:zijn|worden)|moet|lees|wordt|(?:is |wordt )?gewijzigd in|"
    r"voorheen|eerder|was|=>?|->|→)"
)
_AFTER = regex.compile(rf"[)\"”]?(?:,? | \(){_AGAINST}:? (?:het |de |op |onder |nr\.? |nummer )?")
_BEFORE = regex.compile(rf"(?r)[)\"”]?,? {_AGAINST}:? (?:het |de |op |onder |nr\.? |nummer )?")
_OTHER = regex.compile(rf"(?i)\b{REFERENCE}[.: ]{{0,3}}$")
_DIGIT, _LETTER, _MARK = regex.compile(r"\d"), regex.compile(r"[^\W\d_]"), regex.compile(r"[^\W_]+")


class _Known(NamedTuple):
    """The numbers that were found for sure: by their signs, by one sign left out, by digits."""

    whole: dict[str, Match]
    holed: dict[str, Match]
    digits: dict[str, Match]


def akin(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the numbers that lean on one that was found for sure."""
    read = with_digits(text)
    sure = [m for m in matches if m.score >= SURE]
    owned = [m for m in sure if m.kind in NUMBERS and m.role is not Role.ORGANISATION]
    if not owned:
        return
    known = _known(read, owned)
    taken = {match.start for match in sure}
    places = {found.start(): found for found in NUMBER.finditer(read)}
    for start, found in places.items():
        match = _leaning(read, found, known) if start not in taken else None
        if match and not is_amount(text, *found.span()):
            yield match
    yield from _set_against(read, owned, taken)


def _known(read: str, owned: Sequence[Match]) -> _Known:
    whole = {_signs(read[match.start : match.end]): match for match in owned}
    holed = {hole: match for key, match in whole.items() for hole in _holes(key)}
    numbers = (match for match in owned if match.kind in {Kind.IDNUMBER, Kind.BSN})
    digits = {_bare(read[match.start : match.end]): match for match in numbers}
    return _Known(whole, holed, {key: match for key, match in digits.items() if _is_long(key)})


def _leaning(read: str, found: regex.Match[str], known: _Known) -> Match | None:
    """Return a number that holds a known one, or that differs from it by a slip."""
    held = next((known.digits[p] for p in _parts(found[0]) if p in known.digits), None)
    if held is not None:
        is_code = len(_MARK.findall(found[0])) > 1 or len(found[0]) > _FEWEST
        reason = "Een nummer waarin het nummer van een persoon uit dit document staat."
        score = 0.87 if is_code else 0.6
        return Match(*found.span(), Kind.IDNUMBER, score, "idnumber.held", reason)
    key = _signs(found[0])
    model = _slipped(key, known)
    if model is None or OTHER_AFTER.match(read, found.end()):
        return None
    if _OTHER.search(read, max(0, found.start() - 30), found.start()):
        return None
    beside = _SLIP.search(read, max(0, found.start() - _NEAR), found.end() + _NEAR)
    reason = "Op één teken na het nummer van een persoon dat elders in dit document staat."
    score = 0.88 if beside else 0.6
    return Match(*found.span(), model.kind, score, f"{model.kind}.slip", reason)


def _slipped(key: str, known: _Known) -> Match | None:
    """Return the known number of which one sign differs, or two neighbours changed places."""
    if not sum(map(str.isdigit, key)) >= _ENOUGH or not key[-1:].isdigit():
        return None
    for place, (first, second) in enumerate(pairwise(key)):
        swapped = key[:place] + second + first + key[place + 2 :]
        if first != second and swapped in known.whole:
            return known.whole[swapped]
    return next((known.holed[hole] for hole in _holes(key) if hole in known.holed), None)


def _set_against(read: str, owned: Sequence[Match], taken: set[int]) -> Iterator[Match]:
    """Yield the number of the same make that stands on the other side of "niet" or "i.p.v."."""
    for match in owned:
        shape = _shape(read[match.start : match.end])
        ahead = _AFTER.match(read, match.end)
        behind = _BEFORE.match(read, max(0, match.start - 40), match.start)
        after = shape.match(read, ahead.end()) if ahead else None
        before = _last(shape, read, behind.start()) if behind else None
        for found in (after, before):
            if found and found.start() not in taken and not is_amount(read, *found.span()):
                reason = "Een nummer dat tegenover het nummer van een persoon staat."
                yield Match(*found.span(), match.kind, 0.87, f"{match.kind}.against", reason)


def _last(shape: regex.Pattern[str], read: str, end: int) -> regex.Match[str] | None:
    """Return the number of a shape that ends where the words of correction begin."""
    hits = shape.finditer(read, max(0, end - 25), end)
    return next((found for found in hits if found.end() == end), None)


def _shape(number: str) -> regex.Pattern[str]:
    """Return the pattern of numbers made as this one is: a digit for a digit, a letter for one."""
    escaped = (regex.escape(sign) for sign in number)
    signs = (
        r"\d" if _DIGIT.fullmatch(sign) else r"\p{L}" if _LETTER.fullmatch(sign) else escape
        for sign, escape in zip(number, escaped, strict=True)
    )
    return regex.compile(rf"(?<![\w€]){''.join(signs)}(?!\w|[.,/-]\d)")


def _signs(number: str) -> str:
    return "".join(filter(str.isalnum, number)).upper()


def _holes(key: str) -> Iterator[str]:
    """Yield a key with each of its digits but the last left open, if it is long enough."""
    if sum(map(str.isdigit, key)) >= _ENOUGH:
        for place, sign in enumerate(key):
            if sign.isdigit():
                yield f"{key[:place]}?{key[place + 1 :]}"


def _bare(number: str) -> str:
    """Return the digits of a number, without the noughts before them."""
    return "".join(filter(str.isdigit, number)).lstrip("0")


def _parts(number: str) -> Iterator[str]:
    return (part.lstrip("0") for part in _MARK.findall(number))


def _is_long(digits: str) -> bool:
    return len(digits) >= _FEWEST
