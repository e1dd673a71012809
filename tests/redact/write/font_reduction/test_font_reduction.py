"""Fonts of the output hold what the pages show, and look as they did."""

import io
import string

import numpy as np
import pikepdf
import pymupdf
import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from redact.write.font_reduction import reduce_fonts
from redact.write.font_reduction.unicode_map import meanings, written

TEXT = "Het overleg begint om negen uur."


def saved(pdf):
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def reduced(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        kept = reduce_fonts(pdf)
        return saved(pdf), kept


OPEN = []
"""Files that stay open, as their fonts would be gone otherwise."""


def fonts(data):
    pdf = pikepdf.open(io.BytesIO(data))
    OPEN.append(pdf)
    kinds = (Name.Type0, Name.TrueType, Name.Type1, Name.Type3)
    found = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary))
    return [font for font in found if font.get("/Subtype") in kinds]


def pixels(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.render(scale=1.5).to_numpy().copy() for page in pdf]


def assert_looks_the_same(before, after):
    for one, other in zip(pixels(before), pixels(after), strict=True):
        assert np.array_equal(one, other)


def text_of(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf)


def known(font):
    """Return every letter that a font says it has."""
    return set("".join(meanings(font.get("/ToUnicode"), range(65536)).values()))


def typeset(text):
    import typst

    return typst.compile(text.encode(), format="pdf")


def printed(font, text=TEXT, *, size=14, **keys):
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 100), text, fontname=font, fontsize=size, **keys)
        return pdf.tobytes()


def drawn():
    """Return a PDF with a font whose glyphs are content streams; its page shows one of two."""
    with pikepdf.new() as pdf:
        glyph = b"600 0 0 0 500 500 d1 0 0 500 500 re f"
        font = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                FontBBox=[0, 0, 600, 600],
                FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
                FirstChar=1,
                LastChar=2,
                Widths=[600, 700],
                CharProcs=Dictionary(x1=pdf.make_stream(glyph), x2=pdf.make_stream(glyph * 2)),
                Encoding=Dictionary(Differences=Array([1, Name.x1, Name.x2])),
                ToUnicode=pdf.make_stream(written({1: "Q", 2: "a"}, 1)),
            )
        )
        page = pdf.add_blank_page()
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        page.Contents = pdf.make_stream(b"BT /F1 20 Tf 50 50 Td <02> Tj ET")
        return saved(pdf)


def in_a_form():
    """Return a typeset PDF whose page draws its text through a form without resources."""
    with pikepdf.open(io.BytesIO(typeset(TEXT))) as pdf:
        page = pdf.pages[0]
        inner = page.Contents.read_bytes()
        form = pdf.make_stream(inner, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 900])
        page.Resources.XObject = Dictionary(Form=form)
        page.Contents = pdf.make_stream(b"/Form Do")
        return saved(pdf)


SOURCES = {
    "CFF, by CID (typst)": lambda: typeset(TEXT),
    "TrueType, by CID (PyMuPDF)": lambda: printed("own", fontfile=FILE),
    "TrueType, WinAnsi (PyMuPDF)": lambda: printed("own", fontfile=FILE, set_simple=True),
    "not embedded": lambda: printed("helv"),
    "drawn": drawn,
    "in a form": in_a_form,
}
FILE = "redact/write/fonts/LakwerkSans-Regular.ttf"


@pytest.mark.parametrize("source", SOURCES)
def test_a_reduced_font_looks_and_reads_as_before(source):
    before = SOURCES[source]()
    after, kept = reduced(before)
    assert kept == 0
    assert_looks_the_same(before, after)
    assert text_of(after) == text_of(before)


@pytest.mark.parametrize("source", SOURCES)
def test_a_reduced_font_knows_only_what_is_shown(source):
    after, _ = reduced(SOURCES[source]())
    shown = set(TEXT) | {"a"}
    assert all(known(font) <= shown for font in fonts(after))


def test_the_numbers_of_letters_do_not_tell_the_order_of_the_text():
    """typst numbers letters as it meets them: the removed first words would be spelt by holes."""
    one, other = (reduced(typeset(text))[0] for text in ("abc cab", "bca cab"))
    with pikepdf.open(io.BytesIO(one)) as pdf, pikepdf.open(io.BytesIO(other)) as pdf2:
        assert pdf.pages[0].Contents.read_bytes() != pdf2.pages[0].Contents.read_bytes()
    one, other = fonts(one)[0], fonts(other)[0]
    assert one.ToUnicode.read_bytes() == other.ToUnicode.read_bytes()
    assert program_of(one) == program_of(other)
    assert one.BaseFont == other.BaseFont


