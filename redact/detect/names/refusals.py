"""What only looks like a name: streets, bodies, laws, plans and prizes called after someone."""

import re

from redact.detect.names.claims import Claim
from redact.detect.names.grammar import skip_particles
from redact.detect.names.lexicon import FIRST, ORDINARY, SHAPED, STOP, SURNAME, THING, word_set
from redact.detect.names.tokens import GLUED, Tokens

_TITLED = frozenset({"name.title", "name.greeting", "name.family"})
_HOUSE_NUMBER = re.compile(r"\d{1,4}")
_POSTCODE = re.compile(r"\s*\d{1,4}\s?[a-zA-Z]?(?:[-/]\w{1,3})?\s*(?:,|\n)?\s*\d{4}\s?[A-Z]{2}\b")
_REACH = 4


def is_refused(tokens: Tokens, claim: Claim) -> bool:
    """Tell whether the words around a claim show that it names a thing."""
    if _is_in_address(tokens, claim) or _is_hyphened(tokens, claim):
        return True
    if claim.source in _TITLED:
        return False
    return _has_thing_before(tokens, claim) or _has_thing_after(tokens, claim)


def _is_in_address(tokens: Tokens, claim: Claim) -> bool:
    """Tell a part of an e-mail address, a web address, a file name or a street address."""
    text, start, end = tokens.text, tokens.starts[claim.start], tokens.ends[claim.end - 1]
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in ("_", "\\") or (before[-1:] in ("@", ".", "/") and before[:1].isalnum()):
        return before[-1:] != "." and not (before[-1:] == "/" and before[:1].isupper())
    if after[:1] in ("@", "_") or (after[:1] == "." and after[1:].islower()):
        return True
    return bool(_POSTCODE.match(text, end))


def _is_hyphened(tokens: Tokens, claim: Claim) -> bool:
    """Tell "motie-Bikker" and "Jansen-project"."""
    before, after = claim.start - 1, claim.end
    is_glued = tokens.word(before) == "-" and tokens.gap(before + 1) == GLUED and before > 0
    if is_glued and tokens.gap(before) == GLUED and not tokens.words[before - 1][:1].isdigit():
        return True
    glued = tokens.word(after) == "-" and tokens.gap(after) == GLUED
    return glued and tokens.gap(after + 1) == GLUED and tokens.word(after + 1)[:1].isalpha()


def _has_thing_before(tokens: Tokens, claim: Claim) -> bool:
    """Tell "stichting X", "wet van X", "commissie X"."""
    index = claim.start
    while index > 1 and tokens.joined(index) and _is_name_word(tokens.traits[index - 1]):
        index -= 1
    if not tokens.joined(index) or index == 0:
        return False
    word = tokens.words[index - 1].casefold()
    if word in ("van", "de", "'") and index > 1 and tokens.joined(index - 1):
        return tokens.words[index - 2].casefold() in word_set("things_of")
    return word in word_set("things_before")


def _is_name_word(traits: int) -> bool:
    return bool(traits & SHAPED and traits & (FIRST | SURNAME) and not traits & (STOP | ORDINARY))


def _has_thing_after(tokens: Tokens, claim: Claim) -> bool:
    """Tell "X College", "X & partners", "Johan de X-laan"."""
    index = claim.end
    for _ in range(_REACH):
        if index >= len(tokens) or not tokens.joined(index):
            return False
        word = tokens.words[index]
        if word.casefold().rstrip(".") in word_set("things_after"):
            return word[:1].isupper() or word.casefold() in word_set("things_after_small")
        if tokens.traits[index] & THING:
            return bool(tokens.traits[index] & SHAPED)
        if word == "&":
            return not tokens.traits[index + 1] & SHAPED if index + 1 < len(tokens) else False
        if not tokens.traits[index] & SHAPED and skip_particles(tokens, index) == index:
            return False
        index += 1
    return False
