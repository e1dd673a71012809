import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.number.bsn import WEIGHTS, find_bsn, passes_eleven_test

VALID = "123456782"


def found(text):
    return [(text[m.start : m.end], m.score) for m in find_bsn(text)]


def is_redacted(text, number):
    return any(number == seen and score >= 0.85 for seen, score in found(text))


def is_looked_at(text):
    return [score for _, score in found(text)] and all(0.4 <= s < 0.85 for _, s in found(text))


LABELLED = [
    ("BSN 123456782", "123456782"),
    ("bsn: 123456782.", "123456782"),
    ("BSN-nummer: 1234.56.782", "1234.56.782"),
    ("burgerservicenummer 123 456 782, geboren", "123 456 782"),
    ("burger service nummer 123.456.782", "123.456.782"),
    ("B.S.N. 12.34.56.782", "12.34.56.782"),
    ("sofinummer 123456782", "123456782"),
    ("sofi-nr. 123-456-782", "123-456-782"),
    ("Het BSN van mevrouw Yilmaz is 123456782", "123456782"),
    ("(BSN123456782)", None),
    ("(BSN:123456782)", "123456782"),
    ("BSN\xa0123\xa0456\xa0782", "123\xa0456\xa0782"),
    ("cliënt 123456782 (BSN) woont elders", "123456782"),
    ("BSN\n123456782", "123456782"),
    ("BSN\t123456782", "123456782"),
    ("B S N 1 2 3 4 5 6 7 8 2", "1 2 3 4 5 6 7 8 2"),
    ("BSN 10000008", "10000008"),
    ("Kenmerk 2019-77, BSN 123456782", "123456782"),
]


@pytest.mark.parametrize(("text", "number"), [case for case in LABELLED if case[1]])
def test_a_number_called_bsn_goes(text, number):
    assert is_redacted(text, number)


@pytest.mark.parametrize(
    "text", ["BSN 123456783", "burgerservicenummer: 123 456 789", "BSN 1234567"]
)
def test_a_bsn_that_fails_the_eleven_test_is_worth_a_look_or_nothing(text):
    assert not any(score >= 0.85 for _, score in found(text))


def test_a_typing_error_behind_the_label_is_worth_a_look():
    assert is_looked_at("BSN 123456783")
    assert is_looked_at("bsn: 12345678")


@pytest.mark.parametrize(
    "text",
    [
        "Genoteerd: 123456782",
        "1234.56.782 is haar nummer",
        "Het gaat om 123 456 782.",
    ],
)
def test_a_number_that_passes_without_a_label_is_worth_a_look(text):
    assert is_looked_at(text)


@pytest.mark.parametrize(
    "text",
    [
        "mevrouw Yilmaz (123456782) belde",
        "Bos, 123456782, geb. 4-5-1971",
        "123 456 782 dhr. Bos",
    ],
)
def test_a_number_that_passes_beside_words_about_a_person_goes(text):
    assert [match.score for match in find_bsn(text)] == [0.87]


def test_a_number_that_is_called_something_else_behind_it_is_no_bsn():
    assert not list(find_bsn("Mw. Bos: 123456782 op het formulier is het zaaknummer"))


@pytest.mark.parametrize(
    "text",
    [
        "btw-nummer NL123456782B01",
        "btw-nummer 123456782",
        "RSIN 123456782",
        "KvK 123456782",
        "KvK-nummer: 123456782",
        "zaaknummer 123456782",
        "ons kenmerk: 123456782",
        "dossiernr. 123456782",
        "factuur 123456782",
        "factuurnummer: 123456782",
        "bestelnr 123456782",
        "IBAN NL91ABNA0123456782",
        "NL91 ABNA 0123 4567 82",
        "tel. 123456782",
        "Klacht nr. 123456782 beantwoorden",
        "€ 123.456.782",
        "123.456.782 euro",
        "€123.456.782,50",
        "123.456.782,00",
        "zaak Z-123456782",
        "Z/19/123456782",
        "2019/123456782",
        "het nummer 1123456782",
        "https://voorbeeld.nl/?id=123456782",
        "123456782-01",
        "personeelsnummer 123456782",
        "op 12-03-1980 en 14.30 uur",
        "BSN onbekend, geboren 12-03-1980",
        "BSN onbekend, geboren 12 03 1980",
        "BSN volgt; zaaknummer 123456782",
        "06 12345678",
        "000000000",
        "unieke BSN per dag 9400 22.400",
        "BSN 84 11 5 8 1 9",
        "BSN wordt nog opgevraagd in 2019",
    ],
)
def test_what_its_writer_calls_otherwise_is_no_bsn(text):
    assert found(text) == []


def test_numbers_below_the_header_bsn_go():
    text = "Naam\tBSN\nJ. Bakker\t123456782\nF. Demir\t111222333\n\nZaaknummer 123456782"
    assert found(text) == [("123456782", 0.99), ("111222333", 0.99)]


def test_a_row_of_numbers_after_one_label_all_go():
    text = "BSN's: 123456782, 111222333 en 100000009"
    assert [number for number, score in found(text) if score > 0.9] == [
        "123456782",
        "111222333",
        "100000009",
    ]


def with_check_digit(eight):
    rest = sum(w * int(d) for w, d in zip(WEIGHTS, eight, strict=False)) % 11
    return eight + str(rest) if rest < 10 else None


bsns = st.from_regex(r"\A[0-9]{8}\Z").map(with_check_digit).filter(lambda n: n and int(n) > 10**7)
NOTATIONS = ["{0}", "{1}.{2}.{3}", "{1} {2} {3}", "{1}-{2}-{3}", "{4}.{5}.{3}", "{6}.{7}.{5}.{3}"]


@given(bsns, st.sampled_from(NOTATIONS), st.sampled_from(["BSN ", "bsn: ", "Sofinummer is "]))
def test_every_valid_bsn_in_every_notation_goes_when_labelled(n, notation, label):
    written = notation.format(n, n[:3], n[3:6], n[6:], n[:4], n[4:6], n[:2], n[2:4])
    assert is_redacted(f"Betrokkene ({label}{written}) is gehoord.", written)


@given(st.from_regex(r"\A[0-9]{9}\Z").filter(lambda n: not passes_eleven_test(n)))
def test_nine_digits_that_fail_the_eleven_test_are_no_bsn(number):
    assert found(f"Genoteerd is {number} in het verslag.") == []


def test_no_reason_quotes_the_document():
    assert all("123" not in m.reason for m in find_bsn("BSN 123456782 of 123456783, 123456782"))
