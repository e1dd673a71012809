import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.number.plate import NEVER_ISSUED, NEW_CODES, OLD_CODES, find_plate


def found(text):
    return [(text[m.start : m.end], m.score) for m in find_plate(text)]


def redacted(text):
    return [plate for plate, score in found(text) if score >= 0.85]


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("kenteken XX-99-99", "XX-99-99"),
        ("Kenteken: 12-34-XB", "12-34-XB"),
        ("kentekennummer 12-XB-34", "12-XB-34"),
        ("kenteken (AB-12-CD)", "AB-12-CD"),
        ("kenteken 12ABC3", "12ABC3"),
        ("kenteken 12abc3", "12abc3"),
        ("kenteken 12 ABC 3", "12 ABC 3"),
        ("nummerbord G-001-XB", "G-001-XB"),
        ("een auto met kenteken 1-XBD-23", "1-XBD-23"),
        ("het kenteken van zijn bestelbus is V-123-BD.", "V-123-BD"),
        ("Duits kenteken BOR-XY 123", "BOR-XY 123"),
        ("Belgisch kenteken 1-ABC-123", "1-ABC-123"),
        ("Pools kenteken: WX 12345", "WX 12345"),
        ("zijn auto (ZX-BD-12) stond", "ZX-BD-12"),
        ("een grijze bestelwagen, 99-xb-dz", "99-xb-dz"),
    ],
)
def test_a_plate_goes_by_its_label(text, plate):
    assert redacted(text) == [plate]


def test_all_plates_after_one_label_go():
    text = "kentekens 12-XBD-3, ZX-123-B en 12 34 XB"
    assert redacted(text) == ["12-XBD-3", "ZX-123-B", "12 34 XB"]


def test_plates_below_the_header_go():
    text = "Datum\tKenteken\n12-03-2019\t12XBD3\n13-03-2019\tB XY 1234\n14-03-2019\tonbekend"
    assert redacted(text) == ["12XBD3", "B XY 1234"]


@pytest.mark.parametrize("plate", ["12-XBD-3", "ZX-123-B", "XBD-12-Z", "ZX-12-BD", "999-XX-9"])
def test_a_plate_with_its_dashes_goes_without_a_label(plate):
    assert redacted(f"De melder noteerde {plate}.") == [plate]


@pytest.mark.parametrize("plate", ["XX-99-99", "12-34-XB", "AB-12-CD", "zx-12-bd"])
def test_a_plate_that_may_be_something_else_is_worth_a_look(plate):
    assert [0.4 <= score < 0.85 for _, score in found(f"Genoteerd: {plate}.")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "zaaknummer ZX-123-B",
        "kenmerk XX-99-99",
        "kamer ZX-12-BD",
        "ruimte 12-XB-34",
        "artikelnummer 12-XBD-3",
        "op 20-mei-9",
        "12-03-19",
        "2019-XB-12",
        "ZX-12-BD-34",
        "A-ZX-12-BD",
        "Z/12-XBD-3/4",
        "SS-12-XB",
        "het 12 ABC 3 plan",
        "12ABC3",
        "kenteken onbekend",
        "kentekencontrole op 12-03-2019 in zaak 12345",
        "nummerborden worden in 2019 vervangen",
        "AB-1-CD",
        "CO2-12-34",
    ],
)
def test_other_codes_are_no_plate(text):
    assert found(text) == []


letter, digit = st.sampled_from("BDFGHJKLMNPRSTVWXZ"), st.sampled_from("0123456789")


@st.composite
def plates(draw, codes):
    code = draw(st.sampled_from(codes))
    return "".join(draw({"X": letter, "9": digit}.get(c, st.just(c))) for c in code)


@given(plates(OLD_CODES + NEW_CODES), st.sampled_from(["-", "", " ", "–"]), st.booleans())
def test_every_plate_in_every_notation_goes_when_labelled(plate, joint, low):
    written = plate.replace("-", joint)
    written = written.lower() if low else written
    assert redacted(f"De auto had kenteken {written} en reed weg.") == [written]


@given(plates(NEW_CODES).filter(lambda plate: not NEVER_ISSUED.search(plate)))
def test_every_newer_plate_with_dashes_goes_without_a_label(plate):
    assert redacted(f"Gezien is {plate} in de straat.") == [plate]
