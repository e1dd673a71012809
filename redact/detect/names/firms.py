"""Firms, ships, rooms and animals that bear a person's name: where and between what they stand."""

from bisect import bisect_right
from functools import lru_cache
from itertools import chain
from operator import itemgetter

import regex

from redact.detect.columns import cells_under, rows_of_cells
from redact.detect.names.claims import Claim
from redact.detect.names.lexicon import (
    ABBREVIATION,
    CAPITAL,
    FIRST,
    FIRST_MAYBE,
    INITIALS,
    LETTER,
    ORDINARY,
    PARTICLE,
    STOP,
    SURNAME,
    UNUSUAL,
    word_set,
)
from redact.detect.names.regions import CELL_START
from redact.detect.names.titles import is_job
from redact.detect.names.tokens import SPACE, Tokens

_BROTHERS = frozenset(
    {"Gebr", "Gebr.", "Gebroeders", "Gebrs", "GEBR", "GEBR.", "GEBROEDERS", "Gezusters"}
)
_HOUSES = frozenset({"Huis", "Huize", "Kamers", "Zalen", "Zaal", "Kamer", "Gemaal"})
_SONS = frozenset({"zn", "zonen", "co", "zoon", "dochters", "partners"})
_BY_SURNAME = frozenset(
    {"name.form", "name.bare", "name.surname", "name.contact", "name.strangers", "name.model"}
)
_QUOTES = frozenset("*_'\"‘“„")
_HOUSES_AFTER = frozenset(
    {"Gymnasium", "Lyceum", "College", "Museum", "Quartet", "Kwartet", "Orkest"}
)
_ABROAD = frozenset(
    {"Road", "Street", "Avenue", "Alley", "Square", "Clinic", "House", "Hall", "Lane"}
)
_DIGIT = regex.compile(r"\d")
_FEW = 3
_REACH = 4
_THINGS = regex.compile(
    CELL_START
    + r"(?i:schip|schepen|scheepsnaam|boot|vaartuig|woonboot|dier|hond|paard|project|projectnaam"
    r"|product|systeem|applicatie|software|locatie|zaal|ruimte|lokaal|school|basisschool|straat|straatnaam|gebouw"
    r"|object|club|vereniging|team|merk|titel|boek|film)"
)
_TELLING = frozenset(
    {"name.label", "name.called", "name.family", "name.role", "name.column", "name.model"}
)


def is_firm(tokens: Tokens, claim: Claim) -> bool:
    """Tell a claim that names a firm, a ship, a room or an animal, or heads a column."""
    return (
        _is_of_brothers(tokens, claim)
        or _has_sons(tokens, claim)
        or _is_in_trade(tokens, claim)
        or _is_partner(tokens, claim)
        or _is_entitled(tokens, claim)
        or _is_christened(tokens, claim)
        or _is_in_thing_cell(tokens, claim)
    )


def _is_of_brothers(tokens: Tokens, claim: Claim) -> bool:
    """Tell "Gebr. Koster": brothers with a capital are a firm, "de gebroeders Koster" are not."""
    before = claim.start - 1
    before -= tokens.word(before) == "."
    return tokens.word(before) in _BROTHERS or (
        tokens.word(before) in _HOUSES and not tokens.traits[claim.start] & INITIALS
    )


def _has_sons(tokens: Tokens, claim: Claim) -> bool:
    """Tell "Koster & Zn." and "Jansen en Zonen", and the "Zn." itself."""
    links, after = tokens.word(claim.end), tokens.word(claim.end + 1).casefold().rstrip(".")
    is_plural = links in ("&", "en", "+") and after in _SONS
    has_capital = tokens.word(claim.end + 1)[:1].isupper() or links == "&"
    return (is_plural and has_capital) or tokens.words[claim.start] in ("Zn", "Zn.")


