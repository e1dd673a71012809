"""Pictures that show the name, in every way that a page can draw them."""

import zlib

import numpy as np
from pikepdf import Array, Dictionary, Name, Stream

from tests.channels.channel import channel
from tests.channels.scan import (
    HIGH,
    POINTS,
    SCANNED,
    WIDE,
    bits,
    grey,
    ink,
    layer,
    packed,
    placed,
    show,
    written,
)
from tests.channels.sheet import (
    BEFORE,
    LEFT,
    MIDDLE,
    NAME,
    add_page,
    draw,
    first,
    form,
    line,
    put,
)


def image(build):
    """Register a channel in which the name is seen in pixels."""
    return channel("images", "pixels", inks=lambda: (ink(NAME),))(build)


@image
def picture(pdf):
    show(pdf, grey(pdf))


@image
def picture_in_a_form(pdf):
    drawing = form(pdf, placed())
    put(drawing, "XObject", "Im1", grey(pdf))
    put(first(pdf), "XObject", "Fm1", drawing)
    draw(pdf, b"/Fm1 Do " + layer())


@image
def picture_turned(pdf):
    """The page turns the picture, and the text with it."""
    put(first(pdf), "XObject", "Im1", grey(pdf))
    draw(pdf, b"q 0 1 -1 0 500 300 cm " + placed(0, 0) + layer(x=0, y=0) + b" Q")


@image
def picture_turned_a_little(pdf):
    put(first(pdf), "XObject", "Im1", grey(pdf))
    draw(pdf, b"q .966 .259 -.259 .966 100 300 cm " + placed(0, 0) + layer(x=0, y=0) + b" Q")


@image
def picture_mirrored_twice(pdf):
    """Stored upside down, as scanners do, and turned back by the page."""
    turned = written().transpose(_FLIP)
    put(first(pdf), "XObject", "Im1", packed(pdf, turned.tobytes()))
    place = b"q %g 0 0 %g %d %g cm /Im1 Do Q "
    high = HIGH * POINTS
    draw(pdf, place % (WIDE * POINTS, -high, LEFT, MIDDLE + high) + layer())


_FLIP = 1
"""Pillow's number for top to bottom."""


@image
def picture_on_a_turned_page(pdf):
    show(pdf, grey(pdf))
    first(pdf).Rotate = 90


@image
def picture_on_a_page_of_large_units(pdf):
    show(pdf, grey(pdf), scale=POINTS / 2)
    first(pdf).UserUnit = 2.0


@image
def picture_on_a_page_that_does_not_begin_at_zero(pdf):
    show(pdf, grey(pdf))
    first(pdf).MediaBox = Array([-100, -50, 595, 842])


@image
def picture_in_strips(pdf):
    """A scan cut in two through the middle of the letters."""
    top = HIGH // 2 + 4
    pixels, high = np.asarray(written()), HIGH * POINTS
    places = []
    for name, rows in (("Im1", pixels[:top]), ("Im2", pixels[top:])):
        part = packed(pdf, rows.tobytes(), Height=len(rows))
        put(first(pdf), "XObject", name, part)
        foot = MIDDLE + (high - top * POINTS if name == "Im1" else 0)
        size = (WIDE * POINTS, len(rows) * POINTS, LEFT, foot, name.encode())
        places.append(b"q %g 0 0 %g %g %g cm /%s Do Q " % size)
    draw(pdf, b"".join(places) + layer())


@image
def picture_of_a_page_with_its_layer(pdf):
    """A scanned page as multifunction printers make them: one picture, and OCR."""
    put(first(pdf), "XObject", "Im1", grey(pdf))
    lines = [placed(y=y) + layer(y=y) for y in range(100, 760, 60)]
    first(pdf).Contents = pdf.make_stream(b" ".join(lines))


@image
def picture_drawn_twice_on_a_page(pdf):
    """Two places of one picture; the layer of text lies over the first alone."""
    put(first(pdf), "XObject", "Im1", grey(pdf))
    draw(pdf, placed() + placed(y=500) + layer())


@image
def picture_on_a_second_page_without_a_layer(pdf):
    shared = pdf.make_indirect(grey(pdf))
    add_page(pdf)
    put(first(pdf), "XObject", "Im1", shared)
    put(pdf.pages[1].obj, "XObject", "Im1", shared)
    draw(pdf, placed() + layer())
    draw(pdf, placed(y=500) + line("Zie ook het vorige blad.", y=450), page=1)


@image
def picture_copied_to_a_second_page(pdf):
    """The same pixels in two objects, as when two programs made the parts of a file."""
    add_page(pdf)
    for number, page in enumerate(pdf.pages):
        put(page.obj, "XObject", "Im1", grey(pdf))
        draw(pdf, placed() + layer(), page=number)


@image
def picture_larger_than_its_clip(pdf):
    """The name is cut off by a clip on the page, and whole in the file."""
    put(first(pdf), "XObject", "Im1", grey(pdf))
    clip = b"q %d %d 120 40 re W n " % (LEFT, MIDDLE)
    draw(pdf, clip + placed() + b" Q " + line(f"Gezien: {NAME}", y=600))


