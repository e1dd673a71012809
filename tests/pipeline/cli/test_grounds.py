import pytest

from grounds.catalogue import CATALOGUE
from grounds.motivation import SKELETONS


def test_the_overview_names_every_code_once(lakwerk):
    ran = lakwerk("grounds")
    assert ran.code == 0
    codes = [line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")]
    assert sorted(codes) == sorted(CATALOGUE)


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_everything_about_a_ground_is_shown(lakwerk, code):
    ran = lakwerk("grounds", code)
    assert ran.code == 0
    shown = " ".join(ran.out.split())
    ground = CATALOGUE[code]
    for words in (ground.label, ground.force.dutch, ground.text, ground.note, ground.link):
        assert " ".join(words.split()) in shown
    assert ("Tekst voor het besluit" in shown) == (code in SKELETONS)


def test_any_notation_is_accepted(lakwerk):
    assert lakwerk("grounds", "5.1 lid 2 sub e").out == lakwerk("grounds", "5.1.2.e").out


def test_a_code_of_the_wob_says_where_it_went(lakwerk):
    assert "Opvolger in de Woo: 5.1.2.e" in lakwerk("grounds", "10.2e").out
    assert "Geen opvolger" in lakwerk("grounds", "10.2.g").out


def test_an_unknown_code_names_its_neighbours(lakwerk):
    ran = lakwerk("grounds", "5.1.1.f")
    assert ran.code == 1
    assert "5.1.1.e" in ran.err
    assert ran.out == ""


def test_a_group_says_what_to_cite(lakwerk):
    ran = lakwerk("grounds", "(5.1.2)")
    assert ran.code == 1
    assert "5.1.2.a tot en met 5.1.2.i" in ran.err


def test_what_is_no_code_at_all_gets_the_way_to_the_list(lakwerk):
    ran = lakwerk("grounds", "kwartaalverslag")
    assert ran.code == 1
    assert "lakwerk grounds" in ran.err


def test_a_text_is_parsed_with_places(lakwerk):
    ran = lakwerk("grounds", "--parse", "GGD (5.1.2,e) en 5.1.1.f op 19/9/19")
    assert ran.code == 0
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert [row[:3] for row in rows] == [
        ["4-13", "(5.1.2,e)", "5.1.2.e"],
        ["17-24", "5.1.1.f", "5.1.1.f"],
    ]
    assert "bestaat niet" in rows[1][3]


def test_a_text_without_codes_says_so(lakwerk):
    ran = lakwerk("grounds", "--parse", "Op 5.1.2024 was er niets.")
    assert ran.code == 0
    assert ran.out == "Geen code gevonden.\n"


def test_a_code_and_a_text_together_are_wrong_use(lakwerk):
    assert lakwerk("grounds", "5.1.2.e", "--parse", "tekst").code == 2
