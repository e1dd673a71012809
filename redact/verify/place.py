"""Does each page show what was meant to stay, where it was, and in each gap its code only."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from redact.areas import covered, drawn_areas
from redact.document import Page
from redact.finding import Redaction
from redact.geometry import upright
from redact.verify.evidence import Evidence
from redact.verify.glyphs import (
    Glyphs,
    Mask,
    Places,
    Register,
    glyphs,
    is_slanted,
    letters,
    share_out,
    spelled_out,
)
from redact.verify.leak import Leak
from redact.verify.lines import Line, expected, lacks_label, lines, nearest, owners_of, reads_as
from redact.verify.shown import Shown

MOVED = 0.7
"""Points a character may differ in place: rounding by two programs."""
_OVERHANG = 0.5
"""Of the height: how far ink may hang out of a letter's own width."""
_ALIKE = 0.35
"""Of the height: two programs measure a font's height differently, lines are further apart."""
_COPY = 0.25
"""Of the height: what lies this near under a removed letter goes with it."""

_LOST = "tekst die moest blijven is weg of verschoven"
_EXTRA = "er staat tekst die de lezer niet zag of die weg moest"
_DOUBLED = "een teken dat moest blijven staat er vaker dan eerst"
_NO_LABEL = "bij een weggelaten stuk staat de grond niet"
_NOT_ONLY_LABEL = "bij een weggelaten stuk staat iets anders dan de grond en de tekst die bleef"


class Match(NamedTuple):
    """Which letters that stay were found, and which of the letters shown are explained.

    `owners` holds for each letter shown which one that stays it is, -1 where that is not sure.
    `off` is how much lower the shown ones have their middle, per point of height: two programs
    measure the height of a font differently.
    """

    kept: Mask
    shown: Mask
    owners: Places
    off: float = 0.0


def check_place(evidence: Evidence) -> Iterator[Leak]:
    """Compare every page of the original with the same page of the output."""
    by_page: dict[int, list[Redaction]] = {}
    for redaction in evidence.redactions:
        by_page.setdefault(redaction.span.page, []).append(redaction)
    pages = zip(evidence.original, evidence.removed, evidence.shown, strict=False)
    for page, removed, shown in pages:
        yield from _compare(page, removed, by_page.get(page.number, []), shown)


class _Turned(NamedTuple):
    """The text of a page that runs one way: its gaps, what stays, and what is seen of that."""

    gaps: Sequence[Line]
    kept: Glyphs
    seen: Glyphs
    match: Match


def _compare(
    page: Page, removed: Mask, redactions: Sequence[Redaction], shown: Shown
) -> Iterator[Leak]:
    shown_codes = letters(shown.text)
    ways = list(_ways(page, removed & ~covered(page), removed, redactions, shown))
    explained = shown_codes == 0
    for way in ways:
        explained[way.seen.places[way.match.shown]] = True
    wrong = set(_check_areas(page, redactions, shown, explained))
    within = [_within_gaps(way, len(explained)) for way in ways]
    for way, mine in zip(ways, within, strict=True):
        # what stays or stands in a gap that runs another way is none of this line's
        others = explained | (np.any(within, axis=0) & ~mine)
        own = way.match.shown | ~others[way.seen.places]
        match = way.match._replace(shown=way.match.shown[own], owners=way.match.owners[own])
        seen = way.seen.only(own)
        wrong |= _check_lines(way.gaps, way.kept, seen, match) if way.gaps else set()
        if not match.kept.all():
            wrong.add(_LOST)
        explained[seen.places[match.shown]] = True
    if not explained.all():
        wrong.add(_EXTRA)
    yield from (Leak("plaats", message, page.number) for message in sorted(wrong))


def _check_areas(
    page: Page, redactions: Sequence[Redaction], shown: Shown, explained: Mask
) -> Iterator[str]:
    """Say what is wrong in the areas that were drawn; mark what stands in them as explained."""
    areas = drawn_areas(page)
    if not areas.size:
        return
    codes, owners = owners_of(redactions)
    middles = (shown.boxes[:, :2] + shown.boxes[:, 2:]) / 2
    read, all_in = letters(shown.text), np.zeros_like(explained)
    for place in areas.tolist():
        low, high = page.boxes[place, :2], page.boxes[place, 2:]
        inside = ~explained & (middles >= low).all(axis=1) & (middles <= high).all(axis=1)
        if codes[owners[place]] not in "".join(map(chr, read[inside])):
            yield _NO_LABEL
        all_in |= inside
    if "".join(map(chr, read[all_in])) != "".join(codes[owners[place]] for place in areas):
        yield _NOT_ONLY_LABEL
    explained |= all_in


def _within_gaps(way: _Turned, count: int) -> Mask:
    """Tell which of the characters shown, so many, have their middle in a gap of one turn."""
    within, seen = np.zeros(count, dtype=np.bool_), way.seen
    centre = (seen.left + seen.right) / 2
    for gap in (gap for line in way.gaps for gap in line.gaps):
        level = np.abs(seen.middle - gap.middle) < gap.height / 2
        within[seen.places[level & (centre > gap.left) & (centre < gap.right)]] = True
    return within


