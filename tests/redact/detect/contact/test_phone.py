import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.contact.phone import find_phone
from redact.detect.wordlist import entries
from redact.finding import Role


def found(text):
    return [(text[m.start : m.end], m.score, m.role) for m in find_phone(text)]


def redacted(text):
    return [n for n, score, role in found(text) if score >= 0.85 and role is Role.UNKNOWN]


NUMBERS = [
    "06-12345678",
    "0612345678",
    "06 12345678",
    "06 12 34 56 78",
    "06 - 12 34 56 78",
    "06.12.34.56.78",
    "06/12345678",
    "(06) 12 34 56 78",
    "(06)12345678",
    "06 1234 5678",
    "06-123 456 78",
    "06–12345678",
    "06\xad12345678",
    "06\xa01234\xa05678",
    "(020) 123 45 67",
    "020-1234567",
    "020 123 45 67",
    "020 – 123 45 67",
    "0201234567",
    "0182 - 12 34 56",
    "0182-123456",
    "(0182) 12 34 56",
    "0182 123 456",
    "+31 (0)20 123 45 67",
    "+31 20 1234567",
    "+31-6-12345678",
    "+31612345678",
    "+31 6 12 34 56 78",
    "+31 (0)6 - 12 34 56 78",
    "(+31) 6 12345678",
    "+31(0)182 123456",
    "0031 6 12345678",
    "0031612345678",
    "+32 470 12 34 56",
    "+32 (0)2 123 45 67",
    "+49 30 1234567",
    "+90 532 123 45 67",
    "+48 601 234 567",
    "+1 202 555 0123",
    "+212 661-234567",
    "020-1234567 toestel 4821",
    "020-1234567, tst. 123",
    "070 3 499 576",
    "+1 (202) 555 0123",
]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "sentence",
    ["{}", "Bel mij op {}.", "Tel.: {}", "T {} / E a@b.nl", "J. Bakker ({}),", "naam\t{}\tplaats"],
)
def test_a_telephone_number_goes(number, sentence):
    assert redacted(sentence.format(number)) == [number]


def test_two_numbers_side_by_side_both_go():
    assert redacted("06-12345678/020-1234567") == ["06-12345678", "020-1234567"]
    assert redacted("06 12345678 of 06 87654321") == ["06 12345678", "06 87654321"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tel.: 123 45 67", "123 45 67"),
        ("telefoon 1234567", "1234567"),
        ("mobiel: 12 34 56 78", "12 34 56 78"),
        ("toestel 4821", "4821"),
        ("tst. 123", "123"),
        ("in deze zaak belde hij 06-2733 8190", "06-2733 8190"),
        ("d@zaakwijs.voorbeeld, 06-2733 8190", "06-2733 8190"),
        ("doorkiesnummer 4821", "4821"),
        ("doorkiesnr. 4821", "4821"),
        ("direct: 088 123 45 67", "088 123 45 67"),
    ],
)
def test_a_number_goes_by_its_label(text, number):
    assert redacted(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "0800-1351",
        "0900 8844",
        "bel 14 020",
        "14 0182",
        "algemeen nummer 020-1234567",
        "Receptie: (020) 123 45 67",
        "het klantcontactcentrum, 0182-123456",
        "0182-123456 (algemeen)",
        "020-1234567 (lokaal tarief)",
        "via de centrale 0182 - 12 34 56",
        "de helpdesk is bereikbaar op toestel 5555",
    ],
)
def test_the_number_of_an_organisation_stays(text):
    assert [role for _, _, role in found(text)] == [Role.ORGANISATION]


def test_the_number_after_that_of_the_reception_goes():
    assert redacted("Receptie: 020-1234567. Jansen: 020-7654321") == ["020-7654321"]


def test_a_mobile_number_is_never_a_general_one():
    assert redacted("helpdesk 06-12345678") == ["06-12345678"]


@pytest.mark.parametrize(
    "text",
    [
        "088-1234567",
        "085 123 45 67",
        "genoteerd 0199123456",
        "Postbus 12, 0182-123456",
        "huisartsenpraktijk De Bron, 0182-123456",
    ],
)
def test_a_number_of_a_business_or_of_no_known_area_is_worth_a_look(text):
    assert [0.4 <= score < 0.85 for _, score, _ in found(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "op 01-02-2019 om 12.30 uur",
        "van 05.12.2019 tot 06.12.2019",
        "€ 0612345678",
        "0.612.345,678",
        "NL91 ABNA 0417 1643 00",
        "NL91ABNA0417164300",
        "zaaknummer 0201234567",
        "ons kenmerk 0201234567",
        "BSN 012345672",
        "BSN 0123.45.672",
        "1234 AB 12",
        "bel 112",
        "2019-0612345678",
        "id=0612345678",
        "artikel 0612345678901",
        "+10.000.000",
        "+ 5,5%",
        "in 2019 2020 2021 2022",
        "telefoon op 12-03-2019",
        "per toestel 4821 euro",
        "14020 woningen",
        "5.1.2.e 10.2.e 06",
        "12:00 31 612345678",
        "06-2019",
        "06-06-2025 15",
        "versie 0.6 / 23-10-2018",
        "06 06 0.00 2 00 1",
        "007229690",
        "op het toestel.\n218 personen",
        "Telefoonnummer 10 1 8 2 19",
    ],
)
def test_other_numbers_are_no_telephone(text):
    assert found(text) == []


AREAS = [code for line in entries("area_codes") for code in line.split()]
BLANK = st.sampled_from(["-", " ", " - ", "/", ".", ""])


@given(st.sampled_from(AREAS), st.data(), BLANK, st.sampled_from(["", " "]))
def test_every_dutch_number_in_every_notation_goes(area, data, joint, blank):
    rest = data.draw(st.from_regex(rf"\A[1-9][0-9]{{{9 - len(area)}}}\Z"))
    pairs = blank.join(rest[i : i + 2] for i in range(0, len(rest), 2))
    for number in (f"{area}{joint}{pairs}", f"({area}) {pairs}", f"+31 (0){area[1:]} {pairs}"):
        assert redacted(f"Bereikbaar op {number}.") == [number]


@given(st.from_regex(r"\A[1-9][0-9]{0,14}\Z"))
def test_digits_that_begin_with_no_zero_are_no_telephone(digits):
    assert found(f"Het getal {digits} staat er.") == []
