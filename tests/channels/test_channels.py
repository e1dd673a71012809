"""No channel may tell the name after our removal, and each does after the plain recipe."""

import tomllib
from pathlib import Path

import pytest

import tests.channels.builders  # noqa: F401  registers the channels
from tests.channels.channel import CHANNELS
from tests.channels.outcome import BLOCKED, CRASH, LEAK, outcomes

KNOWN = tomllib.loads(Path(__file__).with_name("known.toml").read_text("utf-8"))
NOT_YET = "not yet:"
MOST_BLOCKED = 5


@pytest.fixture(scope="module")
def results():
    """Return what becomes of each channel."""
    return {row.channel: row for row in outcomes(CHANNELS)}


def _with(results, verdict):
    steady = set(results).difference(KNOWN["by chance"])
    return {name for name in steady if results[name].verdict == verdict}


def test_there_are_enough_channels():
    assert len(CHANNELS) >= 110


def test_every_channel_tells_the_name_in_the_way_it_says(results):
    """Letters that only the name uses are left over when it is gone, not before."""
    silent = {
        name
        for name, row in results.items()
        if CHANNELS[name].by not in row.source | (row.plain or frozenset())
    }
    assert not silent


def test_the_plain_recipe_leaves_the_name_in_every_channel(results):
    assert not {name for name, row in results.items() if row.plain == frozenset()}


def test_the_plain_recipe_breaks_off_where_known_and_nowhere_else(results):
    broken = {name for name, row in results.items() if row.plain is None}
    assert broken == set(KNOWN["plain breaks off"])


@pytest.mark.parametrize("verdict", [LEAK, BLOCKED, CRASH])
def test_ours_fails_where_known_and_nowhere_else(results, verdict):
    """A channel that is mended must leave the list; one that breaks must not enter it."""
    assert _with(results, verdict) == set(KNOWN[verdict])


def test_what_chance_decides_never_leaks(results):
    assert LEAK not in {results[name].verdict for name in KNOWN["by chance"]}


def test_what_is_known_to_leak_or_crash_is_to_be_mended():
    reasons = [*KNOWN[LEAK].values(), *KNOWN[CRASH].values()]
    assert all(reason.startswith(NOT_YET) for reason in reasons)


def test_few_channels_stay_blocked():
    for_good = [reason for reason in KNOWN[BLOCKED].values() if not reason.startswith(NOT_YET)]
    assert len(for_good) <= MOST_BLOCKED
