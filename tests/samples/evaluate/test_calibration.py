import pytest

from samples.evaluate.calibration import Band, calibration, error
from samples.evaluate.subjects import Text
from samples.gold import parse


def test_a_person_found_counts_in_the_band_of_its_score():
    text = Text("x", *parse("Dat meldt {{person|Karin Hoogendijk}}.\n"))
    assert sum(band.found for band in calibration([text])) == 1
    assert sum(band.right for band in calibration([text])) == 1


def test_a_find_that_is_nobody_is_wrong():
    text = Text("x", "Dat meldt Karin Hoogendijk.\n", [])
    assert [band.right for band in calibration([text])] == [0]


def test_scores_that_are_right_as_often_as_they_say_have_no_error():
    assert error([Band(0.5, 0.6, 4, 2, 2.0)]) == 0


def test_scores_that_say_too_much_have_an_error():
    assert error([Band(0.9, 0.95, 10, 5, 9.0)]) == pytest.approx(0.4)


def test_nothing_found_is_no_error():
    assert error([]) == 0
