"""Members of an elected body behind their party: "VVD: Vos", "Water Natuurlijk (Vos)"."""

import re

import regex

from redact.detect.names.grammar import is_title
from redact.detect.names.tokens import Tokens
from redact.detect.roles.parties import is_party
from redact.detect.roles.rows import OTHERS, head_above
from redact.finding import Role

_REACH = 120
_ITEMS = frozenset({",", ":", ";"})
_ROW = re.compile(
    r"(?:^|[\n:;,.(]|\b(?:van|voor|tegen|en|namens))\s*-?\s*"
    r"(?P<party>[^\n;,.():\t|]{2,45}?)\s*(?P<mark>[:(\t|]|(?<=\s)[-–](?=\s))(?P<names>[^\n():;\t|]*)$"
)
_MARKED = regex.compile(r"(?r)(?:[:(\t|]|(?<=\s)[-–](?=\s))[^\n():;\t|]*")
_BULLETS = ("- ", "• ", "* ", "– ")
_MOST_MEMBERS = 45
"""Members of a council of the largest city."""
_HEADING = re.compile(
    r"(?:[Ff]ractie\s(?:van\s)?(?:de\s)?)?(?P<party>[^\n():]{2,45}?)\s?"
    r"(?:\(\d{1,2}(?: zetels?)?\))?:?"
)
_ASIDE = re.compile(r"(?i)medewerk|ondersteun|assist|stagiair|secretar|bode|vervolg")
_TITLED = re.compile(
    r"(?:\b(?:de heer|dhr|mw|mevr|mevrouw|mr|drs|dr|ir|ing)\b\.?\s*)+", re.IGNORECASE
)
_SEPARATOR = re.compile(r",|&|\ben\b")
_NAME_WORD = re.compile(r"[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|el|al|[A-ZÀ-Þ][\w.'-]*")


def faction_role(tokens: Tokens, start: int) -> Role | None:
    """Return the role of who stands behind or below a party, alone or in a row of its members."""
    if _is_below_party(tokens.text, tokens.starts[start]):
        return Role.OFFICE_HOLDER
    first = start
    while is_title(tokens.word(first - 1).rstrip(".")) or tokens.word(first - 1) == ".":
        first -= 1
    first -= first < start and tokens.word(first - 1).casefold() == "de"
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
    if hit["mark"] in "\t|" and OTHERS.search(head_above(tokens, start)):
        return None
    is_row = "fracties" in _line_before(tokens.text, begin + hit.start("party"))
    is_member = is_party(hit["party"]) or (is_row and hit["mark"] == "(")
    return Role.OFFICE_HOLDER if is_member else None


def _is_below_party(text: str, place: int) -> bool:
    """Tell a member in a list below the name of a party: "VVD (9)" and lines with a dash."""
    start = text.rfind("\n", 0, place) + 1
    if not text.startswith(_BULLETS, start) or _ASIDE.search(text, start, place):
        return False
    line = ""
    for _ in range(_MOST_MEMBERS):
        above = text.rfind("\n", 0, max(0, start - 1)) + 1
        line = text[above : max(above, start - 1)]
        if start == 0 or not (line.startswith(_BULLETS) or not line.strip()):
            break
        start = above
    hit = _HEADING.fullmatch(line.strip(" *#"))
    return hit is not None and all(map(is_party, hit["party"].replace("/", "-").split("-")))


def _is_marked(before: str) -> bool:
    """Tell whether the last mark before a name may part a party from its members."""
    return bool(_MARKED.match(before.removesuffix("\n")))


def _are_names(said: str) -> bool:
    """Tell whether a text is a row of names, a separator behind each; nothing is one too."""
    *items, rest = _SEPARATOR.split(said)
    words = [item.split() for item in items]
    return not rest.strip() and all(item and all(map(_NAME_WORD.fullmatch, item)) for item in words)


def _line_before(text: str, place: int) -> str:
    return text[text.rfind("\n", 0, place) + 1 : place].casefold()
