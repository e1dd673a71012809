"""Where a given phrase stands in a text, however it was typed or broken over lines."""

import re
import unicodedata
from functools import cache

_LETTERS = range(0xC0, 0x250)
"""Latin letters that may carry an accent."""

_TWINS = (*range(0x1F70, 0x1F7E), 0x1FBE, 0x1FD3, 0x1FE3, 0x2126, 0x212A, 0x212B)
"""Signs that Unicode has twice: old Greek accents, ohm, kelvin, angstrom."""

_ACCENTS = r"[\u0300-\u036f]*"
"""Accents that are characters of their own, behind their letter."""

_BREAK = r"[^\S\n]*\n\s*"
_GLUE = rf"(?:{_ACCENTS}(?:[\u00ad\u200b]|-{_BREAK})?)"
"""What may stand between two letters of one word: accents, a hyphen at a line's end."""

_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ij": "ĳ"}
"""Letters that a font may draw, and a file may store, as one."""

_LONG = 5
"""Letters from which on a word is also found spaced out, or with a hyphen in it."""

_DASHES = "‐‑–—"
_QUOTES = "‘’ʼ`"


def fold(text: str) -> str:
    """Return the text in lower case and without accents, each character in its old place."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    table = {code: _plain(chr(code)) for code in (*range(0x41, 0x5B), *_LETTERS)}
    table |= {code: unicodedata.normalize("NFC", chr(code)).lower() for code in _TWINS}
    table |= dict.fromkeys(map(ord, "ĳĲ"), "ĳ")
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
    body = r"\s+".join(map(_word, words))
    first, last = words[0][0], words[-1][-1]
    if first.isalnum():  # checked behind the first letter: a pattern that begins with one is fast
        behind = rf"{first}(?<!\w{first}){body[1:]}"
        body = behind if body.startswith(first) else rf"(?<!\w){body}"
    return re.compile(body + (r"(?!\w)" if last.isalnum() else ""))


def _word(word: str) -> str:
    """Return the pattern of one word; a long one also with a hyphen, or spaced out."""
    parts = re.findall("|".join((*_LIGATURES, ".")), word, re.DOTALL)
    letters = [_letter(part) for part in parts]
    if len(word) < _LONG or not word.isalpha():
        return _GLUE.join(letters) + _ACCENTS
    glue, start = f"(?:{_GLUE}-?)", letters[0]
    spaced = "".join(rf"{_ACCENTS}[^\S\n]{{1,3}}{re.escape(letter)}" for letter in word[1:])
    solid = "".join(glue + letter for letter in letters[1:])
    if len(parts[0]) > 1:
        return f"{start}{solid}" + _ACCENTS
    return f"{start}(?:{solid}|{spaced})" + _ACCENTS


def _letter(letter: str) -> str:
    """Return the pattern of one character; a line may end behind a hyphen of the word itself."""
    if letter in _LIGATURES:
        glued = _GLUE.join(letter)
        return f"(?:{glued}|{_LIGATURES[letter]})"
    return rf"-(?:{_BREAK})?" if letter == "-" else re.escape(letter)
