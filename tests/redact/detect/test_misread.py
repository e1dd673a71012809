import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect import detect
from redact.detect.misread import with_digits
from redact.finding import Kind
from redact.read import read_text


@given(st.text(alphabet="OoIl0123456789ab -.\n"))
def test_the_length_of_the_text_stays(text):
    assert len(with_digits(text)) == len(text)


def test_only_letters_amid_digits_are_read_as_digits():
    assert with_digits("2O71 XC, l2 Oslo lol O8") == "2071 XC, 12 Oslo lol 08"


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        (
            "Adres: Lindenlaan l7, 2O71 XC Santpoort",
            Kind.ADDRESS,
            "Lindenlaan l7, 2O71 XC Santpoort",
        ),
        ("Bel 0255 - 55 61 O8 voor meer.", Kind.PHONE, "0255 - 55 61 O8"),
        ("Geboren op l2 oktober l951 te Delft.", Kind.BIRTHDATE, "l2 oktober l951 te Delft"),
    ],
)
def test_a_misread_number_is_found_as_it_is_written(text, kind, found):
    document = read_text(text.encode())
    seen = [document.text_of(span) for f in detect(document) if f.kind is kind for span in f.spans]
    assert seen == [found]
