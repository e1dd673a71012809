import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.names import find_names
from redact.detect.names.tokens import tokenise
from redact.detect.roles import cited
from redact.finding import Role


def roles(text):
    return [match.role for match in find_names(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Hij verwijst naar het boek van A.J. Vermeer over bruggen.",
        "Het artikel van Karin Bakker in het Tijdschrift voor Erfgoed helpt.",
        "De annotatie van mr. P. Bakker bij dit arrest is streng.",
        "Lees het handboek ‘Grond’ van Karin Bakker eens.",
        "Karin Bakker schrijft in haar proefschrift dat dit mag.",
        "Dat volgt uit het onderzoek; zie ook P. Bakker, Bestuursrecht, p. 12.",
        "Hij verwijst naar P. Bakker (Recht en Raad, 2004) en verder niet.",
        "Op 3 mei is de lezing over Karin Bakker in de grote zaal.",
    ],
)
def test_who_wrote_what_the_text_cites_is_an_author(text):
    assert roles(text)[0] is Role.AUTHOR


@pytest.mark.parametrize(
    "text",
    [
        "De column van Karin Bakker in de nieuwsbrief is af.",
        "De mail van Karin Bakker staat in het dossier.",
        "Volgens Karin Bakker (12 mei 2021) kan het niet.",
        "Karin Bakker (1950-2019) was haar buurvrouw.",
        "Zie ook de mail van Karin Bakker.",
        "Het artikel van Karin Bakker is nog niet klaar.",
    ],
)
def test_who_wrote_a_paper_of_the_office_is_no_author(text):
    assert Role.AUTHOR not in roles(text)
    assert Role.HISTORIC not in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Het kanaal van Jan van de Griend (1804–1884) is dicht.",
        "De kerk is gebouwd in 1868 door P. Bakker en staat er nog.",
        "De straat is genoemd naar verzetsstrijder Johannes Bakker.",
    ],
)
def test_who_died_long_ago_is_a_person_of_history(text):
    assert Role.HISTORIC in roles(text)


BEFORE = [
    "het boek ",
    "artikel ",
    "van ",
    "door ",
    "prof. ",
    "gebouwd in ",
    "1912 ",
    "Zie ",
    "(",
    "en ",
    "noot ",
    "‘De weg’ ",
    "lezing over ",
    "genoemd naar de ",
    "dichter ",
    "Kok, ",
    "mr. ",
    "rond ",
]


@given(st.lists(st.sampled_from(BEFORE), max_size=8).map("".join))
def test_reading_backwards_from_a_name_finds_what_reading_on_finds(before):
    for pattern in (
        cited._LONG_AGO,
        cited._NAMED,
        cited._ARTICLE,
        cited._SEE,
        cited._told_before(),
    ):
        onward = regex.compile(pattern.pattern.replace("(?ri)", "(?i)").replace("(?r)", ""))
        assert bool(pattern.search(before)) == bool(onward.search(before))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zie het handboek van Schlössels en Bakker, paragraaf 8.4.", "Bakker"),
        ("De studie van Bovenberg en Bakker staat in de map.", "Bakker"),
        ("De commissie volgt Bakker en Vermeer (Eerlijk toetsen nu, 2017, p. 204).", "Bakker"),
        (
            "Zie ook Van der Putten, Handboek Wet op de lijkbezorging, vijfde druk.",
            "Van der Putten",
        ),
        ("Achtergrond: P. Bakker, De beteugelde rivier (2004).", "P. Bakker"),
        ("In de noot bij die uitspraak schrijft prof. Bakker dat dit mag.", "Bakker"),
        ("In Tekst & Commentaar Awb verdedigt P. Bakker dit.", "P. Bakker"),
        ("Zij haalt altijd Ulrich Bakker aan in haar college.", "Ulrich Bakker"),
        ("The paper by P. Bakker is from 1964.", "P. Bakker"),
        ("Karin Bakker schreef het boek in 1850.", "Karin Bakker"),
    ],
)
def test_who_is_cited_in_other_words_is_an_author_too(text, name):
    tokens = tokenise(text)
    start = tokens.at(text.index(name))
    assert cited.cited_role(tokens, start, tokens.at(text.index(name) + len(name))) is Role.AUTHOR


@pytest.mark.parametrize(
    "text",
    [
        "Zie het stuk van Frits in de personeelsgids 2005, blz. 14.",
        "4. Karin Bakker   zelfde straat als 3, nr 9",
        "Van: P. Bakker, Afdeling Vergunningen en Toezicht (2019)",
        "Hij haalt Karin Bakker op van het station.",
        "De studie van Karin Bakker is bijna klaar.",
        "Karin Bakker schreef een brief aan de wethouder.",
    ],
)
def test_who_is_named_in_words_like_these_is_no_author(text):
    assert Role.AUTHOR not in roles(text)


@pytest.mark.parametrize("name", ["Willem Kloos", "Louis Pasteur", "Aagje Deken"])
def test_who_is_known_from_history_is_historic(name):
    assert Role.HISTORIC in roles(f"Zij las over {name} in de zaal.")
