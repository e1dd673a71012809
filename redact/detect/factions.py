"""Members of an elected body behind their party: "VVD: Vos", "Water Natuurlijk (Vos)"."""

import re
from functools import cache

import regex

from redact.detect.names.grammar import is_title
from redact.detect.names.lexicon import word_set
from redact.detect.names.tokens import Tokens
from redact.finding import Role

_REACH = 120
_FRACTIONS = frozenset({"fractie", "fracties", "de"})
_ITEMS = frozenset({",", ":", ";"})
_SMALL = frozenset({"voor", "tegen", "van", "en", "namens"})
_LABEL = re.compile(
    r"(?:(?:de )?fractie (?:van )?(?:de |het )?\w[\w' -]{1,30}"
    r"|(?:Lijst|Partij|Groep) [A-Z][\w'-]{2,}(?: [A-Z][\w'-]+){0,2}"
    r"|(?:Gemeente|Dorps|Burger|Ouderen|Senioren|Inwoners|Stads)(?:belang(?:en)?|partij)"
    r"(?: [A-Z][\w'-]+){0,2}"
    r"|Leefbaar [A-Z]\w+|Water Natuurlijk|BurgerBelangen|Partij (?:van|voor) de \w+)",
)
_ROW = re.compile(
    r"(?:^|[\n:;,.(]|\b(?:van|voor|tegen|en|namens))\s*-?\s*"
    r"(?P<party>[^\n;,.():\t|]{2,45}?)\s*(?P<mark>[:(\t|])(?P<names>[^\n():;\t|]*)$"
)
_MARKED = regex.compile(r"(?r)[:(\t|][^\n():;\t|]*")
_TITLED = re.compile(
    r"(?:\b(?:de heer|dhr|mw|mevr|mevrouw|mr|drs|dr|ir|ing)\b\.?\s*)+", re.IGNORECASE
)
_SEPARATOR = re.compile(r",|&|\ben\b")
_NAME_WORD = re.compile(r"[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|el|al|[A-ZÀ-Þ][\w.'-]*")


def faction_role(tokens: Tokens, start: int) -> Role | None:
    """Return the role of who stands behind a party, alone or in a row of its members."""
    first = start
    while is_title(tokens.word(first - 1).rstrip(".")) or tokens.word(first - 1) == ".":
        first -= 1
    if first == 0:
        return None
    if is_party(tokens.word(first - 1)) and tokens.word(first - 2) in _ITEMS:
        return Role.OFFICE_HOLDER
    place = tokens.starts[first]
    begin = max(0, place - _REACH)
    before = tokens.text[begin:place]
    hit = _ROW.search(before) if _is_marked(before) else None
    if hit is None or not _are_names(_TITLED.sub("", hit["names"])):
        return None
    is_row = "fracties" in _line_before(tokens.text, begin + hit.start("party"))
    is_member = is_party(hit["party"]) or (is_row and hit["mark"] == "(")
    return Role.OFFICE_HOLDER if is_member else None


def _is_marked(before: str) -> bool:
    """Tell whether the last mark before a name may part a party from its members."""
    return bool(_MARKED.match(before.removesuffix("\n")))


def _are_names(said: str) -> bool:
    """Tell whether a text is a row of names, a separator behind each; nothing is one too."""
    *items, rest = _SEPARATOR.split(said)
    words = [item.split() for item in items]
    return not rest.strip() and all(item and all(map(_NAME_WORD.fullmatch, item)) for item in words)


def is_party(said: str) -> bool:
    """Tell the name of a party, as it is written: "VVD", "Lijst De Boer", "Gemeentebelangen"."""
    words = said.strip(" *-").split()
    small = [place for place, word in enumerate(words) if word in _SMALL]
    fractions = (k + 1 for k, word in enumerate(words) if word.casefold() in _FRACTIONS)
    starts = (0, *(place + 1 for place in small), *fractions)
    return any(_is_party(" ".join(words[start:])) for start in starts)


@cache
def _is_party(said: str) -> bool:
    is_written = said.isupper() or any(map(str.isupper, said[1:])) or said == "Volt"
    is_known = said.casefold() in word_set("parties") and is_written
    return is_known or _LABEL.fullmatch(said) is not None


def _line_before(text: str, place: int) -> str:
    return text[text.rfind("\n", 0, place) + 1 : place].casefold()
