"""How a phrase is written, and what it then finds."""

import pytest

from redact.detect.passages.cues import WORDS, Group, Lexicon, phrase_of, phrases, questions
from redact.finding import PASSAGES, Kind
from redact.phrase import fold

GROUP = Group(Kind.STATE, "een proef", 0.5)


def seen(phrase, text):
    return bool(Lexicon([phrase_of(phrase, GROUP)]).seen(WORDS.findall(fold(text))))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("wij adviseren", "Dat WIJ, adviseren"),
        ("cliënt", "de client"),
        ("psychiatrisch*", "psychiatrische zorg"),
        ("de lijn naar ... pers", "de lijn naar de landelijke pers"),
        ("de lijn naar ... pers", "de lijn naar pers"),
        ("inzet in de onderhandeling*", "inzet in de onderhandelingen"),
        ("trauma's", "haar trauma's"),
        ("wij ... stelle*", "wij gaan niets stellen"),
        ("m i", "m.i. niet"),
    ],
)
def test_a_phrase_is_found(phrase, text):
    assert seen(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("wij adviseren", "adviseren wij"),
        ("cliënt", "cliënten"),
        ("de lijn naar ... pers", "de lijn naar een twee drie vier vijf zes pers"),
        ("wij adviseren", "wij"),
    ],
)
def test_a_phrase_is_not_found(phrase, text):
    assert not seen(phrase, text)


def test_phrases_of_one_group_count_once():
    lexicon = Lexicon([phrase_of("een", GROUP), phrase_of("twee", GROUP)])
    assert list(lexicon.seen(["een", "twee"])) == [GROUP]


@pytest.mark.parametrize("phrase", ["", "... pers", "ab*", "*"])
def test_a_phrase_without_a_first_word_is_refused(phrase):
    with pytest.raises(ValueError, match="begins with"):
        phrase_of(phrase, GROUP)


def test_every_kind_of_passage_has_cues_and_a_question():
    kinds = {phrase.group.kind for phrase in phrases()}
    assert kinds == set(questions()) == PASSAGES - {Kind.SCOPE}


def test_no_phrase_stands_twice_in_one_group():
    listed = [(phrase.words, id(phrase.group)) for phrase in phrases()]
    twice = {words for words, group in listed if listed.count((words, group)) > 1}
    assert twice == set()
