import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.finding import Action, Kind
from samples.gold import Gold, GoldError, marked, parse, usual_ground


def test_a_mark_is_a_place_in_the_text_without_marks():
    text, golds = parse("Vraag het {{person|Karin}} of Joost.")
    assert text == "Vraag het Karin of Joost."
    assert golds == [Gold(10, 15, Kind.PERSON, Action.REDACT, "5.1.2.e")]


def test_the_ground_follows_from_the_kind_unless_the_mark_names_one():
    _, golds = parse("{{bsn|343122200}} {{company 5.1.2.i|Bureau Reestdal}} {{opinion:look|Nee.}}")
    assert [(gold.ground, gold.action) for gold in golds] == [
        ("5.1.1.e", Action.REDACT),
        ("5.1.2.i", Action.REDACT),
        ("5.2.1", Action.LOOK),
    ]


def test_what_stays_has_no_ground():
    _, (gold,) = parse("burgemeester {{person:keep|Terpstra}}")
    assert gold.ground is None
    assert not gold.must_go


def test_marks_nest_and_the_outermost_comes_first():
    text, golds = parse("4. {{scope|Casus {{person|Nowak}}}}.")
    assert [text[gold.start : gold.end] for gold in golds] == ["Casus Nowak", "Nowak"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("een {{person|Karin", "1 mark(s) not closed; the last one is a person"),
        ("een\ntwee}} drie", "line 2: a mark is closed that was not opened"),
        ("{{persoon|Karin}}", "line 1: 'persoon' is not a valid Kind"),
        ("{{person:weg|Karin}}", "line 1: 'weg' is not a valid Action"),
        ("{{person|}}", "line 1: an empty mark"),
        ("{{person:keep 5.1.2.e|Karin}}", "line 1: what stays has no ground"),
        ("a {{Karin}} b", "line 1: a brace that belongs to no mark"),
        ("a } b", "line 1: a brace that belongs to no mark"),
    ],
)
def test_a_wrong_mark_is_refused_with_its_line(wrong, message):
    with pytest.raises(GoldError) as refusal:
        parse(wrong)
    assert str(refusal.value) == message


def test_marks_that_cross_cannot_be_written():
    crossing = [
        Gold(0, 3, Kind.PERSON, Action.REDACT, "5.1.2.e"),
        Gold(2, 4, Kind.PERSON, Action.REDACT, "5.1.2.e"),
    ]
    with pytest.raises(GoldError, match="cross"):
        marked("abcd", crossing)


def test_a_text_with_braces_cannot_be_marked():
    with pytest.raises(GoldError, match="brace"):
        marked("a{b", [])


GROUNDS = st.sampled_from(["5.1.2.e", "5.1.2.i", "4.1.4", "5.2.1"])


@st.composite
def _marked_texts(draw):
    """A text with golds that lie beside or inside each other, the outermost first."""
    text = draw(st.text(st.characters(exclude_characters="{}", codec="utf-8"), max_size=60))
    golds = []

    def mark_within(start, end, depth):
        position = start
        while position < end and draw(st.booleans()):
            begin = draw(st.integers(position, end - 1))
            stop = draw(st.integers(begin + 1, end))
            kind, action = draw(st.sampled_from(list(Kind))), draw(st.sampled_from(list(Action)))
            ground = None if action is Action.KEEP else draw(GROUNDS | st.just(usual_ground(kind)))
            golds.append(Gold(begin, stop, kind, action, ground))
            if depth:
                mark_within(begin, stop, depth - 1)
            position = stop

    mark_within(0, len(text), 2)
    return text, golds


@given(_marked_texts())
def test_what_is_marked_reads_back_the_same(example):
    text, golds = example
    assert parse(marked(text, golds)) == (text, golds)


@given(st.text(st.sampled_from("{}|: ab\n") | st.characters(codec="utf-8"), max_size=40))
def test_any_text_reads_or_is_refused(text):
    try:
        plain, golds = parse(text)
    except GoldError:
        return
    assert all(0 <= gold.start < gold.end <= len(plain) for gold in golds)
    assert parse(marked(plain, golds)) == (plain, golds)
