import pytest

from redact.finding import Action, Kind
from samples.gold import parse
from samples.score import Prediction, score, share, total
from samples.table import as_json, faults, table

TEXT, GOLDS = parse(
    "{{person|Karin de Wit}} belt {{phone|06-12}}. Burgemeester {{person:keep|Vos}} in de zomer. "
    "{{opinion:look|Dat vind ik niks.}}"
)


def _on(words, kind=Kind.PERSON, action=Action.REDACT):
    start = TEXT.index(words)
    return Prediction(start, start + len(words), kind, action)


def test_a_perfect_detector_scores_one_everywhere():
    perfect = [Prediction(g.start, g.end, g.kind, g.action) for g in GOLDS if g.must_go]
    result = score(TEXT, GOLDS, perfect)
    person = result.kinds[Kind.PERSON]
    assert (person.recall, person.precision, person.kept) == (1, 1, 1)
    assert result.kinds[Kind.OPINION].recall == 0
    assert result.kinds[Kind.OPINION].recall_shown == 1
    assert (result.missed, result.lost, result.alarms, result.overreach) == ((), (), (), 0)


def test_a_detector_that_sees_nothing_misses_everything():
    result = score(TEXT, GOLDS, [])
    assert len(result.missed) == 3
    assert result.kinds[Kind.PERSON].recall == 0
    assert result.kinds[Kind.PERSON].precision is None


def test_half_a_name_is_not_found():
    result = score(TEXT, GOLDS, [_on("Karin")])
    person = result.kinds[Kind.PERSON]
    assert (person.redacted, person.touched, person.proposed_right) == (0, 1, 1)
    assert GOLDS[0] in result.missed


def test_two_proposals_together_may_cover_one_name_and_spaces_do_not_count():
    result = score(TEXT, GOLDS, [_on("Karin"), _on("de"), _on("Wit")])
    assert result.kinds[Kind.PERSON].redacted == 1


def test_a_mention_counts_whatever_kind_covers_it():
    result = score(TEXT, GOLDS, [_on("06-12", Kind.IDNUMBER)])
    assert result.kinds[Kind.PHONE].recall == 1
    assert result.kinds[Kind.IDNUMBER].precision == 1


def test_what_a_person_looks_at_is_shown_but_not_redacted():
    result = score(TEXT, GOLDS, [_on("Karin de Wit", action=Action.LOOK)])
    person = result.kinds[Kind.PERSON]
    assert (person.recall, person.recall_shown) == (0, 1)
    assert (person.precision, person.precision_shown) == (None, 1)
    assert result.others_redacted == 0


def test_an_office_holder_who_goes_is_lost_and_is_a_false_alarm():
    result = score(TEXT, GOLDS, [_on("Vos")])
    assert result.kinds[Kind.PERSON].kept == 0
    assert len(result.lost) == len(result.alarms) == 1


def test_an_office_holder_who_is_shown_is_kept():
    assert score(TEXT, GOLDS, [_on("Vos", action=Action.LOOK)]).kinds[Kind.PERSON].kept == 1


def test_what_goes_beside_the_gold_is_measured_in_letters_and_digits():
    result = score(TEXT, GOLDS, [_on("zomer.")])
    wanted = sum(c.isalnum() for gold in GOLDS if gold.must_go for c in TEXT[gold.start : gold.end])
    assert result.overreach == pytest.approx(5 / (sum(c.isalnum() for c in TEXT) - wanted))


def test_a_proposal_to_keep_is_no_proposal():
    kept = score(TEXT, GOLDS, [_on("Karin de Wit", action=Action.KEEP)])
    assert kept == score(TEXT, GOLDS, [])


def test_figures_of_several_texts_add_up():
    result = total([score(TEXT, GOLDS, [_on("Karin de Wit")]), score(TEXT, GOLDS, [])])
    assert result.kinds[Kind.PERSON].recall == 0.5
    assert result.kinds[Kind.PERSON].stays == 2
    assert result.missed == ()


def test_a_share_of_nothing_is_no_share():
    assert share(0, 0) is None


def test_the_lists_name_each_fault_with_its_context():
    lines = list(faults(TEXT, score(TEXT, GOLDS, [_on("Vos"), _on("zomer")])))
    assert lines[0] == "missed      person     «Karin de Wit» belt 06-12. Burgemeester Vos"
    assert [line.split()[0] for line in lines] == ["missed"] * 3 + ["must", "false", "false"]


def test_the_table_shows_each_kind_that_occurs():
    shown = table(score(TEXT, GOLDS, [_on("Karin de Wit")]))
    assert "person" in shown
    assert "1/1" in shown
    assert "plate" not in shown


def test_the_json_holds_figures_only():
    figures = as_json(score(TEXT, GOLDS, [_on("Karin de Wit")]))
    assert figures["kinds"]["person"]["recall"] == 1
    assert "Karin" not in str(figures)
