"""Fonts with codes of one byte: TrueType and Type 1, in a program of their own or not."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from redact.write.font_reduction.cff import Cff
from redact.write.font_reduction.descriptor import base_name, descriptor, tagged
from redact.write.font_reduction.encoding import differences, is_standard, names_of, neutral
from redact.write.font_reduction.order import may_move, ordered, single_bytes
from redact.write.font_reduction.symbol import reduce_truetype
from redact.write.font_reduction.type1 import Type1
from redact.write.font_reduction.unicode_map import meanings, written
from redact.write.font_reduction.use import Recode, Use
from redact.write.whitelist import keep

if TYPE_CHECKING:
    import pikepdf

_KEPT = {
    "/Type",
    "/Subtype",
    "/BaseFont",
    "/FirstChar",
    "/LastChar",
    "/Widths",
    "/FontDescriptor",
    "/Encoding",
    "/ToUnicode",
    "/CharProcs",
    "/FontMatrix",
    "/FontBBox",
    "/Resources",
}


class Reduced(NamedTuple):
    """A program under its key, the box of its glyphs in thousandths, and what its codes become.

    `names` are the names of the glyphs by new code, where the font's encoding is to give them.
    """

    program: "tuple[str, pikepdf.Stream]"
    box: list[float] | None
    recode: Recode
    names: dict[int, str] | None


def reduce_simple(pdf: "pikepdf.Pdf", use: Use, number: int) -> Recode:
    """Reduce a font to the codes that are used; return their new numbers."""
    from pikepdf import Name

    font = use.font
    texts = meanings(font.get("/ToUnicode"), use.codes)
    keep(font, _KEPT)
    if font.get("/Subtype") == Name.Type3:
        recode = _reduce_drawn(pdf, use, texts)
    else:
        recode = _reduce_program(pdf, use, number, texts)
    _reduce_tables(pdf, font, texts, recode)
    return recode


def _reduce_program(pdf: "pikepdf.Pdf", use: Use, number: int, texts: Mapping[int, str]) -> Recode:
    from pikepdf import Name

    font, given = use.font, use.font.get("/FontDescriptor")
    reduced = _reduced(pdf, use, texts, given)
    if reduced is None or given is None:
        _reduce_encoding(font, {code: code for code in use.codes}, None)
        if given is not None:
            font.FontDescriptor = descriptor(pdf, given, f"/{base_name(font)}", None, None)
        return {code: code for code in use.codes}
    name = tagged(base_name(font), number)
    font.BaseFont = Name(name)
    font.FontDescriptor = descriptor(pdf, given, name, reduced.program, reduced.box)
    _reduce_encoding(font, reduced.recode, reduced.names)
    return reduced.recode


def _reduced(
    pdf: "pikepdf.Pdf", use: Use, texts: Mapping[int, str], given: "pikepdf.Object | None"
) -> Reduced | None:
    """Return the reduced program, or nothing where the font has none."""
    import pikepdf

    for key in ("/FontFile2", "/FontFile3", "/FontFile"):
        stream = given.get(key) if given is not None else None
        if isinstance(stream, pikepdf.Stream):
            break
    else:
        return None
    data = stream.read_bytes()
    if key == "/FontFile2":
        program, box, recode = reduce_truetype(data, use, texts)
        return Reduced((key, pikepdf.Stream(pdf, program, Length1=len(program))), box, recode, None)
    return _reduced_type1(pdf, use, texts, Cff(data) if key == "/FontFile3" else Type1(data))


def _reduced_type1(
    pdf: "pikepdf.Pdf", use: Use, texts: Mapping[int, str], font: Cff | Type1
) -> Reduced:
    """Return the reduced program of a font that finds its glyphs by name."""
    from pikepdf import Name, Stream

    names = {c: n for c, n in names_of(use.font, font.encoding()).items() if c in use.codes}
    numbers = {name: glyph for glyph, name in enumerate(font.names)}
    looks = {code: font.outline(numbers.get(names.get(code, ""), -1)) for code in use.codes}
    recode, renamed = _renumbered(use, texts, names, looks)
    order = list(dict.fromkeys(names[code] for code in recode if code in names))
    order = [".notdef", *(name for name in order if name in numbers and name != ".notdef")]
    encoding = {recode[code]: renamed.get(name, name) for code, name in names.items()}
    labels = [renamed.get(name, name) for name in order]
    program, bounds = font.reduced([numbers.get(name) for name in order], labels, encoding)
    kept = {code: name for code, name in encoding.items() if name in labels}
    box = [edge * font.scale for edge in bounds] if bounds else None
    if isinstance(font, Cff):
        return Reduced(("/FontFile3", Stream(pdf, program, Subtype=Name.Type1C)), box, recode, kept)
    return Reduced(("/FontFile", Stream(pdf, program, **font.lengths)), box, recode, kept)


def _renumbered(
    use: Use, texts: Mapping[int, str], names: Mapping[int, str], looks: Mapping[int, bytes]
) -> tuple[Recode, dict[str, str]]:
    """Return new codes, and new names for glyphs whose names only count them."""
    from fontTools.agl import toUnicode

    named = {code: toUnicode(name) for code, name in names.items()}
    means = {code: text for code, text in {**named, **texts}.items() if text}
    codes = ordered(use.codes, means, looks.__getitem__)
    renamed = neutral((names[code] for code in codes if code in names), known=bool(texts))
    if use.fixed or is_standard(names) or not may_move(use.codes, means):
        return {code: code for code in codes}, renamed
    return single_bytes(codes), renamed


def _reduce_encoding(
    font: "pikepdf.Object", recode: Recode, names: Mapping[int, str] | None
) -> None:
    """Keep of the encoding what the used codes need."""
    import pikepdf

    encoding = font.get("/Encoding")
    if not isinstance(encoding, pikepdf.Dictionary):
        moved = any(old != new for old, new in recode.items())
        if names is not None and moved:
            font.Encoding = differences(names, None)
        return
    if names is None:
        given = names_of(font, {}, only_differences=True)
        names = {code: name for code, name in given.items() if code in recode}
    font.Encoding = differences(names, encoding.get("/BaseEncoding"))


def _reduce_tables(
    pdf: "pikepdf.Pdf", font: "pikepdf.Object", texts: Mapping[int, str], recode: Recode
) -> None:
    """Keep of the widths and of what codes mean only what the used codes need."""
    from pikepdf import Array, Stream

    if "/Widths" in font:
        first = int(font.get("/FirstChar", 0))
        given = dict(enumerate(font.Widths.as_list(), first))
        widths: dict[int, Any] = {new: given[old] for old, new in recode.items() if old in given}
        low, high = min(widths, default=0), max(widths, default=0)
        font.FirstChar, font.LastChar = low, high
        font.Widths = Array([widths.get(code, 0) for code in range(low, high + 1)])
    if "/ToUnicode" in font:
        kept = {new: texts[old] for old, new in recode.items() if old in texts}
        font.ToUnicode = Stream(pdf, written(kept, 1))


def _reduce_drawn(pdf: "pikepdf.Pdf", use: Use, texts: Mapping[int, str]) -> Recode:
    """Reduce a font whose glyphs are content streams (Type 3)."""
    from pikepdf import Dictionary

    font = use.font
    drawn = {name: font.CharProcs[name] for name in font.CharProcs.keys()}  # noqa: SIM118
    names = {c: n for c, n in names_of(font, {}).items() if c in use.codes and f"/{n}" in drawn}
    looks = {c: drawn[f"/{names[c]}"].read_bytes() if c in names else b"" for c in use.codes}
    recode, renamed = _renumbered(use, texts, names, looks)
    kept = {renamed.get(name, name): drawn[f"/{name}"] for name in names.values()}
    font.CharProcs = pdf.make_indirect(Dictionary({f"/{n}": s for n, s in sorted(kept.items())}))
    font.Encoding = differences({recode[c]: renamed.get(n, n) for c, n in names.items()}, None)
    given = font.get("/FontDescriptor")
    if given is not None:
        font.FontDescriptor = descriptor(pdf, given, "/Drawn", None, None)
    return recode
