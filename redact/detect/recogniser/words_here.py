"""What a whole text tells of a word that the model takes for a name, and its sentence does not."""

import re
from functools import lru_cache

from redact.detect.match import SURE
from redact.detect.names.claims import Claim
from redact.detect.names.lexicon import (
    CAPITAL,
    FIRST,
    FIRST_MAYBE,
    INITIALS,
    KNOWN,
    NOT_A_NAME,
    ORDINARY,
    PARTICLE,
    SHAPED,
    STOP,
    is_surname_with,
)
from redact.detect.names.tokens import Tokens

_FIRM = re.compile(
    r"\b(?P<name>[A-ZÀ-Þ][\w’'-]{2,30})\s(?:B\.?V\b|N\.?V\b|V\.?O\.?F\b|BVBA\b|GmbH\b|Ltd\b)"
)
_FIRM_ENDS = frozenset({"B.V.", "BV", "N.V.", "NV", "VOF", "V.O.F.", "GmbH", "Ltd"})
_BIRTHPLACE = re.compile(
    r"(?i)(?:\b(?:geb(?:oorte|\.)?[-.\s]{0,2}plaats|woonplaats|place of birth|birthplace)"
    r"[^\S\n]*[:\t|]?"
    r"|\bgeb(?:oren|\.)?\s?:?\s(?:op\s)?\d{1,2}[-./ ]\w{1,9}[-./ ](?:\d\d){1,2},?(?:\s(?:te|in))?)"
    r"[^\S\n]{0,20}(?:[A-Z][\w-]{2,20}\s(?:en|aan(?:\sde[nr]?)?)\s)?$"
)
_NEAR = 90


def is_word_here(tokens: Tokens, claim: Claim) -> bool:
    """Tell a word, a firm, a heading, a place of birth or an office's place from a name."""
    is_single = claim.end == claim.start + 1
    traits, word = tokens.traits[claim.start], tokens.words[claim.start]
    if tokens.words[claim.end - 1] in _FIRM_ENDS:
        return True
    if not is_single:
        return _heads(tokens, claim) or _governs(tokens, claim)
    if traits & (FIRST | FIRST_MAYBE):
        return False
    if not traits & KNOWN and word in _firms(tokens.text):
        return True
    is_doubtful = claim.score < SURE and traits & CAPITAL
    is_word = traits & NOT_A_NAME and not traits & PARTICLE and tokens.opens(claim.start)
    if is_doubtful and is_word and word.casefold() in _small_words(tokens.text):
        return True
    before = tokens.text[max(0, tokens.starts[claim.start] - _NEAR) : tokens.starts[claim.start]]
    return _BIRTHPLACE.search(before) is not None


def _heads(tokens: Tokens, claim: Claim) -> bool:
    """Tell "C. Klachten": the letter of a heading, and a word that nobody is called."""
    letter, word = tokens.words[claim.start], tokens.traits[claim.start + 1]
    is_letter = tokens.traits[claim.start] & INITIALS and letter.count(".") == 1
    is_word = word & (ORDINARY | STOP) and not word & KNOWN
    return bool(is_letter and is_word) and tokens.opens(claim.start)


def _governs(tokens: Tokens, claim: Claim) -> bool:
    """Tell "van Vianerwaard" behind "wethouder Lodder": where somebody holds the office."""
    particle, word = tokens.words[claim.start : claim.start + 2]
    follows = claim.start > 0 and tokens.joined(claim.start)
    is_behind = follows and tokens.traits[claim.start - 1] & SHAPED
    is_place = particle == "van" and claim.end == claim.start + 2
    return bool(is_behind and is_place) and not is_surname_with("van", word.casefold())


@lru_cache(maxsize=2)
def _firms(text: str) -> frozenset[str]:
    return frozenset(hit["name"] for hit in _FIRM.finditer(text))


@lru_cache(maxsize=2)
def _small_words(text: str) -> frozenset[str]:
    """Return the words that stand in a text without a capital."""
    return frozenset(re.findall(r"(?<!\w)[a-zà-ÿ]{3,}(?!\w)", text))
