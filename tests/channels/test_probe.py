"""The probe itself: it finds what is there, and nothing where there is nothing."""

import numpy as np
import pikepdf
import pytest

from tests.channels.probe import probe
from tests.channels.probe.fold import Secret, fold
from tests.channels.probe.pixels import likeness
from tests.channels.scan import ink, show, written
from tests.channels.sheet import NAME, draw, line, report, saved


@pytest.fixture
def unnamed():
    """Return the report without the name."""
    with report() as pdf:
        draw(pdf, line("Afspraak met de bewoner over de vergunning."))
        return saved(pdf)


def test_nothing_is_found_where_the_name_is_not(unnamed):
    assert probe(unnamed, NAME, [ink(NAME)]) == frozenset()


def test_the_name_is_found_in_the_report():
    with report() as pdf:
        assert probe(saved(pdf), NAME) >= {"text", "hidden", "bytes"}


@pytest.mark.parametrize("code", ["utf-8", "utf-16-be", "utf-16-le"])
def test_the_name_is_found_behind_the_file_in_any_encoding(unnamed, code):
    assert probe(unnamed + NAME.encode(code), NAME) == {"bytes"}


def test_the_name_is_found_in_hexadecimal_behind_the_file(unnamed):
    assert "bytes" in probe(unnamed + NAME.encode("utf-16-be").hex().upper().encode(), NAME)


def test_a_file_that_no_program_opens_is_read_as_bytes():
    assert probe(b"geen pdf, wel " + NAME.encode(), NAME) == {"bytes"}


@pytest.mark.parametrize("written_as", ["Quax-\nwijk", "QUÄXWIJK", "Q u a x w i j k", "Quaxwĳk"])
def test_ways_to_write_the_name_are_one(written_as):
    assert Secret.of(NAME).in_text(f"met {written_as} over")
    assert fold(NAME) in fold(written_as)


def test_a_word_looks_like_itself_and_not_like_another():
    picture = np.asarray(written(f"Afspraak met {NAME}"))
    assert likeness(picture, ink(NAME)) > 0.99
    assert likeness(picture, ink("vergunning")) < 0.55
    assert likeness(np.asarray(written("Opdracht van Zwierink")), ink(NAME)) < 0.55


def test_a_blank_picture_looks_like_nothing():
    assert likeness(np.full((60, 400), 255, np.uint8), ink(NAME)) == 0


def test_pixels_are_found_in_a_picture_and_not_once_they_are_blank():
    with report() as pdf:
        picture = pikepdf.Stream(pdf, bytes([255]) * len(written().tobytes()))
        picture.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=written().width,
            Height=written().height,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
        )
        show(pdf, picture)
        blank = probe(saved(pdf), NAME, [ink(NAME)])
        picture.write(written().tobytes())
        assert probe(saved(pdf), NAME, [ink(NAME)]) - blank == {"pixels"}
