import pytest

from samples.evaluate import story
from samples.evaluate.contenders import Reading, lakwerk
from samples.evaluate.subjects import Subject, Text
from samples.gold import parse

OPEN = Text("open", *parse("Dat meldt {{person|Karin Hoogendijk}}. Ook {{person|vandaag}} belt.\n"))
CLOSED = Text("closed", *parse("Dat meldt {{person|Joost Terpstra}}. Ook {{person|vbn}} belt.\n"))
SUBJECTS = [Subject("ours", (OPEN,)), Subject("theirs", (CLOSED,), closed=True)]


@pytest.fixture
def told(monkeypatch):
    """Return all that an evaluation of two small texts prints, deduce being a fake."""
    monkeypatch.setattr(story, "subjects", lambda: iter(SUBJECTS))
    nothing = [Reading("deduce", [[]], 1.0), Reading("deduce", [[]], 1.0)]
    monkeypatch.setattr(story, "deduce", lambda _: nothing)
    lines = []
    story.evaluate(lines.append, with_faults=True)
    return "\n".join(lines)


def test_each_set_has_a_line_for_each_program(told):
    lines = [line.split()[:3] for line in told.splitlines()[1:5]]
    assert lines == [
        ["ours", "lakwerk", "2"],
        ["ours", "deduce", "2"],
        ["theirs", "lakwerk", "2"],
        ["theirs", "deduce", "2"],
    ]


def test_half_of_the_persons_found_is_a_recall_of_a_half(told):
    assert told.splitlines()[1].split()[3] == "0.500"
    assert told.splitlines()[2].split()[3] == "0.000"


def test_what_was_missed_is_told_with_its_context_for_open_texts_only(told):
    assert "Ook «vandaag» belt" in told
    assert "vbn" not in told
    assert "Terpstra" not in told


def test_on_a_public_set_who_may_stay_counts_as_found_too():
    text = Text("x", *parse("Burgemeester {{person|Karin Hoogendijk}} opent.\n"))
    assert lakwerk(Subject("p", (text,))).proposals == [[]]
    (proposals,) = lakwerk(Subject("p", (text,), public=True)).proposals
    assert [text.text[p.start : p.end] for p in proposals] == ["Karin Hoogendijk"]
