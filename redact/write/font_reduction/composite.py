"""Fonts with codes of two bytes (Type 0), as most office programs and typst write them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from redact.write.font_reduction.cff import Cff
from redact.write.font_reduction.descriptor import base_name, descriptor, tagged
from redact.write.font_reduction.errors import KeptError
from redact.write.font_reduction.order import may_move, ordered
from redact.write.font_reduction.truetype import TrueType
from redact.write.font_reduction.unicode_map import meanings, written
from redact.write.font_reduction.use import Recode, Use

if TYPE_CHECKING:
    import pikepdf


def reduce_composite(pdf: "pikepdf.Pdf", use: Use, number: int) -> Recode:
    """Reduce a font to the codes that are used; return their new numbers.

    Raises:
        KeptError: its codes are those of another character set.
    """
    from pikepdf import Array, Dictionary, Name, Stream, String

    font, inner = use.font, use.font.DescendantFonts[0]
    if font.get("/Encoding") not in (Name("/Identity-H"), Name("/Identity-V")):
        raise KeptError
    texts = meanings(font.get("/ToUnicode"), use.codes)
    given = inner.get("/FontDescriptor")
    embedded = _program(given)
    new = _kept(inner)
    name = f"/{base_name(inner)}"
    program, box, recode = None, None, {code: code for code in use.codes}
    if embedded is not None:
        name = tagged(base_name(inner), number)
        program, box, recode = _reduced(pdf, inner, embedded, use, texts)
        if any(old != to for old, to in recode.items()):
            new.CIDSystemInfo = Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
            )
        if "/CIDToGIDMap" in inner or inner.get("/Subtype") == Name.CIDFontType2:
            new.CIDToGIDMap = Name.Identity
    if given is not None:
        new.FontDescriptor = descriptor(pdf, given, name, program, box)
    new.BaseFont = Name(name)
    _set_widths(new, inner, recode)
    font.DescendantFonts = Array([pdf.make_indirect(new)])
    if "/ToUnicode" in font:
        kept = {recode[code]: texts[code] for code in use.codes if code in texts}
        font.ToUnicode = Stream(pdf, written(kept, 2))
    font.BaseFont = Name(name)
    return recode


def _set_widths(new: "pikepdf.Object", inner: "pikepdf.Object", recode: Recode) -> None:
    for key, size in (("/W", 1), ("/W2", 3)):
        if key in inner:
            widths = _widths(inner[key], size)
            new[key] = _array({to: widths[code] for code, to in recode.items() if code in widths})


def _kept(inner: "pikepdf.Object") -> "pikepdf.Dictionary":
    from pikepdf import Dictionary

    keys = ("/Type", "/Subtype", "/DW", "/DW2", "/CIDSystemInfo")
    return Dictionary({key: inner[key] for key in keys if key in inner})


def _program(given: "pikepdf.Object | None") -> "tuple[str, pikepdf.Object] | None":
    for key in ("/FontFile2", "/FontFile3"):
        if given is not None and key in given:
            return key, given[key]
    return None


def _reduced(
    pdf: "pikepdf.Pdf",
    inner: "pikepdf.Object",
    embedded: "tuple[str, pikepdf.Object]",
    use: Use,
    texts: Mapping[int, str],
) -> "tuple[tuple[str, pikepdf.Stream], list[float], Recode]":
    """Return the reduced program under its key, its box in thousandths, and the new codes."""
    from pikepdf import Name, Stream

    key, stream = embedded
    data = stream.read_bytes()
    if key == "/FontFile2":
        font = TrueType(data)
        glyphs = _glyphs(inner, use.codes)
        order, recode = _numbered(
            use, texts, lambda code: font.outline(glyphs[code] or 0), empty=not glyphs[0]
        )
        reduced, box = font.reduced([glyphs.get(code, code) for code in order])
        program = Stream(pdf, reduced, Length1=len(reduced))
        return (key, program), [edge * 1000 / font.units for edge in box], recode
    cff = Cff(data)
    cids = cff.cids()
    order, recode = _numbered(use, texts, lambda code: cff.outline(cids.get(code, 0)))
    old = [cids.get(code, 0) if code is not None else None for code in order]
    labels = [".notdef", *(f"cid{cid:05d}" for cid in range(1, len(old)))]
    reduced, box = cff.reduced(old, labels, {})
    program = Stream(pdf, reduced, Subtype=Name.CIDFontType0C)
    return ("/FontFile3", program), [edge * cff.scale for edge in box], recode


def _numbered(
    use: Use, texts: Mapping[int, str], looks: Callable[[int], bytes], *, empty: bool = True
) -> tuple[list[int | None], Recode]:
    """Return the old code for each new glyph, and the new code for each old one.

    Where codes are fixed each glyph keeps its number, with empty ones between. `empty` tells that
    code 0 shows the glyph that stands for none, which stays the first.
    """
    if use.fixed or not may_move(use.codes, texts):
        last = max(use.codes, default=0)
        order = [code if code in use.codes or not code else None for code in range(last + 1)]
        return order, {code: code for code in use.codes}
    codes = ordered(use.codes - {0} if empty else use.codes, texts, looks)
    recode = {code: new for new, code in enumerate(codes, 1)}
    return [0, *codes], {0: 0, **recode}


def _glyphs(inner: "pikepdf.Object", codes: set[int]) -> dict[int | None, int | None]:
    """Return the glyph of each code, by the font's table or by its own number."""
    import pikepdf

    table = inner.get("/CIDToGIDMap")
    if not isinstance(table, pikepdf.Stream):
        return {None: None, 0: 0} | {code: code for code in codes}
    data = table.read_bytes()
    found: dict[int | None, int | None] = {
        code: int.from_bytes(data[2 * code : 2 * code + 2], "big") for code in codes
    }
    none: dict[int | None, int | None] = {None: None, 0: 0}
    return none | found


def _widths(array: "pikepdf.Object", size: int) -> dict[int, tuple[Any, ...]]:
    """Read /W or /W2: `first [numbers]` or `first last numbers`; so many numbers to a code."""
    import pikepdf

    found: dict[int, tuple[Any, ...]] = {}
    parts: Iterator[Any] = iter(array.as_list())
    for first in parts:
        second = next(parts)
        if isinstance(second, pikepdf.Array):
            given = second.as_list()
            rows = [tuple(given[at : at + size]) for at in range(0, len(given), size)]
            found.update(enumerate(rows, int(first)))
        else:
            row = tuple(next(parts) for _ in range(size))
            found.update(dict.fromkeys(range(int(first), min(int(second), 0xFFFF) + 1), row))
    return found


def _array(widths: Mapping[int, Sequence[Any]]) -> "pikepdf.Array":
    """Write /W or /W2, one run for codes that follow each other."""
    from pikepdf import Array

    runs: list[tuple[int, list[Any]]] = []
    after = -1
    for code, row in sorted(widths.items()):
        if code != after:
            runs.append((code, []))
        runs[-1][1].extend(row)
        after = code + 1
    return Array([part for first, row in runs for part in (first, Array(row))])
