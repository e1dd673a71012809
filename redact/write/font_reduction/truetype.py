"""TrueType programs: only the glyphs that are used, in an order that tells nothing."""

import io
import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_HINTS = ("cvt ", "fpgm", "prep", "gasp")
_NAMED = 0x20000
"""The version of the table of names that holds any."""

_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
"""Flags of a part of a composite glyph."""


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

        `order` gives the old glyph for each new one, or None for an empty one; parts of composite
        glyphs follow them. `tables` map codes to new glyphs.
        """
        all_ = self._with_parts(order)
        new = {old: number for number, old in reversed(list(enumerate(all_))) if old is not None}
        outlines = [b"" if old is None else self._placed(old, new) for old in all_]
        box = _box(outlines)
        parts = {tag: self._raw[tag] for tag in _HINTS if tag in self._raw}
        parts |= self._metrics(all_, box) | _glyphs(outlines)
        parts |= {"head": _head(self._raw["head"], box), "maxp": self._maxp(outlines)}
        labels = [
            names[old] if old is not None and old < len(names) else f"g{number}"
            for number, old in enumerate(all_)
        ]
        return _font(parts, labels, tables, named=bool(names)), box

    def _with_parts(self, order: Sequence[int | None]) -> list[int | None]:
        found, waiting = list(order), [old for old in order if old is not None]
        seen = set(waiting)
        while waiting:
            for _, part in _parts(self.outline(waiting.pop())):
                if part not in seen:
                    seen.add(part)
                    found.append(part)
                    waiting.append(part)
        return found

    def _placed(self, glyph: int, new: Mapping[int, int]) -> bytes:
        """Return an outline that finds its parts under their new numbers."""
        outline = bytearray(self.outline(glyph))
        for at, part in _parts(bytes(outline)):
            struct.pack_into(">H", outline, at, new[part])
        return bytes(outline)

    def _metrics(
        self, order: Sequence[int | None], box: tuple[int, int, int, int]
    ) -> dict[str, bytes]:
        rows = [(0, 0) if old is None else self.metrics(old) for old in order]
        head = bytearray(self._raw["hhea"])
        struct.pack_into(">Hhhh", head, 10, max(w for w, _ in rows), 0, 0, box[2])
        struct.pack_into(">H", head, 34, len(rows))
        return {"hhea": bytes(head), "hmtx": b"".join(struct.pack(">Hh", *row) for row in rows)}

    def _maxp(self, outlines: Sequence[bytes]) -> bytes:
        table = bytearray(self._raw["maxp"])
        struct.pack_into(">H", table, 4, len(outlines))
        return bytes(table)


def _numbered(cmap: Mapping[int, str]) -> dict[int, int]:
    return {code: int(name.removeprefix("glyph")) for code, name in cmap.items()}


def _parts(outline: bytes) -> Iterator[tuple[int, int]]:
    """Yield for each part of a composite glyph where its number stands, and the number."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:  # noqa: PLR2004
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", outline, at)
        yield at + 2, part
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _box(outlines: Sequence[bytes]) -> tuple[int, int, int, int]:
    boxes = [struct.unpack_from(">4h", outline, 2) for outline in outlines if len(outline) >= 10]  # noqa: PLR2004
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
        font["cmap"].tables = [_table(labels, *table) for table in tables]
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
