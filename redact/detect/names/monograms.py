"""Initials that stand for a person: "JdV" in an attendee list, an action list, as a speaker."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import regex

from redact.detect.columns import cells_under, rows_of_cells
from redact.detect.names.attendees import attendee_regions
from redact.detect.names.claims import Claim
from redact.detect.names.lexicon import ABBREVIATION, COMMON, FIRST, MONOGRAM, ORDINARY, STOP, UPPER
from redact.detect.names.regions import CELL_START
from redact.detect.names.tokens import GLUED, LINE, TAB, Tokens

_MIXED = "Initialen van een persoon, te herkennen aan het voorvoegsel."
_ACTION = "Initialen op een plaats waar een persoon hoort te staan."
_COLUMNED = "Initialen in de kolom waarin personen worden afgekort."
_ATTENDING = "Initialen in een lijst van aanwezigen die personen noemt."
_LONGEST = 4
_MIXED_CASE = re.compile(r"[A-Z][a-z]{1,2}[A-Z]{1,2}")
_HOLDERS = regex.compile(
    CELL_START
    + r"(?i:wie|actiehouders?|eigenaar|verantwoordelijken?|trekkers?|door|houder|uitvoerder"
    r"|behandelaar|medewerker|paraaf|initialen|par\.?)"
)
_COLUMN = regex.compile(
    CELL_START + r"(?i:afk\.?|afkorting(?:en)?|initialen|init\.?|paraaf|code|parafe)"
)
_CUES = re.compile(
    r"(?:\b(?:actie|acties|actiehouder|paraaf|par\.|not\.?|groet(?:en|jes)?,?|gr\.?,?|notulist|verslag"
    r"|opgesteld door|trekker|kopie|gezien"
    r"|akkoord|notulen|parafen|voorz(?:itter)?\.?|secr(?:etaris)?\.?|via|i\.o\.m\.)[:\s(]{1,3}|[→>]\s|@)"
    r"(?P<who>[A-Z][A-Za-z]{1,4}(?:(?:\s?[/,+&]\s?|\sen\s)[A-Z][A-Za-z]{1,4})*)\b",
    re.IGNORECASE,
)
_SPEAKERS = re.compile(r"^[^\S\n]*(?:[-•*]\s*)?(?P<who>[A-Z][A-Za-z]{1,4}):(?=\s)", re.MULTILINE)
_SURE = 0.88
_UNSURE = 0.55
_INITIALS_ONLY = re.compile(r"[A-Z][A-Za-z]{1,4}(?:(?:\s?[/,+&]\s?|\sen\s)[A-Z][A-Za-z]{1,4})*")
_TWICE = 2
_MARKS = frozenset({",", ";", ":", "(", ")", "/", "en", "·", "|"})
_MANY = 3
"""A list of so many initials needs no full name to be one of persons."""


def monograms(tokens: Tokens) -> Iterator[Claim]:
    """Yield initials that stand for a person."""
    for index, traits in enumerate(tokens.traits):
        if traits & MONOGRAM and not traits & ABBREVIATION and _stands_alone(tokens, index):
            yield Claim(index, index + 1, _SURE, "name.initials", _MIXED)
    for start, end in cells_under(tokens.text, _COLUMN):
        index = tokens.at(start)
        if (
            end - start <= _LONGEST
            and tokens.at(end) == index + 1
            and tokens.words[index].isalpha()
        ):
            yield Claim(index, index + 1, 0.9, "name.abbreviated", _COLUMNED)
    for start, end in attendee_regions(tokens.text):
        yield from _attending(tokens, start, end)
    yield from _speaking(tokens)
    for start, end, score in _places(tokens.text):
        yield from _initials_in(tokens, start, end, score)


def _attending(tokens: Tokens, start: int, end: int) -> Iterator[Claim]:
    """Yield the initials in a list of attendees that names persons and no bodies."""
    items = range(tokens.at(start), tokens.at(end))
    may_be = [index for index in items if _may_be_initials(tokens, index)]
    bodies = sum(bool(tokens.traits[k] & ABBREVIATION) for k in items)
    if bodies * _MANY > len(may_be):
        return
    if len(may_be) < _MANY and not any(tokens.traits[k] & (MONOGRAM | FIRST) for k in items):
        return
    if len(may_be) >= _MANY:
        may_be += [k for k in items if tokens.traits[k] & ABBREVIATION and _is_pair(tokens, k)]
    for index in may_be:
        if len(tokens.words[index]) < _LONGEST:
            yield Claim(index, index + 1, 0.87, "name.attending", _ATTENDING)


def _is_pair(tokens: Tokens, index: int) -> bool:
    """Tell two capitals that fill an item of a list."""
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    ends = after in _MARKS or tokens.gap(index + 1) >= TAB
    return len(tokens.words[index]) == _TWICE and ends and before in _MARKS


def _speaking(tokens: Tokens) -> Iterator[Claim]:
    """Yield the speakers of minutes in which everybody speaks by initials, like a body's or not."""
    hits = [
        hit
        for hit in _SPEAKERS.finditer(tokens.text)
        if hit["who"].isupper() or _MIXED_CASE.fullmatch(hit["who"])
    ]
    times = Counter(hit["who"] for hit in hits)
    if len(times) < _MANY or max(times.values()) < _MANY:
        return
    for hit in hits:
        index = tokens.at(hit.start("who"))
        if times[hit["who"]] >= _TWICE and tokens.words[index] == hit["who"]:
            yield Claim(index, index + 1, _SURE - 0.01, "name.initials", _ACTION)


