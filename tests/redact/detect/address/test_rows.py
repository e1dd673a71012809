import pytest

from redact.detect.address.rows import in_rows


def texts(text):
    return sorted(text[match.start : match.end] for match in in_rows(text))


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("K-1;Boer;B;Torenlaan;12;A;3742CS;Baarn;0612559041", "Torenlaan 12 A 3742CS Baarn"),
        ("K-1;Boer;B;Torenlaan;200;;3742CS;Baarn;06", "Torenlaan 200 3742CS Baarn"),
        ('"Boer","A.","Brink","4","9401HX","Assen"', "Brink 4 9401HX Assen"),
        ("Boer\tA.\tBrink\t4\tb\t9401 HX\tAssen", "Brink 4 b 9401 HX Assen"),
        ("7;Boer;P.;1955;Eemdijk 3;;;3754;;x", "Eemdijk 3 3754"),
    ],
)
def test_the_cells_around_a_postcode_are_an_address(row, cells):
    assert sorted(" ".join(texts(row)).split()) == sorted(cells.split())


@pytest.mark.parametrize(
    "row",
    [
        "K-2;Stichting Zaalbeheer;;;Kerkplein;1;;3741AA;Baarn",
        "12 maart; 3742CS; Baarn",
        "K-3;onbekend;;;;;;;anoniem;bomen",
        "K-4;Boer;1;2;3;2016;x;y",
    ],
)
def test_a_row_of_an_organisation_or_without_a_postcode_is_left_alone(row):
    assert texts(row) == []


def test_a_long_row_takes_no_time():
    assert texts("a;" * 100_000) == []