def program_of(font):
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.FontDescriptor
    return next(descriptor[k].read_bytes() for k in descriptor.keys() if "FontFile" in k)  # noqa: SIM118


def test_what_was_removed_leaves_no_trace_in_a_font(without):
    kept = "kast en tafel"
    with_name = without(typeset(f"Quinn Xyz\n\n{kept}"), "Quinn Xyz")
    assert not any(known(font) & set("QX") for font in fonts(with_name) if not whole(font))


def whole(font):
    return known(font) >= set(string.ascii_letters)


def test_a_subset_of_a_truetype_font_has_no_other_glyphs():
    after, _ = reduced(printed("own", "abba", fontfile=FILE))
    program = TTFont(io.BytesIO(program_of(fonts(after)[0])))
    assert program["maxp"].numGlyphs == 3
    assert "name" not in program
    assert "cmap" not in program


def test_a_letter_with_an_accent_does_not_keep_the_letter_without():
    """In many fonts the one is drawn with the other: its outline would stay behind."""
    data = printed("own", "\u00e9\u00eb", fontfile=FILE)
    before = TTFont(io.BytesIO(program_of(fonts(data)[0])), lazy=True)
    glyph = before["glyf"][before.getBestCmap()[0xE9]]
    assert glyph.isComposite()
    after, _ = reduced(data)
    program = TTFont(io.BytesIO(program_of(fonts(after)[0])))
    drawn = [name for name in program.getGlyphOrder() if program["glyf"][name].numberOfContours]
    assert len(drawn) == 2 + bool(program["glyf"][program.getGlyphOrder()[0]].numberOfContours)
    assert_looks_the_same(data, after)


def test_a_subset_of_a_cff_font_has_no_other_glyphs_and_no_name():
    after, _ = reduced(typeset("abba"))
    programs = CFFFontSet()
    programs.decompile(io.BytesIO(program_of(fonts(after)[0])), None)
    assert len(programs[0].charset) == 3
    assert programs.fontNames == ["Embedded"]
    assert "Copyright" not in programs[0].rawDict


def test_a_drawn_glyph_that_is_not_shown_goes():
    after, _ = reduced(drawn())
    font = fonts(after)[0]
    assert len(list(font.CharProcs.keys())) == 1
    assert [int(width) for width in font.Widths] == [700]
    assert known(font) == {"a"}


def test_a_font_that_shows_nothing_goes():
    with pikepdf.open(io.BytesIO(typeset(TEXT))) as pdf:
        extra = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
        pdf.pages[0].Resources.Font["/Ongebruikt"] = pdf.make_indirect(extra)
        data = saved(pdf)
    after, _ = reduced(data)
    assert all(font.BaseFont != Name.Courier for font in fonts(after))


def test_a_description_tells_no_family_and_no_set_of_glyphs():
    with pikepdf.open(io.BytesIO(typeset(TEXT))) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == Name.FontDescriptor:
                thing.FontFamily = pikepdf.String("Handschrift van Jansen")
                thing.CharSet = pikepdf.String("/Q/x")
        data = saved(pdf)
    after, _ = reduced(data)
    assert b"Jansen" not in after
    assert b"/CharSet" not in after
    assert b"/CIDSet" not in after


def test_a_font_that_cannot_be_reduced_is_counted_and_forgets_what_it_can():
    with pikepdf.open(io.BytesIO(typeset("abc"))) as pdf:
        font = next(font for font in pdf.objects if is_composite(font))
        font.ToUnicode = pdf.make_stream(written({1: "a", 500: "Q"}, 2))
        font.DescendantFonts[0].FontDescriptor.FontFile3 = pdf.make_stream(b"broken")
        data = saved(pdf)
    after, kept = reduced(data)
    assert kept == 1
    assert "Q" not in known(fonts(after)[0])


def test_the_name_of_a_font_holds_nothing_that_was_removed():
    with pikepdf.open(io.BytesIO(typeset(TEXT))) as pdf:
        for font in filter(is_composite, pdf.objects):
            font.BaseFont = font.DescendantFonts[0].BaseFont = Name("/ABCDEF+Jansen-Schrift")
        reduce_fonts(pdf, lambda name: "Jansen" in name)
        assert b"Jansen" not in saved(pdf)


def is_composite(thing):
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == Name.Type0


def test_reducing_twice_gives_the_same_bytes():
    data = typeset(TEXT)
    once, _ = reduced(data)
    assert once == reduced(data)[0]
    assert_looks_the_same(once, reduced(once)[0])
