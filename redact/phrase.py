"""Where a given phrase stands in a text, however it was typed or broken over lines."""

import re
import unicodedata
from functools import cache

_LETTERS = range(0xC0, 0x250)
"""Latin letters that may carry an accent."""

_ACCENTS = r"[\u0300-\u036f]*"
"""Accents that are characters of their own, behind their letter."""

_BREAK = r"[^\S\n]*\n\s*"
_GLUE = rf"(?:{_ACCENTS}(?:[\u00ad\u200b]|-{_BREAK})?)"
"""What may stand between two letters of one word: accents, a hyphen at a line's end."""

_DASHES = "‐‑–—"
_QUOTES = "‘’ʼ`"


def fold(text: str) -> str:
    """Return the text in lower case and without accents, each character in its old place."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    table = {code: _plain(chr(code)) for code in (*range(0x41, 0x5B), *_LETTERS)}
    table |= {ord(dash): "-" for dash in _DASHES}
    table |= {ord(quote): "'" for quote in _QUOTES}
    return table


def _plain(letter: str) -> str:
    """Return the letter's own shape; one that has none of a single character stays as it is."""
    plain = unicodedata.normalize("NFKD", letter.lower())[0]
    return plain if len(letter.lower()) == 1 else letter


def pattern_of(phrase: str) -> re.Pattern[str]:
    """Return a pattern that finds a phrase, as whole words, in a folded text.

    Raises:
        ValueError: the phrase holds nothing to look for.
    """
    words = fold(unicodedata.normalize("NFC", phrase)).split()
    if not any(character.isalnum() for word in words for character in word):
        msg = "a phrase without a letter or a digit"
        raise ValueError(msg)
    whole = [_GLUE.join(map(_letter, word)) + _ACCENTS for word in words]
    body, first, last = r"\s+".join(whole), words[0][0], words[-1][-1]
    if first.isalnum():  # checked behind the first letter: a pattern that begins with one is fast
        body = rf"{first}(?<!\w{first}){body[1:]}"
    return re.compile(body + (r"(?!\w)" if last.isalnum() else ""))


def _letter(letter: str) -> str:
    """Return the pattern of one character; a line may end behind a hyphen of the word itself."""
    return rf"-(?:{_BREAK})?" if letter == "-" else re.escape(letter)