def _stands_alone(tokens: Tokens, index: int) -> bool:
    return not (tokens.word(index + 1) == "-" and tokens.gap(index + 1) == GLUED)


def _places(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield where initials of a person stand, and how sure that is."""
    holders = list(cells_under(text, _HOLDERS))
    filled = sum(_INITIALS_ONLY.fullmatch(text, *cell) is not None for cell in holders)
    is_of_initials = filled >= _MANY and filled * 2 >= len(holders)
    for start, end in holders:
        yield start, end, _SURE - 0.01 if is_of_initials else _UNSURE
    for hit in _CUES.finditer(text):
        yield *hit.span("who"), _UNSURE
    for start, end in columns_of_initials(text):
        yield start, end, _SURE - 0.01
    speakers = list(_SPEAKERS.finditer(text))
    times = Counter(hit["who"] for hit in speakers)
    are_many = (
        sum(
            _INITIALS_ONLY.fullmatch(who) is not None and who[1:] != who[1:].lower()
            for who in times
        )
        >= _MANY
    )
    for hit in speakers:
        if times[hit["who"]] >= _TWICE:
            yield *hit.span("who"), _SURE - 0.01
        elif are_many or _MIXED_CASE.fullmatch(hit["who"]):
            yield *hit.span("who"), _UNSURE


def columns_of_initials(text: str) -> Iterator[tuple[int, int]]:
    """Yield the cells of columns without a header in which nearly every cell holds initials.

    One of them at least must be written as only a person's initials are: "CvD".
    """
    for table in rows_of_cells(text):
        columns: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for row in table:
            for number, cell in enumerate(row):
                if cell[0] < cell[1]:
                    columns[number].append(cell)
        for cells in columns.values():
            held = [cell for cell in cells if _INITIALS_ONLY.fullmatch(text, *cell)]
            is_mixed = any(_MIXED_CASE.search(text, *cell) for cell in held)
            if is_mixed and len(held) >= _MANY and len(held) * 3 >= len(cells) * 2:
                yield from held


def _initials_in(tokens: Tokens, start: int, end: int, score: float) -> Iterator[Claim]:
    for index in range(tokens.at(start), tokens.at(end)):
        if _may_be_initials(tokens, index) and tokens.gap(index + 1) <= LINE:
            yield Claim(index, index + 1, score, "name.initials", _ACTION)


def _may_be_initials(tokens: Tokens, index: int) -> bool:
    word, traits = tokens.words[index], tokens.traits[index]
    if len(word) <= _LONGEST and _MIXED_CASE.fullmatch(word):
        return not traits & ABBREVIATION
    if not traits & UPPER or traits & ABBREVIATION or len(word) > _LONGEST:
        return False
    return not traits & (STOP | ORDINARY | FIRST | COMMON) or len(word) == _TWICE
