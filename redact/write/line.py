"""A line of text with gaps in it: its words and gaps, and the cells or columns they stand in."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from redact.geometry import Box, Mask, upright
from redact.write.gaps import Gaps
from redact.write.sheet import FAR, LEVEL, Letters, Numbers, Sheet, median

_BLANK = 0.06
"""Of the height: words closer than this have no space between them."""

_TAB = 1.5
"""Spaces: a word this far from the one before it may stand at a tab or in the next cell."""

_SAME = 0.5
"""Points: lines that begin or end this near to each other are aligned."""

_LONGEST_MARK = 5
_FEW = 3

_STEP = 0.3
"""Points; letters are kerned in steps of this."""

_ONE_LINE = 0.35

_INDENT = 0.2
"""Of a column: a line that begins further in than this is not merely indented."""

_CENTRED = 1.0
"""Points: a line is centred when its middle is this near to that of its cell, column or page."""

_MARGIN = 8.0
"""Points of the page's edge that stay free."""

_CLEAR = 1.0
"""Points between text and a rule."""


class Token(NamedTuple):
    """A word, or what goes: where it began and ended, and its gap's number, or -1, and box.

    `width` is that of its letters, with their kerning: see `kerned`. `first` and `last` are the
    ends of what goes in the page's text. `mark` tells that it may be the mark of a list: a bullet,
    a number, a letter with a bracket.
    """

    start: float
    end: float
    gap: int = -1
    box: Box | None = None
    width: float = 0.0
    mark: bool = False
    first: int = 0
    last: int = 0


class Segment(NamedTuple):
    """Words and gaps within one cell or column, from left to right.

    `limit` is how far they may reach, `right` where the lines of the column end. `anchor` is the
    point that stays: at share `share` of the segment's width.
    """

    tokens: tuple[Token, ...]
    limit: float
    right: float
    anchor: float
    share: float

    @property
    def has_gaps(self) -> bool:
        """Tell whether anything of it goes."""
        return any(token.gap >= 0 for token in self.tokens)


class Line(NamedTuple):
    """Segments from left to right; `height` is that of its letters, `space` that of a blank."""

    turn: int
    middle: float
    height: float
    space: float
    segments: tuple[Segment, ...]


def lines(page: Gaps, sheet: Sheet, without: Collection[int] = ()) -> list[Line]:
    """Return the lines of a page that have gaps, those of one turn, without some of the gaps."""
    level = upright(np.array([gap.box for gap in page.gaps], dtype=np.float32), sheet.turn)
    boxes = {
        number: Box(*level[number].tolist())
        for number, gap in enumerate(page.gaps)
        if gap.turn == sheet.turn and number not in without
    }
    rows: list[list[int]] = []
    for number in sorted(boxes, key=lambda number: _middle(boxes[number])):
        box = boxes[number]
        if rows and _middle(box) - _middle(boxes[rows[-1][0]]) <= _ONE_LINE * box.height:
            rows[-1].append(number)
        else:
            rows.append([number])
    return [_line([_token(number, boxes[number], page) for number in row], sheet) for row in rows]


def _token(number: int, box: Box, page: Gaps) -> Token:
    span = page.gaps[number].span
    return Token(box.x0, box.x1, number, box, first=span.start, last=span.end)


def _start(token: Token) -> float:
    return token.start


def _middle(box: Box) -> float:
    return (box.y0 + box.y1) / 2


def _line(gaps: Sequence[Token], sheet: Sheet) -> Line:
    boxes = [token.box for token in gaps if token.box is not None]
    middle, rough = _middle(boxes[0]), max(box.height for box in boxes)
    near = sheet.letters.near(middle, LEVEL * rough)
    kept = near.only(near.stays)
    heights = kept.boxes[:, 3] - kept.boxes[:, 1]
    height = median(heights) if heights.size else rough
    tokens = sorted([*gaps, *_words(kept, height, sheet.page.text)], key=_start)
    space = sheet.space_at(middle, height)
    parts = list(_parts(tokens, middle, height, space, sheet))
    ends = [part[0].start - space for part in parts[1:]] + [sheet.right - _MARGIN]
    segments = [_segment(part, end, middle, sheet) for part, end in zip(parts, ends, strict=True)]
    return Line(sheet.turn, middle, height, space, tuple(segments))


def _words(kept: Letters, height: float, text: str) -> Iterator[Token]:
    """Join letters to words: those that touch, and those with nothing between them in the text."""
    if not len(kept.places):
        return
    order = np.argsort(kept.boxes[:, 0], kind="stable")
    starts, ends = kept.boxes[order, 0].astype(np.float64), kept.boxes[order, 2].astype(np.float64)
    reach = np.maximum.accumulate(ends)
    apart = starts[1:] - reach[:-1]
    cut = (np.diff(kept.places[order]) != 1) & (apart > _BLANK * height) | (apart > height)
    firsts = np.concatenate([[0], np.flatnonzero(cut) + 1])
    lasts = np.append(firsts[1:], len(order)) - 1
    places = kept.places[order].tolist()
    steps = np.concatenate([[0.0], np.cumsum(ends - starts)])
    shifts = np.concatenate([[0.0, 0.0], np.cumsum(kerned(starts[1:] - ends[:-1]))])
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        mark = not first and not text[places[last]].isalpha() and last < _LONGEST_MARK
        width = steps[last + 1] - steps[first] + shifts[last + 1] - shifts[first + 1]
        yield Token(float(starts[first]), float(reach[last]), width=float(width), mark=mark)


