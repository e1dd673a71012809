"""What a document is called, and whether its title gives away what was taken out of it."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from pipeline.case.case import Case
from pipeline.case.shown import shown, text_of_item, title_of
from pipeline.case.standing import standings
from pipeline.case.state import Item, State
from redact.detect.names.lexicon import NOT_A_NAME, traits_of, word_set
from redact.finding import PASSAGES, Kind
from redact.phrase import fold

GIVES_AWAY = (
    "In de titel staat een naam of gegeven dat in dit document is weggelakt. "
    "Geef het document een titel zonder dat, bij Gegevens."
)
"""What is said of such a title; it does not say which words."""

_WORD = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_BETWEEN = re.compile(r"[\W_]+")
_SHORTEST_NAME, _SHORTEST_IN_ADDRESS, _SHORTEST_NUMBER = 2, 4, 5


def published_title(case: Case, state: State, number: int) -> str:
    """Return a document's title as the inventory has it: of a file's name, without the format."""
    title, suffix = title_of(case, state, number), state.files[number].added.suffix
    return title[: -len(suffix)] if suffix and title.lower().endswith(suffix) else title


def gives_away(case: Case, state: State, number: int) -> bool:
    """Tell whether a title holds a name, or any other short text, that goes from the document."""
    stamp = state.changed[number], state.proposal
    kept: tuple[object, bool] | None = case.cache.get(("title", number))
    if kept is None or kept[0] != stamp:
        title = published_title(case, state, number)
        kept = stamp, any(_holds(title, kind, text) for kind, text in _gone(case, state, number))
        case.cache["title", number] = kept
    return kept[1]


def _gone(case: Case, state: State, number: int) -> Iterator[tuple[Kind, str]]:
    """Yield what goes from a document, passages left out: their words are anybody's."""
    texts = shown(case, state)
    for one in standings(state, number):
        if one.goes and one.item.kind not in PASSAGES:
            yield one.item.kind, _text(case, state, one.item, texts.get(one.item.id, ""))


def _text(case: Case, state: State, item: Item, proposed: str) -> str:
    """Return what stands at an item: as a person made it wider or narrower, if one did."""
    is_resized = state.spans_of(item) != item.spans
    return text_of_item(case, state, item) if is_resized else proposed


def _holds(title: str, kind: Kind, text: str) -> bool:
    """Tell whether a title says a text, or one word of a name."""
    if kind is Kind.PERSON:
        names = _names(text)
    elif kind is Kind.EMAIL:
        names = _names_in_address(text)
    else:
        told = _joined(text)
        return len(told) >= _SHORTEST_NUMBER and told in _joined(title)
    said = _words(title)
    return any(name in said or f"{name}s" in said for name in names)


def _words(title: str) -> set[str]:
    """Return the words of a title, those of "BriefJansen_2" too."""
    whole = unicodedata.normalize("NFC", title)
    return {fold(word) for word in _WORD.findall(whole) + _WORD.findall(_HUMP.sub(" ", whole))}


def _names(text: str) -> set[str]:
    """Return the words of a mention that are names: with a capital, where any has one."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    named = [word for word in words if word[0].isupper()] or words
    return {fold(word) for word in named if len(word) >= _SHORTEST_NAME} - _beside_names()


@cache
def _beside_names() -> frozenset[str]:
    """Return the words that stand in a mention and name nobody."""
    return frozenset().union(*map(word_set, ("particles", "titles", "stop_words")))


def _names_in_address(text: str) -> set[str]:
    """Return the words of a mail address that may be a name; "info" is none."""
    words = _WORD.findall(text.partition("@")[0])
    long = {fold(word) for word in words if len(word) >= _SHORTEST_IN_ADDRESS}
    return {word for word in long if not traits_of(word.capitalize()) & NOT_A_NAME}


def _joined(text: str) -> str:
    """Return letters and digits only: "06-12 34" and "0612 34" are one number."""
    return _BETWEEN.sub("", fold(unicodedata.normalize("NFC", text)))
