"""CFF programs: only the glyphs that are used, in an order that tells nothing."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

_ABOUT = ("Notice", "Copyright", "FullName", "FamilyName", "Weight", "version", "UniqueID", "XUID")
_NAME = "Embedded"
_UNIT = [1, 0, 0, 1, 0, 0]
_PARTS = 4
"""Operands of `endchar` from which on it draws two other glyphs."""


class Cff:
    """A CFF program, its glyphs by number."""

    def __init__(self, program: bytes) -> None:
        from fontTools.cffLib import CFFFontSet
        from fontTools.ttLib import TTFont

        if program[:4] == b"OTTO":
            program = TTFont(io.BytesIO(program), lazy=True).reader["CFF "]
        self._set = CFFFontSet()
        self._set.decompile(io.BytesIO(program), None)
        self._top = self._set[0]
        self._glyphs: list[str] = list(self._top.charset)
        self.keyed = hasattr(self._top, "ROS")

    @property
    def names(self) -> list[str]:
        """The names of the glyphs; of a program keyed by CID, `cid` and the number."""
        return self._glyphs

    @property
    def scale(self) -> float:
        """Thousandths of the size in one unit of the program."""
        return float(getattr(self._top, "FontMatrix", [0.001])[0]) * 1000

    def cids(self) -> dict[int, int]:
        """Return the glyph of each CID."""
        if not self.keyed:
            return {number: number for number in range(len(self._glyphs))}
        numbers = enumerate(self._glyphs)
        return {0 if name == ".notdef" else int(name[3:]): number for number, name in numbers}

    def encoding(self) -> dict[int, str]:
        """Return the name of the glyph of each code, as the program itself has it."""
        from fontTools.encodings.StandardEncoding import StandardEncoding

        given = getattr(self._top, "Encoding", "StandardEncoding")
        if isinstance(given, str):
            given = StandardEncoding if given == "StandardEncoding" else []
        return {code: name for code, name in enumerate(given) if name and name != ".notdef"}

    def outline(self, glyph: int) -> bytes:
        """Return what tells a glyph from others: how it is drawn, without subroutines."""
        if not 0 <= glyph < len(self._glyphs):
            return b""
        return repr(self._program(glyph)).encode()

    def _program(self, glyph: int) -> list[Any]:
        program: list[Any] = _flat(self._charstring(glyph)).program
        return program

    def _charstring(self, glyph: int) -> Any:  # noqa: ANN401  of fontTools
        return self._top.CharStrings[self._glyphs[glyph]]

    def reduced(
        self, order: Sequence[int | None], names: Sequence[str], encoding: Mapping[int, str]
    ) -> tuple[bytes, tuple[int, int, int, int]]:
        """Return a program with these glyphs under these names, and the box of all of them.

        `order` gives the old glyph for each new one, or None for an empty one.
        """
        from fontTools.ttLib import TTFont

        order, names = self._with_parts(order, names)
        charstrings = [self._copied(old) for old in order]
        box = _box(charstrings)
        self._fill(charstrings, order, names)
        self._describe(box, encoding)
        out = io.BytesIO()
        self._set.compile(out, TTFont(recalcBBoxes=False))
        return out.getvalue(), box

    def _with_parts(
        self, order: Sequence[int | None], names: Sequence[str]
    ) -> tuple[list[int | None], list[str]]:
        """Add the letters and accents that composite glyphs are drawn with."""
        from fontTools.encodings.StandardEncoding import StandardEncoding

        found, labels = list(order), list(names)
        for old in order:
            program = self._program(old) if old is not None and not self.keyed else []
            if len(program) > _PARTS and program[-1] == "endchar":
                parts = program[-3:-1]
                for name in (StandardEncoding[int(code)] for code in parts if _is_code(code)):
                    if name in self._glyphs and name not in labels and len(program) <= _PARTS + 2:
                        found.append(self._glyphs.index(name))
                        labels.append(name)
        return found, labels

    def _copied(self, old: int | None) -> Any:  # noqa: ANN401
        from fontTools.misc.psCharStrings import T2CharString

        first = self._charstring(0)
        if old is None:
            return T2CharString(program=["endchar"], private=first.private, globalSubrs=[])
        given = self._charstring(old)
        return T2CharString(program=self._program(old), private=given.private, globalSubrs=[])

    def _fill(
        self, charstrings: Sequence[Any], order: Sequence[int | None], names: Sequence[str]
    ) -> None:
        """Put the charstrings in the place of those that were there."""
        top, holder = self._top, self._top.CharStrings
        if hasattr(top, "FDSelect"):
            old = top.FDSelect.gidArray
            top.FDSelect.gidArray = [old[number or 0] for number in order]
            top.FDSelect.format = None
            top.FDSelect.file = None
        holder.charStringsAreIndexed = True
        index = holder.charStringsIndex
        index.items = list(charstrings)
        for left in ("file", "offsets"):
            if hasattr(index, left):
                delattr(index, left)
        holder.charStrings = {name: number for number, name in enumerate(names)}
        top.charset = list(names)
        top.numGlyphs = len(names)

    def _describe(self, box: tuple[int, int, int, int], encoding: Mapping[int, str]) -> None:
        """Drop what tells of the font it came from, and what other glyphs left."""
        top = self._top
        self._set.fontNames = [_NAME]
        for key in _ABOUT:
            top.rawDict.pop(key, None)
            if hasattr(top, key):
                delattr(top, key)
        top.FontBBox = list(box)
        top.GlobalSubrs.items = []
        self._set.GlobalSubrs.items = []
        for part in getattr(top, "FDArray", None) or [top]:
            if part.rawDict.get("FontMatrix") == _UNIT and self.scale == 1:
                del part.rawDict["FontMatrix"]  # fontTools drops its other half
                part.__dict__.pop("FontMatrix", None)
            if hasattr(part, "FontName"):
                part.FontName = _NAME
            if hasattr(part.Private, "Subrs"):
                del part.Private.Subrs
                part.Private.rawDict.pop("Subrs", None)
        if not self.keyed:
            top.Encoding = [encoding.get(code, ".notdef") for code in range(256)]


def _is_code(value: Any) -> bool:  # noqa: ANN401  an operand or an operator
    return isinstance(value, int) and 0 <= value < 256  # noqa: PLR2004


def _flat(charstring: Any) -> Any:  # noqa: ANN401  of fontTools
    """Return a charstring without subroutines."""
    from fontTools.cffLib.transforms import desubroutinizeCharString

    charstring.decompile()
    if any(step in {"callsubr", "callgsubr"} for step in charstring.program):
        desubroutinizeCharString(charstring)
    return charstring


def _box(charstrings: Sequence[Any]) -> tuple[int, int, int, int]:
    """Return the box of the glyphs, in whole units."""
    boxes = [box for box in (charstring.calcBounds(None) for charstring in charstrings) if box]
    if not boxes:
        return 0, 0, 0, 0
    left, bottom, right, top = zip(*boxes, strict=True)
    return int(min(left)), int(min(bottom)), int(max(right)) + 1, int(max(top)) + 1
