"""The documents set aside are sound. No failure here may show their text: only bare truths."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from redact.finding import Action, Kind
from redact.read import read_text
from samples.__main__ import main
from samples.gold import parse
from samples.sample import heldout, opened, read_sample, samples
from samples.score import Prediction, score
from samples.table import figures

HELDOUT = heldout()
BY_NAME = pytest.mark.parametrize("sample", HELDOUT, ids=lambda sample: sample.name)
BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
TEXTS = Path(__file__).parents[2] / "training" / "texts"
FAKE = read_sample(
    "01-fake",
    '+++\ntitle = "x"\ngenre = "fake"\n+++\n'
    "{{person|Quirijn Zwartbol}} belt {{phone|06-12}}. Burgemeester {{person:keep|Vos}} zwijgt.\n",
)


def _gold(sample, kind):
    return [sample.text[g.start : g.end] for g in sample.golds if g.kind is kind]


def _fake_score(*predictions):
    return score(FAKE.text, FAKE.golds, predictions)


def test_there_are_at_least_56_documents_each_of_its_own_genre():
    assert len(HELDOUT) >= 56
    assert len({sample.genre for sample in HELDOUT}) == len(HELDOUT)


def test_they_hold_a_thousand_people_and_sixty_office_holders():
    actions = Counter(g.action for s in HELDOUT for g in s.golds if g.kind is Kind.PERSON)
    assert actions[Action.REDACT] >= 1000
    assert actions[Action.KEEP] >= 60


def test_every_kind_occurs():
    assert {g.kind for s in HELDOUT for g in s.golds} == set(Kind)


@BY_NAME
def test_a_document_has_400_to_900_words(sample):
    assert 400 <= len(sample.text.split()) <= 900


@BY_NAME
def test_its_gold_begins_and_ends_in_something_visible(sample):
    texts = [sample.text[gold.start : gold.end] for gold in sample.golds]
    sound = all(text == text.strip() and re.search(r"\w", text) for text in texts)
    assert sound


@BY_NAME
def test_the_text_for_the_page_and_for_the_reader_is_the_text_for_the_score(sample):
    letters = re.compile(r"[\s|*#-]")
    plain = parse(sample.unmarked_body)[0] == sample.unmarked_body
    paged = letters.sub("", sample.unmarked_body) == letters.sub("", sample.text)
    read = read_text(sample.text.encode()).text == sample.text
    assert (plain, paged, read) == (True, True, True)


@BY_NAME
def test_a_full_name_that_is_marked_once_is_marked_everywhere(sample):
    marked = [False] * len(sample.text)
    for gold in sample.golds:
        marked[gold.start : gold.end] = [True] * (gold.end - gold.start)
    people = (gold for gold in sample.golds if gold.kind is Kind.PERSON and gold.must_go)
    names = {sample.text[gold.start : gold.end] for gold in people}
    places = [
        found
        for name in names
        if " " in name
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sample.text)
    ]
    everywhere = all(all(marked[place.start() : place.end()]) for place in places)
    assert everywhere


@BY_NAME
def test_its_bsns_pass_the_eleven_test(sample):
    numbers = [[int(d) for d in re.sub(r"[ .-]", "", n)] for n in _gold(sample, Kind.BSN)]
    sums = [sum(w * d for w, d in zip(BSN_WEIGHTS, n, strict=True)) for n in numbers]
    assert all(found % 11 == 0 for found in sums)


@BY_NAME
def test_its_accounts_pass_the_97_test_or_the_old_eleven_test(sample):
    accounts = [re.sub(r"[\s.]", "", account) for account in _gold(sample, Kind.IBAN)]
    sound = all(_is_old_account(n) if n.isdigit() else _is_iban(n) for n in accounts)
    assert sound


def _is_iban(account):
    return int("".join(str(int(c, 36)) for c in account[4:] + account[:4])) % 97 == 1


def _is_old_account(account):
    weighed = (int(digit) * weight for digit, weight in zip(account, range(9, 0, -1), strict=True))
    return sum(weighed) % 11 == 0


def test_they_share_no_sentence_with_what_we_develop_or_train_on():
    ours = {run for sample in HELDOUT for run in _runs(sample.text)}
    trained = (file.read_text("utf-8") for file in TEXTS.rglob("*.md")) if TEXTS.is_dir() else ()
    known = (sample.text for sample in (*samples(), *opened()))
    others = {run for text in (*known, *trained) for run in _runs(text)}
    is_shared = not ours.isdisjoint(others)
    assert not is_shared  # a bare truth: no text is shown when it fails


def _runs(text):
    """Return every run of eight words; lines of bare digits and signs make none."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}


@pytest.mark.parametrize("in_json", [False, True])
def test_the_figures_tell_nothing_of_the_text(in_json):
    alarm = Prediction(FAKE.text.index("zwijgt"), len(FAKE.text) - 2, Kind.PERSON, Action.REDACT)
    shown = figures([_fake_score(alarm)], in_json=in_json)
    words = re.findall(r"\w{2,}", FAKE.text)
    assert not [word for word in (*words, FAKE.name) if word in shown]


def test_the_figures_are_those_of_all_texts_together():
    found = Prediction(0, len("Quirijn Zwartbol"), Kind.PERSON, Action.REDACT)
    shown = json.loads(figures([_fake_score(found), _fake_score()], in_json=True))
    person = shown["total"]["kinds"]["person"]
    assert shown["documents"] == 2
    assert (person["gold"], person["recall"], person["precision"]) == (2, 0.5, 1)
    assert (person["stays"], person["kept"]) == (2, 1)
    assert shown["total"]["other_redacted"] == 0


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_the_command_prints_figures_and_nothing_of_the_set(monkeypatch, options):
    monkeypatch.setattr("samples.__main__.heldout", lambda: [FAKE])
    result = CliRunner().invoke(main, ["score", "--heldout", *options])
    assert result.exit_code == 0
    assert "person" in result.output
    words = re.findall(r"\w{2,}", FAKE.text)
    assert not [word for word in (*words, FAKE.name, "missed:") if word in result.output]


def test_one_document_set_aside_is_not_scored_alone():
    result = CliRunner().invoke(main, ["score", "--heldout", HELDOUT[0].name])
    assert result.exit_code == 2
    assert "set aside" in result.output


def test_documents_set_aside_are_not_among_the_samples():
    assert not {sample.name for sample in samples()} & {sample.name for sample in HELDOUT}