def _ways(
    page: Page, gaps_in: Mask, removed: Mask, redactions: Sequence[Redaction], shown: Shown
) -> Iterator[_Turned]:
    """Yield the text for each quarter turn, with what is found of it in its own place."""
    codes, shown_codes = letters(page.text), letters(shown.text)
    for turn in np.unique(page.turns[~np.isnan(page.boxes[:, 0])]):
        boxes, here = upright(page.boxes, int(turn)), page.turns == turn
        gaps = lines(glyphs(np.where(here & gaps_in, codes, 0), boxes), redactions)
        kept = spelled_out(glyphs(np.where(here & ~removed, codes, 0), boxes), page.text)
        kept = share_out(kept.only(~_covered(kept, gaps)))
        seen = glyphs(shown_codes, upright(shown.boxes, int(turn)))
        seen = share_out(spelled_out(seen, shown.text))
        yield _Turned(gaps, kept, seen, found_in_place(kept, seen))


def _covered(kept: Glyphs, gaps: Sequence[Line]) -> Mask:
    """Tell which letters lie under a removed one: the copies that make bold, and hidden text."""
    covered = np.zeros(len(kept), dtype=np.bool_)
    centre = (kept.left + kept.right) / 2
    for gap in (gap for line in gaps for gap in line.gaps):
        level = np.abs(kept.middle - gap.middle) < _COPY * gap.height
        covered |= level & (centre > gap.left) & (centre < gap.right)
    return covered


def found_in_place(kept: Glyphs, seen: Glyphs) -> Match:
    """Look for every letter that stays at its own place."""
    unknown = np.full(len(seen), -1)
    match = Match(np.zeros(len(kept), np.bool_), np.zeros(len(seen), np.bool_), unknown)
    slack = np.where(is_slanted(kept), kept.heights, MOVED)
    register = Register.of(seen)
    ones, others = register.pairs(kept, slack)
    lower = (seen.middle[others] - kept.middle[ones]) / kept.heights[ones]
    near = np.abs(lower) <= np.where(slack[ones] > MOVED, 1.0, _ALIKE)
    _mark(match, ones[near], others[near])
    sure = near & (slack[ones] == MOVED)
    match.owners[others[sure]] = ones[sure]
    _find_overhanging(kept, seen, match, register)
    return match._replace(off=float(np.median(lower[near])) if near.any() else 0.0)


def _find_overhanging(kept: Glyphs, seen: Glyphs, match: Match, register: Register) -> None:
    """Mark letters whose box pdfium made wider to take in what hangs out, as the tail of a j."""
    missed = np.flatnonzero(~match.kept)
    if not missed.size:
        return
    reach = kept.heights * _OVERHANG
    among, others = register.pairs(kept.only(missed), reach[missed])
    ones = missed[among]
    left = seen.left[others] - kept.left[ones]
    right = seen.right[others] - kept.right[ones]
    near = np.abs(seen.middle[others] - kept.middle[ones]) <= _ALIKE * kept.heights[ones]
    near &= (left <= MOVED) & (right >= -MOVED) & (right <= reach[ones])
    _mark(match, ones[near], others[near])


def _mark(match: Match, kept: Places, shown: Places) -> None:
    match.kept[kept] = True
    match.shown[shown] = True


def _check_lines(gaps: Sequence[Line], kept: Glyphs, seen: Glyphs, match: Match) -> set[str]:
    """Return what is wrong on the lines with gaps; mark their letters as explained."""
    wrong = set()
    kept_line, seen_line = nearest(gaps, kept, 0.0), nearest(gaps, seen, match.off)
    known = match.owners >= 0  # what hardly is on a line, or hardly is not, is so both times
    seen_line[known] = kept_line[match.owners[known]]
    for number, line in enumerate(gaps):
        mine, theirs = kept_line == number, seen_line == number
        on_line = mine  # before a gap too: where a line was justified all of it moves
        if match.kept[mine].all():  # nothing moved: whatever is new must be labels
            if np.count_nonzero(match.shown[theirs]) > np.count_nonzero(match.kept[mine]):
                wrong.add(_DOUBLED)
            mine, theirs = np.zeros_like(mine), theirs & ~match.shown
        message = _line_fault(line, kept.only(mine), seen.only(theirs))
        if message is not None:
            wrong.add(message)
        match.kept[on_line] = True
        match.shown[theirs] = True
    return wrong


def _line_fault(line: Line, kept: Glyphs, seen: Glyphs) -> str | None:
    """Return what is wrong on a line of which these letters stay and these are shown."""
    want = list(expected(line, kept))
    in_place = np.argsort(seen.left, kind="stable")
    read = ["".join(map(chr, codes)) for codes in (seen.codes[in_place], seen.codes)]
    if any(reads_as(text, want) for text in read):
        return None
    return _NO_LABEL if any(lacks_label(text, want) for text in read) else _NOT_ONLY_LABEL
