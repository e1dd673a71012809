"""Letters that a font of few letters knows and no page shows: they were shown once."""

import re
import string
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pikepdf

from tests.channels.probe.fold import Secret
from tests.channels.probe.objects import content_of, objects, opened, written_as

_TAG = re.compile(r"/[A-Z]{6}\+")
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)")
_SHOWING = {"Tj", "TJ", "'", '"'}


@dataclass(frozen=True)
class Known:
    """What one part of a font knows: codes, or letters where it speaks of those."""

    codes: frozenset[int] = frozenset()
    letters: frozenset[str] = frozenset()


def in_fonts(data: bytes, secret: Secret) -> bool:
    """Tell whether a font that was cut to its letters still has those of the name alone."""
    with opened(data) as pdf:
        if pdf is None:
            return False
        used = used_codes(pdf)
        return any(_tells(font, used.get(_key(font), set()), secret) for font in _fonts(pdf))


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for thing in objects(pdf):
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
            whole = "CIDFont" not in str(thing.get("/Subtype"))
            if whole and "/BaseFont" in thing and _TAG.match(written_as(thing.BaseFont)):
                yield thing


def _tells(font: Any, used: set[int], secret: Secret) -> bool:
    """Tell whether some part of a font knows the letters of the name that no page shows.

    A part that knows every letter of the alphabet tells nothing.
    """
    letters = _letters(font)
    shown = {letters.get(code, "") for code in used}
    alone = set(secret.name) - shown
    if not alone:
        return False
    for known in _parts(font, letters):
        named = known.letters | {letters[code] for code in known.codes if code in letters}
        nameless = {code for code in known.codes - used if code not in letters}
        silent = set(string.ascii_letters) - shown - named - alone
        if silent and (alone & (named - shown) or (nameless and not known.letters)):
            return True
    return False


def _letters(font: Any) -> dict[int, str]:
    """Return the letter of each code that the font gives one."""
    names = {"space": " ", "period": "."}
    if "/ToUnicode" in font:
        return _mapped(content_of(font.ToUnicode))
    found = {code: bytes([code]).decode("cp1252", "ignore") for code in range(256)}
    for code, name in _differences(font):
        found[code] = names.get(name, name if len(name) == 1 else "")
    return found if "/DescendantFonts" not in font else {}


