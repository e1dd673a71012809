import pytest

from redact.detect.spoken import find_spoken


def found(text):
    return [(text[m.start : m.end], m.kind.value) for m in find_spoken(text)]


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        (
            "is nul zes, eenentwintig, vijfenvijftig, nul vier, zeventien.",
            "nul zes, eenentwintig, vijfenvijftig, nul vier, zeventien",
            "phone",
        ),
        (
            "de vaste lijn, drie keer vijf, nul vier achttien",
            "drie keer vijf, nul vier achttien",
            "phone",
        ),
        ("wil teruggebeld op zes-twaalf-nul-nul-drie, zei hij", "zes-twaalf-nul-nul-drie", "phone"),
        (
            "burgerservicenummer? Ja. Negen nul vijf, vier negen negen, negen negen twee.",
            "Negen nul vijf, vier negen negen, negen negen twee",
            "bsn",
        ),
        ("een pasje met een nummer. Vier vier één zeven.", "Vier vier één zeven", "idnumber"),
        (
            "geboren te Epe op negen maart negentienhonderd zesenzestig",
            "negen maart negentienhonderd zesenzestig",
            "birthdate",
        ),
        (
            "En uw geboortedatum?\n\nK: Elf februari negenenvijftig.",
            "Elf februari negenenvijftig",
            "birthdate",
        ),
        ("geboren in negentiennegenenvijftig", "negentiennegenenvijftig", "birthdate"),
        ("mijn toestel is dubbel vier drie nul", "dubbel vier drie nul", "phone"),
    ],
)
def test_a_number_in_words_goes(text, said, kind):
    assert found(text) == [(said, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Dat duurt twee, drie, vier weken.",
        "Heden, twaalf september tweeduizend tien, verschenen",
        "Bel twee of drie keer.",
        "Zaaknummer vier vier een zeven",
        "met drie stemmen voor en vier tegen",
        "Hij werd geboren. Op drie mei was de zitting.",
    ],
)
def test_counts_and_other_dates_in_words_stay(text):
    assert found(text) == []
