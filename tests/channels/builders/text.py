"""Text that a reader sees, in all the ways that a file can hold it."""

from pikepdf import Array, Dictionary, Name, Stream

from tests.channels.channel import channel
from tests.channels.sheet import (
    AFTER,
    BEFORE,
    LEFT,
    MIDDLE,
    NAME,
    SIZE,
    add_page,
    around,
    at,
    draw,
    first,
    form,
    line,
    put,
    shown,
    width,
)

SENTENCE = f"{BEFORE} {NAME} {AFTER}"


@channel("text", "text")
def shown_in_one_string(pdf):
    draw(pdf, line(SENTENCE))


@channel("text", "text")
def split_in_an_array(pdf):
    draw(pdf, at(b"[(Afspraak met Q) 20 (ua) -15 (xw) 10 (i) -5 (jk over de vergunning.)] TJ"))


@channel("text", "text")
def split_over_instructions(pdf):
    draw(pdf, at(b" ".join(map(shown, ("Afspraak met Qu", "axw", "ijk", " over de vergunning.")))))


@channel("text", "text")
def shown_on_the_next_line(pdf):
    draw(pdf, at(b"14 TL (Afspraak met) Tj (Quaxwijk over) ' 2 0 (de vergunning.) \""))


@channel("text", "text")
def letters_placed_one_by_one(pdf):
    draw(pdf, around(b"".join(_letters(range(len(NAME))))))


@channel("text", "text")
def letters_drawn_from_the_last_to_the_first(pdf):
    draw(pdf, around(b"".join(_letters(reversed(range(len(NAME)))))))


def _letters(places):
    return (line(NAME[place], x=width(NAME[:place]), y=0) for place in places)


@channel("text", "text")
def letters_under_each_other(pdf):
    letters = (line(letter, x=400, y=-14 * row) for row, letter in enumerate(NAME))
    draw(pdf, around(b" ".join(letters)))


@channel("text", "text")
def turned_a_quarter(pdf):
    draw(pdf, line(BEFORE) + b" BT /F1 11 Tf 0 1 -1 0 300 500 Tm (Quaxwijk belde) Tj ET")


@channel("text", "text")
def turned_a_little(pdf):
    slanted = b" BT /F1 11 Tf .866 .5 -.5 .866 300 500 Tm (Quaxwijk) Tj ET"
    draw(pdf, line(BEFORE) + slanted)


@channel("text", "text")
def upside_down(pdf):
    draw(pdf, line(BEFORE) + b" BT /F1 11 Tf -1 0 0 -1 300 500 Tm (Quaxwijk belde) Tj ET")


@channel("text", "text")
def on_a_turned_page(pdf):
    first(pdf).Rotate = 90


@channel("text", "text")
def in_two_content_streams(pdf):
    head, tail = b"BT /F1 11 Tf 1 0 0 1 72 730 Tm (Afspraak met Qua) Tj", b"(xwijk belde.) Tj ET"
    first(pdf).Contents = Array([pdf.make_stream(head), pdf.make_stream(tail)])


@channel("text", "text")
def in_a_form(pdf):
    put(first(pdf), "XObject", "Fm1", form(pdf, line(SENTENCE)))
    draw(pdf, b"/Fm1 Do")


@channel("text", "text")
def in_a_form_within_a_form(pdf):
    outer = form(pdf, b"q 1 0 0 1 0 0 cm /Fm2 Do Q")
    put(outer, "XObject", "Fm2", form(pdf, line(SENTENCE)))
    put(first(pdf), "XObject", "Fm1", outer)
    draw(pdf, b"/Fm1 Do")


@channel("text", "text")
def in_a_form_of_two_pages(pdf):
    shared = pdf.make_indirect(form(pdf, line(SENTENCE)))
    add_page(pdf)
    for number, page in enumerate(pdf.pages):
        put(page.obj, "XObject", "Fm1", shared)
        draw(pdf, b"/Fm1 Do", page=number)


@channel("text", "text")
def drawn_twice_to_be_bold(pdf):
    draw(pdf, line(SENTENCE) + line(SENTENCE, x=LEFT + 0.3))


@channel("text", "text")
def raised_in_part(pdf):
    draw(pdf, at(b"(Afspraak met Quax) Tj 4 Ts (wijk) Tj 0 Ts ( over de vergunning.) Tj"))


