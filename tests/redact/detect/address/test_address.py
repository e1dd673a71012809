import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.address.address import find_address
from redact.finding import Role


def found(text):
    return [(text[m.start : m.end], m.score, m.role) for m in find_address(text)]


def redacted(text):
    return [seen for seen, score, role in found(text) if score >= 0.85 and role is Role.UNKNOWN]


def looked_at(text):
    return [seen for seen, score, role in found(text) if score < 0.85 and role is Role.UNKNOWN]


FULL = [
    "Dorpsstraat 12, 1234 AB Ons Dorp",
    "Dorpsstraat 12a\n1234 AB Ons Dorp",
    "Dorpsstraat 12 1234AB Ons Dorp",
    "Dorpsstraat 12\t1234 AB\tOns Dorp",
    "Burgemeester de Vlugtlaan 4-III, 1063 BK Amsterdam",
    "2e Jan van der Heijdenstraat 10 hs, 1073 TV Amsterdam",
    "Laan van Meerdervoort 12, 2517 AK 's-Gravenhage",
    "Het Rond 5, 3701 HS Zeist",
    "'s-Gravelandseweg 3 A, 1211 BP Hilversum",
    "Prof. dr. J.M. den Uylweg 5, 1111 AB Alphen aan den Rijn",
    "Van 't Hoffstraat 3 bis, 3512 AB Utrecht",
    "Lange Voorhout 80, 2514 ED Den Haag",
    "Kerkstraat 3-5, 5571 AB Bergen op Zoom, Nederland",
    "Dorpsstr. 12, 1234 AB OUD GASTEL",
    "Laan op Zuid 393, 3072 DB Rotterdam",
    "De Horst 33 II, 7511 GH Hengelo (O)",
    "dorpsstraat 12, 1234ab Ons Dorp",
    "Oude Weg 2 t/m 8, 1234 AB Capelle aan den IJssel",
    "1234 AB 12",
    "1234AB huisnr 5",
    "Kerkstr. 3b, 1017 GA A'dam",
    "1234AB 12a",
    "1234 AB-12 Ons Dorp",
]


@pytest.mark.parametrize("address", FULL)
@pytest.mark.parametrize(
    "sentence", ["{}", "Aan: J. Bakker, {}.", "Betrokkene ({}) belde", "X\n{}\n\nGeachte"]
)
def test_an_address_with_postcode_and_number_goes_whole(address, sentence):
    assert redacted(sentence.format(address)) == [address]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("woonadres: Kerkstraat 12", "Kerkstraat 12"),
        ("wonende aan de Kerkstraat 12 te Utrecht", "Kerkstraat 12 te Utrecht"),
        ("Zij woont op Kerkstraat 12, Utrecht.", "Kerkstraat 12, Utrecht"),
        ("adres: Het Rond 5", "Rond 5"),
        ("adres is Brink 4 te Zwolle", "Brink 4 te Zwolle"),
        ("Adres\tHet Rond 5", "Rond 5"),
        ("woont aan De Horst 3", "De Horst 3"),
        ("waar jij woont, maat, aan de Iepenlaan'", "Iepenlaan"),
        ("wonende Dollardweg 8 te 9497 RS Wierdorp", "Dollardweg 8 te 9497 RS Wierdorp"),
        ("> Bakker\n> Veerdam 18\n> 9491 KP Ons Dorp", "Veerdam 18\n> 9491 KP Ons Dorp"),
        ("Mijn adres:\tWeg naar Rhijnauwen 3", "Weg naar Rhijnauwen 3"),
        ("woonachtig aan de Kerkstraat", "Kerkstraat"),
        ("staat ingeschreven op Laan van Nieuw Guinea 2019", "Laan van Nieuw Guinea 2019"),
    ],
)
def test_where_someone_lives_goes(text, address):
    assert [seen.removeprefix("Het ") for seen in redacted(text)] == [address]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Bij Kerkstraat 12 is geklaagd", "Kerkstraat 12"),
        ("overlast aan de Nieuwe Kerkstraat 3-5", "Nieuwe Kerkstraat 3-5"),
        ("Kerkstraat nr. 12", "Kerkstraat nr. 12"),
        ("Hauptstraße 5, 48599 Gronau, Duitsland", "Hauptstraße 5, 48599 Gronau"),
        ("Rue de la Loi 16, B-1000 Bruxelles", "Rue de la Loi 16, B-1000 Bruxelles"),
        ("het bouwplan op Kerkstraat 12, 1234 AB Ons Dorp", "Kerkstraat 12, 1234 AB Ons Dorp"),
        ("vergunning voor het pand Kerkstraat 12", "Kerkstraat 12"),
        ("Bakker B.V., Kerkstraat 12, 1234 AB Ons Dorp", "Kerkstraat 12, 1234 AB Ons Dorp"),
        ("hij belde uit 1234 AB Ons Dorp", "1234 AB Ons Dorp"),
        ("in de dorpsstraat 12 brandde licht", "dorpsstraat 12"),
        ("Nieuwe Haven 22", "Nieuwe Haven 22"),
        ("Noordeinde 68, Den Haag", "Noordeinde 68, Den Haag"),
        ("Zwanenveld 90-12 te Nijmegen", "Zwanenveld 90-12 te Nijmegen"),
        ("wonende te Utrecht", "Utrecht"),
        ("wonende te Alphen aan den Rijn", "Alphen aan den Rijn"),
        ("mevrouw Kromo van de Meidoornhof 6 belde", "Meidoornhof 6"),
        ("school De Zwaan aan de Thorbeckelaan 101", "Thorbeckelaan 101"),
        ("zorgcentrum Licht (Bakkersstraat 3, 9491 AB)", "Bakkersstraat 3, 9491 AB"),
    ],
)
def test_an_address_of_which_nobody_says_it_is_a_home_is_worth_a_look(text, address):
    assert looked_at(text) == [address]
    assert redacted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Postbus 12, 1234 AB Ons Dorp",
        "Postbus 20011\n2500 EA Den Haag",
        "Antwoordnummer 100, 1234 VB Ons Dorp",
        "Postbus 12",
        "Bezoekadres: Raadhuisplein 1, 1234 AB Ons Dorp",
        "in het stadhuis, Raadhuisplein 1",
        "Gemeente Ons Dorp\nRaadhuisplein 1\n1234 AB Ons Dorp",
        "Gemeente Ons Dorp, Raadhuisplein 1, 1234 AB Ons Dorp",
        "Ministerie van BZK\nTurfmarkt 147\n2511 DP Den Haag",
    ],
)
def test_the_address_of_a_public_body_stays(text):
    assert [role for _, _, role in found(text)] == [Role.ORGANISATION]


