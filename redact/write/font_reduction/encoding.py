"""Names of glyphs: which codes have them, and which of them mean something."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_PYTHON = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}


def names_of(
    font: "pikepdf.Object", built_in: Mapping[int, str], *, only_differences: bool = False
) -> dict[int, str]:
    """Return the name of the glyph of each code: of the encoding, or else of the program."""
    import pikepdf

    encoding = font.get("/Encoding")
    names = {} if only_differences else dict(built_in)
    if isinstance(encoding, pikepdf.Name):
        return names if only_differences else standard(str(encoding)) or names
    if not isinstance(encoding, pikepdf.Dictionary):
        return names
    if not only_differences and "/BaseEncoding" in encoding:
        names = standard(str(encoding.BaseEncoding)) or names
    elif not only_differences and not names:
        names = standard("/StandardEncoding")
    code = 0
    for part in encoding.get("/Differences") or ():
        if isinstance(part, pikepdf.Name):
            names[code] = str(part)[1:]
            code += 1
        else:
            code = int(part)
    return names


def standard(name: str) -> dict[int, str]:
    """Return an encoding that PDF knows by name; empty for others."""
    return dict(_standard(name))


@cache
def _standard(name: str) -> dict[int, str]:
    from fontTools.agl import UV2AGL
    from fontTools.encodings.StandardEncoding import StandardEncoding

    if name == "/StandardEncoding":
        return {c: n for c, n in enumerate(StandardEncoding) if n != ".notdef"}
    if name not in _PYTHON:
        return {}
    letters = {c: bytes([c]).decode(_PYTHON[name], "replace") for c in range(32, 256)}
    names = {c: UV2AGL[ord(letter)] for c, letter in letters.items() if ord(letter) in UV2AGL}
    if name == "/WinAnsiEncoding":
        names |= {0xA0: "space", 0xAD: "hyphen"}
    return names


def is_standard(names: Mapping[int, str]) -> bool:
    """Tell whether codes are those of a known encoding, and so say nothing of the document."""
    known = [_standard(name) for name in (*_PYTHON, "/StandardEncoding")]
    return all(any(table.get(code) == name for table in known) for code, name in names.items())


def neutral(names: Iterable[str], *, known: bool) -> dict[str, str]:
    """Return new names for glyphs, in this order, whose names mean nothing.

    `known` tells that the font says elsewhere what its codes mean; otherwise names stay, as a
    reader may make something of them.
    """
    from fontTools.agl import toUnicode

    odd = [name for name in dict.fromkeys(names) if name != ".notdef" and not toUnicode(name)]
    return {name: f"g{number}" for number, name in enumerate(odd, 1)} if known else {}


def differences(names: Mapping[int, str], base: "pikepdf.Object | None") -> "pikepdf.Object":
    """Return an encoding that gives these names to codes."""
    from pikepdf import Array, Dictionary, Name

    parts: list[object] = []
    after = -1
    for code, name in sorted(names.items()):
        parts += [Name(f"/{name}")] if code == after else [code, Name(f"/{name}")]
        after = code + 1
    encoding = Dictionary(Type=Name.Encoding, Differences=Array(parts))
    if base is not None:
        encoding.BaseEncoding = base
    return encoding
