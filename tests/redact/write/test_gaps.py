import numpy as np
import pytest

from redact.document import Document, Span
from redact.finding import Redaction
from redact.read import read_pdf
from redact.write.gaps import find_gaps


def gaps_of(document, *redactions):
    (page,) = find_gaps(document, redactions)
    return page


def order(document, text, ground="5.1.2.e"):
    start = document.pages[0].text.index(text)
    return Redaction(Span(0, start, start + len(text)), ground)


def codes(page):
    return [gap.code for gap in page.gaps]


def lost(page):
    return "".join(np.array(list(page.page.text))[page.gone]).replace("\n", "|")


@pytest.fixture
def document(make_pdf):
    return read_pdf(
        make_pdf(
            "De heer Jan de Vries en Piet Bakker",
            "zijn aanwezig, mevrouw El Amrani van",
            "het team komt later en neemt Toos mee.",
            "Zij stelt een vraag over de agenda.",
            leading=14,
        )
    )


def test_a_name_leaves_one_gap_with_its_code(document):
    page = gaps_of(document, order(document, "Jan de Vries"))
    assert codes(page) == ["5.1.2.e"]
    assert lost(page) == "Jan de Vries"


def test_two_names_with_a_word_between_them_leave_two_gaps(document):
    page = gaps_of(document, order(document, "Jan de Vries"), order(document, "Piet Bakker"))
    assert codes(page) == ["5.1.2.e", "5.1.2.e"]


def test_neighbours_with_the_same_code_become_one_gap(document):
    page = gaps_of(document, order(document, "Jan"), order(document, "de Vries"))
    assert codes(page) == ["5.1.2.e"]


def test_neighbours_with_different_codes_stay_apart(document):
    page = gaps_of(document, order(document, "Jan"), order(document, "de Vries", "5.1.2.i"))
    assert codes(page) == ["5.1.2.e", "5.1.2.i"]


def test_overlapping_redactions_of_one_code_become_one_gap(document):
    page = gaps_of(document, order(document, "Jan de"), order(document, "de Vries"))
    assert codes(page) == ["5.1.2.e"]
    assert lost(page) == "Jan de Vries"


def test_a_name_within_a_passage_is_explained_by_the_passage(document):
    passage = order(document, "mevrouw El Amrani van", "5.1.2.i")
    page = gaps_of(document, order(document, "El Amrani"), passage)
    assert codes(page) == ["5.1.2.i"]


def test_one_span_with_two_grounds_names_both(document):
    page = gaps_of(document, order(document, "Toos"), order(document, "Toos", "5.1.2.i"))
    assert codes(page) == ["5.1.2.e, 5.1.2.i"]


def test_a_text_over_two_lines_has_its_code_on_both(document):
    page = gaps_of(document, order(document, "Piet Bakker\nzijn aanwezig"))
    assert codes(page) == ["5.1.2.e", "5.1.2.e"]


def test_a_long_passage_has_its_code_once(document):
    text = document.pages[0].text.rstrip()
    page = gaps_of(document, Redaction(Span(0, 0, len(text)), "5.1.2.i"))
    assert codes(page) == ["5.1.2.i", "", "", ""]


def test_a_passage_that_begins_in_a_narrow_place_has_its_code_on_the_next_line(document):
    text = document.pages[0].text
    start, end = text.index("van\nhet"), text.rstrip().rindex("agenda")
    page = gaps_of(document, Redaction(Span(0, start, end), "5.1.2.i"))
    assert codes(page) == ["", "5.1.2.i", ""]


def test_a_bullet_stays_and_the_code_stands_beside_it(make_pdf):
    document = read_pdf(make_pdf("- Een geheel geheim punt", "- Een tweede punt"))
    text = document.pages[0].text.rstrip()
    page = gaps_of(document, Redaction(Span(0, 0, len(text)), "5.1.2.i"))
    assert codes(page) == ["5.1.2.i", "5.1.2.i"]
    assert "-" not in lost(page)


def test_a_removed_space_alone_leaves_no_gap(document):
    place = document.pages[0].text.index(" ")
    page = gaps_of(document, Redaction(Span(0, place, place + 1), "5.1.2.e"))
    assert page.gaps == ()


def test_a_text_that_was_never_drawn_leaves_no_gap():
    from redact.document import Page

    document = Document("", (Page.unplaced(0, "Jan"),))
    page = gaps_of(document, Redaction(Span(0, 0, 3), "5.1.2.e"))
    assert page.gaps == ()
    assert len(page.cores) == 0
