from dataclasses import replace

import numpy as np
import pymupdf
import pytest

from redact.document import Span
from redact.finding import Redaction
from redact.verify.glyphs import glyphs, letters, spelled_out
from redact.verify.shown import _PAIR, _joined
from redact.write import write_pdf

LOST = "tekst die moest blijven is weg of verschoven"
EXTRA = "er staat tekst die de lezer niet zag of die weg moest"
NO_LABEL = "bij een weggelaten stuk staat de grond niet"
NOT_ONLY_LABEL = "bij een weggelaten stuk staat iets anders dan de grond en de tekst die bleef"
DOUBLED = "een teken dat moest blijven staat er vaker dan eerst"


def _says(leaks, message):
    return any(leak.startswith("plaats") and leak.endswith(message) for leak in leaks)


def _erase(pdf, word, page=0):
    for place in pdf[page].search_for(word):
        middle = (place.y0 + place.y1) / 2
        pdf[page].add_redact_annot(
            (place.x0 + 0.3, middle - 1, place.x1 - 0.3, middle + 1), fill=False
        )
    pdf[page].apply_redactions()


def test_a_missing_label_is_found(case):
    assert _says(case.leaks(case.honest(label=False)), NO_LABEL)


def test_another_code_than_was_ordered_is_found(case):
    wrong = tuple(Redaction(redaction.span, "5.1.2.i") for redaction in case.redactions)
    output = replace(case, redactions=wrong).honest()
    assert _says(case.leaks(output), NOT_ONLY_LABEL)


def test_text_beside_the_label_in_the_gap_is_found(case):
    box = case.document.pages[0].boxes[case.redactions[0].span.end - 1]
    spot = pymupdf.Point(float(box[0]), float(box[3]) - 4)
    output = case.honest(draw=lambda pdf: pdf[0].insert_text(spot, "ns", fontsize=6))
    assert _says(case.leaks(output), NOT_ONLY_LABEL)


def test_a_neighbour_on_the_line_eaten_is_found(case):
    for word in ("Aanwezig", "wethouder"):
        leaks = case.leaks(case.honest(draw=lambda pdf, word=word: _erase(pdf, word)))
        assert _says(leaks, NOT_ONLY_LABEL)


def test_a_word_lost_on_another_line_is_found(case):
    assert _says(case.leaks(case.honest(draw=lambda pdf: _erase(pdf, "overlast"))), LOST)


def test_letters_eaten_on_tight_lines_are_found(make_case):
    """PyMuPDF takes every character whose box is touched, also those of the next line."""
    case = make_case(
        "Regel boven deze naam blijft staan",
        "Hier is Quaxmans geweest",
        "Regel eronder blijft",
        remove=["Quaxmans"],
        leading=11,
    )
    assert not case.leaks(case.honest())
    with pymupdf.open(stream=case.data) as pdf:
        pdf[0].add_redact_annot(pdf[0].search_for("Quaxmans")[0], text="5.1.2.e", fontsize=6)
        pdf[0].apply_redactions()
        eaten = pdf.tobytes(garbage=4)
    assert _says(case.leaks(eaten), LOST)


def test_text_that_was_not_there_is_found(case):
    output = case.honest(draw=lambda pdf: pdf[0].insert_text((72, 600), "Zomaar iets"))
    assert _says(case.leaks(output), EXTRA)


@pytest.mark.parametrize("shift", [-8.6, -2.0, 2.0, 11.0])
def test_a_line_that_moved_is_found(case, shift):
    def draw(pdf):
        _erase(pdf, "Verslag van het overleg over jeugdzorg")
        pdf[0].insert_text((72 + shift, 72), "Verslag van het overleg over jeugdzorg", fontsize=11)

    assert _says(case.leaks(case.honest(draw=draw)), LOST)


def test_a_letter_doubled_beside_a_gap_is_found(case):
    def draw(pdf):
        at = case.document.pages[0].text.index("Aanwezig")
        x0, _, _, y1 = case.document.pages[0].boxes[at].tolist()
        pdf[0].insert_text((x0 + 0.4, y1 - 3.3), "A", fontsize=11)

    assert _says(case.leaks(case.honest(draw=draw)), DOUBLED)


def _shifted(case, words):
    """Print the line with a gap anew, each word at a place of its own."""

    def draw(pdf):
        _erase(pdf, "de wethouder")
        _erase(pdf, "5.1.2.e")
        for x, word in words:
            pdf[0].insert_text((x, 92), word, fontsize=11)

    return case.honest(draw=draw)


def test_what_stands_after_a_label_may_have_moved_along_the_line(case):
    assert not case.leaks(_shifted(case, [(124, "5.1.2.e"), (165, "de wethouder")]))


def test_what_moved_must_be_all_there_and_in_order(case):
    for words in (
        [(124, "5.1.2.e"), (165, "de wethoude")],
        [(124, "5.1.2.e"), (165, "wethouder de")],
        [(124, "5.1.2.e"), (165, "de wethouder x")],
    ):
        assert _says(case.leaks(_shifted(case, words)), NOT_ONLY_LABEL)
    assert _says(case.leaks(_shifted(case, [(165, "de wethouder")])), NO_LABEL)


def test_a_passage_of_many_lines_needs_its_code_once(make_case):
    lines = ["Vooraf.", "Dit stuk gaat weg", "en dit ook helemaal", "en dit eveneens.", "Nawoord."]
    case = make_case(*lines)
    page = case.document.pages[0]
    start, end = page.text.index("Dit"), page.text.index("eveneens.") + len("eveneens.")
    case = replace(case, redactions=(Redaction(Span(0, start, end), "5.1.2.i"),))
    assert not case.leaks(case.honest())
    assert _says(case.leaks(case.honest(label=False)), NO_LABEL)


