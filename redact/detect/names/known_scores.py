"""How sure a surname or first name that is known from elsewhere in the text is one here."""

from redact.detect.names.grammar import is_title
from redact.detect.names.lexicon import (
    ABBREVIATION,
    COMMON,
    FIRST,
    FIRST_MAYBE,
    NOT_A_NAME,
    ORDINARY,
    PLACE,
    SHAPED,
    STOP,
    SURNAME,
    UPPER,
)
from redact.detect.names.readings import is_small_surname
from redact.detect.names.tokens import LINE, Tokens

_SHORTEST_SMALL = 4
_PLACED = frozenset(
    ("in", "te", "naar", "uit", "van", "gemeente", "bij", "regio", "rond", "nabij", "en")
)
_NO_DEED = frozenset({"wordt", "moet", "niet", "staat", "ligt", "komt", "gaat", "naast", "werkt"})
"""Words in -t that tell nothing of a person, so that "Post wordt gescand" stays."""
_ARTICLES = frozenset({"de", "het", "een", "als", "geen", "elke", "die", "deze", "onze", "zijn"})
"""Words before a common noun: "de bakker" where somebody is called Bakker."""
_ALSO_WORDS = frozenset({"mark", "bas", "jet", "rob"})
"""First names that are ordinary words when they have no capital."""


def surname_score(tokens: Tokens, start: int, base: int, *, is_whole: bool, is_bare: bool) -> float:
    """Grade a surname by its word, its particles and where it stands."""
    traits = tokens.traits[base]
    if is_title(tokens.word(start - 1).rstrip(".")) and tokens.joined(start):
        return 0.9
    if _is_in_a_name(tokens, base + 1) or (traits & PLACE and _is_place(tokens, start)):
        return 0.0
    if not traits & NOT_A_NAME:
        is_long = len(tokens.words[base]) >= _SHORTEST_SMALL
        is_borne = is_long and traits & SURNAME and not traits & FIRST
        return 0.88 if traits & SHAPED else 0.86 if is_borne else 0.0
    if not traits & SHAPED or traits & ABBREVIATION:
        is_rare = is_bare and is_small_surname(traits) and tokens.word(start - 1) not in _ARTICLES
        is_said = is_whole and not traits & ABBREVIATION
        return 0.6 if is_rare else _small_score(tokens, start, base) if is_said else 0.0
    opens = tokens.opens(start) or bool(traits & UPPER)
    if is_whole or (is_bare and (not opens or _acts(tokens, base + 1))):
        return 0.87
    return _doubtful_score(traits, opens=opens, is_bare=is_bare)


def _small_score(tokens: Tokens, start: int, base: int) -> float:
    """Grade a surname without its capital that is a word as well: "ten hoor" is hardly a phrase."""
    particles = " ".join(tokens.words[start:base]).casefold()
    is_phrase = particles in ("van", "de", "van de", "van het", "in", "op", "op de", "aan", "uit")
    is_place = bool(tokens.traits[base] & (PLACE | STOP))
    return 0.55 if is_phrase or is_place else 0.86


def _doubtful_score(traits: int, *, opens: bool, is_bare: bool) -> float:
    """Grade an ordinary word at the beginning of a sentence, or without its particles."""
    if is_bare:
        return 0.6 if traits & ORDINARY else 0.86
    return 0.0 if opens else 0.45


def _acts(tokens: Tokens, index: int) -> bool:
    """Tell whether the word before speaks or does something: "Post vraagt", "Post: nee"."""
    word = tokens.word(index)
    is_verb = word.endswith("t") and word.islower() and len(word) > len("met")
    return word in (":", "–") or (is_verb and word not in _NO_DEED)


def _is_place(tokens: Tokens, index: int) -> bool:
    """Tell whether a word that is a place as well stands where a place would."""
    return tokens.word(index - 1).casefold() in _PLACED or tokens.gap(index) >= LINE


def _is_in_a_name(tokens: Tokens, index: int) -> bool:
    """Tell "Rijk Zaak" and "Groen Licht": an ordinary word with a capital goes on."""
    if index >= len(tokens) or not tokens.joined(index):
        return False
    return bool(tokens.traits[index] & SHAPED and tokens.traits[index] & ORDINARY)


def given_score(tokens: Tokens, index: int) -> float:
    """Grade a first name: one that is an ordinary word needs a capital within a sentence."""
    word, traits = tokens.words[index], tokens.traits[index]
    is_word = bool(traits & NOT_A_NAME)
    if traits & SHAPED:
        is_doubtful = is_word and tokens.opens(index) and not _acts(tokens, index + 1)
        return 0.5 if is_doubtful else 0.86 if is_word else 0.88
    is_dated = tokens.word(index - 1)[:1].isdigit() or tokens.word(index + 1) == "."
    is_plain = not is_word and not is_dated and not traits & COMMON and word not in _ALSO_WORDS
    return 0.86 if traits & (FIRST | FIRST_MAYBE) and is_plain else 0.0
