"""A label, or a shift beside it, that is as wide as the text was tells who it was about."""

import re

import pytest

LABEL = re.compile(rb"\[<352e312e322e65>\]\s*TJ", re.IGNORECASE)


def spoiled(case, written, most=9):
    """Return the output with so many labels written in another way, and how many there were."""
    found = 0

    def spoil(pdf):
        nonlocal found
        for xref in pdf[0].get_contents():
            if found < most:
                content, more = LABEL.subn(written, pdf.xref_stream(xref), count=most - found)
                pdf.update_stream(xref, content)
                found += more

    return case.honest(draw=spoil), found


@pytest.fixture
def twice(make_case):
    return make_case(
        "Hier is Quaxmans geweest", "Daar is Quaxmans niet geweest", remove=["Quaxmans"]
    )


def channels(case, output):
    return {leak.partition(":")[0] for leak in case.leaks(output)}


def test_an_honest_label_tells_no_width(twice):
    assert "breedte" not in channels(twice, twice.honest())


@pytest.mark.parametrize("beside", [rb"[<352e312e322e65> -900]TJ", rb"[-900 <352e312e322e65>]TJ"])
def test_a_wide_shift_beside_a_label_is_found(twice, beside):
    output, found = spoiled(twice, beside)
    assert found == 2
    assert "breedte" in channels(twice, output)


def test_a_narrow_shift_beside_a_label_is_none(twice):
    output, found = spoiled(twice, rb"[<352e312e322e65> -90]TJ")
    assert found == 2
    assert "breedte" not in channels(twice, output)


def test_equal_labels_of_unequal_width_are_found(twice):
    output, found = spoiled(twice, rb"80 Tz [<352e312e322e65>]TJ 100 Tz", most=1)
    assert found == 1
    assert "breedte" in channels(twice, output)
