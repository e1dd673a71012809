import hashlib
import json
from pathlib import Path

import pytest

from grounds.catalogue import CATALOGUE, GROUPS, LETTERS, succession
from grounds.ground import Environment, Force, Law

FACTS = Path(__file__).parents[3] / "shared" / "facts" / "grounds.json"

WOO = [code for code, ground in CATALOGUE.items() if ground.law is Law.WOO and not ground.is_marker]
WOB = [code for code, ground in CATALOGUE.items() if ground.law is Law.WOB]


@pytest.fixture
def facts():
    if not FACTS.exists():
        pytest.skip("the facts this project started from (grounds.json) are not here")
    return json.loads(FACTS.read_text("utf-8"))


def test_the_woo_has_twenty_one_grounds_and_the_wob_had_fifteen():
    assert len(WOO) == 21
    assert len(WOB) == 15
    assert [code for code, ground in CATALOGUE.items() if ground.is_marker] == [
        "4.1.4",
        "dubbel",
        "reeds-openbaar",
        "8.8",
    ]


def test_no_statutory_word_has_changed():
    words = "\n".join(f"{g.code}|{g.lead}|{g.text}" for g in CATALOGUE.values())
    digest = hashlib.sha256(words.encode()).hexdigest()
    assert digest == "d383f21c19633034e94b9f1c47ff6eaebbb1a7981bd227ab50e1f9d39c8c9150"


def test_the_persoonlijke_levenssfeer_reads_as_the_law_does():
    ground = CATALOGUE["5.1.2.e"]
    assert ground.lead == (
        "Het openbaar maken van informatie blijft eveneens achterwege voor zover het belang "
        "daarvan niet opweegt tegen de volgende belangen:"
    )
    assert ground.text == "de eerbiediging van de persoonlijke levenssfeer;"
    assert ground.citation == "artikel 5.1, tweede lid, onderdeel e, van de Woo"
    assert ground.link == (
        "https://wetten.overheid.nl/jci1.3:c:BWBR0045754&hoofdstuk=5&artikel=5.1&lid=2&onderdeel=e"
    )


def test_every_word_and_link_is_that_of_the_facts(facts):
    for row in facts["grounds"] + facts["markers"]:
        ground = CATALOGUE[row["code"]]
        assert ground.text == row.get("text", "")
        assert ground.lead == (row.get("aanhef") or "")
        assert ground.label == row["label"]
        assert ground.link == row.get("legalSource", "")


def test_every_flag_is_that_of_the_facts(facts):
    for row in facts["grounds"]:
        ground = CATALOGUE[row["code"]]
        assert ground.weighing == row["weighing"]
        assert ground.motivation == row["needs_explicit_motivation"]
        assert ground.five_years == row["five_year_rule"]
        assert ground.needs_date == row.get("needs_date", False)
        assert (ground.environment is Environment.ONLY) == row.get("only_environmental", False)
        assert (ground.environment is Environment.NEVER) == row.get("not_for_environmental", False)


def test_the_letters_are_those_of_the_facts(facts):
    assert dict(LETTERS) == facts["letter_legend"]


def test_the_kind_follows_the_paragraph():
    assert {CATALOGUE[f"5.1.1.{letter}"].force for letter in "abcde"} == {Force.ABSOLUTE}
    assert {CATALOGUE[f"5.1.2.{letter}"].force for letter in "abcdefghi"} == {Force.RELATIVE}
    assert CATALOGUE["5.1.4"].force is Force.TEMPORARY
    assert CATALOGUE["5.4"].force is Force.TEMPORARY
    assert CATALOGUE["5.2.1"].force is Force.OWN_REGIME
    assert CATALOGUE["4.1.4"].force is Force.MARKER


def test_the_wob_ended_the_day_before_the_woo_began():
    retired, present = CATALOGUE["10.2.e"], CATALOGUE["5.1.2.e"]
    assert retired.valid_until is not None
    assert present.valid_from is not None
    assert (present.valid_from - retired.valid_until).days == 1
    assert present.valid_until is None
    assert retired.valid_from is None


def test_a_group_is_no_ground():
    assert not set(GROUPS) & set(CATALOGUE)


def test_the_rest_ground_of_the_wob_has_no_successor():
    went = succession("10.2.g")
    assert went.successor is None
    assert not went.is_certain
    assert "5.1.2.i" in went.condition


def test_a_ground_with_the_same_words_has_a_certain_successor():
    assert succession("10.2.c").is_certain
    assert succession("10.2.c").successor == "5.1.2.c"


@pytest.mark.parametrize("code", ["10.1.c", "10.1.d", "10.2.e", "10.2.f", "11.1"])
def test_a_ground_that_was_narrowed_or_split_asks_a_person(code):
    assert succession(code).successor in CATALOGUE
    assert not succession(code).is_certain


def test_every_other_retired_ground_went_to_one_of_the_woo(facts):
    for row in facts["wob"]:
        expected = None if row["code"] == "10.2.g" else row["woo"]
        assert succession(row["code"]).successor == expected


def test_a_ground_of_the_woo_went_nowhere():
    with pytest.raises(KeyError):
        succession("5.1.2.e")


def test_an_inventory_that_says_openbaar_does_not_say_reeds_openbaar():
    assert "openbaar" not in CATALOGUE["reeds-openbaar"].synonyms


def test_every_kind_has_a_dutch_word():
    assert {force.dutch for force in Force} == {
        "absoluut",
        "relatief",
        "tijdelijk",
        "eigen regeling",
        "markering",
    }


def test_what_is_not_in_a_law_has_no_link_and_no_citation():
    assert CATALOGUE["dubbel"].link == ""
    assert CATALOGUE["dubbel"].citation == ""
    assert CATALOGUE["dubbel"].valid_from is None
