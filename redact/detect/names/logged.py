"""Who wrote the entries of a log: the initials behind the date that opens a line."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from redact.detect.names.claims import Claim
from redact.detect.names.lexicon import (
    ABBREVIATION,
    FIRST,
    MONOGRAM,
    ORDINARY,
    PLACE,
    STOP,
    THING,
    UPPER,
)
from redact.detect.names.tokens import Tokens

_REASON = "Initialen achter de datum van een aantekening, van wie die schreef."
_TWICE = 2
_SURE, _UNSURE = 0.88, 0.55
_BARRED = STOP | ORDINARY | ABBREVIATION | PLACE | FIRST | THING
_MONTH = (
    r"(?:jan|feb|febr|mrt|maart|apr|april|mei|jun|juni|jul|juli|aug|sep|sept|okt|nov|dec"
    r"|januari|februari|augustus|september|oktober|november|december)\.?"
)
_ENTRY = re.compile(
    r"^[^\S\n]{0,3}(?:[-•*]\s)?[(\[]?(?:(?:ma|di|wo|do|vr|za|zo)\.?\s)?"
    r"(?:\d{1,2}[-/]\d{1,2}(?:[-/](?:\d{4}|\d\d))?|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d"
    rf"|\d{{1,2}}[ -]{_MONTH}(?:[ -]['’]?\d{{2,4}})?)"
    r"(?:,?\s(?:om\s)?\d{1,2}[:.]\d\d(?:\su(?:ur)?)?)?[)\]]?"
    r"(?:[^\S\n]?[-–—:,/|][^\S\n]?|[^\S\n\t]{1,6})[(\[]?(?P<who>[A-Z][A-Za-z]{1,4})[)\]]?"
    r"(?:(?P<apart>(?<=[)\]])|[^\S\n]{0,6}(?:[:\n–—\t]|\Z)|[^\S\n]{2})|(?=[^\S\n]))",
    re.IGNORECASE | re.MULTILINE,
)


class _Entry(NamedTuple):
    """The token of the initials, and whether something parts them from the entry itself."""

    place: int
    word: str
    is_apart: bool


def entry_authors(tokens: Tokens) -> Iterator[Claim]:
    """Yield the initials behind the dates of entries: "06-10-2022 – SBL", "14/09 HVDB: gebeld".

    They are a person's where they open more entries than one; a body's abbreviation may do so once.
    """
    entries = list(_entries(tokens))
    times = Counter(entry.word for entry in entries)
    apart = Counter(entry.word for entry in entries if entry.is_apart)
    for entry in entries:
        if times[entry.word] >= _TWICE:
            is_sure = bool(apart[entry.word]) or times[entry.word] > _TWICE
            yield _claim(entry, _SURE if is_sure else _UNSURE)
        elif entry.is_apart and len(times) > _TWICE:
            yield _claim(entry, _UNSURE)


def _claim(entry: _Entry, score: float) -> Claim:
    return Claim(entry.place, entry.place + 1, score, "name.entry", _REASON)


def _entries(tokens: Tokens) -> Iterator[_Entry]:
    for hit in _ENTRY.finditer(tokens.text):
        index = tokens.at(hit.start("who"))
        if index >= len(tokens) or tokens.words[index] != hit["who"]:
            continue
        if tokens.traits[index] & (UPPER | MONOGRAM) and not tokens.traits[index] & _BARRED:
            yield _Entry(index, hit["who"], hit["apart"] is not None)
