"""The room that a removed name leaves: as wide as the name, it tells the name."""

import pymupdf
from pikepdf import Array

from tests.channels.channel import channel
from tests.channels.sheet import (
    AFTER,
    BEFORE,
    NAME,
    around,
    at,
    draw,
    first,
    form,
    line,
    put,
    width,
)

_SLACK = 0.3
"""Points; a gap this near to the width of the name is the width of the name."""


def same_gap(source, output):
    """Tell whether what stood around the name is as far apart as it was."""
    return abs(_gap(source) - _gap(output)) < _SLACK


def _gap(data):
    """Return the distance in points between the words around the name."""
    with pymupdf.open(stream=data) as pdf:
        words = {word[4]: word for word in pdf[0].get_text("words")}
    (x0, y0, *_), (x1, y1, *_) = words["met"], words["over"]
    return abs(x1 - x0) + abs(y1 - y0)


def gap(build):
    """Register a channel in which the distance of the words around it tells the name."""
    return channel("gaps", "text", tells=same_gap)(build)


SENTENCE = f"{BEFORE} {NAME} {AFTER}"


@gap
def gap_in_a_line(pdf):
    draw(pdf, line(SENTENCE))


@gap
def gap_in_an_array(pdf):
    draw(pdf, at(b"[(Afspraak met ) -20 (Quaxwijk) -20 ( over de vergunning.)] TJ"))


@gap
def gap_between_words_placed_by_hand(pdf):
    draw(pdf, around(line(NAME, x=0, y=0)))


@gap
def gap_between_letters_placed_by_hand(pdf):
    letters = [line(letter, x=72 + width(SENTENCE[:at_])) for at_, letter in enumerate(SENTENCE)]
    draw(pdf, b" ".join(letters))


@gap
def gap_in_a_form(pdf):
    put(first(pdf), "XObject", "Fm1", form(pdf, line(SENTENCE)))
    draw(pdf, b"/Fm1 Do")


@gap
def gap_on_a_turned_page(pdf):
    first(pdf).Rotate = 90


@gap
def gap_in_a_turned_line(pdf):
    draw(pdf, b"BT /F1 11 Tf 0 1 -1 0 300 300 Tm (Afspraak met Quaxwijk over iets) Tj ET")


@gap
def gap_in_a_line_with_two_names(pdf):
    draw(pdf, line(f"{NAME} sprak: afspraak met {NAME} over de vergunning."))


@gap
def gap_in_a_justified_line(pdf):
    draw(pdf, at(b"3.7 Tw (Afspraak met Quaxwijk over de vergunning.) Tj"))


@gap
def gap_in_a_line_of_a_page_that_does_not_begin_at_zero(pdf):
    first(pdf).MediaBox = Array([-100, -50, 595, 842])


@gap
def gap_in_a_line_set_in_two_fonts(pdf):
    draw(pdf, at(b"(Afspraak met ) Tj /F1 13 Tf (Quaxwijk) Tj /F1 11 Tf ( over iets.) Tj"))
