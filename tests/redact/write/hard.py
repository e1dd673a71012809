"""Pages whose lines cannot be set anew, each for another reason."""

import io
import math
from functools import cache
from pathlib import Path

import pikepdf
import pymupdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

import redact.write

WIDE, HIGH = 400, 300
_LINES = (
    "Een regel tekst die blijft staan.",
    "Nog een regel, iets langer dan die erboven.",
    "En dan nog een, zodat het een bladzijde is.",
    "Daarna komt er geen regel meer, alleen wit.",
)
_FONT = next((Path(redact.write.__file__).parent / "fonts").glob("*.ttf"))


def scan(line, *, over=False, draw=None, rows=_LINES):
    """Make a page of a picture, with its text recognised over or under it and without ink."""
    with pymupdf.open() as pdf:
        every = [line, *rows]
        seen = pdf.new_page(width=WIDE, height=HIGH)
        _lines(seen, every)
        if draw:
            draw(seen)
        pixels = seen.get_pixmap(dpi=150, colorspace=pymupdf.csGRAY).tobytes("png")
        page = pdf.new_page(width=WIDE, height=HIGH)
        if not over:
            _lines(page, every, render_mode=3)
        page.insert_image(page.rect, stream=pixels)
        if over:
            _lines(page, every, render_mode=3)
        pdf.delete_page(0)
        return pdf.tobytes()


def _lines(page, rows, **how):
    for number, row in enumerate(rows):
        page.insert_text((40, 60 + 20 * number), row, fontsize=11, **how)


def slanted(line, angle):
    """Set two lines that rise by an angle in degrees."""
    along, up = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    turn = f"{along:.5f} {up:.5f} {-up:.5f} {along:.5f}"
    steps = [f"BT /helv 14 Tf {turn} 40 150 Tm ({line}) Tj ET"]
    steps.append(f"BT /helv 14 Tf {turn} 50 110 Tm ({_LINES[0]}) Tj ET")
    return from_stream("\n".join(steps))


def from_stream(stream):
    """Make a page of instructions."""
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=WIDE, height=HIGH)
        page.insert_font(fontname="helv")
        pdf.update_object(new := pdf.get_new_xref(), "<<>>")
        pdf.update_stream(new, stream.encode())
        page.set_contents(new)
        return pdf.tobytes()


def odd_font(line, *, pieces=1):
    """Set a line in a font whose codes our own count of widths does not know.

    The line is one string, or so many pieces with a place of their own.
    """
    names, widths = _glyphs()
    size, words = 11, line.split(" ")
    each = math.ceil(len(words) / pieces)
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(WIDE, HIGH))
        page.Resources = Dictionary(Font=Dictionary(F=_font(pdf, names, widths)))
        steps, x = [], 40.0
        for first in range(0, len(words), each):
            text = " ".join(words[first : first + each]) + " "
            codes = "".join(f"{ord(letter) + 256:04x}" for letter in text)
            steps.append(f"BT /F {size} Tf 1 0 0 1 {x:.3f} 240 Tm <{codes}> Tj ET")
            x += size * sum(widths[letter] for letter in text) / 1000
        page.Contents = pdf.make_stream("\n".join(steps).encode())
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


@cache
def _glyphs():
    """Return the numbers and the widths of a font's glyphs by their letters."""
    font = TTFont(_FONT)
    letters = {chr(code): name for code, name in font.getBestCmap().items() if 32 <= code < 127}
    scale = 1000 / font["head"].unitsPerEm
    widths = {letter: round(scale * font["hmtx"][name][0]) for letter, name in letters.items()}
    return {letter: font.getGlyphID(name) for letter, name in letters.items()}, widths


def _font(pdf, names, widths):
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name.Odd,
        Flags=4,
        FontBBox=Array([0, -200, 1000, 900]),
        Ascent=900,
        Descent=-200,
        CapHeight=700,
        ItalicAngle=0,
        StemV=80,
        FontFile2=pdf.make_stream(_FONT.read_bytes()),
    )
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.Odd,
        CIDSystemInfo=system,
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
        W=Array([part for at in names for part in (names[at], Array([widths[at]]))]),
    )
    encoding = pdf.make_stream(_map(1, "cidchar", {at: str(glyph) for at, glyph in names.items()}))
    encoding.Type, encoding.CMapName, encoding.CIDSystemInfo = Name.CMap, Name.Odd, system
    meanings = _map(2, "bfchar", {letter: f"<{ord(letter):04x}>" for letter in names})
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Odd,
        Encoding=encoding,
        DescendantFonts=Array([pdf.make_indirect(inner)]),
        ToUnicode=pdf.make_stream(meanings),
    )
    return pdf.make_indirect(font)


def _map(kind, block, values):
    rows = "\n".join(f"<{ord(letter) + 256:04x}> {value}" for letter, value in values.items())
    return (
        f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Odd def "
        f"/CMapType {kind} def 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(values)} begin{block}\n{rows}\nend{block}\nendcmap end end"
    ).encode()
