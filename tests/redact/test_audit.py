from pathlib import Path

import pytest

from redact.audit import audit, hints

SEED = Path(__file__).parents[3] / "shared" / "facts" / "seed.txt"

UWV_LEGEND = (
    "De letter die hierbij is vermeld correspondeert met de bijbehorende grondslag.\n\n"
    "J Art. 5.1 lid 2 sub e\n"
)


def test_codes_are_counted_in_the_order_of_the_law():
    found = audit("5.1.2,i en (5.1.2.e) en 5.1 lid 2 sub e en 5.1.1.e")
    assert list(found.codes.items()) == [("5.1.1.e", 1), ("5.1.2.e", 2), ("5.1.2.i", 1)]
    assert found.total == 4


def test_notations_are_counted_by_family():
    found = audit("5.1.2,i en (5.1.2.e) en 5.1.2.d")
    assert dict(found.notations) == {"5.1.2.e": 2, "5.1.2,e": 1}


def test_a_code_no_law_has_is_counted_apart_and_explained():
    found = audit("(5.1.1.f) en [5.1.2]")
    assert dict(found.unknown) == {"5.1.1.f": 1, "5.1.2": 1}
    assert not found.codes
    said = hints(found)
    assert any("5.1.1.f bestaat niet" in hint for hint in said)
    assert any("5.1.2 is een groep" in hint for hint in said)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Van: (geanonimiseerd)", "woord"),
        ("Van: [weggelakt]", "woord"),
        ("Beste [naam],", "soort gegeven"),
        ("Bel [telefoonnummer]", "soort gegeven"),
        ("Van: ███████", "blokken"),
        ("Van: ■■■■", "blokken"),
        ("Van: xxxxxx", "kruisjes"),
    ],
)
def test_a_gap_without_a_ground_is_counted(text, form):
    assert dict(audit(text).groundless) == {form: 1}


@pytest.mark.parametrize(
    "text",
    [
        "(geanonimiseerd) 5.1.2.e",
        "5.1.2.e ███",
        "[naam] (dubbel)",
        "■ een punt",
        "maat XXL",
        "[datum]",
    ],
)
def test_a_gap_with_a_ground_and_what_is_no_gap_are_not_counted(text):
    assert not audit(text).groundless


def test_a_run_of_blocks_is_one_gap():
    assert dict(audit("███ ████ en ██").groundless) == {"blokken": 2}


def test_a_letter_counts_when_the_legend_explains_it():
    found = audit(f"Van\n\nJ\n\n## J\n\nN\n\n{UWV_LEGEND}")
    assert dict(found.letters) == {"5.1.2.e": 2}
    assert found.has_legend


def test_a_letter_without_a_legend_is_a_letter():
    assert not audit("J\n\nJ Art. 5.1 lid 2 sub e\n").letters


@pytest.mark.parametrize(
    "text",
    [
        "Toelichting grondslagen",
        "Toelichting op de codes",
        "Legenda weigeringsgronden",
        "Overzicht van de gebruikte gronden",
    ],
)
def test_a_legend_is_recognised(text):
    assert audit(text).has_legend


def test_marker_words_are_counted_apart():
    found = audit("1.\nBuiten reikwijdte verzoek\n2.\nDubbel\n")
    assert dict(found.markers) == {"4.1.4": 1, "dubbel": 1}
    assert not found.codes


def test_a_publication_without_flaws_still_needs_its_motivation():
    said = hints(audit("Jan 5.1.2.e\n\nToelichting op de codes\n5.1.2.e persoonlijke levenssfeer"))
    assert len(said) == 2
    assert "derde lid" in said[0]
    assert "5.3" in said[1]


def test_a_text_that_was_not_redacted_gives_no_hints():
    assert hints(audit("De vergadering begint om 10.2 uur.")) == []


def test_a_code_of_the_wob_is_named_as_such():
    assert any("Wob" in hint for hint in hints(audit("(10.2.e)")))


def test_several_notations_are_pointed_out():
    assert any("2 schrijfwijzen" in hint for hint in hints(audit("5.1.2.e en 5.1.2,e")))


def test_no_hint_quotes_the_text():
    text = "Zwaantje [naam] (geanonimiseerd) 5.1.2.e 5.1.1.f xxxxx"
    assert not any("Zwaantje" in hint for hint in hints(audit(text)))


def test_the_published_verslag_counts_forty_two():
    if not SEED.exists():
        pytest.skip("the published verslag this project started from (seed.txt) is not here")
    found = audit(SEED.read_text("utf-8"))
    assert dict(found.codes) == {"5.1.2.d": 1, "5.1.2.e": 31, "5.1.2.i": 8, "4.1.4": 2}
    assert not found.unknown
    assert not found.has_legend
