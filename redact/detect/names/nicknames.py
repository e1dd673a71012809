"""Nicknames told inside a name: "J.A. (Jan) de Vries", "Ed ‘de Neus’ Ruitenbeek"."""

from redact.detect.names.lexicon import ABBREVIATION, PARTICLE, SHAPED, STOP, UPPER
from redact.detect.names.tokens import Tokens

_CLOSES = {"(": ")", "‘": "’", "“": "”", '"': '"', "'": "'", "„": "”"}
_LONGEST = 3
_GIVEN = frozenset("ifmwus")


def nickname_end(tokens: Tokens, index: int, form: str) -> int:
    """Return where a nickname between a name's given names and its surname ends; 0 for none.

    `form` is what was read before it, as in a `Reading`.
    """
    closing = _CLOSES.get(tokens.words[index])
    if not closing or not form or not _GIVEN.issuperset(form):
        return 0
    if form[-1] in "us" and (closing == ")" or len(form) > 1):
        return 0  # a first name that no list has tells a nickname from a title only by its quotes
    reach = range(index + 2, min(index + 2 + _LONGEST, len(tokens)))
    close = next((k for k in reach if tokens.words[k] in (closing, "’")), 0)
    if not close or not _is_nickname(tokens, index + 1, close, is_bracketed=closing == ")"):
        return 0
    return close + 1 if _surname_follows(tokens, close + 1) else 0


def _is_nickname(tokens: Tokens, start: int, end: int, *, is_bracketed: bool) -> bool:
    """Tell one word with a capital; between quotes an article may stand before it."""
    last = tokens.traits[end - 1]
    is_alone = end == start + 1 or not is_bracketed
    barred = ABBREVIATION | STOP | (UPPER if is_bracketed else 0)
    return is_alone and bool(last & SHAPED) and not last & barred and tokens.joined(end - 1)


def _surname_follows(tokens: Tokens, index: int) -> bool:
    while index < len(tokens) and tokens.joined(index) and tokens.traits[index] & PARTICLE:
        index += 1
    return index < len(tokens) and tokens.joined(index) and bool(tokens.traits[index] & SHAPED)