def _mapped(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, body in _BLOCK.findall(cmap):
        numbers = [re.sub(rb"\s", b"", code) for code, _ in _CODE.findall(body)]
        step = 2 if kind == b"char" else 3
        for entry in zip(*(numbers[at::step] for at in range(step)), strict=False):
            first, last, text = (
                (*entry[:1], *entry[-2:]) if step == 3 else (entry[0], entry[0], entry[1])
            )
            for code in range(int(first, 16), int(last, 16) + 1):
                moved = int(text[-4:] or b"0", 16) + code - int(first, 16)
                raw = bytes.fromhex(text[:-4].decode()) + moved.to_bytes(4, "big")[-2:]
                found[code] = raw.decode("utf-16-be", "replace")
    return found


def _differences(font: Any) -> Iterator[tuple[int, str]]:
    encoding = font.get("/Encoding")
    code = 0
    for thing in (
        encoding.get("/Differences", []) if isinstance(encoding, pikepdf.Dictionary) else ()
    ):
        if isinstance(thing, pikepdf.Name):
            yield code, written_as(thing)[1:]
            code += 1
        else:
            code = int(thing)


def _parts(font: Any, letters: dict[int, str]) -> Iterator[Known]:
    """Yield what each part of a font knows."""
    if "/ToUnicode" in font:
        yield Known(frozenset(letters))
    if "/DescendantFonts" in font:
        yield from _composite_parts(font.DescendantFonts[0])
        return
    descriptor = font.get("/FontDescriptor") or {}
    different = list(_differences(font))
    yield Known(frozenset(code for code, _ in different))
    if "/CharProcs" in font:
        drawn = set(font.CharProcs.keys())
        yield Known(frozenset(code for code, name in different if f"/{name}" in drawn))
        named = {name for _, name in different}
        yield Known(letters=frozenset(name[1:] for name in drawn if name[1:] not in named))
    widths, first = (
        [float(width) for width in font.get("/Widths", [])],
        int(font.get("/FirstChar", 0)),
    )
    yield Known(frozenset(first + at for at, width in enumerate(widths) if width))
    names = str(descriptor.get("/CharSet", "")).split("/")
    yield Known(letters=frozenset(name for name in names if len(name) == 1))


def _composite_parts(font: Any) -> Iterator[Known]:
    descriptor = font.get("/FontDescriptor") or {}
    yield Known(frozenset(_listed(font.get("/W", []))) - {0})
    if "/CIDSet" in descriptor:
        bits = content_of(descriptor.CIDSet)
        yield Known(
            frozenset(n for n in range(8 * len(bits)) if bits[n // 8] >> (7 - n % 8) & 1) - {0}
        )
    table = font.get("/CIDToGIDMap")
    if isinstance(table, pikepdf.Stream):
        data = content_of(table)
        yield Known(
            frozenset(n for n in range(len(data) // 2) if data[2 * n : 2 * n + 2] != b"\0\0")
        )
    elif "/FontFile2" in descriptor:
        yield Known(frozenset(outlined_glyphs(content_of(descriptor.FontFile2))) - {0})


def _listed(widths: Any) -> Iterator[int]:
    """Yield the codes in a /W array: `first [w w ...]` or `first last w`."""
    things = list(widths)
    while things:
        first = int(things.pop(0))
        second = things.pop(0)
        if isinstance(second, pikepdf.Array):
            yield from range(first, first + len(second))
        else:
            things.pop(0)
            yield from range(first, int(second) + 1)


def outlined_glyphs(program: bytes) -> list[int]:
    """Return the glyphs of a TrueType program that have an outline."""
    count = int.from_bytes(program[4:6], "big")
    entries = (struct.unpack_from(">4sLLL", program, 12 + 16 * at) for at in range(count))
    tables = {tag: (start, size) for tag, _, start, size in entries}
    if b"loca" not in tables or b"head" not in tables:
        return []
    long = program[tables[b"head"][0] + 51]
    start, size = tables[b"loca"]
    offsets = struct.unpack_from(f">{size // 4}L" if long else f">{size // 2}H", program, start)
    return [glyph for glyph, (a, b) in enumerate(pairwise(offsets)) if b > a]


def used_codes(pdf: pikepdf.Pdf) -> dict[Any, set[int]]:
    """Return which codes of each font the pages and forms show."""
    used: dict[Any, set[int]] = {}
    for holder in (*pdf.pages, *objects(pdf)):
        if isinstance(holder, pikepdf.Page):
            _note(holder, holder.resources, used)
        elif isinstance(holder, pikepdf.Stream) and "/BBox" in holder:
            _note(holder, holder.get("/Resources"), used)
    return used


def _note(holder: Any, resources: Any, used: dict[Any, set[int]]) -> None:
    fonts = (resources or {}).get("/Font") or {}
    font: Any = None
    try:
        instructions = list(pikepdf.parse_content_stream(holder))
    except (pikepdf.PdfError, RuntimeError):
        return
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator == "Tf":
            font = fonts.get(str(instruction.operands[0]))
        elif operator in _SHOWING and font is not None:
            size = 2 if "/DescendantFonts" in font else 1
            for text in _texts(instruction.operands[-1]):
                codes = (text[at : at + size] for at in range(0, len(text), size))
                used.setdefault(_key(font), set()).update(int.from_bytes(c, "big") for c in codes)


def _texts(operand: Any) -> list[bytes]:
    parts = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
    return [bytes(part) for part in parts if isinstance(part, pikepdf.String)]


def _key(font: Any) -> Any:
    return font.objgen if font.is_indirect else font.unparse()
