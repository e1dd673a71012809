"""TrueType programs in fonts with codes of one byte."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from redact.write.font_reduction.encoding import names_of, standard
from redact.write.font_reduction.order import may_move, ordered, single_bytes
from redact.write.font_reduction.truetype import TrueType
from redact.write.font_reduction.use import Recode, Use

if TYPE_CHECKING:
    import pikepdf

_BASES = (0, 0xF000, 0xF100, 0xF200)
"""What a symbol font may add to a code."""

_MAC = (1, 0)
_DIRECT = (_MAC, (3, 0))
"""Platform and encoding of tables that are asked for the code itself."""

_SYMBOLIC = 4


def reduce_truetype(
    data: bytes, use: Use, texts: Mapping[int, str]
) -> tuple[bytes, list[float], Recode]:
    """Return the program with the glyphs that are used, their box, and what the codes become.

    Codes that only number glyphs are numbered anew; those of a known encoding stay.
    """
    font = TrueType(data)
    tables, labels = font.tables(), font.names()
    named = "/Encoding" in use.font or not _is_symbolic(use.font)
    keys = {code: _keys(use, code, tables, named=named) for code in use.codes}
    glyphs = {code: [tables[table][2][key] for table, key in keys[code]] for code in use.codes}
    if named:
        by_name = {label: number for number, label in enumerate(labels)}
        for code, name in names_of(use.font, {}).items():
            if code in glyphs and name in by_name:
                glyphs[code].append(by_name[name])

    def looks(code: int) -> bytes:
        return b"".join(map(font.outline, glyphs[code]))

    codes = ordered(use.codes, texts, looks)
    direct = all(any(tables[t][:2] in _DIRECT for t, _ in keys[c]) for c in codes if looks(c))
    moved = direct and not named and not use.fixed and may_move(use.codes, texts)
    recode = single_bytes(codes) if moved else {code: code for code in codes}
    order = list(dict.fromkeys([0, *(glyph for code in codes for glyph in glyphs[code])]))
    new = {old: number for number, old in enumerate(order)}
    written: list[tuple[int, int, dict[int, int]]] = [(p, e, {}) for p, e, _ in tables]
    for code in codes:
        for table, key in keys[code]:
            if not moved or tables[table][:2] in _DIRECT:
                written[table][2][key + recode[code] - code] = new[tables[table][2][key]]
    program, box = font.reduced(order, [t for t in written if t[2]], labels if named else ())
    return program, [edge * 1000 / font.units for edge in box], recode


def _is_symbolic(font: "pikepdf.Object") -> bool:
    return bool(int(font.FontDescriptor.get("/Flags", 0)) & _SYMBOLIC)


def _keys(
    use: Use, code: int, tables: list[tuple[int, int, dict[int, int]]], *, named: bool
) -> list[tuple[int, int]]:
    """Return every entry, a table's number and a key, by which some reader finds a code."""
    found = [
        (number, base + code)
        for number, (_, _, table) in enumerate(tables)
        for base in _BASES
        if base + code in table
    ]
    if named:
        found += _by_name(names_of(use.font, standard("/StandardEncoding")).get(code, ""), tables)
    return list(dict.fromkeys(found))


def _by_name(name: str, tables: list[tuple[int, int, dict[int, int]]]) -> list[tuple[int, int]]:
    """Return the entries that the name of a glyph leads to."""
    from fontTools.agl import toUnicode

    text = toUnicode(name) if name else ""
    mac = {label: code for code, label in standard("/MacRomanEncoding").items()}
    found = []
    for number, (platform, encoding, table) in enumerate(tables):
        key = (
            mac.get(name) if (platform, encoding) == _MAC else ord(text) if len(text) == 1 else None
        )
        if key is not None and key in table:
            found.append((number, key))
    return found
