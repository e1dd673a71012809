import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.number.idnumber import _by_stem, find_idnumber
from redact.finding import Kind


def found(text):
    return [(text[m.start : m.end], m.score) for m in find_idnumber(text)]


def redacted(text):
    return [number for number, score in found(text) if score >= 0.85]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("paspoortnummer NX1234AB5", "NX1234AB5"),
        ("Paspoort: NXB12C456.", "NXB12C456"),
        ("paspoort NW12R3456 getoond", "NW12R3456"),
        ("ID-kaart IJ1234567", "IJ1234567"),
        ("documentnummer: SPECI2014", "SPECI2014"),
        ("rijbewijsnummer 5123456789", "5123456789"),
        ("rijbewijs 5123 456 789", "5123 456 789"),
        ("V-nummer: 280.123.4567", "280.123.4567"),
        ("v-nr 2801234567", "2801234567"),
        ("vreemdelingennummer 2801234567", "2801234567"),
        ("A-nummer 1234567890", "1234567890"),
        ("SKN 1234567", "1234567"),
        ("personeelsnr.: 00481", "00481"),
        ("P-nummer 12345", "12345"),
        ("personeelsnummer\t00481", "00481"),
        ("personeelsnummer:\n00481", "00481"),
        ("medewerkernummer AB-12345", "AB-12345"),
        ("pers. nr. 12345", "12345"),
        ("dienstnummer 123456", "123456"),
        ("(cliëntnr 2020.114)", "2020.114"),
        ("cliëntnummer is 2020-114", "2020-114"),
        ("clientnr. C12345", "C12345"),
        ("klantnummer 123 456 789", "123 456 789"),
        ("debiteurnummer: 40012", "40012"),
        ("lidmaatschapsnummer 889123", "889123"),
        ("patiëntnummer 1234567", "1234567"),
        ("Patiënt-ID: 1234567", "1234567"),
        ("polisnummer 12.345.678", "12.345.678"),
        ("leerlingnummer 20391", "20391"),
        ("studentnummer s1234567", "s1234567"),
        ("ID nummer: IJ12345X8", "IJ12345X8"),
        ("BIG 19012345601", "19012345601"),
        ("BIG-nummer 19012345601", "19012345601"),
        ("BIG-registratienummer: 19012345601", "19012345601"),
        ("CJIB-nummer 1234 5678 9012 3456", "1234 5678 9012 3456"),
        ("parketnummer 13/123456-19", "13/123456-19"),
        ("DigiD-gebruikersnaam: jan_jansen80", "jan_jansen80"),
        ("inlognaam j.jansen", "j.jansen"),
        ("chassisnummer WVWZZZ1JZ3W386752", "WVWZZZ1JZ3W386752"),
        ("IMEI 356938035643809", "356938035643809"),
        ("creditcard 4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("Mastercard 5500-0000-0000-0004", "5500-0000-0000-0004"),
        ("amex: 3782 822463 10005", "3782 822463 10005"),
    ],
)
def test_a_number_goes_by_its_label(text, number):
    assert redacted(text) == [number]


def test_all_numbers_after_one_label_go():
    assert redacted("personeelsnummers 00481, 00522 en 00733") == ["00481", "00522", "00733"]


def test_numbers_below_a_header_go():
    text = "Naam\tPersoneelsnr.\tUren\nA\t00481\t36\nB\t00522\t24\n\nZaak 12345"
    assert redacted(text) == ["00481", "00522"]
    assert redacted("| Uren | Cliëntnummer |\n|---|---|\n| 3600 | 2020.114 |") == ["2020.114"]


@pytest.mark.parametrize(
    "text",
    [
        "het personeelsnummer van mevrouw Jansen: 00481",
        "cliëntnummer (oud systeem) 20114",
        "het IP-adres 10.0.0.1",
        "ingelogd vanaf 192.168.178.21",
        "MAC 00:1A:2B:3C:4D:5E",
        "genoteerd: 4111 1111 1111 1111",
    ],
)
def test_a_number_further_off_or_without_a_label_is_worth_a_look(text):
    assert [0.4 <= score < 0.85 for _, score in found(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "KvK-nummer 12345678",
        "KvK 12345678",
        "btw-nummer NL123456782B01",
        "RSIN 123456782",
        "zaaknummer 2019-12345",
        "dossiernummer 12345",
        "ons kenmerk 2019/12345",
        "factuurnummer 20190012",
        "bestelnummer 45001234",
        "meldingsnummer 12345",
        "projectnummer 12345",
        "telefoonnummer volgt",
        "huisnummer 12",
        "personeelsnummer onbekend, geboren 12-03-1980",
        "personeelsnummer vanaf 2019 in gebruik",
        "het personeel bestaat uit 12345 mensen",
        "klantnummer 12",
        "documentnummer 2019-0012",
        "documentnummer D2019",
        "paspoort verlopen in 2019",
        "rijbewijs ingenomen op 12-03-2019",
        "versie 10.12.14.200",
        "artikel 5.1.2.1",
        "paragraaf 2.3.4.5",
        "4111 1111 1111 1112",
        "beleid 12345",
        "inloggen met uw DigiD nodig.",
        "het loon in Polis van 1 maart",
        "Herregistratie BIG LOI 2-9-2022",
        "inloggen met een gebruikersnaam wachtwoord.",
        "klantnummer van 1 tot 2",
        "het lid 12345",
        "de klant 12345 euro",
        "klantnummer € 12.345",
    ],
)
def test_numbers_of_cases_and_companies_stay(text):
    assert found(text) == []


PLAIN = sorted(s for s, sort in _by_stem().items() if sort.name in ("staff", "client", "pupil"))


@given(
    st.sampled_from(PLAIN),
    st.sampled_from(["nummer: {}", "nr. {}", "nummer {}", "nr {}", "nummer is {}", "nummer ({})"]),
    st.from_regex(r"\A(?!19|20)[0-9]{3,10}\Z"),
)
def test_every_sort_of_number_goes_by_its_label(stem, form, number):
    assert redacted(f"Het {stem}{form.format(number)}, aldus de afdeling.") == [number]


def test_the_reason_is_dutch_and_quotes_nothing():
    (match,) = find_idnumber("personeelsnummer 00481")
    assert match.kind is Kind.IDNUMBER
    assert match.reason == "Een personeelsnummer: het woord ervoor zegt het."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Zijn dossiernummer is INB-2014-0093318.", "INB-2014-0093318"),
        ("Toezichthouder Karin Bos (OD, nr. OA-0417) kwam.", "OA-0417"),
        ("personeelsnr erbij graag\n[22-06-20 00:13:31] Karin: P40718", "P40718"),
        ("een identiteitsbewijs op naam van mevrouw Bos, geldig, nummer AA4178203", "AA4178203"),
        ("rijbewijs, nr. 3217 60 9915", "3217 60 9915"),
        ("GEBRUIKER RBE04417", "RBE04417"),
    ],
)
def test_a_number_is_somebodys_by_the_words_around_it(text, number):
    assert redacted(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Ons dossiernummer is 2020-55.",
        "het rijksmonument (nr. 469118)",
        "gebruikers 2020 en gebruiker 12",
    ],
)
def test_a_number_of_a_case_or_a_thing_is_nobodys(text):
    assert redacted(text) == []
