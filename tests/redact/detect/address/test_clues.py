import pytest

from redact.detect.address.address import find_address
from redact.finding import Role


def seen(text):
    """Return what goes, and what is shown, of the addresses of a text."""
    found = [(text[m.start : m.end], m.score) for m in find_address(text) if m.role is Role.UNKNOWN]
    goes = [said for said, score in found if score >= 0.85]
    return goes, [said for said, score in found if 0.4 <= score < 0.85]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Zetel: Tolweg 5-6 (huisadres penningmeester)", "Tolweg 5-6"),
        ("De woning Kerkstraat 5 wordt bewoond door een gezin.", "Kerkstraat 5"),
        ("Kerkstraat 5, waar zijn zoon woont, staat leeg.", "Kerkstraat 5"),
        ("Kerkstraat 5. Hier wonen drie studenten.", "Kerkstraat 5"),
        ("Zij is uit de woning aan de Kerkstraat 5 vertrokken.", "Kerkstraat 5"),
        (
            "Zelf woont hij sinds de brand van 2009 weer in het dorp, aan de Kerkstraat 4",
            "Kerkstraat 4",
        ),
        ("De klacht is afkomstig van Kerkstraat 5.", "Kerkstraat 5"),
        ("He lives at Kerkstraat 5", "Kerkstraat 5"),
    ],
)
def test_words_around_an_address_tell_that_somebody_lives_there(text, address):
    assert address in seen(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "De vergaderingen zijn in Goesland, Stationspark 28, om 9.30 uur",
        "De bewonersavond is op 12 mei in De Schakel, Kerkstraat 5.",
        "Vestiging: Kerkstraat 5",
        "Schroothandel Dekker & Zn., Havenweg 60.",
        "Ga niet naar Kerkstraat 1, want dat is de fysiopraktijk.",
        "De vier standplaatsen aan de Kerkstraat 2 t/m 8 zijn aangekocht.",
        "alle adressen blijven onder 125 meter, behalve Korenbloem 40 t/m 46.",
        "mr. K. de Wit, De Wit Advocaten, Singel 12, 1017 AB Amsterdam",
        "Het loket voor inwoners is aan de Kerkstraat 5, dat is het wijkcentrum.",
    ],
)
def test_where_people_meet_or_work_and_a_row_of_houses_stay(text):
    assert seen(text) == ([], [])


@pytest.mark.parametrize(
    "address",
    [
        "Kerkstraat 5, 2-hoog en zolder",
        "Kerkstraat 19-2, tweede bel van boven, Haarlemmerhoek",
        "Zeedijk 2 (laatste hoeve), Ellewoutskerke",
        "Kade 300, woonboot",
        "Kerkstraat 60, appartement 214, te Margrade",
        "Kerkstraat 5, 2e verdieping",
        "Kerkstraat 5, bovenwoning",
        "Kronehoefstr. 2-C",
        "Kerkstraat 5, 5741 TX Beekbergse Heide",
        "Margrietflat 12",
    ],
)
def test_an_address_goes_to_its_end(address):
    assert seen(f"Adres: {address}\n\nDatum")[0] == [address]
    assert seen(f"hij woont {address}\nDatum")[0] == [address]


def test_an_address_abroad_goes_with_its_floor_and_its_place():
    home = "Rua das Oliveiras 17, 3º Esq.\n8600-312 Lagos"
    assert seen(f"hij woont {home}\nDatum")[0] == [home]


@pytest.mark.parametrize("dots", [" .......... ", "......", " ____ ", ": "])
def test_dots_lead_from_a_label_to_an_address(dots):
    assert seen(f"Adres ouders{dots}Boerhoorn 6, Rolde\n")[0] == ["Boerhoorn 6, Rolde"]


def test_a_scanned_street_is_read_with_its_letters():
    assert seen("wonende aan de\nHeuve1steeg l3 al hier")[0] == ["Heuve1steeg l3"]


def test_the_name_of_a_register_is_no_place():
    assert seen("niet op het adres in BRP (Kerkstraat 2)")[0] == ["Kerkstraat 2"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Melders: 53 (Ouali), 57 (Mw. Bos, 1937), Egelantier 12 (anoniem)\n", {"53", "57"}),
        ("Gesproken met: nr. 12, nr. 14\n", {"nr. 12", "nr. 14"}),
    ],
)
def test_a_list_of_neighbours_holds_their_numbers(text, numbers):
    assert numbers <= set(seen(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Bewoners: 1200 (2019: 1100)",
        "Insprekers: 3 (Akkerlaan)",
        "Melders: 3 (vorig jaar 5)",
        "Getuigen: 2 uit de buurt",
    ],
)
def test_a_count_behind_such_a_label_stays(text):
    assert seen(text) == ([], [])
