"""Years of birth behind names, and dates that differ from a birth by one part."""

import pytest

from redact.detect import detect
from redact.finding import Kind
from redact.read import read_text


def births(text):
    return {
        text[span.start : span.end]: finding.score
        for finding in detect(read_text(text.encode()))
        if finding.kind is Kind.BIRTHDATE
        for span in finding.spans
    }


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("De heer Dompeling (1968) was tot 2016 ambtenaar.", "1968"),
        ("haar oom, de heer Sake Scheltema (1929), zelf oud-huisarts", "1929"),
        ("De oude heer Dekker (uit 1941) belt alleen met Ko.", "1941"),
        ("Mevrouw Bos, bouwjaar 1948, is nog goed ter been.", "1948"),
        ("mevr. de Vries (’38) wil graag een afspraak", "’38"),
        ("Mijn man (1943) zit de hele dag voor het raam.", "1943"),
        ("geb 4 12 38 maar in suite staat 4-12-1939", "4-12-1939"),
        ("Partner, geboren 11-08-1941\nPartner is geen 1941 maar 1942.", "1942"),
        ("Geboren: 01-01-2005 (gesteld), 2002 (Italië)", "2002"),
        ("Geboortedatum (dd/mm/jjjj): 1 9 / 0 5 / 1 9 5 2", "1 9 / 0 5 / 1 9 5 2"),
        ("Doopakte binnen. Staat op: 5 Meskerem 1997", "5 Meskerem 1997"),
        ("Geboren in het voorjaar van 1912.", "voorjaar van 1912"),
        ("Betrokkene zegt in 1998 te zijn geboren.", "1998"),
        ("ik ben bouwjaar tweeënvijftig dus ik weet het", "tweeënvijftig"),
        ("Hij is geboren op 7 juli 1951, niet op 7 januari van dat jaar.", "7 januari"),
    ],
)
def test_a_year_or_date_that_is_of_a_birth_goes(text, year):
    assert births(text).get(year, 0) >= 0.85


@pytest.mark.parametrize(
    "text",
    [
        "Zie De Vries (1998), Smit (2001) en Bos (2011).",
        "Haringsma en Vonk (2009) stellen dat de norm te laag is.",
        "De heer Bos (2021) heeft gereageerd op de brief.",
        "Mevrouw Bos, 2014. Zij is van 2011 tot 2014 voorzitter geweest.",
        "Wethouder Bos (2018-2022) tekende.",
        "Aanwijzingsbesluit is van 2 november 2022.",
        "De auto is van 2004 en het pand uit 1938.",
        "In 1943 werd de brug verwoest.",
        "Geboorteakte afgegeven op 3 mei 2021",
    ],
)
def test_the_year_of_a_paper_or_a_thing_stays(text):
    assert not births(text)
