"""Numbers that lean on a known one: by a slip, by holding it, by standing against it."""

import pytest

from redact.detect.contact.phone import find_phone
from redact.detect.number.akin import akin
from redact.detect.number.bsn import find_bsn
from redact.detect.number.idnumber import find_idnumber


def leaning(text):
    known = [m for find in (find_bsn, find_idnumber, find_phone) for m in find(text)]
    return {text[match.start : match.end]: match.score for match in akin(text, known)}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Klantnummer 4417032. In de mail staat per abuis nummer 4417023.", "4417023"),
        ("BSN 131138790; de opgave 131138709 klopt niet met de elfproef.", "131138709"),
        ("Zijn polis is ZK 30077418 in plaats van ZK 30077481.", "ZK 30077481"),
        ("Personeelsnummer 300417, niet 300471.", "300471"),
        ("Zij zit op toestel 214, niet 241", "241"),
        ("Cliëntnummer: W-55820\n\nBeschikking, kenmerk WMO/24/55820-02.", "WMO/24/55820-02"),
        ("Klantnummer 00 6120 7718\nOpen: 2010.61207718.01 heffing", "2010.61207718.01"),
        ("Zijn v-nummer is niet 2841169054 maar 2841169045.", "2841169054"),
    ],
)
def test_a_number_that_leans_on_a_known_one_goes_too(text, number):
    found = leaning(text)
    known = {text[m.start : m.end] for m in (*find_bsn(text), *find_idnumber(text))}
    assert number in known or found.get(number, 0) >= 0.85


@pytest.mark.parametrize(
    "text",
    [
        "Klantnummer 4417032. Het bedrag is 4.417,00 euro, factuur 4417099.",
        "BSN 131138790\nOns kenmerk 2021-131139",
        "Klantnummer 4417032, niet 5 maar 6 keer gebeld.",
        "Klantnummer 4417032. Zaaknummer 4417023 is gesloten.",
        "Badge 417. Het gaat om 2021.0417 en om 417 stuks.",
    ],
)
def test_another_number_in_the_same_text_stays(text):
    assert not leaning(text)
