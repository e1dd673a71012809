"""Which sentences are shown to a person, and which are not. All sentences are our own."""

from dataclasses import replace

import pytest

from redact.detect.passages import find_passages, passage_detector
from redact.finding import Kind
from redact.policy import load_policy
from redact.policy.values import Cue

MEMO = "Interne nota. Onderwerp: de kade.\n\n"


def kinds(text):
    return [match.kind for match in find_passages(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij adviseren het college om variant B niet te kiezen.",
        "Naar mijn mening is deze aanpak veel te ambitieus.",
        "Ik vind het niet verstandig om nu al naar de raad te gaan.",
        "Als het aan mij ligt, stoppen we met dit traject.",
        "Onze voorkeur gaat uit naar optie 2.",
    ],
)
def test_advice_and_judgement_are_opinions(sentence):
    assert kinds(MEMO + sentence) == [Kind.OPINION]


@pytest.mark.parametrize(
    "sentence",
    [
        "De raming voor variant B bedraagt 40.000 euro.",
        "BESLUIT: het college besluit om variant B te kiezen.",
        "De kade is in 1931 aangelegd en in 1984 hersteld.",
        "De vergadering vindt plaats in de raadzaal op 4 maart.",
        "De werkgroep neemt kennis van het advies van de commissie.",
    ],
)
def test_facts_and_decisions_are_not(sentence):
    assert kinds(MEMO + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Dit blijft binnenskamers en gaat niet naar de pers.",
        "Onze onderhandelingspositie wordt zwak als de tegenpartij dit weet.",
        "Het procesrisico is groot; wij staan juridisch niet sterk.",
        "De relatie met de provincie staat onder druk.",
        "De toegangscode van de achterdeur is nog steeds dezelfde.",
    ],
)
def test_what_touches_the_functioning_of_the_body_is_state(sentence):
    assert kinds(sentence) == [Kind.STATE]


@pytest.mark.parametrize(
    "sentence",
    [
        "De inspecteurs komen onaangekondigd op dinsdagavond.",
        "Het risicomodel geeft bedrijven met contant geld een hogere score bij controle.",
        "De handhavers doen een steekproef van vijf procent.",
    ],
)
def test_how_is_controlled_is_inspection(sentence):
    assert kinds(sentence) == [Kind.INSPECTION]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mevrouw is sinds maart onder behandeling van een psychiater.",
        "Hij heeft diabetes en gebruikt daarvoor medicatie.",
        "Betrokkene is eerder veroordeeld voor mishandeling.",
        "Zij is zwanger en heeft zich daarom ziek gemeld.",
    ],
)
def test_special_data_of_a_person_are_health(sentence):
    assert kinds(sentence) == [Kind.HEALTH]


@pytest.mark.parametrize(
    "sentence",
    [
        "Het zorgbeleid richt zich op mensen met dementie.",
        "De gemeente koopt verslavingszorg in voor jongeren.",
        "Het ziekteverzuim was vorig jaar gemiddeld vijf procent.",
    ],
)
def test_policy_about_illness_is_not(sentence):
    assert kinds(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Cliënt woont bij zijn zus en heeft schulden bij de verhuurder.",
        "Het gezin krijgt hulp van een gezinscoach na de uithuisplaatsing.",
        "De moeder van de minderjarige werkt niet mee aan het raadsonderzoek.",
    ],
)
def test_what_is_told_about_one_person_or_family_is_a_case(sentence):
    assert kinds(sentence) == [Kind.CASE]


@pytest.mark.parametrize(
    "sentence",
    [
        "De inschrijfprijs van deze aannemer is 1,2 miljoen euro.",
        "De leverancier heeft zijn kostprijs vertrouwelijk meegedeeld.",
        "Het uurtarief in de offerte is 94 euro exclusief btw.",
    ],
)
def test_prices_and_secrets_of_a_company_are_company(sentence):
    assert kinds(sentence) == [Kind.COMPANY]


def test_a_rule_is_never_sure():
    loud = (
        MEMO + "Ik adviseer dit niet, vind ik: onverstandig, niet haalbaar, en is van mening dat."
    )
    scores = [match.score for match in find_passages(loud)]
    assert scores
    assert all(0.40 <= score <= 0.84 for score in scores)


def test_the_whole_sentence_is_found_and_nothing_else():
    text = "Het regent. Wij adviseren\ndit niet te doen. De zon schijnt."
    (match,) = find_passages(text)
    assert text[match.start : match.end] == "Wij adviseren\ndit niet te doen."


def test_sentences_of_one_passage_are_shown_as_one():
    text = (
        "Nota\n\n- Ik vind dit onverstandig. Ik adviseer te wachten.\n- Ik denk dat het niet kan."
    )
    first, second = find_passages(text)
    assert text[first.start : first.end] == "Ik vind dit onverstandig. Ik adviseer te wachten."
    assert text[second.start : second.end] == "Ik denk dat het niet kan."


def test_a_heading_is_no_sentence():
    assert kinds("Strikt vertrouwelijk\n\nMijn advies\n") == []


def test_the_reason_says_what_sort_of_cue_and_what_to_weigh_and_quotes_nothing():
    (match,) = find_passages("Wij adviseren Zwaantje Quist niet te volgen.")
    assert "een advies in de ik- of wij-vorm" in match.reason
    assert "adviseren'" not in match.reason
    assert "weeg of" in match.reason
    assert "Zwaantje" not in match.reason


def test_a_policy_adds_cues_of_its_own():
    policy = replace(load_policy(), cues=(Cue("de lijn naar ... pers", Kind.STATE, 0.6),))
    text = "De lijn naar de lokale pers is dat het goed gaat."
    assert kinds(text) == []
    (match,) = passage_detector(policy)(text)
    assert match.kind is Kind.STATE
    assert "eigen beleid" in match.reason


def test_own_cues_count_with_ours():
    policy = replace(load_policy(), cues=(Cue("kade", Kind.STATE, 0.3),))
    text = "Onze kade ligt er slecht bij."
    assert kinds(text) == []
    assert [match.score for match in passage_detector(policy)(text)] == [0.45]


def test_without_own_cues_the_policys_detector_sees_nothing():
    text = "Wij adviseren dit niet te doen."
    assert kinds(text)
    assert list(passage_detector(load_policy())(text)) == []


def test_a_text_without_words_holds_no_passage():
    assert kinds("") == kinds("\n\n - \n\t\f") == []