def test_each_line_of_a_list_needs_its_own_code(make_case):
    case = make_case(
        "Jansveld", "Quaxmans", "Pronkert", remove=["Jansveld", "Quaxmans", "Pronkert"]
    )
    assert not case.leaks(case.honest())
    first = replace(case, redactions=case.redactions[:1])

    def rest(pdf):
        for name in ("Quaxmans", "Pronkert"):
            _erase(pdf, name)

    assert _says(case.leaks(first.honest(draw=rest)), NO_LABEL)


def test_two_gaps_with_only_a_space_between_may_share_a_label(make_case):
    case = make_case("Aan Xandra Quaxmans gezegd", remove=["Xandra", "Quaxmans"])
    assert not case.leaks(case.honest())
    shared = replace(case, redactions=case.redactions[:1])
    assert not case.leaks(shared.honest(draw=lambda pdf: _erase(pdf, "Quaxmans")))


def test_an_initial_is_checked_by_its_place(make_case):
    case = make_case("Gezien door Q. te Utrecht", remove=["Q"])
    assert not case.leaks(case.honest())
    assert case.leaks(case.data)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_turned_text_on_turned_pages_is_verified(make_case, turn, rotation):
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=400, height=300)
        page.insert_text((200, 150), "Bij Quaxmans thuis", fontsize=11, rotate=turn)
        page.set_rotation(rotation)
        data = pdf.tobytes()
    case = make_case(data=data, remove=["Quaxmans"])
    assert len(case.redactions) == 1
    assert not case.leaks(case.honest())
    assert case.leaks(case.honest(label=False))
    assert case.leaks(data)


def test_a_slanted_watermark_raises_no_alarm(make_case):
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 72), "Verslag met Quaxmans", fontsize=11)
        spot = pymupdf.Point(150, 500)
        page.insert_text(spot, "CONCEPT VERSIE", fontsize=60, morph=(spot, pymupdf.Matrix(35)))
        data = pdf.tobytes()
    case = make_case(data=data, remove=["Quaxmans"])
    assert not case.leaks(case.honest())


@pytest.mark.parametrize("left", range(200, 224, 4))
def test_codes_of_lines_that_cross_are_told_apart(make_case, left):
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((left, 300), "Quaxmans", fontsize=11, rotate=180)
        page.insert_text((200, 600), "Quaxmans", fontsize=11, rotate=270)
        data = pdf.tobytes()
    case = make_case(data=data, remove=["Quaxmans"])
    assert len(case.redactions) == 2
    assert not case.leaks(write_pdf(data, case.document, case.redactions))


@pytest.mark.parametrize("font", ["helv", "tiro", "cour"])
def test_text_beside_a_line_that_moved_may_stand_at_any_height(make_case, font):
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 40), "Een gewone regel, die overal zo stond.", fontsize=11)
        for number in range(30):
            foot = 70 + 25 * number
            page.insert_text((72, foot), "Quaxmans zei dit", fontsize=11)
            page.insert_text((400, foot - 4 - number / 15), "x2763", fontsize=12, fontname=font)
        data = pdf.tobytes()
    case = make_case(data=data, remove=["Quaxmans"])
    assert not case.leaks(write_pdf(data, case.document, case.redactions))


def test_the_repr_of_what_is_looked_at_shows_no_text(case):
    from redact.verify.evidence import Evidence

    evidence = Evidence(case.honest(), case.document, case.redactions)
    shown = [repr(part) for part in (evidence, evidence.shown, evidence.kept, evidence.secrets)]
    shown += [repr(evidence.readings), repr(evidence.carving)]
    assert not any("wethouder" in text.lower() or "quaxmans" in text.lower() for text in shown)


def test_words_are_matched_by_the_page_not_by_the_reader(case):
    """The check needs the boxes: without them nothing can have stayed in its place."""
    page = case.document.pages[0]
    moved = replace(page, boxes=(page.boxes + np.float32(30)))
    document = replace(case.document, pages=(moved, *case.document.pages[1:]))
    assert _says(replace(case, document=document).leaks(case.honest()), LOST)


def test_turned_text_that_crosses_a_gap_is_none_of_its_line(make_pdf, make_case):
    with pymupdf.open(stream=make_pdf("Hier is Quaxmans geweest")) as pdf:
        place = pdf[0].search_for("Quaxmans")[0]
        pdf[0].insert_text((place.x1 + 90, place.y1 + 8), "dwars", fontsize=9, rotate=90)
        data = pdf.tobytes()
    case = make_case(data=data, remove=["Quaxmans"])
    assert not case.leaks(case.honest())
    beside = pymupdf.Point(place.x1 + 70, place.y1 - 3)
    spoiled = case.honest(draw=lambda pdf: pdf[0].insert_text(beside, "s", fontsize=9))
    assert _says(case.leaks(spoiled), NOT_ONLY_LABEL)


def test_a_sign_for_two_letters_may_be_read_as_those():
    text = "a\ufccbb"
    boxes = np.array([[0, 0, 5, 10], [5, 0, 15, 10], [15, 0, 20, 10]], dtype=np.float32)
    one = spelled_out(glyphs(letters(text), boxes), text)
    assert "".join(map(chr, one.codes)) == "a\u0644\u062eb"
    assert one.left.tolist() == [0, 5, 10, 15]
    assert one.places.tolist() == [0, 1, 1, 2]


def test_a_sign_of_two_units_is_read_as_one():
    assert _PAIR.sub(_joined, "a\ud835\udf0bb") == "a\U0001d70b\u200bb"
