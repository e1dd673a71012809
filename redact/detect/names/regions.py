"""Stretches of text that list names: mail headers, chats, speakers, labels, signatures, tables."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

import regex

from redact.detect.columns import cells_under, rows_of_cells
from redact.detect.names.attendees import attendee_regions
from redact.detect.names.claims import Claim
from redact.detect.names.cues import skip_titles
from redact.detect.names.grammar import Reading, is_title, read_name
from redact.detect.names.letters import Trust
from redact.detect.names.lexicon import (
    FIRST,
    FIRST_MAYBE,
    ORDINARY,
    PARTICLE,
    STOP,
    SURNAME,
    patterns_of,
)
from redact.detect.names.reversed import read_reversed
from redact.detect.names.titles import abbreviated_titles, role_titles
from redact.detect.names.tokens import LINE, TAB, Tokens
from redact.finding import Role


class Region(NamedTuple):
    """Characters [start, end) that hold names, and what that is worth."""

    start: int
    end: int
    source: str
    score: float
    unknown: float
    reason: str


class _Pattern(NamedTuple):
    pattern: re.Pattern[str]
    source: str
    score: float
    unknown: float
    reason: str


CELL_START = r"(?<=(?:^|[\t|\n])[ *]*)"
"""A header begins its cell; without this, every "van" in a text would be looked at."""
_LINKS = frozenset({"en", "of", "e.a", "namens", "van", "voor", "vanuit", "is", "c.s"})
_ITEM_ENDS = frozenset(',;/()&|:<[>"+*•–-=·') | _LINKS
_SHORT = 3
_BORNE = 0.86
"""A surname that is a word as well, or two words that no list holds, as a whole item."""
_SINGLE = {"m": 0.6, "s": 0.6, "f": 0.88, "mo": 0.6, "fw": 0.88}
"""What a name of that form is worth by itself between brackets."""
_BULLETS = frozenset("-•*–>·|(\"'")


@cache
def _patterns() -> tuple[_Pattern, ...]:
    text = (resources.files("redact.detect.names") / "regions.toml").read_text("utf-8")
    labels = patterns_of("person_labels")
    flags = re.MULTILINE | re.VERBOSE | re.IGNORECASE
    return tuple(
        _Pattern(
            re.compile(table["pattern"].replace("{labels}", labels), flags),
            table["source"],
            table["score"],
            table["unknown"],
            table["reason"],
        )
        for table in tomllib.loads(text)["region"]
    )


@cache
def _columns() -> regex.Pattern[str]:
    return regex.compile(rf"{CELL_START}(?i:{patterns_of('person_columns')})")


def listed_names(tokens: Tokens) -> Iterator[Claim]:
    """Yield the names in every stretch of text that lists names."""
    for region in _regions(tokens.text):
        yield from _items(tokens, region)


def _regions(text: str) -> Iterator[Region]:
    for source in _patterns():
        for hit in source.pattern.finditer(text):
            yield Region(
                *hit.span("names"), source.source, source.score, source.unknown, source.reason
            )
    for start, end in attendee_regions(text):
        yield Region(
            start, end, "name.attendee", 0.93, 0.7, "Een naam in de lijst van aan- of afwezigen."
        )
    for start, end in _reachable(text):
        yield Region(start, end, "name.column", 0.9, 0.86, _REACHABLE)
    for start, end in cells_under(text, _columns()):
        yield Region(start, end, "name.column", 0.93, 0.86, "Een naam in een kolom met namen.")


_REACHABLE = "Een naam in een rij van een tabel met een telefoonnummer of mailadres."
_NUMBER = re.compile(r"\t[^\t\n]*(?:\b0\d(?:[ -]?\d){8}\b|\+\d\d[\d -]{8,}|[\w.]@[\w-]+\.)")


def _reachable(text: str) -> Iterator[tuple[int, int]]:
    """Yield the cells of the rows that say how somebody can be reached."""
    for table in rows_of_cells(text):
        for row in table:
            if _NUMBER.search(text, max(0, row[0][0] - 1), row[-1][1]):
                yield from ((start, end) for start, end in row if start < end)


def _items(tokens: Tokens, region: Region) -> Iterator[Claim]:
    """Yield the names in a region: each item is a name as a whole, or has none."""
    index, end = tokens.at(region.start), tokens.at(region.end)
    last = -1
    while index < end:
        index = _item_start(tokens, index, end)
        if (
            region.source == "name.signature"
            and index < end
            and (_is_signed_short(tokens, index, end) or _is_signed_small(tokens, index))
        ):
            yield Claim(index, index + 1, 0.87, region.source, region.reason)
            return
        reading = _read_item(tokens, index, end) if index < end else None
        is_sender = region.source == "name.chat"
        if region.source == "name.signature" and reading and _is_of(tokens, reading):
            return
        if reading and (is_sender or _is_item_end(tokens, reading.end, end)):
            score = 0.0 if _is_whence(tokens, reading, last) else _score(reading, region)
            if score:
                yield Claim(reading.start, reading.end, score, region.source, region.reason)
            index = last = reading.end
        else:
            index = _next_item(tokens, index, end)


def _is_whence(tokens: Tokens, reading: Reading, last: int) -> bool:
    """Tell the place or the body between brackets right behind a name: "P. Smit (Dorst)"."""
    is_behind = reading.start == last + 1 and tokens.word(last) == "("
    return is_behind and len(reading.form) == 1 and reading.form in "sou"


def _item_start(tokens: Tokens, index: int, end: int) -> int:
    while index < end and (tokens.words[index] in _BULLETS or tokens.words[index][:1].isdigit()):
        index += 1
    if (tokens.word(index).casefold(),) in abbreviated_titles() and tokens.word(index + 1) == ".":
        index += 2  # "Weth. Marga"
    return min(skip_titles(tokens, index), end)


def _read_item(tokens: Tokens, index: int, end: int) -> Reading | None:
    is_whole = _is_one_name(tokens, index, end)
    turned = read_reversed(tokens, index, is_whole=is_whole)
    reading = turned or _whole_item(tokens, index, end) or read_name(tokens, index, Trust.SLOT)
    if reading is None or reading.end > end or _is_job(tokens, reading):
        return None
    had_title = index > 0 and tokens.joined(index) and is_title(tokens.words[index - 1].rstrip("."))
    return reading._replace(form=reading.form + "s") if had_title else reading


def _whole_item(tokens: Tokens, index: int, end: int) -> Reading | None:
    """Read words that no list knows as a name, if they are several and the whole item."""
    reading = read_name(tokens, index, Trust.ITEM)
    is_whole = reading and _is_item_end(tokens, reading.end, end)
    return reading if reading and is_whole and reading.end > index + 1 else None


def _is_job(tokens: Tokens, reading: Reading) -> bool:
    """Tell the label of the next row, "Steller", from a surname."""
    words = tuple(word.casefold() for word in tokens.words[reading.start : reading.end])
    return role_titles().get(words) in (Role.CIVIL_SERVANT, Role.CITIZEN)


def _is_one_name(tokens: Tokens, index: int, end: int) -> bool:
    """Tell whether a comma parts surname and first name rather than two names."""
    words = tokens.words[index:end]
    until = words.index(";") if ";" in words else len(words)
    is_alone = (
        ";" in words
        or tokens.word(index - 1) in (";", ":", "|", "\t", "]")
        or tokens.gap(index) >= TAB
    )
    return is_alone and words[:until].count(",") == 1 and bool(tokens.traits[index] & SURNAME)


def _is_item_end(tokens: Tokens, index: int, end: int) -> bool:
    return (
        index >= end
        or tokens.gap(index) >= TAB
        or tokens.words[index].rstrip(".") in _ITEM_ENDS
        or tokens.words[index] == "."
    )


def _next_item(tokens: Tokens, index: int, end: int) -> int:
    index += 1
    while index < end and tokens.words[index - 1] not in _ITEM_ENDS and tokens.gap(index) < TAB:
        index += 1
    return index


def _is_signed_short(tokens: Tokens, index: int, end: int) -> bool:
    """Tell a signature of one or two letters that fills its line: "S", "KB"."""
    return (
        len(tokens.words[index]) <= _SHORT
        and tokens.words[index].isupper()
        and (tokens.gap(index + 1) >= LINE or (index + 1 >= end and tokens.word(index + 1) != "."))
    )


def _is_of(tokens: Tokens, reading: Reading) -> bool:
    """Tell "gedeputeerde staten / van Zuiderland": nobody signs with a small particle first."""
    first, last = tokens.words[reading.start], tokens.words[reading.end - 1]
    return bool(tokens.traits[reading.start] & PARTICLE) and first.islower() and last[0].isupper()


def _is_signed_small(tokens: Tokens, index: int) -> bool:
    """Tell a first name without its capital that fills the line below a message: "san"."""
    word, traits = tokens.words[index], tokens.traits[index]
    is_name = traits & (FIRST | FIRST_MAYBE) or len(word) <= _SHORT + 1
    barred = traits & (STOP | ORDINARY | PARTICLE)
    is_alone = tokens.gap(index) >= LINE and tokens.gap(index + 1) >= LINE
    return is_alone and word.isalpha() and word.islower() and bool(is_name) and not barred


def _score(reading: Reading, region: Region) -> float:
    """Return what a region says of a reading: less for a single word nobody bears as a name."""
    if region.source == "name.bracket":
        return _SINGLE.get(reading.form, region.score if reading.form[0] in "fi" else 0.0)
    if reading.is_known or "i" in reading.form:
        return region.score
    if (
        reading.form in ("o", "uu", "pu", "uo", "oo", "ou", "uuu")
        and region.source != "name.speaker"
    ):
        return max(region.unknown, _BORNE)
    return region.unknown
