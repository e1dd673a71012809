"""Roles in letters and mails: who is written to, or writes, by virtue of an office.

"Aan: wethouder Jansen" above "Beste Karin", and "Geachte heer Jansen" above "u als wethouder".
"""

import re

import regex

from redact.detect.names.lexicon import INITIALS, LETTER, PARTICLE, SHAPED
from redact.detect.names.titles import title_starting
from redact.detect.names.tokens import LINE, Tokens
from redact.finding import Role

_GREETING = re.compile(
    r"(?i)(?:^|\n)[^\S\n>]*>?[^\S\n]*(?:geachte|beste|dag|hoi|hallo|waarde|ha|lieve|dear|goede\w+|t\.a\.v\.)\b[^\n:]{0,60}$"
)
_SIGNED = regex.compile(
    r"(?ri)\b(?:groet(?:en|jes)?|gr\.?|groetjes|hartelijks?|mvg|regards|dank)\b[^\n]{0,20}[,.!]?\s*$"
)
_AS_OFFICE = re.compile(
    r"\b(?i:u|je|jij|jou|uw|jouw|jullie)\b[^.;\n?!]{0,40}?\s(?:als|in\s(?:uw|je|jouw)\s"
    r"(?:rol|functie|hoedanigheid)\s(?:van|als))\s(?:onze\s|de\s|verantwoordelijk\s)?(?=[a-z])"
    r"|\b[Aa]ls\s(?=(?:verantwoordelijk\s)?[a-z-]+\s(?:[A-Z]\w+\s)?(?:bent|heeft|heb|ben|kunt|kun|weet|gaat|zult)\s(?:u|je|jij)\b)"
)
_NEXT_MAIL = re.compile(r"(?im)^[>\s]*(?:van|from|verzonden|sent|onderwerp|subject)\s?:|^-{3,}")
_SENT_TO = re.compile(r"(?i)\baan\s?:?\s(?:de\s)?")
_FIELD = re.compile(r"(?im)^[>\s]*(?P<label>aan|to|van|from|t\.a\.v\.)\s?:\s*")
_LETTER, _HEAD, _MOST = 450, 700, 80


def addressed_role(tokens: Tokens, start: int, end: int) -> Role | None:
    """Return the role of who is greeted or signs, if the mail or letter tells of an office."""
    text, place = tokens.text, tokens.starts[start]
    before = text[max(0, place - _MOST) : place]
    if _GREETING.search(before):
        is_holder = _is_told_so(tokens, end) or (
            end == start + 1
            and (_field(tokens, place, ("aan", "to")) or _is_sent_to(tokens, start))
        )
    else:
        is_alone = end == start + 1 and tokens.gap(end) >= LINE
        is_holder = is_alone and _SIGNED.search(before) is not None
        is_holder = is_holder and _field(tokens, place, ("van", "from"))
    return Role.OFFICE_HOLDER if is_holder else None


def _is_told_so(tokens: Tokens, end: int) -> bool:
    """Tell whether a letter says "u als wethouder" to whom it greets."""
    begin = tokens.ends[end - 1]
    letter = tokens.text[begin : begin + _LETTER]
    until = _NEXT_MAIL.search(letter)
    letter = letter[: until.start()] if until else letter
    return any(
        title_starting(tokens, tokens.at(begin + hit.end())) is Role.OFFICE_HOLDER
        for hit in _AS_OFFICE.finditer(letter)
    )


def _field(tokens: Tokens, place: int, labels: tuple[str, ...]) -> bool:
    """Tell whether the field above that says to whom or from whom holds one office holder only."""
    begin = max(0, place - _HEAD)
    fields = list(_FIELD.finditer(tokens.text[begin:place]))
    field = next((hit for hit in reversed(fields) if hit["label"].lower() in labels), None)
    return field is not None and _is_one_holder(tokens, tokens.at(begin + field.end()))


def _is_sent_to(tokens: Tokens, start: int) -> bool:
    """Tell "Beste Carlijn" below "Memo aan wethouder C. Stapelkamp en burgemeester Nas"."""
    place = tokens.starts[start]
    begin = max(0, place - _HEAD // 3)
    for hit in _SENT_TO.finditer(tokens.text, begin, place):
        index = tokens.at(hit.end())
        if title_starting(tokens, index) is Role.OFFICE_HOLDER:
            initials = tokens.word(index + 1)
            return initials.endswith(".") and initials[0] == tokens.words[start][0]
    return False


def _is_one_holder(tokens: Tokens, index: int) -> bool:
    """Tell "wethouder Jansen" that fills its line from "wethouder Jansen; Karin Smit"."""
    if title_starting(tokens, index) is not Role.OFFICE_HOLDER:
        return False
    end = index + 1
    while end < len(tokens) and tokens.gap(end) < LINE:
        is_word = tokens.words[end].islower() or tokens.traits[end] & (SHAPED | INITIALS | LETTER)
        if not is_word and not tokens.traits[end] & PARTICLE and tokens.words[end] != ".":
            return False
        end += 1
    return not {"en", "van"} & set(tokens.words[index + 1 : index + 3])
