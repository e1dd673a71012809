"""Fonts of which a file holds only the letters it needs: those of the name are among them."""

import io
from functools import cache
from importlib.resources import files

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.channels.channel import Channel, add, channel
from tests.channels.sheet import AFTER, BEFORE, LEFT, MIDDLE, NAME, draw, first, line, put, shown

_WHERE = "fonts"
SENTENCE = f"{BEFORE} {NAME} {AFTER}"
_CODES = sorted(set(SENTENCE.encode()))
_TAGGED = Name("/ABCDEF+Nimbus")


def _font(pdf, descriptor=None, **keys):
    """Show the second line in a font that has only its letters."""
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=_TAGGED,
        Encoding=Name.WinAnsiEncoding,
        FirstChar=0,
        LastChar=255,
        Widths=Array([556] * 256),
        FontDescriptor=_descriptor(**(descriptor or {})),
    )
    for key, value in keys.items():
        font[f"/{key}"] = value
    put(first(pdf), "Font", "F2", pdf.make_indirect(font))
    show = b"BT /F2 11 Tf 1 0 0 1 %d %d Tm " % (LEFT, MIDDLE)
    draw(pdf, show + shown(SENTENCE) + b" ET")
    return font


def _descriptor(**keys):
    font = Dictionary(Type=Name.FontDescriptor, FontName=_TAGGED, Flags=32, ItalicAngle=0)
    font.Ascent, font.Descent, font.CapHeight, font.StemV = 900, -200, 700, 80
    font.FontBBox = Array([0, -200, 1000, 900])
    for key, value in keys.items():
        font[f"/{key}"] = value
    return font


def _map(pdf, codes, digits=2):
    lines = b"".join(b"<%0*X> <%04X>\n" % (digits, code, letter) for code, letter in codes.items())
    space = b"<%s> <%s>" % (b"0" * digits, b"F" * digits)
    return Stream(
        pdf,
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapName /X def\n"
        b"1 begincodespacerange %s endcodespacerange\n%d beginbfchar\n%sendbfchar\n"
        b"endcmap end end" % (space, len(codes), lines),
    )


@channel(_WHERE, "font")
def letters_in_the_map_to_unicode(pdf):
    _font(pdf, ToUnicode=_map(pdf, {code: code for code in _CODES}))


@channel(_WHERE, "font")
def letters_in_the_widths(pdf):
    """Office programs write a zero for each letter they do not use."""
    _font(pdf, Widths=Array([556 if code in _CODES else 0 for code in range(256)]))


@channel(_WHERE, "font")
def letters_in_the_differences(pdf):
    named = {32: "space", 46: "period"}
    names = [Name(f"/{named.get(code, chr(code))}") for code in _CODES]
    both = [thing for pair in zip(_CODES, names, strict=True) for thing in pair]
    _font(pdf, Encoding=Dictionary(Type=Name.Encoding, Differences=Array(both)))


@channel(_WHERE, "font")
def letters_in_the_set_of_characters(pdf):
    _font(pdf, {"CharSet": String("".join(f"/{chr(code)}" for code in _CODES if code > 64))})


@channel(_WHERE, "font")
def drawings_of_letters(pdf):
    """A Type 3 font with a drawing for each letter that is used."""
    font = _font(pdf, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]))
    names = {code: f"/g{code}" for code in _CODES}
    both = [thing for code in _CODES for thing in (code, Name(names[code]))]
    font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array(both))
    font.FontMatrix = Array([0.001, 0, 0, 0.001, 0, 0])
    drawing = b"500 0 0 0 400 500 d1 0 0 400 %d re f"
    font.CharProcs = Dictionary(
        {name: Stream(pdf, drawing % (200 + code)) for code, name in names.items()}
    )
    font.ToUnicode = _map(pdf, {code: code for code in range(32, 127)})


def composite(pdf, *, subset=True):
    """Show the second line in a font of two-byte codes with a program; return both its parts."""
    with pymupdf.open() as made:
        page = made.new_page()
        page.insert_font("F2", fontbuffer=_program())
        page.insert_text((LEFT, 842 - MIDDLE), SENTENCE, fontname="F2", fontsize=11)
        if subset:
            made.subset_fonts()
        data = made.tobytes(garbage=3)
    with pikepdf.open(io.BytesIO(data)) as other:
        font = pdf.copy_foreign(first(other).Resources.Font.F2)
        put(first(pdf), "Font", "F2", font)
        parts = first(other).Contents.as_list()
        draw(pdf, b"\n".join(part.read_bytes() for part in parts))
    below = font.DescendantFonts[0]
    for part in (font, below):
        part.BaseFont = _TAGGED
    below.FontDescriptor.FontName = _TAGGED
    return font, below


@cache
def _program():
    return files("redact.write").joinpath("fonts", "LakwerkSans-Regular.ttf").read_bytes()


def _glyphs(text):
    """Return the glyphs of letters, each with its letter."""
    font = pymupdf.Font(fontbuffer=_program())
    return {font.has_glyph(ord(letter)): ord(letter) for letter in text}


