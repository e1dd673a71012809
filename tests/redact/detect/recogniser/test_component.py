import pytest

from redact.detect.recogniser import component
from redact.detect.recogniser.component import persons_of, pipeline
from redact.errors import RecogniserMissingError


@pytest.fixture
def other(monkeypatch):
    """Another model of spaCy, that calls Noor Haddad a person and Utrecht a place."""
    import spacy

    language = spacy.blank("nl")
    ruler = language.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": "PER", "pattern": "Noor Haddad"}, {"label": "LOC", "pattern": "Utrecht"}]
    )
    monkeypatch.setattr(component, "_installed", lambda _: language)
    return persons_of("nl_other", 0.6)


def found(text, recogniser):
    return [(text[match.start : match.end], match.score) for match in recogniser(text, [])]


def test_our_model_is_a_component_of_spacy():
    doc = pipeline()("Gisteren heeft mevrouw Noor Haddad gebeld over de melding.")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Noor Haddad", "PERSON")]


def test_an_empty_document_has_no_entities():
    assert pipeline()("").ents == ()


def test_persons_of_another_model_get_the_score_of_the_policy(other):
    assert found("Noor Haddad werkt in Utrecht.", other) == [("Noor Haddad", 0.6)]


def test_a_long_text_is_read_in_parts(other):
    text = "Noor Haddad belde.\n" * 6000
    assert len(found(text, other)) == 6000


def test_a_line_longer_than_a_part_is_read_whole(other):
    assert found("x" * 120_000 + " Noor Haddad", other) == [("Noor Haddad", 0.6)]


def test_a_model_that_is_not_installed_is_named_in_plain_dutch():
    with pytest.raises(RecogniserMissingError, match="niet geïnstalleerd"):
        persons_of("nl_core_news_nowhere", 0.6)
