import csv
from pathlib import Path

import pytest

from grounds.codes import CodeMark, find_codes, read_code, read_mark
from grounds.notation import Notation

FACTS = Path(__file__).parents[3] / "shared" / "facts"


def found(text):
    return [(text[mark.start : mark.end], mark.code) for mark in find_codes(text)]


def codes(text):
    return [mark.code for mark in find_codes(text)]


def facts(name):
    path = FACTS / name
    if not path.exists():
        pytest.skip(f"the facts this project started from ({name}) are not here")
    return path.read_text("utf-8")


NOTATIONS = [
    ("(5.1.2.e)", "5.1.2.e", Notation.DOTTED),
    ("5.1.2,e", "5.1.2.e", Notation.COMMA),
    ("5.1,2,e", "5.1.2.e", Notation.COMMA),
    ("4.1,4", "4.1.4", Notation.COMMA),
    ("[5.1.2e]", "5.1.2.e", Notation.COMPACT),
    ("5.1.1e", "5.1.1.e", Notation.COMPACT),
    ("5.1.2.E", "5.1.2.e", Notation.DOTTED),
    ("5. 1. 2e", "5.1.2.e", Notation.SPACED),
    ("5 . 1 . 2 . e", "5.1.2.e", Notation.SPACED),
    ("5.1.2 e", "5.1.2.e", Notation.SPACED),
    ("4. 1. 4", "4.1.4", Notation.SPACED),
    ("5.1 lid 2 sub e", "5.1.2.e", Notation.SUB),
    ("5.1. lid 2 sub e", "5.1.2.e", Notation.SUB),
    ("Art. 5. 1 lid 1 sub c", "5.1.1.c", Notation.SUB),
    ("5.1.2 sub e", "5.1.2.e", Notation.SUB),
    ("Art. 5.1 lid 2 e", "5.1.2.e", Notation.LID),
    ("5.1 lid 2 onder e", "5.1.2.e", Notation.ONDER),
    ("5.1 lid 2 onder ‘e’", "5.1.2.e", Notation.ONDER),
    ("artikel 5.1, tweede lid, onder e", "5.1.2.e", Notation.ORDINAL),
    ("artikel 5.1, tweede lid, aanhef en onder e", "5.1.2.e", Notation.ORDINAL),
    ("art. 5.1, eerste lid, onderdeel c", "5.1.1.c", Notation.ORDINAL),
    ("artikel 5.1, tweede\nlid, aanhef en\nonder e, van de Woo", "5.1.2.e", Notation.ORDINAL),
    ("artikel 5.1, 2e lid, onder e", "5.1.2.e", Notation.ORDINAL),
    ("5.1lid2sube", "5.1.2.e", Notation.GLUED),
    ("5.1lid2e", "5.1.2.e", Notation.GLUED),
    ("(10)(2e)", "10.2.e", Notation.ZYLAB),
    ("(11)(1)", "11.1", Notation.ZYLAB),
    ("10 lid 2 sub e", "10.2.e", Notation.SUB),
    ("10.2e", "10.2.e", Notation.COMPACT),
    ("10, tweede lid, aanhef en onder g, Wob", "10.2.g", Notation.ORDINAL),
    ("5.1 lid 5", "5.1.5", Notation.LID),
    ("artikel 5.1, vijfde lid", "5.1.5", Notation.ORDINAL),
    ("artikel 5.2, eerste lid, van de Woo", "5.2.1", Notation.ORDINAL),
    ("5.4a lid 1", "5.4a.1", Notation.LID),
    ("artikel 8.8 van de Woo", "8.8", Notation.DOTTED),
]


@pytest.mark.parametrize(("raw", "code", "notation"), NOTATIONS)
def test_a_notation_is_read_alone_and_in_a_sentence(raw, code, notation):
    assert read_code(raw) == code
    assert find_codes(raw) == [CodeMark(0, len(raw), code, notation, known=True)]
    in_sentence = codes(f"Dit deel valt onder {raw} en blijft weg.")
    assert in_sentence == ([] if raw in BARE else [code])


BARE = ("4.1,4", "4. 1. 4")

NO_CODES = [
    "10 oktober 2019",
    "5.1.2024",
    "1.5.2019",
    "op 19/9/19 en 10/10/19, en op 5-1-2024",
    "5.1.2 een",
    "5.1.2 i.v.m. ziekte",
    "zie 5.1.2 e.v.",
    "5.1.2 e-mail en agenda",
    "artikel 5.1 2e lid",
    "€ 5.120,50 en € 5,1.2",
    "5,2 % en 5.4%",
    "versie 5.1.2",
    "v5.1.2b en release 5.1.2a",
    "paragraaf 5.1.2 a",
    "5.1 Inleiding\n5.2 Advies\n5.2.1 Context\n5.4 Slot",
    "zie hoofdstuk 5.4 en (zie 5.2)",
    "een cijfer van 8.8, of (8.8)",
    "020-5124114, 06 51 25 14 14, 5.1.2.3:14",
    "om 10.2 uur, 11.1 procent, 11:15 uur",
    "10. 2e kwartaal",
    "10,2 g zout en 10.1 a 10.2",
    "10 lid 2 sub e van de Toeslagenwet",
    "artikel 5.1 lid 2 onder e AVG",
    "artikel 11 lid 1 van de richtlijn",
    "artikel 5.1, tweede lid, van de Woo",
    "1.5.1.2.e",
    "5.1.6d",
    "artikel 5.12, eerste lid, onder e, van het Besluit SUWI",
    "deze telt dubbel en is openbaar",
    "",
]


