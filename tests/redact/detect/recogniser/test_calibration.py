import pytest

from redact.detect.recogniser.calibration import Calibration, measured


def test_a_score_leads_back_to_its_chance():
    line = Calibration(slope=1.4, shift=-0.6, look=0.4, sure=0.85)
    assert line.score(line.chance(0.85)) == pytest.approx(0.85)


def test_scores_rise_with_chances():
    assert measured().score(0.2) < measured().score(0.7) < measured().score(1.0) <= 1


def test_a_word_is_shown_before_it_is_sure():
    levels = measured().levels()
    assert 0 < levels.look < levels.sure < 1
