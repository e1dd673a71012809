"""A title is published too: it may not say what was taken out of the document."""

import pytest

from pipeline.case import acts
from pipeline.case.acts import Verdict
from pipeline.case.doing import By, add, approve, decide, see_page
from pipeline.case.errors import NotAllowedError
from pipeline.case.record import Ask, record, undo
from pipeline.case.titles import gives_away
from redact.document import Span
from redact.finding import Kind
from tests.pipeline.case.made import item_at, make_case, propose, put, says

PAGE = (
    "Mevrouw Anna van der Quaxmans en dhr. Zoë Bakker.\n"
    "Linde, mail i.xylofaan@post.nl of 06-12 34 56 78."
)
TOLD = (
    says("Mevrouw Anna van der Quaxmans", person="p1"),
    says("Zoë Bakker", person="p2"),
    says("i.xylofaan@post.nl", Kind.EMAIL),
    says("06-12 34 56 78", Kind.PHONE),
)


@pytest.fixture
def case(tmp_path):
    made = make_case(tmp_path)
    put(made, PAGE)
    propose(made, *TOLD)
    yield made
    made.close()


def call(case, title):
    described = acts.Describe(title=case.vault.put_text(title))
    record(case, Ask("ann", "document:1", described))


def redact_all(case):
    decide(case, By("ann"), "document:1", Verdict.AS_PROPOSED)
    see_page(case, By("ann"), 1, 0)


def tells(case):
    return gives_away(case, case.state(), 1)


@pytest.mark.parametrize(
    "title",
    [
        "Klacht van Quaxmans",
        "klacht_QUAXMANS_2026",
        "KlachtQuaxmans",
        "Quaxmans' klacht",
        "De bakker op de hoek",
        "Gesprek met Zoe\u0308",
        "Gesprek met Zoe",
        "Annas gesprek",
        "Bericht van xylofaan",
        "Gebeld met 0612345678",
    ],
)
def test_a_title_that_says_what_went_is_seen(case, title):
    redact_all(case)
    call(case, title)
    assert tells(case)


@pytest.mark.parametrize(
    "title",
    [
        "Klacht over de kap",
        "Mevrouw van der gemeente",
        "Post.nl",
        "Bakkerij aan de weg",
        "Oproep 06",
    ],
)
def test_words_that_are_in_no_name_may_stand_in_a_title(case, title):
    redact_all(case)
    call(case, title)
    assert not tells(case)


def test_a_name_that_stays_may_stand_in_the_title(case):
    decide(case, By("ann"), "person:p1", Verdict.KEEP)
    call(case, "Klacht van Quaxmans")
    assert not tells(case)
    decide(case, By("ann"), "person:p1", Verdict.REDACT)
    assert tells(case)
    undo(case, "ann")
    assert not tells(case)


def test_a_mark_counts_as_it_was_made_wider_and_as_it_was_added(case):
    item = item_at(case, 1, "Zoë Bakker")
    decide(case, By("ann"), f"item:{item}", Verdict.REDACT)
    call(case, "Dhr. Zwartbol")
    assert not tells(case)
    call(case, "De linde")
    assert not tells(case)
    start = PAGE.index("Zoë")
    record(case, Ask("ann", f"item:{item}", acts.Resize((Span(0, start, start + 17),))))
    assert tells(case)


def test_the_words_of_a_passage_are_anybodys(tmp_path):
    made = make_case(tmp_path)
    put(made, "De heer Zwartbol vindt de kap van de linde onnodig.")
    propose(made, says("De heer Zwartbol vindt de kap van de linde onnodig.", Kind.OPINION))
    redact_all(made)
    call(made, "Kap van de linde")
    assert not tells(made)
    made.close()


def test_such_a_document_is_not_approved_and_the_reason_does_not_repeat_the_name(case):
    redact_all(case)
    call(case, "Klacht van Quaxmans")
    with pytest.raises(NotAllowedError, match="In de titel staat een naam") as refused:
        approve(case, By("ann"), 1)
    assert "Quaxmans" not in str(refused.value)
    call(case, "Klacht")
    approve(case, By("ann"), 1)


def test_what_was_added_by_hand_counts(case):
    start = PAGE.index("post")
    place = acts.Place(1, (Span(0, start, start + 4),))
    add(case, By("ann"), [place], Kind.PERSON, ["5.1.2.e"])
    call(case, "De post")
    assert tells(case)
