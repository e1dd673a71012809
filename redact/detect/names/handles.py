"""Handles and logins: "@lotje.fietst", "@TruusjeVaals", "g.hoefnagel", nicknames of games."""

from collections.abc import Iterator

import regex

from redact.detect.names.claims import Claim
from redact.detect.names.lexicon import FIRST, ORDINARY, PLACE, STOP, SURNAME, line_set, traits_of
from redact.detect.names.tokens import Tokens

_HANDLE = regex.compile(
    r"(?<![\p{L}\d@._-])@(?P<who>\p{L}[\p{L}\d]*(?:[._]+[\p{L}\d]+)*)(?![\p{L}\d@]|\.\p{L})"
)
_CALLED = regex.compile(
    r"(?i:\b(?:bijnaam|schuilnaam|gebruikersnaam|alias|nickname|spelersnaam|accountnaam)\b[^\n.‘'\"“]{0,20}"
    r"(?:\b(?:is|was|luidt)\s|[:‘'“\"]\s?))[‘'“\"]?(?P<who>\p{L}[\p{L}\d]*(?:[._]+[\p{L}\d]+)*)"
)
_PUBLIC = regex.compile(
    r"(?i)gemeente|provincie|ministerie|politie|waterschap|rijks|uwv|ggd|belasting|^min|raad|omroep"
    r"|nieuws|journaal|krant|brandweer|prorail|^ns_|webcare|team|redactie|vereniging|stichting"
)
_LOGIN = regex.compile(r"(?<![\w.@/\\-])[a-z]\.(?P<surname>[a-z]{5,20})(?![\w@/-]|\.\w)")
_CAMEL = regex.compile(r"\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+")
_REASON = "De naam waaronder iemand op sociale media of in een spel bekend is."


def handles(tokens: Tokens) -> Iterator[Claim]:
    """Yield the handles of persons; that of a body or a plain word behind an @ is none."""
    text = tokens.text
    for hit in _HANDLE.finditer(text) if "@" in text else ():
        if _is_personal(hit["who"]):
            yield _claim(tokens, hit.span("who"), 0.86)
    for hit in _LOGIN.finditer(text):
        traits = traits_of(hit["surname"])
        if traits & SURNAME and not traits & (ORDINARY | STOP | PLACE):
            yield _claim(tokens, hit.span(), 0.86)
    for hit in _CALLED.finditer(text) if "naam" in text or "alias" in text else ():
        if any(letter in hit["who"] for letter in "._0123456789"):
            yield _claim(tokens, hit.span("who"), 0.86)


def _is_personal(who: str) -> bool:
    if _PUBLIC.search(who) or who.casefold() in line_set("brands"):
        return False
    parts = [part for part in regex.split(r"[._\d]+", who) if part]
    return len(parts) > 1 or bool(_CAMEL.fullmatch(who) and traits_of(_first(who)) & FIRST)


def _first(who: str) -> str:
    found = regex.match(r"\p{Lu}\p{Ll}+", who)
    return found[0] if found else ""


def _claim(tokens: Tokens, span: tuple[int, int], score: float) -> Claim:
    start, end = tokens.at(span[0]), tokens.at(span[1])
    return Claim(start, max(end, start + 1), score, "name.handle", _REASON)
