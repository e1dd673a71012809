import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.number.iban import _bban, find_iban, passes_mod_97
from redact.detect.wordlist import entries
from redact.finding import Role


def found(text):
    return [(text[m.start : m.end], m.score, m.role) for m in find_iban(text)]


@pytest.mark.parametrize(
    "iban",
    [
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "nl91abna0417164300",
        "NL91\xa0ABNA\xa00417\xa01643\xa000",
        "NL 91 ABNA 0417164300",
        "NL91.ABNA.0417.1643.00",
        "NL91-ABNA-0417-1643-00",
        "NL91ABNA 04171 64300",
        "BE68 5390 0754 7034",
        "DE89370400440532013000",
        "GB29 NWBK 6016 1331 9268 19",
        "FR14 2004 1010 0505 0001 3M02 606",
        "TR33 0006 1005 1978 6457 8413 26",
        "MT84MALT011000012345MTLCAST001S",
        "PL61 1090 1014 0000 0712 1981 2874",
    ],
)
@pytest.mark.parametrize("sentence", ["{}", "Graag op {} t.n.v. J. Bakker.", "(IBAN: {})"])
def test_an_iban_goes(iban, sentence):
    assert [(n, s >= 0.85) for n, s, _ in found(sentence.format(iban))] == [(iban, True)]


@pytest.mark.parametrize(
    "text",
    [
        "NL91 ABNA 0417 1643 01",
        "IBAN NL91ABNA041716430",
        "IBAN: BE68 5390 0754 7035",
        "NL91ABNA041716430O",
        "NL91 ABNA O417 1643 OO",
        "NL9l ABNA 0417 1643 00",
    ],
)
def test_a_typing_or_reading_error_is_worth_a_look(text):
    assert [0.4 <= score < 0.85 for _, score, _ in found(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "ABNA0417164300",
        "BE68 5390 0754 7035",
        "btw NL123456782B01",
        "in 2019 en 2020 zijn 12 woningen gebouwd in NL",
        "no 20 1234 5678 901",
        "de 22 gemeenten en 12 provincies",
        "NL-2019-0001234",
        "artikel DE 12 van de verordening",
        "XNL91ABNA0417164300",
        "ZZ91 ABNA 0417 1643 00",
        "jaarrekening 2019 sluit op 123456",
        "rekening houden met 15000 woningen",
        "rekeningnummer volgt",
        "girorekening: 12345,67",
    ],
)
def test_other_numbers_are_no_account(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "NL91ABNA0417164300 t.n.v. gemeente Ons Dorp",
        "NL91 ABNA 0417 1643 00 ten name van de Belastingdienst",
        "ten name van het Ministerie van BZK: NL91ABNA0417164300",
        "NL91ABNA0417164300\nOp naam van UWV",
        "De gemeente heeft IBAN NL91ABNA0417164300",
    ],
)
def test_the_account_of_a_public_body_stays(text):
    assert [role for _, _, role in found(text)] == [Role.ORGANISATION]


def test_a_person_who_writes_to_the_gemeente_keeps_no_public_account():
    text = "Aan de gemeente. Stort op NL91ABNA0417164300 ten name van J. Bakker"
    assert [role for _, _, role in found(text)] == [Role.UNKNOWN]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("rekeningnummer 12.34.56.789", "12.34.56.789"),
        ("bankrekening: 123456789", "123456789"),
        ("gironummer 1234567", "1234567"),
        ("giro P 1234567", "P 1234567"),
        ("Postbank 123456 te Arnhem", "123456"),
    ],
)
def test_an_old_account_goes_by_its_label(text, number):
    assert [(n, s >= 0.85) for n, s, _ in found(text)] == [(number, True)]


def test_an_impossible_old_account_is_worth_a_look():
    assert [score for _, score, _ in found("rekeningnummer 123456788")] == [0.6]


COUNTRIES = [line.split()[0] for line in entries("iban")]
ALPHABET = {"n": "0123456789", "a": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
ALPHABET["c"] = ALPHABET["n"] + ALPHABET["a"]


@st.composite
def ibans(draw):
    country = draw(st.sampled_from(COUNTRIES))
    bban = "".join(draw(st.sampled_from(ALPHABET[kind])) for kind in _bban(country))
    number = int("".join(str(int(c, 36)) for c in bban + country + "00"))
    return f"{country}{98 - number % 97:02}{bban}"


def in_fours(iban, blank):
    return blank.join(iban[i : i + 4] for i in range(0, len(iban), 4))


@given(ibans(), st.sampled_from(["", " ", "\xa0", "-", ".", "  "]))
def test_every_valid_iban_in_every_notation_goes(iban, blank):
    written = in_fours(iban, blank)
    assert passes_mod_97(iban)
    assert [n for n, s, _ in found(f"Betaal op {written}.") if s >= 0.85] == [written]


@given(ibans(), st.integers(4, 13))
def test_one_wrong_digit_and_an_iban_is_never_taken_for_sound(iban, place):
    wrong = str((int(iban[place]) + 1) % 10) if iban[place].isdigit() else "X"
    spoilt = iban[:place] + wrong + iban[place + 1 :]
    if spoilt != iban:
        assert all(score < 0.85 for _, score, _ in found(spoilt))
