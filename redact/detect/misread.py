"""Digits that a scanner took for letters: "2O71 XC", "l2 oktober l951", "55 61 O8"."""

import re
from functools import lru_cache

_AMID = re.compile(r"(?<!\w)(?=[OoIl]*\d)[\dOoIl]{2,}(?!\w)")
_DIGITS = str.maketrans("OoIl", "0011")


@lru_cache(maxsize=4)
def with_digits(text: str) -> str:
    """Return a text of the same length, with an O or l amid digits read as the digit it is."""
    return _AMID.sub(lambda found: found[0].translate(_DIGITS), text)


_INSIDE = re.compile(r"(?<=[a-z]{2})[10](?=[a-z]{2})")
_LETTERS = str.maketrans("10", "lo")


def with_letters(text: str) -> str:
    """Return a text of the same length, with a 1 or 0 inside a word read as l or o."""
    return _INSIDE.sub(lambda found: found[0].translate(_LETTERS), text)