def _is_in_trade(tokens: Tokens, claim: Claim) -> bool:
    """Tell "Peeters Touringcars": a surname by itself, then a capital that is no name's."""
    index = claim.end
    named = INITIALS | LETTER | FIRST | FIRST_MAYBE
    if claim.source not in _BY_SURNAME or tokens.traits[claim.start] & named & ~PARTICLE:
        return False
    if index >= len(tokens) or tokens.gap(index) != SPACE or not tokens.traits[index] & CAPITAL:
        return False
    word, traits = tokens.words[index], tokens.traits[index]
    is_name = traits & (FIRST | FIRST_MAYBE | SURNAME | STOP | PARTICLE | ABBREVIATION)
    return not is_name and not is_job(word) and word.casefold() not in word_set("portfolios")


def _is_partner(tokens: Tokens, claim: Claim) -> bool:
    """Tell "Rosenthal" in "bureau Vander Velde & Rosenthal"."""
    index = claim.start - 1
    if tokens.word(index) not in ("&", "/") or tokens.traits[claim.start] & (INITIALS | LETTER):
        return False
    before = (tokens.word(k).casefold() for k in range(max(0, index - _REACH), index))
    return not word_set("things_before").isdisjoint(before)


def _is_entitled(tokens: Tokens, claim: Claim) -> bool:
    """Tell "De Goede Hoop" and "Willem Lodewijk Gymnasium"."""
    last, index = tokens.words[claim.end - 1], claim.end
    if last in _HOUSES_AFTER and claim.end > claim.start + 1:
        return True
    if tokens.word(index) in _ABROAD and tokens.gap(index) == SPACE:
        return True
    if tokens.words[claim.start] not in ("De", "Het") or index >= len(tokens):
        return False
    traits = tokens.traits[index]
    return tokens.joined(index) and bool(traits & CAPITAL and traits & (ORDINARY | UNUSUAL))


def _is_christened(tokens: Tokens, claim: Claim) -> bool:
    """Tell "de ‘Marie Curie’" and "de Johanna Hendrika": a full name behind an article."""
    is_full = claim.end > claim.start + 1 and tokens.traits[claim.start] & FIRST
    if not is_full or claim.source not in ("name.form", "name.historic"):
        return False
    before = tokens.word(claim.start - 1)
    is_quoted = before in _QUOTES
    article = tokens.word(claim.start - 1 - is_quoted)
    if not is_quoted and not tokens.traits[claim.end - 1] & FIRST:
        return False
    return article in ("de", "het", "De", "the", "The")


def _is_in_thing_cell(tokens: Tokens, claim: Claim) -> bool:
    place = tokens.starts[claim.start], tokens.ends[claim.end - 1]
    if "\t" not in tokens.text:
        return False
    cells = _thing_cells(tokens.text)
    cell = cells[max(0, bisect_right(cells, place[0], key=itemgetter(0)) - 1)] if cells else (0, 0)
    is_inside = cell[0] <= place[0] and place[1] <= cell[1]
    is_titled = claim.source == "name.title"  # "woonkamer familie Bruins" as a place
    if is_inside and not tokens.traits[claim.start] & INITIALS and not is_titled:
        return True
    is_single = claim.end == claim.start + 1 and not tokens.traits[claim.start] & FIRST
    return is_single and claim.source in _TELLING and place[0] in _heads(tokens.text)


@lru_cache(maxsize=1)
def _thing_cells(text: str) -> list[tuple[int, int]]:
    """Return the cells below a header such as "schip" or "zaal", in reading order."""
    return sorted(cells_under(text, _THINGS))


@lru_cache(maxsize=1)
def _heads(text: str) -> frozenset[int]:
    """Return where the cells of the first rows of tables begin."""
    tables = (table for table in rows_of_cells(text) if len(table) > 1 and len(table[0]) >= _FEW)
    rows = (table[0] for table in tables if not _DIGIT.search(text, *_edges(table[0])))
    return frozenset(start for start, _ in chain.from_iterable(rows))


def _edges(row: list[tuple[int, int]]) -> tuple[int, int]:
    return row[0][0], row[-1][1]
