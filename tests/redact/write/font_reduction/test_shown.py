"""Which strings a content stream shows, read from its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.write.font_reduction.errors import UnclearError
from redact.write.font_reduction.shown import recoded, shown_in


def shown(content, states=()):
    return [(string.font, string.codes) for string in shown_in(content, states)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"/F1 9 Tf (ab) Tj", [("/F1", b"ab")]),
        (b"/F#31 9 Tf [(a) -20 <62 6>] TJ", [("/F1", b"a"), ("/F1", b"b`")]),
        (b"/A 9 Tf q /B 9 Tf (b) Tj Q (a) Tj", [("/B", b"b"), ("/A", b"a")]),
        (b"/A 9 Tf (\\101\\(\\)\\n) '", [("/A", b"A()\n")]),
        (b"/A 9 Tf (a(b)c\\\nd) Tj", [("/A", b"a(b)cd")]),
        (b"(none) Tj", [(None, b"none")]),
    ],
)
def test_strings_are_found_with_their_font(content, expected):
    assert shown(content) == expected


def test_a_text_beside_what_is_shown_is_not_shown():
    content = b"/A 9 Tf /Span <</ActualText (x(y)) /K <</L <41>>>>> BDC (a) Tj EMC"
    assert shown(content) == [("/A", b"a")]


def test_a_comment_and_a_picture_show_no_text():
    content = b"/A 9 Tf % (no) Tj\nBI /W 1 /H 1 ID (\x00)) EI (yes) Tj"
    assert shown(content) == [("/A", b"yes")]


def test_a_graphics_state_sets_a_font_only_if_it_has_one():
    content = b"/A 9 Tf /G1 gs (a) Tj /G2 gs (b) Tj"
    assert shown(content, {"/G2"}) == [("/A", b"a"), ("/G2", b"b")]


def test_a_string_without_an_end_is_unclear():
    with pytest.raises(UnclearError):
        shown(b"/A 9 Tf (a Tj")


@given(st.lists(st.binary(max_size=20), max_size=8))
def test_what_is_written_is_read_again(texts):
    content = b"/A 9 Tf " + b" ".join(b"<" + text.hex().encode() + b"> Tj" for text in texts)
    found = list(shown_in(content))
    assert [string.codes for string in found] == texts
    again = recoded(content, [(string, string.codes[::-1]) for string in found])
    assert [string.codes for string in shown_in(again)] == [text[::-1] for text in texts]