def kerned(shift: Numbers) -> Numbers:
    """Return shifts between letters, in points, as moved text has them.

    Some programs round each letter's place, which tells where the word stood: less than half a
    step is dropped.
    """
    return np.round(shift / _STEP) * _STEP


def _parts(
    tokens: Sequence[Token], middle: float, height: float, space: float, sheet: Sheet
) -> Iterator[list[Token]]:
    """Split the words of a line where a cell or a column begins."""
    rules = sheet.rules
    upright_rules = rules[(rules[:, 1] < middle) & (rules[:, 3] > middle)]
    walls = np.sort((upright_rules[:, 0] + upright_rules[:, 2]) / 2).tolist()
    others = np.abs(sheet.runs.middles - middle) > LEVEL * height
    reaches = list(accumulate((token.end for token in tokens), max))
    aparts = [token.start - reach for token, reach in zip(tokens[1:], reaches, strict=False)]
    part = [tokens[0]]
    for number, (token, reach, apart) in enumerate(
        zip(tokens[1:], reaches, aparts, strict=False)  # nothing follows the last reach
    ):
        walled = bisect_left(walls, reach - _CLEAR) < bisect_left(walls, token.start + _CLEAR)
        tabbed = apart > _TAB * space and not _is_even(aparts, number)
        if (
            apart > FAR * height
            or walled
            or (tabbed and _begins(sheet.runs.starts, others, token.start))
        ):
            yield part
            part = []
        part.append(token)
    yield part


def _is_even(aparts: Sequence[float], number: int) -> bool:
    """Tell whether a space is as wide as another one of its line, as those of a justified line.

    A word behind it begins where other lines do by chance.
    """
    return any(
        abs(apart - aparts[number]) < _STEP for at, apart in enumerate(aparts) if at != number
    )


def _begins(starts: Numbers, others: Mask, start: float) -> bool:
    """Tell whether one of the other lines begins where a word does."""
    return bool((others & (starts >= start - _SAME) & (starts < start + _SAME)).any())


def _segment(tokens: Sequence[Token], end: float, middle: float, sheet: Sheet) -> Segment:
    """Return a segment with the room it has: to the next one, a rule, or the page's edge."""
    start, stop = tokens[0].start, max(token.end for token in tokens)
    rules, runs = sheet.rules, sheet.runs
    walls = rules[(rules[:, 1] < middle) & (rules[:, 3] > middle)]
    after = walls[walls[:, 0] > stop - _CLEAR, 0]
    before = walls[walls[:, 2] < start + _CLEAR, 2]
    wall = float(after.min()) if after.size else np.inf
    limit = min(end, wall - _CLEAR)
    column = np.abs(runs.starts - start) < _SAME
    rights = runs.ends[column & runs.stays]
    margin = float(runs.starts.min()) - sheet.left
    right = float(rights.max()) if rights.size >= _FEW else sheet.right - margin
    right = wall - max(_CLEAR, start - before.max()) if wall < np.inf and before.size else right
    anchor, share = _anchor(start, stop, middle, sheet, (before, after))
    return Segment(tuple(tokens), limit, min(max(right, start), limit), anchor, share)


def _anchor(
    start: float, stop: float, middle: float, sheet: Sheet, walls: tuple[Numbers, Numbers]
) -> tuple[float, float]:
    """Return the point of a segment that stays: its start, or its middle or end if set by that.

    Text that was centred or set to the right tells its width by where it begins.
    """
    runs = sheet.runs
    other = np.abs(runs.middles - middle) > _SAME
    starts, ends, stays = runs.starts[other], runs.ends[other], runs.stays[other]
    aligned = np.count_nonzero(np.abs(starts - start) < _SAME)
    for share in (1.0, 0.5):
        points = starts + share * (ends - starts)
        same = np.abs(points - start - share * (stop - start)) < _SAME
        if int(np.count_nonzero(same)) > max(1, int(aligned)) and _is_ragged(starts[same]):
            return float(
                np.median(points[same & stays] if (same & stays).any() else points[same])
            ), share
    first, last = float(runs.starts.min()), float(runs.ends[runs.stays].max(initial=-np.inf))
    if aligned > 1 or start - first < _CENTRED:
        return start, 0.0
    if start - first > _INDENT * (last - first) and (np.abs(ends - stop) < _CENTRED).any():
        return (start, 0.0) if aligned else (stop, 1.0)
    return _centred(start, stop, walls, ((sheet.left, sheet.right), (first, last)))


def _is_ragged(starts: Numbers) -> bool:
    """Tell whether lines begin at different places, as those set to the right or centred do."""
    return len(np.unique(np.round(starts))) > len(starts) / 2


def _centred(
    start: float,
    stop: float,
    walls: tuple[Numbers, Numbers],
    frames: Sequence[tuple[float, float]],
) -> tuple[float, float]:
    """Return the middle of a cell or of one of the frames if a text is centred in it."""
    before, after = walls
    if before.size and after.size:
        frames = [(float(before.max()), float(after.min()))]
    for left, right in frames:
        centre = (left + right) / 2
        if abs((start + stop) / 2 - centre) < _CENTRED < start - left:
            return centre, 0.5
    return start, 0.0
