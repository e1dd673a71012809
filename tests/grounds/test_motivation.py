import pytest

from grounds.catalogue import CATALOGUE
from grounds.motivation import SKELETONS, blanks, motivation


def test_every_ground_of_the_woo_and_every_marker_has_a_text():
    assert set(SKELETONS) == {code for code, ground in CATALOGUE.items() if not ground.is_retired}


@pytest.mark.parametrize("code", sorted(SKELETONS))
def test_a_text_weighs_exactly_where_the_law_does(code):
    assert bool(SKELETONS[code].weighing) == CATALOGUE[code].weighing


@pytest.mark.parametrize("code", sorted(SKELETONS))
def test_a_text_has_blanks_for_what_only_the_officer_knows(code):
    assert blanks(motivation(code))


def test_a_text_without_blanks_is_complete():
    assert blanks("Wij hebben namen weggelaten.") == []


def test_a_text_begins_with_the_provision():
    assert motivation("5.1.2.e").startswith(
        "Artikel 5.1, tweede lid, onderdeel e, van de Woo (5.1.2.e)\n\n"
    )


def test_older_information_gets_the_words_of_article_5_3():
    assert "artikel 5.3" in motivation("5.1.2.e", older_than_five_years=True)
    assert "artikel 5.3" not in motivation("5.1.2.e")
    assert "artikel 5.3" not in motivation("5.1.1.e", older_than_five_years=True)


def test_a_delay_names_its_end():
    assert "[datum]" in motivation("5.1.4")


def test_a_ground_of_the_wob_has_no_text():
    with pytest.raises(KeyError):
        motivation("10.2.e")
