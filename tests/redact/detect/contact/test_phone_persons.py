"""Numbers of a person at a desk, of a pager, unread or too short; and accounts and plates."""

import pytest

from redact.detect.contact.phone import find_phone
from redact.detect.number.iban import find_iban
from redact.detect.number.plate import find_plate
from redact.finding import Role


def redacted(text):
    matches = [m for find in (find_phone, find_iban, find_plate) for m in find(text)]
    return {
        text[m.start : m.end]
        for m in matches
        if m.score >= 0.85 and m.role is not Role.ORGANISATION
    }


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Secretariaat: Linda, kamer 1.12, tst. 3308.", "3308"),
        ("Vraag Linda van het secretariaat (tst 9 4418)", "9 4418"),
        ("Naam\tFunctie\tTst.\nLau de Visser\tsecretariaat\t100", "100"),
        ("Margo Tesselaar, bestuurssecretaris, sein 5508", "5508"),
        ("Hij is in die periode bereikbaar onder 088 327 97 15.", "088 327 97 15"),
        ("Nieuwstr. 8 Goes, 0113 2215 0?", "0113 2215 0?"),
        ("Mijn rekening is l2.45.67.O88 bij de Rabo.", "l2.45.67.O88"),
        ("BETAALREK       3417782             (POSTBANK/ING)", "3417782"),
        ("auto's met oekr kenteken op de parkeerplaats. AX 4417 KB", "AX 4417 KB"),
        ("kenteken onbekend, begint met XN-GR", "XN-GR"),
    ],
)
def test_a_number_of_one_person_goes(text, number):
    assert number in redacted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Secretariaat, tst. 3308",
        "Naam\tTst.\nReceptie\t100",
        "Algemene vragen: 0343 56 56 00.",
        "Vragen: subsidies@vaartwijk.example of 030 711 40 00",
        "piket 06 2000 41 17",
        "Rekening stichting: NL53 ABNA 0746 8138 58",
        "Motie AX 4417 KB is aangenomen.",
        "In 06 2021 is dat gebeurd, op 06-05-2021.",
    ],
)
def test_what_is_of_a_desk_or_a_body_stays(text):
    assert not redacted(text)