@image
def picture_larger_than_the_crop(pdf):
    put(first(pdf), "XObject", "Im1", grey(pdf))
    first(pdf).CropBox = Array([0, 0, 200, 842])
    draw(pdf, placed() + line(f"Gezien: {NAME}", y=600))


@image
def picture_under_another(pdf):
    put(first(pdf), "XObject", "Im1", grey(pdf))
    put(first(pdf), "XObject", "Im2", grey(pdf, "Er staat hier iets anders"))
    draw(pdf, placed() + placed(name="Im2") + layer())


@image
def picture_never_drawn(pdf):
    put(first(pdf), "XObject", "Im1", grey(pdf))


@image
def picture_in_a_hidden_layer(pdf):
    layer_off = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Bron"))
    off = Dictionary(OFF=Array([layer_off]), Order=Array([layer_off]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer_off]), D=off)
    put(first(pdf), "XObject", "Im1", grey(pdf, OC=layer_off))
    draw(pdf, placed() + line(f"Gezien: {NAME}", y=600))


@image
def picture_in_a_pattern(pdf):
    tile = Stream(pdf, placed(0, 0), PatternType=1, PaintType=1, TilingType=1)
    tile.BBox = Array([0, 0, WIDE * POINTS, HIGH * POINTS])
    tile.XStep, tile.YStep = WIDE * POINTS, HIGH * POINTS
    tile.Matrix = Array([1, 0, 0, 1, LEFT, MIDDLE])
    put(tile, "XObject", "Im1", grey(pdf))
    put(first(pdf), "Pattern", "P1", tile)
    filled = (LEFT, MIDDLE, WIDE * POINTS, HIGH * POINTS)
    draw(pdf, b"/Pattern cs /P1 scn %g %g %g %g re f " % filled + layer())


@image
def picture_as_a_stencil(pdf):
    stencil = packed(pdf, bits(), ImageMask=True, BitsPerComponent=1, ColorSpace=None)
    show(pdf, stencil)


@image
def picture_as_a_soft_mask(pdf):
    """Black all over; its transparency holds the letters."""
    letters = packed(pdf, bytes(255 - value for value in written().tobytes()))
    show(pdf, packed(pdf, bytes(WIDE * HIGH), SMask=letters))


@image
def picture_as_a_mask_of_bits(pdf):
    mask = packed(pdf, bits(), ImageMask=True, BitsPerComponent=1, ColorSpace=None)
    show(pdf, packed(pdf, bytes(WIDE * HIGH), Mask=mask))


@image
def picture_masked_by_colour(pdf):
    show(pdf, grey(pdf, Mask=Array([200, 255])))


@image
def alternative_of_a_picture(pdf):
    """The copy for printing shows what the copy for the screen does not."""
    other = Dictionary(Image=grey(pdf), DefaultForPrinting=True)
    shown = grey(pdf, "Er staat hier iets anders", Alternates=Array([other]))
    put(first(pdf), "XObject", "Im1", shown)
    draw(pdf, placed() + line(f"{BEFORE} {NAME}", y=600))


@image
def thumbnail_of_a_page(pdf):
    first(pdf).Thumb = grey(pdf)


def _inline(keys, data):
    place = b"q %g 0 0 %g %d %d cm " % (WIDE * POINTS, HIGH * POINTS, LEFT, MIDDLE)
    return place + b"BI /W %d /H %d %s ID %s EI Q " % (WIDE, HIGH, keys, data) + layer()


@image
def picture_in_the_content_stream(pdf):
    data = zlib.compress(bits())
    draw(pdf, _inline(b"/CS /G /BPC 1 /F /Fl /L %d" % len(data), data))


@image
def stencil_in_the_content_stream(pdf):
    data = zlib.compress(bits())
    draw(pdf, _inline(b"/IM true /BPC 1 /F /Fl /L %d" % len(data), data))


@image
def picture_in_a_letter_of_a_font(pdf):
    """Fax software draws lines as the letters of a Type 3 font."""
    data = zlib.compress(bits())
    head = b"%d 0 0 0 %d %d d1 " % (WIDE, WIDE, HIGH)
    cell = head + b"q %d 0 0 %d 0 0 cm BI /W %d /H %d /IM true /BPC 1 /F /Fl ID %s EI Q"
    first(pdf).Resources.Font.F3 = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, WIDE, HIGH]),
        FontMatrix=Array([0.01, 0, 0, 0.01, 0, 0]),
        CharProcs=Dictionary(a=Stream(pdf, cell % (WIDE, HIGH, WIDE, HIGH, data))),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([WIDE]),
    )
    drawn = b"BT /F3 %g Tf 1 0 0 1 %d %d Tm (a) Tj ET " % (100 * POINTS, LEFT, MIDDLE)
    draw(pdf, drawn + layer(SCANNED))
