import random

import pytest

from training import damage
from training.examples import Example, Named


def seeded(seed):
    return random.Random(seed)  # noqa: S311  no secret


EXAMPLE = Example(
    "Noor Haddad\tbelt\nJan, de Boer", (Named(0, 11, "PERSON"), Named(17, 29, "PERSON"))
)


def said(example):
    return [example.text[name.start : name.end] for name in example.names]


def test_small_letters_keep_the_names():
    assert said(damage.small(EXAMPLE, seeded(1))) == ["noor haddad", "jan, de boer"]


def test_capitals_that_grow_longer_keep_the_names():
    example = Example("groß Weiß ja", (Named(5, 9, "PERSON"),))
    assert said(damage.capital(example, seeded(1))) == ["WEISS"]


def test_marks_that_go_do_not_stay_at_the_edge_of_a_name():
    example = Example("Jan, : en", (Named(0, 5, "PERSON"),))
    assert said(damage.bare(example, seeded(1))) == ["Jan"]


def test_a_table_that_lost_its_cells_has_no_tabs():
    flat = damage.flattened(EXAMPLE, seeded(1))
    assert "\t" not in flat.text
    assert said(flat) == said(EXAMPLE)


def test_lines_are_broken_at_a_width():
    text = "woord " * 60
    wrapped = damage.wrapped(Example(text, ()), seeded(1)).text
    assert max(map(len, wrapped.split("\n"))) < 100
    assert wrapped.replace("\n", " ") == text


def test_a_scan_changes_some_letters():
    text = "De heer Haddad belde gisteren over de melding. " * 40
    worn = damage.scanned(Example(text, ()), seeded(2)).text
    assert worn != text
    assert len(worn) == pytest.approx(len(text), rel=0.1)


@pytest.mark.parametrize("name", ["Haddad", "Q", "Jan de Vries", "Ö"])
def test_a_misread_name_is_never_empty(name):
    assert all(damage.misread(name, seeded(seed)) for seed in range(50))


@pytest.mark.parametrize("seed", range(60))
def test_no_name_begins_or_ends_with_a_blank_after_any_harm(seed):
    harmed = damage.harmed(EXAMPLE, seeded(seed))
    assert all(name == name.strip() != "" for name in said(harmed))
