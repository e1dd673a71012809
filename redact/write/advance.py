"""How far a string of a PDF font moves the pen: enough to know where a label belongs."""

from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pikepdf

_STANDARD = {
    "Courier": "cour",
    "Times-Bold": "tibo",
    "Times-BoldItalic": "tibi",
    "Times-Italic": "tiit",
    "Times": "tiro",
    "Helvetica-BoldOblique": "hebi",
    "Helvetica-Bold": "hebo",
    "Symbol": "symb",
    "ZapfDingbats": "zadb",
}
"""The fonts every PDF program has, by how their names begin, and PyMuPDF's names for them."""


class Advance(NamedTuple):
    """The widths of a font's codes, as a share of the size; one or two bytes make up a code."""

    widths: dict[int, float]
    other: float
    code_bytes: int

    def of(self, string: bytes) -> float:
        """Return the width of a string at size 1."""
        return sum(self.each(string))

    def each(self, string: bytes) -> "Iterable[float]":
        """Return the width of each code of a string at size 1."""
        codes: Iterable[int] = string
        if self.code_bytes > 1:
            codes = (high << 8 | low for high, low in zip(string[::2], string[1::2], strict=False))
        return map(self.widths.get, codes, repeat(self.other))


def advance_of(font: "pikepdf.Object") -> Advance:
    """Return the widths that a font dictionary gives."""
    kind = str(font.get("/Subtype"))
    if kind == "/Type0":
        return _composite(font["/DescendantFonts"][0])
    if "/Widths" not in font:
        return _standard(str(font.get("/BaseFont", "")).lstrip("/"))
    unit = float(font["/FontMatrix"][0]) if kind == "/Type3" else 0.001
    first = int(font.get("/FirstChar", 0))
    widths = {first + at: float(width) * unit for at, width in enumerate(_list(font["/Widths"]))}
    descriptor = font.get("/FontDescriptor")
    missing = float(descriptor.get("/MissingWidth", 0)) if descriptor is not None else 0.0
    return Advance(widths, missing * unit, 1)


def _list(array: "pikepdf.Object") -> list[Any]:
    return list(array.as_list())


def _composite(font: "pikepdf.Object") -> Advance:
    """Read /W: `first [width ...]` or `first last width`, over and over."""
    import pikepdf

    widths: dict[int, float] = {}
    parts = iter(_list(font["/W"]) if "/W" in font else [])
    for first in parts:
        second = next(parts)
        if not isinstance(second, pikepdf.Array):
            width = float(next(parts)) / 1000
            widths.update(dict.fromkeys(range(int(first), int(second) + 1), width))
        else:
            given = enumerate(_list(second), int(first))
            widths.update({code: float(width) / 1000 for code, width in given})
    return Advance(widths, float(font.get("/DW", 1000)) / 1000, 2)


@cache
def _standard(name: str) -> Advance:
    import pymupdf

    short = next((short for long, short in _STANDARD.items() if name.startswith(long)), "helv")
    font = pymupdf.Font(short)
    letters = {code: bytes([code]).decode("cp1252", "replace") for code in range(256)}
    widths = {code: font.glyph_advance(ord(letter)) for code, letter in letters.items()}
    return Advance(widths, 0.0, 1)