def test_a_home_after_the_address_of_a_body_goes():
    text = "Bezoekadres: Raadhuisplein 1. J. Bakker, Kerkstraat 12, 1234 AB Ons Dorp"
    assert redacted(text) == ["Kerkstraat 12, 1234 AB Ons Dorp"]
    text = "Gemeente Ons Dorp, mevrouw Bakker, Kerkstraat 12, 1234 AB Ons Dorp"
    assert redacted(text) == ["Kerkstraat 12, 1234 AB Ons Dorp"]


def test_cells_below_a_header_go():
    text = "Naam\tWoonadres\tWoonplaats\nA\tHet Rond 5\tZeist\nB\tKerkstraat 3\tUtrecht"
    assert sorted(redacted(text)) == ["Het Rond 5", "Kerkstraat 3", "Utrecht", "Zeist"]
    text = "Naam\tAdres\nA\tHet Rond 5\nB\tKerkstraat 3, 1234 AB Ons Dorp\nC\tc@d.nl"
    assert looked_at(text) == ["Het Rond 5"]
    assert redacted(text) == ["Kerkstraat 3, 1234 AB Ons Dorp"]


@pytest.mark.parametrize(
    "text",
    [
        "herinrichting van de Kerkstraat",
        "de Kerkstraat wordt opgebroken",
        "Herinrichting Kerkstraat 2020",
        "Kerkstraat 12 maart afgesloten",
        "Kerkstraat 30 km/u",
        "in de Kerkstraat 12 woningen",
        "Kerkstraat 12:30 uur",
        "artikel 12 van de Huisvestingswet 2014",
        "Kamer 3 en kamer 4",
        "de A12 bij km 34,5",
        "op de snelweg 12 ongevallen",
        "onderweg 5 minuten",
        "de markt 5 procent gegroeid",
        "in 2019 EU-breed",
        "1500 MW vermogen",
        "1000 EN 2000",
        "ZAAK 1234 ABC",
        "Nota Wonen 2020",
        "Wet kinderopvang 2 artikelen",
        "Middelburg 3 keer",
        "werkplein 3",
        "een bedrag van € 1234 AB",
        "Zij wonen in Nederland",
        "in 2017 AG 2016-2020",
        "Woonadres\nArtikel 1 onder c",
        "naar het juiste adres Nee 1 Ja",
        "in Rotterdam 12 keer",
        "Schiedam 3 en Edam 4",
        "Centrum Rotterdam 5",
        "Haven 3 en Park 4",
        "onder toezicht 5",
        "Training Keulseweg 16-9-2022",
        "Zijn broer woont in Emmen",
        "Adres\tonbekend\nAangifte\tja",
    ],
)
def test_streets_without_a_number_and_other_numbers_stay(text):
    assert found(text) == []


STREETS = st.sampled_from(
    ["Dorpsstraat", "Oude Rijksweg", "Van der Helstplein", "Laan van Poot", "1e Helmersstraat"]
)
NUMBERS = st.from_regex(r"\A[1-9][0-9]{0,2}( ?[a-hA-H]|-[1-9]|-I{1,3}| bis| hs)?\Z")
POSTCODES = st.from_regex(r"\A[3-9][0-9]{3} ?[BEGHJLPRTVXZ]{2}\Z")
PLACES = st.sampled_from(["Ons Dorp", "Utrecht", "'s-Hertogenbosch", "Bergen op Zoom", "Den Burg"])
JOINTS = st.sampled_from([", ", " ", "\n", ",\n", "\t"])


@given(STREETS, NUMBERS, POSTCODES, PLACES, JOINTS)
def test_every_address_in_every_notation_goes_whole(street, number, postcode, place, joint):
    address = f"{street} {number}{joint}{postcode} {place}"
    assert redacted(f"Brief aan A. Bakker, {address}.\n\nGeachte heer") == [address]


def test_a_long_row_of_capitals_takes_no_time():
    assert found("Van De " * 20_000) == []
    assert found("A " * 50_000 + "1234") == []
