from redact.detect.match import Match
from redact.detect.overlap import without_overlaps
from redact.finding import Kind

TEXT = "Woont op Boeier 4, aldus Karin."


def match(words, kind, score=0.9, source="x"):
    start = TEXT.index(words)
    return Match(start, start + len(words), kind, score, source, "")


def test_a_person_that_an_address_is_named_after_is_left_out():
    kept = without_overlaps(
        TEXT, [match("Boeier 4", Kind.ADDRESS, 0.6), match("Boeier", Kind.PERSON)]
    )
    assert [one.kind for one in kept] == [Kind.ADDRESS]


def test_a_term_stays_where_an_address_is_named_after_it():
    term = match("Boeier", Kind.PERSON, 1.0, "term:0")
    assert term in without_overlaps(TEXT, [match("Boeier 4", Kind.ADDRESS, 0.6), term])


def test_a_sure_match_beats_an_unsure_one_in_its_place():
    sure = match("Karin", Kind.PERSON)
    kept = without_overlaps(TEXT, [match("aldus Karin", Kind.PERSON, 0.5), sure])
    assert sure in kept


def test_what_a_losing_match_covered_besides_the_winner_is_still_told():
    kept = without_overlaps(
        TEXT, [match("Karin", Kind.PERSON), match("aldus Karin", Kind.PERSON, 0.5)]
    )
    assert [TEXT[one.start : one.end] for one in kept] == ["aldus ", "Karin"]