def _full_map(pdf, font):
    """Let the map of a font know every letter, so that it tells nothing of what is used."""
    font.ToUnicode = _map(pdf, _glyphs(map(chr, range(32, 127))), digits=4)


@channel(_WHERE, "font")
def outlines_in_the_program(pdf):
    font, below = composite(pdf)
    _full_map(pdf, font)
    del below["/W"]
    below.DW = 556


@channel(_WHERE, "font")
def letters_in_the_widths_of_a_composite_font(pdf):
    font, below = composite(pdf, subset=False)
    _full_map(pdf, font)
    glyphs = sorted(_glyphs(SENTENCE))
    below.W = Array([thing for glyph in glyphs for thing in (glyph, Array([500]))])


@channel(_WHERE, "font")
def letters_in_the_set_of_glyphs(pdf):
    font, below = composite(pdf, subset=False)
    _full_map(pdf, font)
    _constant_widths(below)
    bits = bytearray(max(_glyphs(SENTENCE)) // 8 + 1)
    for glyph in _glyphs(SENTENCE):
        bits[glyph // 8] |= 0x80 >> glyph % 8
    below.FontDescriptor.CIDSet = Stream(pdf, bytes(bits))


@channel(_WHERE, "font")
def letters_in_the_map_of_glyphs(pdf):
    font, below = composite(pdf, subset=False)
    _full_map(pdf, font)
    _constant_widths(below)
    table = bytearray(2 * (max(_glyphs(SENTENCE)) + 1))
    for glyph in _glyphs(SENTENCE):
        table[2 * glyph : 2 * glyph + 2] = glyph.to_bytes(2, "big")
    below.CIDToGIDMap = Stream(pdf, bytes(table))


def _constant_widths(below):
    if "/W" in below:
        del below["/W"]
    below.DW = 556


def _descriptor_says(name, key, value):
    def build(pdf):
        _font(pdf, {key: value})

    add(Channel(name, _WHERE, "object", build))


_descriptor_says("family_of_a_font", "FontFamily", String(f"Handschrift {NAME}"))
_descriptor_says("name_in_a_descriptor", "FontName", Name(f"/ABCDEF+{NAME}-Regular"))
_descriptor_says("custom_key_of_a_descriptor", "Vendor", String(NAME))


@channel(_WHERE, "object")
def base_name_of_a_font(pdf):
    _font(pdf, BaseFont=Name(f"/ABCDEF+{NAME}-Regular"))


@channel(_WHERE, "object")
def name_of_a_font_dictionary(pdf):
    _font(pdf, Name=Name(f"/{NAME}"))


@channel(_WHERE, "bytes")
def metadata_of_a_font(pdf):
    _font(pdf, {"Metadata": Stream(pdf, f"<x:xmpmeta>{NAME}</x:xmpmeta>".encode())})


@channel(_WHERE, "bytes")
def comment_in_a_map(pdf):
    codes = _map(pdf, {code: code for code in range(32, 127)})
    _font(pdf, ToUnicode=Stream(pdf, codes.read_bytes() + b"\n% Quaxwijk"))


@channel(_WHERE, "object")
def name_of_a_character(pdf):
    """A letter that is called after the name."""
    differences = Array([1, Name(f"/{NAME}")])
    _font(pdf, Encoding=Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding,
                                   Differences=differences))  # fmt: skip


@channel(_WHERE, "bytes")
def bytes_behind_a_font_program(pdf):
    _, below = composite(pdf)
    program = below.FontDescriptor.FontFile2
    data = program.read_bytes() + NAME.encode()
    program.write(data)
    program.Length1 = len(data)


@channel(_WHERE, "object")
def ordering_of_a_font(pdf):
    _, below = composite(pdf)
    below.CIDSystemInfo = Dictionary(Registry=String("Adobe"), Ordering=String(NAME), Supplement=0)


@channel(_WHERE, "pixels", inks=lambda: (_drawn_name(),))
def font_that_tells_no_letters(pdf):
    """Readable to a person only: two-byte codes without a map to Unicode."""
    font, _ = composite(pdf)
    del font["/ToUnicode"]


def _drawn_name():
    """Return the name as such a page shows it at the scale of the probe."""
    from tests.channels.probe.pixels import page_pictures
    from tests.channels.sheet import report, saved

    with report() as pdf:
        composite(pdf)
        data = saved(pdf)
    picture = next(page_pictures(data))
    with pymupdf.open(stream=data) as document:
        box = document[0].search_for(NAME)[0]
    x0, y0, x1, y1 = (round(edge / 0.72) for edge in box)
    return picture[y0:y1, x0:x1]


@channel(_WHERE, "text")
def letter_spaced_in_a_composite_font(pdf):
    composite(pdf)
    content = first(pdf).Contents.read_bytes()
    first(pdf).Contents = pdf.make_stream(content.replace(b"BT", b"BT 5 Tc"))


@channel(_WHERE, "text")
def second_line_in_a_composite_font(pdf):
    composite(pdf)
    add_line = line("De heer Quaxwijk was er ook.", y=600)
    first(pdf).Contents = pdf.make_stream(first(pdf).Contents.read_bytes() + add_line)
