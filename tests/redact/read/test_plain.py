import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import EmptyFileError, UnknownFormatError
from redact.read import read_text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_the_characters_are_those_of_the_file(text):
    if text.strip():
        [page] = read_text(text.encode()).pages
        assert page.text == text
        assert np.isnan(page.boxes).all()


def test_line_ends_and_tabs_stay_as_they_are():
    assert read_text(b"een\r\ntwee\tdrie\n\n").text == "een\r\ntwee\tdrie\n\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_usual_encodings_are_told_apart(encoding):
    assert read_text("Daniëlle – €".encode(encoding)).text == "Daniëlle – €"


@pytest.mark.parametrize("data", [b"tekst\0met nullen", b"\x81\x8d\x8f\x90"])
def test_bytes_that_are_no_text_are_refused(data):
    with pytest.raises(UnknownFormatError):
        read_text(data)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n"])
def test_a_file_without_characters_is_empty(data):
    with pytest.raises(EmptyFileError):
        read_text(data)
