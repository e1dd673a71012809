"""What only looks like a name: streets, bodies, laws, plans and prizes called after someone."""

import re

from redact.detect.names.claims import Claim
from redact.detect.names.firms import is_firm
from redact.detect.names.lexicon import (
    FIRST,
    INITIALS,
    ORDINARY,
    SHAPED,
    STOP,
    SURNAME,
    THING,
    UPPER,
    is_compound,
    is_thing,
    line_set,
    word_set,
)
from redact.detect.names.tokens import GLUED, Tokens

_VOUCHED = frozenset(
    f"name.{place}"
    for place in (
        "title",
        "greeting",
        "family",
        "chat",
        "header",
        "signature",
        "attendee",
        "column",
        "entry",
    )
)
"""Rules whose place in the text says by itself that a person is named."""
_POSTCODE = re.compile(r"\s*\d{1,4}\s?[a-zA-Z]?(?:[-/]\w{1,3})?\s*(?:,|\n)?\s*\d{4}\s?[A-Z]{2}\b")
_STREET = re.compile(
    r"(?:straat|laan|plein|weg|kade|singel|gracht|plantsoen|dreef|steeg|hof|pad|park|dijk|brug)$"
)
_BUILDING = re.compile(
    r"(?:kamer|kelder|zaal|school|huis|gebouw|toren|tunnel|molen|kerk|museum|prijs|lezing|fonds|flat"
    r"|stichting|hal|stadion|gymnasium|lyceum|college|kazerne|sluis)$"
)
_KINGLY = frozenset({"name.contact", "name.saying", "name.doing"})
_NOBODY = frozenset({"X", "Y", "NN", "N.N.", "XX"})
_MONTHS = frozenset({"feb", "febr", "mrt", "dec", "februari"})
_WEB = re.compile(r"(?:https?:|www\.|\w\.[a-z]{2,})[^\s]*$|/[^\s/]*/[^\s]*$")
_OWNED = frozenset({"huis", "hof", "molen"})
"""Things of somebody alive, unless with a capital: "het huis van Karin", "Huis van Asperen"."""
_QUOTES = frozenset("'\"‘“„*")
_NAMING = frozenset({"heet", "heette", "genaamd"})
_WORKS = frozenset({"werkt", "werkte", "werken", "werkzaam", "dienst", "aannemer", "adviseur"})
_MOTIONS = frozenset(
    {
        "motie",
        "amendement",
        "commissie",
        "wet",
        "lijst",
        "kabinet",
        "plan",
        "fonds",
        "prijs",
        "methode",
    }
)
"""Words before a hyphen that make the name behind it a thing's, also where somebody bears it."""
_REACH = 4
_LONGEST_BRAND = 30
_LONGEST_NAME = 8
_STREET_PARTICLES = frozenset({"van", "de", "der", "den", "'t", "von"})


def is_refused(tokens: Tokens, claim: Claim) -> bool:
    """Tell whether the words around a claim show that it names a thing."""
    if (
        _is_month(tokens, claim)
        or _is_in_address(tokens, claim)
        or _is_hyphened(tokens, claim)
        or _is_brand(tokens, claim)
        or _is_building(tokens.words[claim.end - 1])
        or _is_no_person(tokens, claim)
        or _is_street(tokens, claim)
        or is_firm(tokens, claim)
    ):
        return True
    if claim.source in _VOUCHED and tokens.word(claim.start - 1) != ",":
        return False
    return _has_thing_before(tokens, claim) or _has_thing_after(tokens, claim)


def _is_in_address(tokens: Tokens, claim: Claim) -> bool:
    """Tell a part of an e-mail address, a web address, a file name or a street address."""
    text, start, end = tokens.text, tokens.starts[claim.start], tokens.ends[claim.end - 1]
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in ("_", "\\") or (before[-1:] == "@" and before[:1].isalnum()):
        return True
    if before[-1:] == "/" and _WEB.search(text, max(0, start - _LONGEST_BRAND), start):
        return True
    if after[:1] in ("@", "_") or (after[:1] == "." and after[1:].islower()):
        return True
    return bool(_POSTCODE.match(text, end))


def _is_month(tokens: Tokens, claim: Claim) -> bool:
    """Tell "Jan" in a row of months."""
    beside = tokens.word(claim.start - 1).casefold(), tokens.word(claim.end).casefold()
    return claim.end - claim.start == 1 and not _MONTHS.isdisjoint(beside)


def _is_no_person(tokens: Tokens, claim: Claim) -> bool:
    """Tell "Ad 8", "mevrouw X" and "St. Kitts"."""
    word, after = tokens.words[claim.start], tokens.word(claim.start + 1)
    if word == "de" and claim.end == claim.start + 2 and claim.source in _KINGLY:
        return after in ("Koning", "Koningin", "Prins", "Prinses")
    if claim.end == claim.start + 1:
        return word in _NOBODY or (word in ("Ad", "AD") and (after[:1].isdigit() or after == "."))
    return word in ("St.", "Sint") and not tokens.traits[claim.end - 1] & SURNAME


def _is_street(tokens: Tokens, claim: Claim) -> bool:
    """Tell "Gerrit van der Veenpad"."""
    index = claim.end - 1
    has_particle = index > claim.start and tokens.words[index - 1].casefold() in _STREET_PARTICLES
    word, traits = tokens.words[index], tokens.traits[index]
    is_named = traits & SHAPED and not traits & SURNAME and _STREET.search(word.casefold())
    return (has_particle and bool(is_named)) or _before_street(tokens, claim.end)


