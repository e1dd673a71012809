from redact.detect import detect
from redact.detect.match import Match
from redact.detect.overlap import without_overlaps
from redact.document import Document, Page
from redact.finding import Kind

TEXT = "Karin@voorbeeld.nl woont daar niet meer, zegt zij."


def document(*texts):
    return Document("0" * 64, tuple(Page.unplaced(n, text) for n, text in enumerate(texts)))


def match(start, end, kind=Kind.PERSON, score=0.9):
    return Match(start, end, kind, score, "test", "Een reden.")


def test_findings_stand_in_reading_order_and_name_their_page():
    found = detect(document("Karin Smeets belde.", "Haar mail is karin@smeets.nl."))
    assert [(f.kind, f.spans[0].page) for f in found] == [(Kind.PERSON, 0), (Kind.EMAIL, 1)]


def test_an_address_wins_from_the_name_inside_it():
    assert without_overlaps(TEXT, [match(0, 5), match(0, 16, Kind.EMAIL, 0.99)]) == [
        match(0, 16, Kind.EMAIL, 0.99)
    ]


def test_a_sure_match_wins_from_a_longer_doubt():
    assert without_overlaps(TEXT, [match(0, 5), match(0, 7, score=0.5)]) == [match(0, 5)]


def test_what_a_loser_covered_besides_stays_reported():
    sure, doubt = match(0, 5), match(0, 18, Kind.ADDRESS, 0.5)
    assert without_overlaps(TEXT, [sure, doubt]) == [sure, match(5, 18, Kind.ADDRESS, 0.5)]


def test_a_passage_and_the_name_inside_it_both_stay():
    passage = match(0, 40, Kind.HEALTH)
    assert without_overlaps(TEXT, [match(5, 9), passage]) == [passage, match(5, 9)]


def test_what_is_too_doubtful_is_not_reported():
    assert without_overlaps(TEXT, [match(0, 5, score=0.3)]) == []


def test_another_detector_may_stand_beside_the_rules():
    found = detect(document("abc Qwxyz def"), [lambda _: [match(4, 9)]])
    assert [f.source for f in found] == ["test"]
