"""A gap that is made wider: by steps and room on the line, never by what stood there."""

import math
from itertools import pairwise

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from redact.document import Page, Span
from redact.geometry import Box
from redact.write.gaps import Gap, Gaps
from redact.write.line import Line, Segment, Token
from redact.write.sheet import sheet
from redact.write.widen import widened

HEIGHT, SPACE, START = 15.0, 3.0, 50.0
WIDTHS = st.floats(5, 120)
WORDS = st.lists(st.floats(4, 60), max_size=4)


def line_of(names, words, limit, share=0.0):
    """Return a line of a word, then a name and a word by turns, its page and its gaps."""
    tokens, gaps, boxes, at = [Token(START, START + 20, width=20)], [], [], START + 20
    for number, name in enumerate(names):
        start = at + SPACE
        box = Box(start, 100, start + name, 100 + HEIGHT)
        tokens.append(Token(start, box.x1, number, box, first=number, last=number + 1))
        gaps.append(Gap(box, 0, "5.1.2.e", goes_on=False, span=Span(0, number, number + 1)))
        boxes.append(box)
        at = box.x1
        for word in words[number : number + 1]:
            tokens.append(Token(at + SPACE, at + SPACE + word, width=word))
            at += SPACE + word
    turns = np.zeros(len(names), dtype=np.uint8)
    page = Page(0, "x" * len(names), np.array(boxes, dtype=np.float32), turns, 600, 800)
    none = np.empty((0, 4), dtype=np.float32)
    whole = Gaps(page, np.ones(len(names), dtype=np.bool_), none, none, tuple(gaps))
    anchor = START + share * (at - START)
    segment = Segment(tuple(tokens), max(limit, at), 1000.0, anchor, share)
    line = Line(0, 100 + HEIGHT / 2, HEIGHT, SPACE, (segment,))
    return line, tuple(gaps), sheet(whole, none, 0), at


def widen(names, words, limit, share=0.0):
    line, gaps, here, end = line_of(names, words, limit, share)
    return line, widened(line, 0, gaps, here), end


@given(one=WIDTHS, other=WIDTHS, word=st.floats(4, 60), limit=st.floats(150, 560))
def test_names_that_a_room_holds_leave_the_same_line(one, other, word, limit):
    _, wide, end = widen([one], [word], limit)
    _, same, other_end = widen([other], [word], limit)
    assume(max(end, other_end) < limit - 2)  # both names fit on the line as it is
    room = wide.rooms[0]
    if room.least < other - 0.01 and other + 0.01 < room.most:
        assert math.isclose(same.rooms[0].most, room.most, abs_tol=1e-3)
        ends = [move.new_end for move in wide.moves], [move.new_end for move in same.moves]
        assert np.allclose(*ends, atol=1e-3)


@given(names=st.lists(WIDTHS, min_size=1, max_size=3), words=WORDS, limit=st.floats(150, 590))
def test_no_word_is_squeezed_or_passes_its_limit_or_another(names, words, limit):
    line, wide, end = widen(names, words, limit)
    if wide is None:
        return
    moves = wide.moves
    for move in moves:
        if not move.gap:
            assert math.isclose(move.new_end - move.new_start, move.end - move.start, abs_tol=1e-6)
        else:
            assert move.new_end - move.new_start >= move.end - move.start - 1e-6
    for one, two in pairwise(moves):
        assert math.isclose(two.new_start - one.new_end, two.start - one.end, abs_tol=1e-6)
    assert moves[-1].new_end <= max(line.segments[0].limit, end) + 1e-6
    assert moves[0].new_start == START


@given(name=WIDTHS, word=st.floats(4, 60))
def test_text_set_to_the_right_keeps_its_end(name, word):
    _, wide, end = widen([name], [word], 560, share=1.0)
    assert math.isclose(wide.moves[-1].new_end, end, abs_tol=1e-6)
    assert wide.moves[0].new_start <= START


@given(
    one=WIDTHS, words=WORDS.filter(len), limit=st.floats(150, 560), share=st.sampled_from([0.5, 1])
)
def test_what_is_centred_or_set_to_the_right_stays_on_its_page(one, words, limit, share):
    _, wide, end = widen([one], words[:1], limit, share)
    moves = wide.moves if wide else ()
    assert all(move.new_start > -0.01 and move.new_end < max(limit, end) + 0.01 for move in moves)