def _before_street(tokens: Tokens, index: int) -> bool:
    """Tell "Sixma" in "meester Sixma van Heemstralaan"; with a number somebody lives there."""
    word = tokens.word(index + 1)
    if tokens.word(index) != "van" or not tokens.joined(index + 1) or not word[:1].isupper():
        return False
    is_street = _STREET.search(word) and not tokens.traits[index + 1] & SURNAME
    return bool(is_street) and not tokens.word(index + 2)[:1].isdigit()


def _is_brand(tokens: Tokens, claim: Claim) -> bool:
    """Tell a firm known by name, also when the claim holds only its beginning."""
    has_article = tokens.words[claim.start] == "De" and claim.end - claim.start > 1
    start = tokens.starts[claim.start + has_article]
    said = tokens.text[start : start + _LONGEST_BRAND].casefold()
    ends = (end - start for end in tokens.ends[claim.end - 1 : claim.end + _REACH])
    return any(said[:end] in line_set("brands") for end in ends)


def _is_building(word: str) -> bool:
    """Tell a building called after somebody in one word: "Alexanderhal", "Bernhardkazerne"."""
    ending = _BUILDING.search(word)
    stem = word[: ending.start()].casefold() if ending else ""
    return bool(stem) and not word_set("first_names").isdisjoint({stem, stem.removesuffix("s")})


def _is_hyphened(tokens: Tokens, claim: Claim) -> bool:
    """Tell "motie-Bikker" and "Jansen-project"."""
    before, after = claim.start - 1, claim.end
    is_glued = tokens.word(before) == "-" and tokens.gap(before + 1) == GLUED and before > 0
    if is_glued and tokens.gap(before) == GLUED and not tokens.words[before - 1][:1].isdigit():
        is_persons = claim.source in ("name.surname", "name.full")
        return not is_persons or tokens.words[before - 1].casefold() in _MOTIONS
    glued = tokens.word(after) == "-" and tokens.gap(after) == GLUED
    if glued and tokens.traits[claim.end - 1] & UPPER and tokens.word(after + 1)[:1].isdigit():
        return True
    return glued and tokens.gap(after + 1) == GLUED and tokens.word(after + 1)[:1].isalpha()


def _has_thing_before(tokens: Tokens, claim: Claim) -> bool:
    """Tell "stichting X", "wet van X", "commissie X"."""
    index, furthest = claim.start, max(1, claim.start - _LONGEST_NAME)
    while index > furthest and tokens.joined(index) and _is_name_word(tokens.traits[index - 1]):
        index -= 1
    index -= tokens.word(index - 1) in _QUOTES
    if not tokens.joined(index) or index <= 0:
        return False
    word = tokens.words[index - 1].casefold()
    if word in _NAMING and index > 1:
        word = tokens.words[index - 2].casefold()
    if _is_employer(tokens, claim, index):
        return True
    if word in ("van", "de", "'") and index > 1 and tokens.joined(index - 1):
        is_owned = tokens.words[index - 2] in _OWNED and tokens.traits[claim.start] & FIRST
        return tokens.words[index - 2].casefold() in word_set("things_of") and not is_owned
    if word in word_set("things_before"):
        return tokens.word(index - 2).casefold() != "chef"
    is_given = tokens.traits[claim.start] & (FIRST | INITIALS)
    return is_thing(word) and not is_given and claim.source != "name.role"


def _is_employer(tokens: Tokens, claim: Claim, index: int) -> bool:
    """Tell "werkt bij Van der Endt" and "K. Noij van Van Westreenen": whom somebody works for."""
    is_capital = tokens.words[claim.start] in ("Van", "De", "Ten", "Ter", "Den")
    word = tokens.words[index - 1].casefold()
    if claim.source != "name.form" or not is_capital:
        return False
    if word == "bij":
        before = (tokens.word(index - k).casefold() for k in range(2, 7))
        return not _WORKS.isdisjoint(before)
    follows_name = index > 1 and bool(tokens.traits[index - 2] & SURNAME)
    return word == "van" and follows_name and bool(tokens.traits[index - 2] & SHAPED)


def _is_name_word(traits: int) -> bool:
    return bool(traits & SHAPED and traits & (FIRST | SURNAME) and not traits & (STOP | ORDINARY))


def _has_thing_after(tokens: Tokens, claim: Claim) -> bool:
    """Tell "X College", "X & partners", "Johan de X-laan"."""
    index, is_direct = claim.end, True
    for _ in range(_REACH):
        if index >= len(tokens) or not tokens.joined(index):
            return False
        word, traits = tokens.words[index], tokens.traits[index]
        if traits & THING:
            return bool(traits & SHAPED) and (is_direct or _is_named_after(word))
        if is_direct and (word == "&" or _is_firm_word(word)):
            after = tokens.word(index + 1)
            return word != "&" or after.islower() or _is_firm_word(after)
        if not traits & SHAPED and word not in _STREET_PARTICLES:
            return not is_direct and is_thing(word) and _is_named_after(word)
        if not is_direct and traits & SHAPED:
            return False
        is_direct = is_direct and bool(traits & SHAPED)
        index += 1
    return False


def _is_named_after(word: str) -> bool:
    """Tell "Hoochkelder", which holds a name, from "Sportbedrijf", which does not."""
    is_building = _BUILDING.search(word) is not None and not is_compound(word.casefold())
    return is_building or _STREET.search(word) is not None


def _is_firm_word(word: str) -> bool:
    """Tell "College", "B.V." and "advocaten"; in small letters only what firms are called."""
    lower = word.casefold()
    is_capital = word[:1].isupper() and lower.rstrip(".") in word_set("things_after")
    return is_capital or lower in word_set("things_after_small")
