"""Names whose first name and surname stand in two cells of a row, without a header that says so."""

from collections.abc import Iterator

from redact.detect.columns import Cell, tables
from redact.detect.names.claims import Claim
from redact.detect.names.lexicon import (
    ABBREVIATION,
    CAPITAL,
    COMMON,
    FIRST,
    FIRST_MAYBE,
    INITIALS,
    LETTER,
    PLACE,
    STOP,
    SURNAME,
    THING,
)
from redact.detect.names.particles import skip_particles
from redact.detect.names.tokens import Tokens

_FEWEST = 2
_REASON = "Een voornaam of voorletters en een achternaam in twee cellen naast elkaar."
_GIVEN, _SURNAME = "given", "surname"


def split_names(tokens: Tokens) -> Iterator[Claim]:
    """Yield both halves of the names in two columns beside each other, in either order."""
    for table in tables(tokens.text):
        width = max(map(len, table))
        for column in range(width - 1):
            pairs = [(row[column], row[column + 1]) for row in table if len(row) > column + 1]
            for order in ((_GIVEN, _SURNAME), (_SURNAME, _GIVEN)):
                yield from _halves(tokens, pairs, order, len(table))


def _halves(
    tokens: Tokens, pairs: list[tuple[Cell, Cell]], order: tuple[str, str], rows: int
) -> Iterator[Claim]:
    """Yield the halves of a pair of columns if most rows hold a name that way."""
    found = [
        halves
        for pair in pairs
        if all(
            halves := [_half(tokens, cell, sort) for cell, sort in zip(pair, order, strict=True)]
        )
    ]
    if len(found) < _FEWEST or len(found) * 2 < rows:
        return
    for start, end in (half for halves in found for half in halves if half):
        yield Claim(start, end, 0.88, "name.split", _REASON)


def _half(tokens: Tokens, cell: Cell, sort: str) -> Cell | None:
    """Return the tokens of a cell that is nothing but a given name, or but a surname."""
    start, end = tokens.at(cell[0]), tokens.at(cell[1])
    if start >= end or cell[0] >= cell[1]:
        return None
    traits = tokens.traits[end - 1]
    if sort == _GIVEN:
        is_given = traits & (INITIALS | LETTER) or (
            traits & CAPITAL and traits & (FIRST | FIRST_MAYBE)
        )
        return (start, end) if end == start + 1 and is_given else None
    base = skip_particles(tokens, start)
    barred = STOP | THING | ABBREVIATION | (0 if traits & COMMON else PLACE)
    is_surname = base == end - 1 and traits & CAPITAL and traits & SURNAME and not traits & barred
    return (start, end) if is_surname else None
