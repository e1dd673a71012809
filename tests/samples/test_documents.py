"""The documents are what the issue asks for, and their gold is sound."""

import re
from collections import Counter

import pytest

from redact.finding import Action, Kind
from samples.gold import parse
from samples.sample import read_sample, samples

SAMPLES = samples()
BY_NAME = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


def _texts(kind, action=Action.REDACT):
    return [
        sample.text[gold.start : gold.end]
        for sample in SAMPLES
        for gold in sample.golds
        if gold.kind is kind and gold.action is action
    ]


def test_there_are_at_least_twelve_documents_each_of_its_own_genre():
    assert len(SAMPLES) >= 12
    assert len({sample.genre for sample in SAMPLES}) == len(SAMPLES)


@BY_NAME
def test_a_document_has_500_to_1000_words(sample):
    longest = 1300 if sample is SAMPLES[0] else 1000
    assert 500 <= len(sample.text.split()) <= longest


@BY_NAME
def test_the_text_for_the_page_is_the_text_for_the_score(sample):
    """Marks may be taken out before or after the markup."""
    assert parse(sample.unmarked_body)[0] == sample.unmarked_body
    letters = re.sub(r"[\s|*#-]", "", sample.unmarked_body)
    assert letters == re.sub(r"[\s|*#-]", "", sample.text)


@BY_NAME
def test_gold_begins_and_ends_in_something_visible(sample):
    for gold in sample.golds:
        text = sample.text[gold.start : gold.end]
        assert text == text.strip()
        assert any(character.isalnum() for character in text)


@BY_NAME
def test_a_full_name_that_is_marked_once_is_marked_everywhere(sample):
    marked = [False] * len(sample.text)
    for gold in sample.golds:
        marked[gold.start : gold.end] = [True] * (gold.end - gold.start)
    names = {sample.text[g.start : g.end] for g in sample.golds if g.kind is Kind.PERSON}
    for name in (name for name in names if " " in name):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sample.text):
            assert all(marked[found.start() : found.end()])


@pytest.mark.parametrize("number", _texts(Kind.BSN))
def test_every_bsn_passes_the_eleven_test(number):
    digits = [int(digit) for digit in number]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    assert sum(w * d for w, d in zip(weights, digits, strict=True)) % 11 == 0


@pytest.mark.parametrize("number", _texts(Kind.IBAN))
def test_every_iban_passes_the_97_test(number):
    compact = number.replace(" ", "")
    assert int("".join(str(int(c, 36)) for c in compact[4:] + compact[:4])) % 97 == 1


def test_plates_come_in_several_side_codes():
    assert len({re.sub("[A-Z]", "X", re.sub(r"\d", "9", text)) for text in _texts(Kind.PLATE)}) >= 6


def test_there_are_numbers_that_pass_the_eleven_test_and_are_no_bsn():
    text = "\n".join(sample.text for sample in SAMPLES)
    unmarked = set(re.findall(r"(?<!\d)\d{9}(?!\d)", text)) - set(_texts(Kind.BSN))
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    passing = [
        n for n in unmarked if sum(w * int(d) for w, d in zip(weights, n, strict=True)) % 11 == 0
    ]
    assert len(passing) >= 5


def test_every_kind_occurs_and_office_holders_stay():
    kinds = Counter(gold.kind for sample in SAMPLES for gold in sample.golds)
    assert set(kinds) == set(Kind)
    assert len(_texts(Kind.PERSON, Action.KEEP)) >= 30
    assert _texts(Kind.EMAIL, Action.KEEP)
    assert _texts(Kind.PHONE, Action.KEEP)


def test_the_verslag_has_the_seeds_pattern_of_grounds():
    verslag = SAMPLES[0]
    grounds = Counter(gold.ground for gold in verslag.golds)
    assert {"5.1.2.e", "5.1.2.i", "5.1.2.d", "4.1.4"} == set(grounds)
    assert grounds["5.1.2.e"] > grounds["5.1.2.i"] > grounds["5.1.2.d"] == 1
    assert "(via Murat" in verslag.text
    assert re.search(r"^4\. Casus", verslag.text, re.MULTILINE)


def test_front_matter_is_asked_for():
    with pytest.raises(ValueError, match="front matter"):
        read_sample("x", "Zonder begin.")


def test_an_unknown_sample_is_refused():
    with pytest.raises(KeyError):
        samples(("bestaat-niet",))