@channel("text", "text")
def spaced_out_with_spaces(pdf):
    draw(pdf, line(f"{BEFORE} {' '.join(NAME)} {AFTER}"))


@channel("text", "text")
def spaced_out_by_the_pen(pdf):
    draw(pdf, at(b"(Afspraak met ) Tj 5 Tc (Quaxwijk) Tj 0 Tc ( over de vergunning.) Tj"))


@channel("text", "text")
def squeezed(pdf):
    draw(pdf, at(b"60 Tz (Afspraak met Quaxwijk over de vergunning.) Tj"))


@channel("text", "text")
def hyphenated_over_two_lines(pdf):
    draw(pdf, at(b"14 TL (De afspraak met Quax-) Tj T* (wijk over de vergunning.) Tj"))


@channel("text", "text")
def first_half_of_a_double_name_over_two_lines(pdf):
    draw(pdf, at(b"14 TL (De afspraak met Quaxwijk-) Tj T* (Berg over de vergunning.) Tj"))


@channel("text", "text")
def first_half_of_a_double_name(pdf):
    draw(pdf, line(f"{BEFORE} {NAME}-Berg {AFTER}"))


@channel("text", "text")
def with_a_soft_hyphen(pdf):
    draw(pdf, at(b"(Afspraak met Quax\\255wijk over de vergunning.) Tj"))


@channel("text", "text")
def in_capitals(pdf):
    draw(pdf, line(f"{BEFORE} {NAME.upper()} {AFTER}"))


@channel("text", "text")
def with_an_accent(pdf):
    draw(pdf, line(f"{BEFORE} Quäxwijk {AFTER}"))


@channel("text", "text")
def in_an_address(pdf):
    draw(pdf, line("Afspraak met Quaxwijk, j.quaxwijk@gemeente.example."))


@channel("text", "text")
def overprinted(pdf):
    put(first(pdf), "ExtGState", "Over", Dictionary(OP=True, op=True, OPM=1))
    draw(pdf, b"q /Over gs 0 0 0 1 k " + line(SENTENCE) * 2 + b" Q")


@channel("text", "text")
def in_a_table(pdf):
    grid = b"0.5 w 70 722 m 400 722 l 70 742 m 400 742 l 150 722 m 150 742 l S "
    draw(pdf, grid + line("Indiener", x=74) + line(f"{NAME} te Utrecht", x=154))


@channel("text", "text")
def very_small(pdf):
    draw(pdf, line(BEFORE) + line(NAME, x=200, size=0.5))


@channel("text", "text")
def with_a_ligature(pdf):
    """The last letters but one are a single glyph, `ij`, as its map to Unicode says."""
    to_unicode = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
        b"1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfrange <20> <7E> <0020> endbfrange "
        b"1 beginbfchar <FF> <0133> endbfchar endcmap end end"
    )
    font = first(pdf).Resources.Font.F1
    font.ToUnicode = Stream(pdf, to_unicode)
    draw(pdf, at(b"(Afspraak met Quaxw\\377k over de vergunning.) Tj"))


@channel("text", "text")
def in_a_font_of_drawings(pdf):
    """Type 3: each letter is a little content stream; here each draws a square."""
    letters = sorted(set(SENTENCE))
    square = Stream(pdf, b"500 0 0 0 400 500 d1 0 0 400 500 re f")
    names = {letter: f"/g{ord(letter)}" for letter in letters}
    differences = [item for letter in letters for item in (ord(letter), Name(names[letter]))]
    ranges = b"".join(b"<%02X> <%04X> " % (ord(x), ord(x)) for x in letters)
    cmap = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"%d beginbfchar %s endbfchar endcmap" % (len(letters), ranges)
    )
    first(pdf).Resources.Font.F3 = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 500, 500]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(dict.fromkeys(names.values(), square)),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array(differences)),
        FirstChar=0,
        LastChar=255,
        Widths=Array([500] * 256),
        ToUnicode=Stream(pdf, cmap),
    )
    show = shown(SENTENCE)
    draw(pdf, b"BT /F3 %d Tf 1 0 0 1 %d %d Tm " % (SIZE, LEFT, MIDDLE) + show + b" ET")
