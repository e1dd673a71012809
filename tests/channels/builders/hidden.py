"""Text that a reader does not see but a program does."""

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.channels.channel import channel
from tests.channels.scan import ink, outlined
from tests.channels.sheet import (
    BEFORE,
    NAME,
    add_page,
    around,
    at,
    draw,
    first,
    form,
    line,
    put,
)


@channel("hidden", "text")
def white(pdf):
    draw(pdf, at(b"(Afspraak met ) Tj 1 g (Quaxwijk) Tj 0 g ( over de vergunning.) Tj"))


@channel("hidden", "text")
def drawn_without_ink(pdf):
    draw(pdf, at(b"(Afspraak met ) Tj 3 Tr (Quaxwijk) Tj 0 Tr ( over de vergunning.) Tj"))


@channel("hidden", "text")
def drawn_as_a_clip_only(pdf):
    draw(pdf, line(BEFORE) + b" q " + at(b"7 Tr (Quaxwijk) Tj", x=200) + b" Q")


@channel("hidden", "text")
def transparent(pdf):
    put(first(pdf), "ExtGState", "Glass", Dictionary(ca=0, CA=0))
    draw(pdf, around(b"/Glass gs " + line(NAME, x=0, y=0)))


@channel("hidden", "text")
def under_a_black_box(pdf):
    draw(pdf, line(f"{BEFORE} {NAME}") + b" 0 g 130 725 60 14 re f")


@channel("hidden", "text")
def under_a_picture(pdf):
    black = Stream(pdf, bytes(1), Subtype=Name.Image, Width=1, Height=1)
    black.ColorSpace, black.BitsPerComponent = Name.DeviceGray, 8
    put(first(pdf), "XObject", "Im1", black)
    draw(pdf, line(f"{BEFORE} {NAME}") + b" q 60 0 0 14 130 725 cm /Im1 Do Q")


@channel("hidden", "text")
def outside_a_clip(pdf):
    draw(pdf, line(BEFORE) + b" q 0 0 50 50 re W n " + line(NAME, x=300, y=400) + b" Q")


@channel("hidden", "hidden")
def outside_the_box_of_a_form(pdf):
    put(first(pdf), "XObject", "Fm1", form(pdf, line(NAME, x=300, y=400), (0, 0, 50, 50)))
    draw(pdf, line(BEFORE) + b" /Fm1 Do")


@channel("hidden", "text")
def in_a_form_that_a_second_page_clips(pdf):
    shared = pdf.make_indirect(form(pdf, line(f"{BEFORE} {NAME}")))
    add_page(pdf)
    for number, clip in enumerate((b"", b"0 0 50 50 re W n ")):
        put(pdf.pages[number].obj, "XObject", "Fm1", shared)
        draw(pdf, b"q " + clip + b"/Fm1 Do Q", page=number)


@channel("hidden", "hidden")
def outside_the_crop(pdf):
    first(pdf).CropBox = Array([0, 400, 595, 842])
    draw(pdf, line(BEFORE) + line(NAME, y=200))


@channel("hidden", "hidden")
def outside_the_sheet(pdf):
    draw(pdf, line(BEFORE) + line(NAME, y=-300))


@channel("hidden", "hidden")
def in_a_hidden_layer(pdf):
    layer = _hidden_layer(pdf)
    put(first(pdf), "Properties", "Off", layer)
    draw(pdf, line(BEFORE) + b" /OC /Off BDC " + line(NAME, x=200) + b" EMC")


@channel("hidden", "hidden")
def in_a_form_of_a_hidden_layer(pdf):
    hidden = form(pdf, line(NAME, x=200))
    hidden.OC = _hidden_layer(pdf)
    put(first(pdf), "XObject", "Fm1", hidden)
    draw(pdf, line(BEFORE) + b" /Fm1 Do")


@channel("hidden", "hidden")
def in_a_layer_shown_under_a_condition(pdf):
    condition = Dictionary(Type=Name.OCMD, OCGs=_hidden_layer(pdf), P=Name.AllOn)
    put(first(pdf), "Properties", "Off", condition)
    draw(pdf, line(BEFORE) + b" /OC /Off BDC " + line(NAME, x=200) + b" EMC")


def _hidden_layer(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Concept")))
    off = Dictionary(BaseState=Name.ON, OFF=Array([layer]), Order=Array([layer]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=off)
    return layer


@channel("hidden", "hidden")
def in_a_soft_mask(pdf):
    group = form(pdf, b"1 g " + line(NAME, x=200))
    group.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=group)
    put(first(pdf), "ExtGState", "Masked", Dictionary(SMask=mask))
    draw(pdf, line(BEFORE) + b" q /Masked gs 0.9 g 100 700 300 60 re f Q")


@channel("hidden", "hidden")
def in_a_tiling_pattern(pdf):
    tile = Stream(
        pdf,
        line(NAME, x=2, y=4),
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 80, 20]),
        XStep=80,
        YStep=20,
        Resources=Dictionary(Font=first(pdf).Resources.Font),
    )
    put(first(pdf), "Pattern", "P1", tile)
    draw(pdf, line(BEFORE) + b" /Pattern cs /P1 scn 72 600 80 20 re f")


@channel("hidden", "hidden")
def in_a_letter_of_a_font(pdf):
    """A Type 3 letter that writes a whole word with another font."""
    first(pdf).Resources.Font.F3 = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 60, 12]),
        FontMatrix=Array([0.1, 0, 0, 0.1, 0, 0]),
        CharProcs=Dictionary(a=Stream(pdf, b"60 0 d0 " + line(NAME, x=0, y=0))),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([60]),
        Resources=Dictionary(Font=Dictionary(F1=first(pdf).Resources.Font.F1)),
    )
    draw(pdf, line(BEFORE) + b" BT /F3 10 Tf 1 0 0 1 200 730 Tm (a) Tj ET")


@channel("hidden", "pixels", inks=lambda: (ink(NAME),))
def drawn_as_outlines_under_a_text_layer(pdf):
    """Letters that are filled paths, as of a CAD drawing, with invisible text over them."""
    draw(pdf, outlined(f"{BEFORE} {NAME} thuis"))


@channel("hidden", "pixels", inks=lambda: (ink(NAME),))
def drawn_as_outlines_in_a_form(pdf):
    put(first(pdf), "XObject", "Fm1", form(pdf, outlined(f"{BEFORE} {NAME} thuis")))
    draw(pdf, b"/Fm1 Do")