@pytest.mark.parametrize("text", NO_CODES)
def test_what_only_looks_like_a_code_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize("code", ["5.1.1.f", "5.1.2.j", "10.2.h", "5.1.2.£"])
def test_a_letter_the_law_does_not_have_is_reported_and_not_accepted(code):
    assert read_code(code) is None
    assert [(mark.code, mark.known) for mark in find_codes(f"({code})")] == [(code, False)]


@pytest.mark.parametrize(("raw", "code"), [("(5.1.2)", "5.1.2"), ("[5.2]", "5.2")])
def test_a_group_in_the_place_of_a_code_is_reported_as_unknown(raw, code):
    assert read_code(raw) is None
    assert [(mark.code, mark.known) for mark in find_codes(raw)] == [(code, False)]


def test_several_letters_are_as_many_codes():
    assert found("5.1 lid 2 onder e en i") == [("5.1 lid 2 onder e", "5.1.2.e"), ("i", "5.1.2.i")]
    assert found("5.1.2.e/i") == [("5.1.2.e", "5.1.2.e"), ("i", "5.1.2.i")]
    assert codes("artikel 5.1, tweede lid, onder a, b en e, van de Woo") == [
        "5.1.2.a",
        "5.1.2.b",
        "5.1.2.e",
    ]


def test_a_loose_word_after_a_code_is_no_letter():
    assert codes("5.1.2.e en u kunt bezwaar maken") == ["5.1.2.e"]
    assert codes("5.1.2.e of een ander") == ["5.1.2.e"]


def test_a_second_letter_the_paragraph_does_not_have_is_left_alone():
    assert codes("5.1 lid 1 onder e en i") == ["5.1.1.e"]
    assert codes("5.1 lid 1 onder e en lid 2 onder z") == ["5.1.1.e"]


def test_several_paragraphs_of_one_article_are_as_many_codes():
    text = "artikel 5.1, eerste lid, onder c, en tweede lid, aanhef en onder e en i, van de Woo"
    assert codes(text) == ["5.1.1.c", "5.1.2.e", "5.1.2.i"]


def test_brackets_belong_to_the_code_only_when_they_hold_nothing_else():
    assert found("GGD (5.1.2.e) is afwezig") == [("(5.1.2.e)", "5.1.2.e")]
    assert found("actie (via 5.1.2,e) loopt") == [("5.1.2,e", "5.1.2.e")]
    assert found("(5.1.2.e en i)")[0] == ("5.1.2.e", "5.1.2.e")


def test_two_codes_without_a_space_are_two():
    assert found("(5.1.2,e)(5.1.2,i)") == [("(5.1.2,e)", "5.1.2.e"), ("(5.1.2,i)", "5.1.2.i")]


def test_a_code_before_a_mail_domain_is_read():
    assert found("Aan: (5.1.2e)@uwv.nl") == [("(5.1.2e)", "5.1.2.e")]


@pytest.mark.parametrize(
    "text",
    [
        "4.\n\n4.1.4\n\n-",
        "- 4.1,4 -Buiten scope",
        "de tekst (4.1.4) is weg",
        "| nota.pdf | 4.1.4 |",
        "nota.pdf Deels openbaar 4. 1. 4",
        "zie artikel 4.1.4",
        "5.1.2e, 4.1.4",
    ],
)
def test_a_number_without_a_letter_counts_where_it_stands_as_a_code(text):
    assert "4.1.4" in codes(text)


def test_a_heading_is_no_code_in_a_document_that_numbers_its_sections():
    assert codes("4.1.3 Werkwijze\nTekst.\n4.1.4\nPlanning") == []


def test_a_heading_does_not_hide_a_code_in_brackets():
    assert codes("4.1.3 Werkwijze\nTekst (4.1.4).") == ["4.1.4"]


def test_the_codes_in_a_row_of_an_inventory_are_all_read():
    assert codes("5. 1. 1c 5. 1. 2e 5. 2. 1 4. 1. 4") == ["5.1.1.c", "5.1.2.e", "5.2.1", "4.1.4"]


def test_a_special_regime_beside_a_ground_is_read():
    assert codes("Integraal geweigerd 5.1.1c jo 8.8") == ["5.1.1.c", "8.8"]


def test_the_law_is_not_changed():
    assert codes("Art. 10.2.e Wob en 10.2.g") == ["10.2.e", "10.2.g"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("dubbel", "dubbel"),
        ("Buiten reikwijdte verzoek", "4.1.4"),
        ("(reeds openbaar)", "reeds-openbaar"),
        ("reeds-openbaar", "reeds-openbaar"),
    ],
)
def test_a_marker_is_read_from_its_words(words, code):
    mark = read_mark(words)
    assert mark is not None
    assert (mark.code, mark.notation) == (code, Notation.WORDS)


@pytest.mark.parametrize("text", ["naam 5.1.2.e", "5.1.2.e en meer", "5.1.2.e/i", "openbaar"])
def test_more_than_one_notation_is_not_read_as_one(text):
    assert read_mark(text) is None


def test_every_vector_of_the_facts_is_read():
    for row in csv.DictReader(facts("notation_vectors.tsv").splitlines(), delimiter="\t"):
        expected = None if row["canonical"] == "None" else row["canonical"]
        assert read_code(row["raw"]) == expected
        assert codes(row["raw"]) == ([expected] if expected else [])


def test_the_published_verslag_holds_its_forty_two_codes_at_their_places():
    text = facts("seed.txt")
    rows = csv.DictReader(facts("seed_codes.tsv").splitlines(), delimiter="\t", quoting=3)
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    expected = [
        (starts[int(row["line"]) - 1] + int(row["col"]), row["raw"], row["canonical"])
        for row in rows
    ]
    assert len(expected) == 42
    assert [
        (mark.start, text[mark.start : mark.end], mark.code) for mark in find_codes(text)
    ] == expected
