"""Print the codes in the gaps, as real text inside the lines they stand in, with pikepdf."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from redact.document import Boxes
from redact.geometry import Box, Matrix
from redact.write.content import Content, put_back, read
from redact.write.cover import Covers
from redact.write.decoration import move_links, redraw, stretches
from redact.write.font import embed
from redact.write.gaps import Gaps
from redact.write.hold import Hold
from redact.write.laid import UNSEEN, Laid, Pens, laid
from redact.write.layout import Layout, lay_out
from redact.write.moved import Moved
from redact.write.picture import Pictures
from redact.write.place import Place, places
from redact.write.rewrite import Changes, Rewriter
from redact.write.scan import image_of, shared
from redact.write.treated import How

if TYPE_CHECKING:
    import pikepdf


class Labelled(NamedTuple):
    """A page to label: what goes, the map from the page as shown, the boxes of thin lines."""

    gaps: Gaps
    shown: Matrix
    rules: Boxes


def print_labels(pdf: "pikepdf.Pdf", data: bytes, pages: Sequence[Labelled]) -> list[Layout]:
    """Print labels on pages, and return how each was laid out; `data` are the bytes of the PDF."""
    font, every = embed(pdf), list(pdf.pages)
    with Pictures(data, partial(shared, pdf)) as pictures:
        return [_rewrite(pdf, every[page.gaps.page.number], page, pictures, font) for page in pages]


def _rewrite(
    pdf: "pikepdf.Pdf",
    page: "pikepdf.Page",
    what: Labelled,
    pictures: Pictures,
    font: "pikepdf.Object",
) -> Layout:
    """Put the labels of one page into its content, and move the text beside them."""
    areas = what.shown.boxes(what.gaps.areas).tolist()
    content = read(page, [Box(*area) for area in areas])
    tracker, shown = content.tracker, what.shown
    turns = {gap.turn for gap in what.gaps.gaps}
    lines = {turn: laid(tracker.pieces, shown, turn) for turn in turns}
    pens = Pens(tracker.pieces, content.font)
    hold = Hold(page, content, shown, lines, pens, pictures)
    layout = lay_out(what.gaps, what.rules, hold)
    changes = _changes(layout, what, hold)
    writer = Rewriter(tracker, pens, shown, changes)
    strips = {strip.name: image_of(pdf, strip) for strip in hold.strips.values()}
    if strips:
        hold.scan.blank()
    put_back(pdf, content, writer.write, changes.concerns, font, strips)
    move_links(page, stretches(layout.moved), shown)
    return layout


def _changes(layout: Layout, what: Labelled, hold: Hold) -> Changes:
    content, shown, lines = hold.content, hold.shown, hold.laid
    tracker = content.tracker
    moved = _moved(content, layout.moved, lines)
    parts = stretches(layout.moved)
    drawn = redraw(tracker, content.at, parts, shown, moved)
    changes = Changes(moved, drawn, dragged=hold.dragged)
    end = len(content.streams[0].instructions)
    where = places(layout.labels, tracker, shown, lines)
    covers = Covers.of(content)
    gaps = zip(what.gaps.gaps, layout.labels, layout.treated, where, strict=True)
    for number, (gap, label, treated, place) in enumerate(gaps):
        last = gap in what.gaps.drawn  # its label stands on top of all pictures
        held = treated.how in {How.OPEN, How.QUANTISED}
        own = None if last else _apart(place, hold) if held else place
        strip = hold.strips.get(number)
        changes.add(label, own if strip else covers.over(label, own, shown), end, strip)
    return changes


def _apart(place: Place | None, hold: Hold) -> Place | None:
    """Return the place after the text object, where we could not count the pen through the line.

    Text that draws nothing keeps its label, unless a picture would be drawn over it: it was only
    left alone for that picture.
    """
    if place is None or place.piece is None:
        return place
    if place.piece.state.mode in UNSEEN:
        return place if hold.content.outermost(place.block.begin) > hold.scan.last else None
    return place._replace(piece=None)


def _moved(content: Content, moved: Sequence[Moved], lines: Mapping[int, Laid]) -> dict[int, Moved]:
    """Return the line of each text-showing instruction that stands on one that moves."""
    found: dict[int, Moved] = {}
    for line in (line for line in moved if not line.by_pen):
        for number in np.flatnonzero(lines[line.turn].on(line.middle, line.height)).tolist():
            found[content.tracker.pieces[number].instruction] = line
    return found
