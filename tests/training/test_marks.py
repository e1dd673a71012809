import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.marks import Form, Label, MarkError, Span, parse, write


def test_a_mark_is_a_place_in_the_text_without_marks():
    text, spans = parse("Vraag {{person#2:first|Noor}} van {{organisation|De Brug}}.")
    assert text == "Vraag Noor van De Brug."
    assert spans == [
        Span(6, 10, Label.PERSON, 2, Form.FIRST),
        Span(15, 22, Label.ORGANISATION),
    ]


def test_a_name_may_be_broken_over_two_lines():
    text, (span,) = parse("door {{person:full|Noor\nHaddad}}")
    assert text[span.start : span.end] == "Noor\nHaddad"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("een\n{{person|Noor", "line 2: a brace that belongs to no mark"),
        ("een }} twee", "line 1: a brace that belongs to no mark"),
        ("{{place|{{person|Noor}}straat}}", "line 1: a brace that belongs to no mark"),
        ("{{naam|Noor}}", "line 1: 'naam' is not a valid Label"),
        ("{{person:kort|Noor}}", "line 1: 'kort' is not a valid Form"),
        ("{{person|}}", "line 1: a mark that is empty or begins or ends with white space"),
        ("{{person|Noor }}", "line 1: a mark that is empty or begins or ends with white space"),
        ("{{person|Noor\tHaddad}}", "line 1: a mark that runs from one cell into the next"),
        ("{{place#1|Zeist}}", "line 1: a place with a number or a form"),
        ("{{law:last|Wet Bakker}}", "line 1: a law with a number or a form"),
    ],
)
def test_a_wrong_mark_is_refused_with_its_line(wrong, message):
    with pytest.raises(MarkError) as refusal:
        parse(wrong)
    assert str(refusal.value) == message


def test_spans_that_overlap_cannot_be_written():
    with pytest.raises(MarkError, match="overlap"):
        write("abcd", [Span(0, 3, Label.PLACE), Span(2, 4, Label.PLACE)])


def test_a_span_that_cannot_be_read_back_is_not_written():
    with pytest.raises(MarkError, match="white space"):
        write("ab ", [Span(1, 3, Label.PLACE)])


LETTERS = st.characters(exclude_characters="{}|", codec="utf-8")


@st.composite
def _texts_with_spans(draw):
    text, spans = "", []
    for _ in range(draw(st.integers(0, 5))):
        text += draw(st.text(LETTERS, max_size=10))
        name = draw(st.text(LETTERS, min_size=1, max_size=10).filter(_is_name))
        label = draw(st.sampled_from(Label))
        tie = (draw(st.none() | st.integers(1, 99)), draw(st.none() | st.sampled_from(Form)))
        tied = tie if label is Label.PERSON else (None, None)
        spans.append(Span(len(text), len(text) + len(name), label, *tied))
        text += name
    return text + draw(st.text(LETTERS, max_size=10)), spans


def _is_name(text):
    return text == text.strip() and "\t" not in text


@given(_texts_with_spans())
def test_what_is_written_is_read_back(case):
    text, spans = case
    assert parse(write(text, spans)) == (text, spans)


@given(st.text("{}|:#person1 a\n", max_size=40))
def test_any_text_is_read_or_refused(marked):
    try:
        text, spans = parse(marked)
    except MarkError:
        return
    assert write(text, spans) == marked
