"""Marker words in a gap: dubbel, reeds openbaar, buiten reikwijdte."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from grounds.catalogue import CATALOGUE

_REQUEST = r"(?:het\s)?(?:wo[ob]-?\s?)?verzoek"
_SCOPE = (
    r"(?:valt\s|andere\sonderwerpen,?\s)?buiten\s"
    rf"(?:(?:de\s)?(?:reikwijdte|scope)\s(?:van\s)?{_REQUEST}|reikwijdte|scope|{_REQUEST})"
)
_MARKER = (
    r"(?P<dubbel>dubbel(?:ing|\sdocument)?|duplicaat)|(?P<openbaar>(?:reeds|al)\sopenbaar)"
    rf"|(?P<scope>{_SCOPE})"
)
_STANDING = re.compile(
    rf"(?:^[ \t#>*•·–—-]{{0,8}}|[|\t(\[]\s?)(?P<marker>{_MARKER})\.?"
    r"(?=[ \t*]{0,4}(?:$|[|\t)\]]))",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(_MARKER, re.IGNORECASE)
_CODES = {"dubbel": "dubbel", "openbaar": "reeds-openbaar", "scope": "4.1.4"}

_BY_WORDS: Mapping[str, str] = MappingProxyType(
    {
        words: ground.code
        for ground in CATALOGUE.values()
        if ground.is_marker
        for words in (*ground.synonyms, ground.code.replace("-", " "), ground.code)
        if not words[0].isdigit()
    }
)


class Marker(NamedTuple):
    """Characters [start, end) of a text that are a marker, with the code it stands for."""

    start: int
    end: int
    code: str


def read_marker(text: str) -> str | None:
    """Return the code that a marker's words stand for, or None."""
    words = " ".join(text.lower().strip(" \n\t()[].").split())
    found = _ALONE.fullmatch(words)
    return _CODES[str(found.lastgroup)] if found else _BY_WORDS.get(words)


def find_markers(text: str) -> list[Marker]:
    """Find marker words that stand as a mark: in brackets, or alone on a line or in a cell.

    The same words in running prose are prose and do not count.
    """
    return [_marker(found) for found in _STANDING.finditer(text)]


def _marker(found: re.Match[str]) -> Marker:
    name = next(name for name in _CODES if found[name])
    return Marker(found.start("marker"), found.end("marker"), _CODES[name])
