"""Addresses in the columns of a table and in the fields of a form, whatever they look like."""

from collections.abc import Iterator
from functools import cache

import regex

from redact.detect.address.place import place
from redact.detect.columns import cells_under, rows_of_cells
from redact.detect.match import Match
from redact.finding import Kind

DIGIT = regex.compile(r"\d")
_WHOSE = (
    r"(?:cliënte?|klant|betrokkene|bewoners?|melder|klager|aanvrager|patiënt|leerling|ouders?|moeder|"
    r"vader|huurder|werknemer|medewerker|indiener|reclamant|bezwaarmaker|inspreker|eigenaar|"
    r"verzoeker|belanghebbende|kind|partner|lid|deelnemer|privé|thuis)"
)
HEADER_HOME = regex.compile(
    r"(?i)\b(?:(?:(?:huidige?|oude?|vorige?|nieuwe?|laatste) )?(?:(?:woon|huis|thuis|priv[eé]|"
    r"verblijfs?|brief)-?adres|verblijf(?:plaats|adres)?)|"
    r"(?:huidige?|oude?|vorige?|nieuwe?|laatste) adres|"
    r"woonplaats|huis-?n(?:umme)?r\.?|"
    r"(?:postcode|pc)(?: ?(?:en|/|\+) ?(?:woon)?plaats)?|adres[ -]?(?:van (?:de )?)?"
    rf"{_WHOSE}|wonend(?:e)?(?: te| aan)?|woont(?: te| aan| op)?|naam(?: en|,| ?/) adres)"
    r"(?:[ \xa0]?\([^)\n\t]{1,30}\))?"
)
HEADER = regex.compile(
    r"(?i)\b(?:post|correspondentie)?adres(?:gegevens)?|\bstraat(?:naam)?[^\t|\n]*"
)
_STREET_HEADER = regex.compile(r"(?i)\bstraat(?:naam)?")
_PART_HEADER = regex.compile(
    r"(?i)\b(?:nr\.?|nummer|huis-?n(?:umme)?r\.?|toev(?:oeging)?\.?|pc|postcode|(?:woon)?plaats)"
)
_TOWN_FIELD = regex.compile(
    r"(?im)^[ \t•*|-]*woonplaats"
    r"(?:[ \xa0]*:[ \xa0\t]*|[ \xa0]+(?=\p{Lu}[\p{L}-]+, ))(?P<value>\p{L}[^\n\t|;:,]{2,40})"
)
_NAME = regex.compile(r"['’]?\p{Lu}[\p{L}.’' -]{3,40}|(?i:pb|postbus)\.?")
_FIELD = r"[ \xa0]*(?::[ \xa0\t]*|\t+|:?[ \xa0]*\n[ \xa0]*)"
"""What stands between the label of a field and what is filled in."""
_STREET_FIELD = regex.compile(
    r"(?im)^[ \t•*|-]*(?:straat(?:naam)?|(?:woon|huis)?adres)"
    r"(?P<both>(?: ?(?:en|/|\+|,|&) ?)(?:huis-?)?(?:nummer|nr)\.?)?"
    rf"{_FIELD}(?P<value>[\p{{L}}\d'’][^\n\t|;:]{{2,60}})"
)
_NEXT_FIELD = regex.compile(
    r"(?im)^[ \t•*|-]*(?:huis-?(?:nummer|nr)\.?|nr\.?|nummer|toev(?:oeging|\.)?|postcode|pc|"
    rf"woonplaats|plaats|postcode(?: ?(?:en|/|\+|&) ?)(?:woon)?plaats){_FIELD}"
    r"(?P<value>[\p{L}\d'’][^\n\t|;:]{0,60})"
)
_REACH = 200
_PAIR = 2


def below_home(text: str) -> Iterator[Match]:
    """Yield table cells below 'Woonadres', 'Postcode' and the like."""
    labels = _labels(text)
    for start, end in cells_under(text, HEADER_HOME):
        if start in labels and not DIGIT.search(text, start, end):
            continue
        if DIGIT.search(text, start, end) or _place().fullmatch(text, start, end):
            reason = "Staat in een tabel onder 'woonadres', 'postcode' of 'woonplaats'."
            yield Match(_opened(text, start), end, Kind.ADDRESS, 0.88, "address.column", reason)


def _labels(text: str) -> frozenset[int]:
    """Return where the first cells of a table of two columns begin: labels, nobody's address."""
    return frozenset(
        row[0][0]
        for table in rows_of_cells(text)
        if all(len(row) <= _PAIR for row in table)
        for row in table
    )


def below_address(text: str) -> Iterator[Match]:
    """Yield table cells below 'Adres' that hold something else than an e-mail address."""
    streets = {start for start, _ in cells_under(text, _STREET_HEADER)}
    for start, end in cells_under(text, HEADER):
        is_street = start in streets and _NAME.fullmatch(text, start, end)
        if "@" not in text[start:end] and (DIGIT.search(text, start, end) or is_street):
            reason = "Staat in een tabel onder 'adres' of 'straat': is het een woonadres?"
            yield Match(start, end, Kind.ADDRESS, 0.75, "address.column", reason)


def beside_streets(text: str) -> Iterator[Match]:
    """Yield the numbers and places in a table with a column of streets."""
    if not any(cells_under(text, _STREET_HEADER)):
        return
    for start, end in cells_under(text, _PART_HEADER):
        reason = "Staat in een tabel met straten onder 'nr', 'postcode' of 'plaats'."
        yield Match(_opened(text, start), end, Kind.ADDRESS, 0.75, "address.column", reason)


def _opened(text: str, start: int) -> int:
    """Return where a cell begins, the apostrophe of 's-Heerenberg included."""
    return start - 1 if text[start - 1 : start] in {"'", "’", "‘"} else start


def in_fields(text: str) -> Iterator[Match]:
    """Yield what is filled in behind 'Straat:' and, soon after it, 'Huisnummer:' and 'Plaats:'."""
    for street in _STREET_FIELD.finditer(text):
        reason = "Ingevuld achter 'straat', 'huisnummer', 'postcode' of 'plaats'."
        if street["both"] or _NEXT_FIELD.search(text, street.end(), street.end() + _REACH):
            yield Match(*_span(street), Kind.ADDRESS, 0.88, "address.field", reason)
            for field in _NEXT_FIELD.finditer(text, street.end(), street.end() + _REACH):
                yield Match(*_span(field), Kind.ADDRESS, 0.88, "address.field", reason)


def towns(text: str) -> Iterator[Match]:
    """Yield what is filled in behind 'Woonplaats:'."""
    for town in _TOWN_FIELD.finditer(text):
        reason = "Ingevuld achter 'woonplaats'."
        yield Match(*_span(town), Kind.ADDRESS, 0.7, "address.field", reason)


def _span(found: regex.Match[str]) -> tuple[int, int]:
    start = found.start("value")
    return start, start + len(found["value"].rstrip(" ,."))


@cache
def _place() -> regex.Pattern[str]:
    return regex.compile(place())
