"""The figures reached are floors: they only go up. For the texts set aside, a bare truth."""

import tomllib
from importlib.resources import files

import pytest

from redact.finding import Kind
from samples.evaluate.contenders import lakwerk
from samples.evaluate.subjects import subjects
from samples.score import score, total

FLOORS = tomllib.loads(files("samples.evaluate").joinpath("floors.toml").read_text("utf-8"))
OWN = {subject.name: subject for subject in subjects() if not subject.public}


@pytest.fixture(scope="module")
def reached():
    """Return what is reached on each set: measure by kind, and the share that goes too far."""
    return {name: _reached(subject) for name, subject in OWN.items()}


def _reached(subject):
    proposals = lakwerk(subject).proposals
    together = total(
        [
            score(text.text, text.golds, mine)
            for text, mine in zip(subject.texts, proposals, strict=True)
        ]
    )
    figures = {
        (kind.value, measure): getattr(tally, measure)
        for kind, tally in together.kinds.items()
        for measure in ("recall", "recall_shown", "precision", "precision_shown", "kept")
    }
    return figures | {("other", "overreach"): together.overreach}


@pytest.mark.parametrize("name", OWN)
def test_what_was_reached_is_reached_still(reached, name):
    below = [
        f"{kind}.{measure}"
        for kind, floors in FLOORS[name].items()
        for measure, floor in floors.items()
        if (reached[name][kind, measure] or 0) < floor - 0.0005
    ]
    assert below == []


@pytest.mark.parametrize("name", OWN)
def test_no_more_goes_too_far_than_went(reached, name):
    assert reached[name]["other", "overreach"] <= FLOORS["ceilings"][name] + 0.0005


def test_every_floor_is_of_a_kind_that_there_is():
    kinds = {kind for name in OWN for kind in FLOORS[name]}
    assert kinds <= {kind.value for kind in Kind}
