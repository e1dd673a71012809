"""Tests for the places where costly patterns are tried: nothing that they would find is lost."""

import re

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.detect.starts import at, at_words, near, numbers

TEXTS = st.lists(
    st.sampled_from(
        ["Jan", "jan", "de", "dag", "datum", "12", "3a", "b4", "-", ".", " ", "\n", "é"]
    ),
    max_size=40,
).map("".join)
WORDED = regex.compile(r"\b(?i:jan|da(?:g|tum)) ?(?:\d|de)|(?<!\w)\d+a?\b(?! )")
NUMBERED = regex.compile(r"(?<![\w.])\d{1,2}(?:-\d|[ab]| )")
CUED = regex.compile(r"[^\n]{0,3}datum[^\n]?")


@settings(deadline=None)
@given(TEXTS)
def test_a_pattern_tried_at_words_finds_all_that_begins_with_one(text: str) -> None:
    found = [hit.span() for hit in at_words(text, WORDED)]
    assert found == [hit.span() for hit in WORDED.finditer(text)]


@settings(deadline=None)
@given(TEXTS)
def test_a_pattern_tried_at_numbers_finds_all_that_begins_with_one(text: str) -> None:
    found = [hit.span() for hit in at(text, NUMBERED, numbers(text))]
    assert found == [hit.span() for hit in NUMBERED.finditer(text)]


@settings(deadline=None)
@given(TEXTS)
def test_a_pattern_tried_near_a_cue_finds_all_around_it(text: str) -> None:
    found = [hit.span() for hit in near(text, CUED, re.compile("datum"), 3)]
    assert found == [hit.span() for hit in CUED.finditer(text)]
