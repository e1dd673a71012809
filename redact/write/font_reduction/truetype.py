"""TrueType programs: only the glyphs that are used, in an order that tells nothing."""

import io
import struct
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

_HINTS = ("cvt ", "fpgm", "prep", "gasp")
_NAMED = 0x20000
"""The version of the table of names that holds any."""

_HEADER = 10
"""Bytes before the points of a glyph; the first two count its contours, below 0 for a composite."""

_PARTS_END = 32
"""Bytes of the table of largest numbers; the last four tell of parts."""

_OVERLAPS = 0x40
"""Flag of the first point of a glyph whose contours may lie over each other."""


class TrueType:
    """A TrueType program, its glyphs by number."""

    def __init__(self, program: bytes) -> None:
        from fontTools.ttLib import TTFont

        self.font: Any = TTFont(io.BytesIO(program), lazy=True, fontNumber=0)
        raw = self.font.reader
        self._raw = raw
        long = struct.unpack_from(">h", raw["head"], 50)[0]
        self.units: int = struct.unpack_from(">H", raw["head"], 18)[0] or 1000
        self.count: int = struct.unpack_from(">H", raw["maxp"], 4)[0]
        loca = raw["loca"]
        size = min(self.count + 1, len(loca) // (4 if long else 2))
        self._at = [
            at if long else 2 * at
            for at in struct.unpack_from(f">{size}{'I' if long else 'H'}", loca)
        ]
        self._glyf = raw["glyf"]
        self.font.setGlyphOrder([f"glyph{number}" for number in range(self.count)])

    def outline(self, glyph: int) -> bytes:
        """Return what draws a glyph; nothing where the program has none."""
        if not 0 <= glyph < len(self._at) - 1:
            return b""
        start, end = self._at[glyph : glyph + 2]
        if end < start:  # a program made by leaving out: up to whatever follows
            end = min((at for at in self._at if at > start), default=len(self._glyf))
        return bytes(self._glyf[start:end])

    @cached_property
    def _outlines(self) -> Any:  # noqa: ANN401  of fontTools
        """The glyphs as fontTools looks for parts; what it reads itself must be without a flaw."""
        from fontTools.ttLib.tables._g_l_y_f import Glyph, table__g_l_y_f

        table = table__g_l_y_f()
        table.setGlyphOrder(self.font.getGlyphOrder())
        table.glyphs = {
            name: Glyph(self.outline(number)) for number, name in enumerate(table.glyphOrder)
        }
        return table

    def tables(self) -> list[tuple[int, int, dict[int, int]]]:
        """Return the tables from codes to glyphs, each with its platform and encoding."""
        if "cmap" not in self.font:
            return []
        return [
            (table.platformID, table.platEncID, _numbered(table.cmap))
            for table in self.font["cmap"].tables
            if table.format != 14  # noqa: PLR2004  variants, no codes
        ]

    def names(self) -> list[str]:
        """Return the names of the glyphs, if the program has any."""
        from fontTools.ttLib import TTFont

        if "post" not in self.font or struct.unpack_from(">I", self._raw["post"])[0] != _NAMED:
            return []
        plain = TTFont(self.font.reader.file, lazy=True)
        return list(plain["post"].glyphOrder or [])

    def metrics(self, glyph: int) -> tuple[int, int]:
        """Return the width and left side bearing of a glyph."""
        data = self._raw["hmtx"]
        full = struct.unpack_from(">H", self._raw["hhea"], 34)[0]
        if glyph < full:
            width, bearing = struct.unpack_from(">Hh", data, 4 * glyph)
            return width, bearing
        width = struct.unpack_from(">H", data, 4 * (full - 1))[0]
        at = 4 * full + 2 * (glyph - full)
        return width, struct.unpack_from(">h", data, at)[0] if at + 2 <= len(data) else 0

    def reduced(
        self,
        order: Sequence[int | None],
        tables: Sequence[tuple[int, int, Mapping[int, int]]] = (),
        names: Sequence[str] = (),
    ) -> tuple[bytes, tuple[int, int, int, int]]:
        """Return a program with these glyphs, and the box of all of them in font units.

        `order` gives the old glyph for each new one, or None for an empty one. `tables` map codes
        to new glyphs. Composite glyphs become plain ones: their parts may be letters that no page
        shows.
        """
        outlines = [b"" if old is None else self._plain(old) for old in order]
        box = _box(outlines)
        parts = {tag: self._raw[tag] for tag in _HINTS if tag in self._raw}
        parts |= self._metrics(order, box) | _glyphs(outlines)
        parts |= {"head": _head(self._raw["head"], box), "maxp": self._maxp(outlines)}
        labels = [
            names[old] if old is not None and old < len(names) else f"g{number}"
            for number, old in enumerate(order)
        ]
        return _font(parts, labels, tables, named=bool(names)), box

    def _plain(self, glyph: int) -> bytes:
        """Return an outline of its own, put together where it is made of parts."""
        outline = self.outline(glyph)
        if len(outline) < _HEADER or struct.unpack_from(">h", outline)[0] >= 0:
            return outline
        from fontTools.ttLib.tables._g_l_y_f import Glyph
        from fontTools.ttLib.tables.ttProgram import Program

        table = self._outlines
        points, ends, flags = table[f"glyph{glyph}"].getCoordinates(table)
        if not len(ends):
            return b""
        flags[0] |= _OVERLAPS
        plain = Glyph()
        plain.numberOfContours, plain.endPtsOfContours = len(ends), list(ends)
        plain.coordinates, plain.flags, plain.program = points, flags, Program()
        plain.program.fromBytecode(b"")
        plain.coordinates.toInt()
        plain.recalcBounds(table)
        return bytes(plain.compile(table, recalcBBoxes=False, optimizeSize=True))

    def _metrics(
        self, order: Sequence[int | None], box: tuple[int, int, int, int]
    ) -> dict[str, bytes]:
        rows = [(0, 0) if old is None else self.metrics(old) for old in order]
        head = bytearray(self._raw["hhea"])
        struct.pack_into(">Hhhh", head, 10, max(w for w, _ in rows), 0, 0, box[2])
        struct.pack_into(">H", head, 34, len(rows))
        return {"hhea": bytes(head), "hmtx": b"".join(struct.pack(">Hh", *row) for row in rows)}

    def _maxp(self, outlines: Sequence[bytes]) -> bytes:
        """Return the table of largest numbers, for plain glyphs made of composite ones too."""
        table = bytearray(self._raw["maxp"])
        struct.pack_into(">H", table, 4, len(outlines))
        if len(table) >= _PARTS_END:
            points, contours, part_points, part_contours = struct.unpack_from(">4H", table, 6)
            largest = max(points, part_points), max(contours, part_contours)
            struct.pack_into(">4H", table, 6, *largest, 0, 0)
            struct.pack_into(">2H", table, _PARTS_END - 4, 0, 0)
        return bytes(table)


def _numbered(cmap: Mapping[int, str]) -> dict[int, int]:
    return {code: int(name.removeprefix("glyph")) for code, name in cmap.items()}


def _box(outlines: Sequence[bytes]) -> tuple[int, int, int, int]:
    boxes = [
        struct.unpack_from(">4h", outline, 2) for outline in outlines if len(outline) >= _HEADER
    ]
    if not boxes:
        return 0, 0, 0, 0
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _glyphs(outlines: Sequence[bytes]) -> dict[str, bytes]:
    padded = [outline + b"\0" * (-len(outline) % 4) for outline in outlines]
    at = [0]
    for outline in padded:
        at.append(at[-1] + len(outline))
    return {"glyf": b"".join(padded), "loca": struct.pack(f">{len(at)}I", *at)}


def _head(table: bytes, box: tuple[int, int, int, int]) -> bytes:
    """Return the table with long offsets, no dates, and this box."""
    head = bytearray(table)
    struct.pack_into(">16x4h", head, 20, *box)
    struct.pack_into(">h", head, 50, 1)
    return bytes(head)


def _font(
    parts: Mapping[str, bytes],
    labels: Sequence[str],
    tables: Sequence[tuple[int, int, Mapping[int, int]]],
    *,
    named: bool,
) -> bytes:
    from fontTools.ttLib import TTFont, newTable
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    font: Any = TTFont(recalcBBoxes=False, recalcTimestamp=False)
    font.setGlyphOrder(list(labels))
    for tag, data in parts.items():
        font[tag] = DefaultTable(tag)
        font[tag].data = data
    if tables:
        font["cmap"] = newTable("cmap")
        font["cmap"].tableVersion = 0
        once = {(platform, encoding): glyphs for platform, encoding, glyphs in tables}
        font["cmap"].tables = [_table(labels, *key, glyphs) for key, glyphs in once.items()]
    if named:
        font["post"] = DefaultTable("post")
        font["post"].data = _post(labels)
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def _post(labels: Sequence[str]) -> bytes:
    """Return the table of names: format 2, none of them by its number in a list."""
    start = 258  # names of our own follow those that every reader knows
    numbers = struct.pack(f">{len(labels)}H", *range(start, start + len(labels)))
    names = b"".join(bytes([len(label)]) + label.encode("latin-1") for label in labels)
    return struct.pack(">I28xH", _NAMED, len(labels)) + numbers + names


def _table(labels: Sequence[str], platform: int, encoding: int, glyphs: Mapping[int, int]) -> Any:  # noqa: ANN401  a subtable of fontTools
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

    wide = max(glyphs, default=0) > 0xFFFF  # noqa: PLR2004  beyond the basic plane
    table = CmapSubtable.newSubtable(0 if platform == 1 else 12 if wide else 4)
    table.platformID, table.platEncID, table.language = platform, encoding, 0
    table.cmap = {code: labels[glyph] for code, glyph in glyphs.items()}
    return table
