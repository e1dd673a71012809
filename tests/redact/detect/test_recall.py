from redact.detect import detect
from redact.detect.names.parts import name_of
from redact.detect.recall import case_detector
from redact.document import Document, Page


def found(text, *names):
    detector = case_detector([name_of(name) for name in names])
    document = Document("0" * 64, (Page.unplaced(0, text),))
    return [document.text_of(finding.spans[0]) for finding in detect(document, (detector,))]


def test_a_full_name_of_the_case_is_found_in_any_case():
    assert found("gebeld met quirijn zwartbol over de kap", "Quirijn Zwartbol") == [
        "quirijn zwartbol"
    ]


def test_a_surname_of_the_case_is_found_by_itself():
    assert found("Volgens Zwartbol kan dat niet.", "Quirijn Zwartbol") == ["Zwartbol"]


def test_a_first_name_of_the_case_says_nothing_elsewhere():
    assert found("Volgens quirijn kan dat niet.", "Quirijn Zwartbol") == []


def test_initials_are_found_where_a_document_of_the_case_explains_them():
    name = name_of("Quirijn Zwartbol")._replace(monogram="QZ")
    document = Document("0" * 64, (Page.unplaced(0, "Actie QZ: bellen."),))
    findings = detect(document, (case_detector([name]),))
    assert [document.text_of(finding.spans[0]) for finding in findings] == ["QZ"]
    assert found("Actie QZ: bellen.", "Quirijn Zwartbol") == []


def test_a_name_of_the_case_that_is_an_ordinary_word_stays_a_word():
    assert found("Het groen wordt gemaaid.", "Karin Groen") == []
