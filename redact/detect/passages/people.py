"""Whether a sentence names somebody: a person by name weighs as "de cliënt" does."""

import re
from functools import cache

from redact.detect.names.lexicon import (
    COMMON,
    FIRST,
    INITIALS,
    MONOGRAM,
    NOT_A_NAME,
    SURNAME,
    traits_of,
)
from redact.detect.passages.cues import Group, Phrase
from redact.finding import Kind

_WORD = re.compile(r"(?<![\w.])(?:(?:[A-Z]\.){1,4}|[A-ZÀ-Þ][^\W\d_]+)")
_SUBJECTLESS = frozenset(
    {"Heeft", "Zit", "Is", "Kan", "Woont", "Slikt", "Slaapt", "Gebruikt", "Krijgt", "Werd", "Was"}
    | {
        "Had",
        "Wil",
        "Durft",
        "Lijdt",
        "Zegt",
        "Vertelt",
        "Huilde",
        "Huilt",
        "Belde",
        "Loopt",
        "Ligt",
    }
)
"""Notes leave the person out: "Zit in een rolstoel"."""
_NAMED = {
    Kind.HEALTH: 0.2,
    Kind.CASE: 0.14,
    Kind.OPINION: 0.12,
    Kind.STATE: 0.08,
}
"""What a name in a sentence adds to a kind of which the sentence holds a cue."""


def named(sentence: str) -> dict[Group, Phrase]:
    """Return what the names in a sentence hint at, nothing where it names nobody."""
    is_short_hand = sentence.partition(" ")[0] in _SUBJECTLESS
    if is_short_hand or any(_is_name(word) for word in _WORD.findall(sentence)):
        return _hints()
    return {}


@cache
def _hints() -> dict[Group, Phrase]:
    groups = [Group(kind, "een naam", weight) for kind, weight in _NAMED.items()]
    return {group: Phrase((), group) for group in groups}


def _is_name(word: str) -> bool:
    traits = traits_of(word)
    if traits & (INITIALS | MONOGRAM):
        return True
    return bool(traits & (FIRST | COMMON | SURNAME)) and not traits & NOT_A_NAME
