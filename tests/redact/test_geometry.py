import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.document import Page, Span
from redact.geometry import TURNS, Box, Matrix, beneath, cores, stretches, upright

NUMBERS = st.floats(-500, 500, width=32)


def page_of(*lines, height=12.0, width=6.0, leading=14.0, turn=0):
    """Return a page of lines in a font of one width; each line ends with a line break."""
    text, boxes = "", []
    for row, line in enumerate(lines):
        text += line + "\n"
        top = 100 + row * leading
        boxes += [
            (50 + at * width, top, 50 + (at + 1) * width, top + height) for at in range(len(line))
        ]
        boxes.append((np.nan,) * 4)
    placed = TURNS[turn].boxes(np.array(boxes, dtype=np.float32))
    return Page(0, text, placed, np.full(len(text), turn, dtype=np.uint8))


def mask(page, *words):
    gone = np.zeros(len(page.text), dtype=np.bool_)
    for word in words:
        start = page.text.index(word)
        gone[start : start + len(word)] = True
    return gone


def touched(page, bands):
    """Return the characters a band touches, by PyMuPDF's rule: a tenth off on each side."""
    boxes = page.boxes
    tenth = np.abs(boxes[:, 2:] - boxes[:, :2]) / 10
    low, high = boxes[:, :2] + tenth, boxes[:, 2:] - tenth
    hit = np.zeros(len(page.text), dtype=np.bool_)
    for band in bands:
        hit |= ((low <= band[2:]) & (high >= band[:2])).all(axis=1)
    return "".join(letter for letter, was_hit in zip(page.text, hit, strict=True) if was_hit)


@pytest.mark.parametrize("turn", range(4))
def test_a_span_over_two_lines_is_two_stretches_at_any_turn(turn):
    page = page_of("de heer Jan", "de Vries komt", turn=turn)
    found = stretches(page, Span(0, 8, 20))
    assert [page.text[s.span.start : s.span.end] for s in found] == ["Jan", "de Vries"]
    assert {stretch.turn for stretch in found} == {turn}


def test_cells_of_one_row_are_stretches_of_their_own():
    page = page_of("Jan      06-123")
    boxes = page.boxes.copy()
    boxes[3:9] = np.nan
    page = Page(0, page.text, boxes, page.turns)
    assert len(stretches(page, Span(0, 0, 15))) == 2


def test_a_span_of_characters_that_were_never_drawn_has_no_stretch():
    assert stretches(Page.unplaced(0, "Jan"), Span(0, 0, 3)) == []


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("leading", [8, 9, 10, 14])
def test_a_band_touches_the_characters_that_go_and_no_other(leading, turn):
    page = page_of("boven boven", "voor weg na", "onder onder", leading=leading, turn=turn)
    assert touched(page, cores(page, mask(page, "weg"))) == "weg"


def test_a_kerned_neighbour_is_not_touched():
    page = page_of("To P.")
    boxes = page.boxes.copy()
    boxes[1, [0, 2]] -= 1.1  # the o creeps under the T
    boxes[4, 0], boxes[4, 2] = boxes[3, 2] - 1.4, boxes[3, 2] + 0.6  # a narrow full stop
    page = Page(0, page.text, boxes, page.turns)
    assert touched(page, cores(page, mask(page, "o"))) == "o"
    assert touched(page, cores(page, mask(page, "."))) == "."
    assert touched(page, cores(page, mask(page, "T"))) == "T"


def test_a_superscript_within_a_word_is_touched_too():
    page = page_of("Jan1 zegt")
    boxes = page.boxes.copy()
    boxes[3] = boxes[3, 0], 98, boxes[3, 0] + 3, 104
    page = Page(0, page.text, boxes, page.turns)
    assert touched(page, cores(page, mask(page, "Jan1"))) == "Jan1"


def test_a_character_without_width_is_touched():
    page = page_of("José zegt")
    boxes = page.boxes.copy()
    boxes[3, 0] = boxes[3, 2] = boxes[2, 2]
    page = Page(0, page.text, boxes, page.turns)
    assert "é" in touched(page, cores(page, mask(page, "é")))


def test_slanted_characters_have_a_band_each():
    page = page_of("schuin")
    boxes = page.boxes + np.arange(len(page.text), dtype=np.float32)[:, None] * [0, 4, 0, 4]
    page = Page(0, page.text, boxes.astype(np.float32), page.turns)
    assert len(cores(page, mask(page, "schuin"))) == 6
    assert touched(page, cores(page, mask(page, "schuin"))) == "schuin"


def test_the_end_of_a_stretch_over_more_lines_is_not_cut_short():
    page = page_of("aaaaag", "xging", "eb")
    boxes = page.boxes.copy()
    boxes[7:12] += [0.5 * 6 + 0.01, 0, 6.01, 0]
    page = Page(0, page.text, boxes, page.turns)
    gone = np.ones(len(page.text), dtype=np.bool_)
    assert touched(page, cores(page, gone)).replace("\n", "") == "aaaaagxgingeb"


def test_nothing_that_goes_has_no_band():
    page = page_of("blijft")
    assert cores(page, np.zeros(len(page.text), dtype=np.bool_)).shape == (0, 4)


def test_a_copy_under_a_character_goes_with_it_and_the_next_line_does_not():
    page = page_of("Jan", "Jan", "volgende", leading=10)
    boxes = page.boxes.copy()
    boxes[4:7] = boxes[0:3] + 0.3  # drawn twice to look bold
    page = Page(0, page.text, boxes, page.turns)
    gone = beneath(page, mask(page, "Jan"))
    assert "".join(np.array(list(page.text))[gone]) == "JanJan"


@given(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), st.integers(0, 3))
def test_turning_upright_and_back_changes_nothing(box, turn):
    x0, y0, x1, y1 = box
    boxes = np.array([[min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)]], dtype=np.float32)
    assert np.array_equal(TURNS[turn].boxes(upright(boxes, turn)), boxes)


@given(NUMBERS, NUMBERS, st.integers(0, 3))
def test_a_map_and_its_inverse_cancel_out(x, y, turn):
    there = Matrix(2, 0, 0, -2, 30, 700).after(TURNS[turn])
    assert there.back().point(*there.point(x, y)) == pytest.approx((x, y), abs=1e-3)


def test_boxes_that_share_an_edge_do_not_meet():
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 20, 10))
    assert Box(0, 0, 10, 10).meets(Box(9, 9, 20, 20))
