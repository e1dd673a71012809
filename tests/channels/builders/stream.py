"""What a content stream holds beside what it shows."""

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.channels.channel import channel
from tests.channels.sheet import BEFORE, NAME, at, draw, first, form, line, put

SHOWN = b"(Afspraak met Quaxwijk over de vergunning.) Tj"
MARKED = b"(Afspraak met ) Tj %s BDC (Quaxwijk) Tj EMC ( over de vergunning.) Tj"


@channel("stream", "bytes")
def comment(pdf):
    draw(pdf, at(SHOWN) + b"\n% Quaxwijk nog nabellen\n")


@channel("stream", "bytes")
def comment_in_a_form(pdf):
    put(first(pdf), "XObject", "Fm1", form(pdf, b"% Quaxwijk\n0 0 10 10 re f"))
    draw(pdf, at(SHOWN) + b" /Fm1 Do")


@channel("stream", "bytes")
def point_of_marked_content(pdf):
    draw(pdf, at(SHOWN) + b" /Note << /Who (Quaxwijk) >> DP")


@channel("stream", "object")
def name_of_a_point(pdf):
    draw(pdf, at(SHOWN) + b" /Quaxw#69jk MP")


@channel("stream", "object")
def tag_of_marked_content(pdf):
    draw(pdf, b"/Quaxw#69jk BMC " + line(BEFORE) + b" EMC " + at(SHOWN, y=600))


@channel("stream", "text")
def actual_text(pdf):
    draw(pdf, at(MARKED % b"/Span << /ActualText (Quaxwijk) >>"))


@channel("stream", "text")
def actual_text_of_other_signs(pdf):
    """What is drawn says nothing; what is copied from it is the name."""
    marked = b"(Afspraak met ) Tj /Span << /ActualText (Quaxwijk) >> BDC (---) Tj EMC"
    draw(pdf, at(marked) + at(SHOWN, y=600))


@channel("stream", "text")
def actual_text_in_two_byte_letters(pdf):
    written = NAME.encode("utf-16-be").hex().encode()
    draw(pdf, at(MARKED % (b"/Span << /ActualText <FEFF%s> >>" % written)))


@channel("stream", "text")
def actual_text_among_the_properties(pdf):
    put(first(pdf), "Properties", "Pr1", Dictionary(ActualText=String(NAME)))
    draw(pdf, at(MARKED % b"/Span /Pr1"))


@channel("stream", "object")
def alternative_text(pdf):
    draw(pdf, at(MARKED % b"/Span << /Alt (de heer Quaxwijk) >>"))


@channel("stream", "object")
def expansion_of_an_abbreviation(pdf):
    draw(pdf, at(SHOWN) + at(b"/Span << /E (Quaxwijk) >> BDC (Q.) Tj EMC", y=600))


@channel("stream", "object")
def custom_property_of_marked_content(pdf):
    draw(pdf, at(MARKED % b"/Span << /Lang (nl) /Author (Quaxwijk) >>"))


@channel("stream", "object")
def private_property_list(pdf):
    put(first(pdf), "Properties", "Pr1", Dictionary(Vendor=Dictionary(Who=String(NAME))))
    draw(pdf, at(MARKED % b"/Span /Pr1"))


@channel("stream", "object")
def unknown_instruction(pdf):
    """Readers skip what stands between BX and EX if they do not know it."""
    draw(pdf, at(SHOWN) + b" BX (Quaxwijk) xyz EX")


@channel("stream", "bytes")
def key_of_an_inline_image(pdf):
    tiny = b" q 5 0 0 5 72 600 cm BI /W 1 /H 1 /CS /G /BPC 8 /Who (Quaxwijk) ID \0 EI Q"
    draw(pdf, at(SHOWN) + tiny)


@channel("stream", "object")
def name_of_a_layer(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"Opmerking {NAME}")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))
    put(first(pdf), "Properties", "L1", layer)
    draw(pdf, at(SHOWN) + b" /OC /L1 BDC 100 100 10 10 re f EMC")


@channel("stream", "object")
def user_of_a_layer(pdf):
    usage = Dictionary(User=Dictionary(Type=Name.Ind, Name=String(NAME)))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Laag"), Usage=usage))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))
    put(first(pdf), "Properties", "L1", layer)
    draw(pdf, at(SHOWN) + b" /OC /L1 BDC 100 100 10 10 re f EMC")


@channel("stream", "bytes")
def comment_in_a_function(pdf):
    program = Stream(pdf, b"{ % Quaxwijk\n dup pop }", FunctionType=4)
    program.Domain, program.Range = Array([0, 1]), Array([0, 1])
    tint = Array([Name.Separation, Name.Steunkleur, Name.DeviceGray, program])
    put(first(pdf), "ColorSpace", "Cs1", tint)
    draw(pdf, at(SHOWN) + b" /Cs1 cs 1 scn 100 100 10 10 re f")


@channel("stream", "bytes")
def after_the_end_of_a_packed_stream(pdf):
    """Bytes behind the packed data, within the length of the stream."""
    import zlib

    content = zlib.compress(at(SHOWN)) + b"\n% Quaxwijk"
    first(pdf).Contents = Stream(pdf, content, Filter=Name.FlateDecode)
