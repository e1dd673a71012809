"""Print the codes in the gaps, as real text inside the lines they stand in, with pikepdf."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from redact.areas import is_area
from redact.document import Boxes
from redact.geometry import Box, Matrix
from redact.write.content import Content, put_back, read
from redact.write.decoration import move_links, redraw, stretches
from redact.write.font import embed
from redact.write.gaps import Gaps
from redact.write.laid import UNSEEN, Laid, Pens, is_movable, laid
from redact.write.layout import Layout, Moved, lay_out
from redact.write.place import Place, places
from redact.write.rewrite import Changes, Rewriter
from redact.write.treated import How

if TYPE_CHECKING:
    import pikepdf


class Labelled(NamedTuple):
    """A page to label: what goes, the map from the page as shown, the boxes of thin lines."""

    gaps: Gaps
    shown: Matrix
    rules: Boxes


def print_labels(pdf: "pikepdf.Pdf", pages: Sequence[Labelled]) -> list[Layout]:
    """Print labels on pages, and return how each was laid out."""
    font, every = embed(pdf), list(pdf.pages)
    return [_rewrite(pdf, every[page.gaps.page.number], page, font) for page in pages]


def _rewrite(
    pdf: "pikepdf.Pdf", page: "pikepdf.Page", what: Labelled, font: "pikepdf.Object"
) -> Layout:
    """Put the labels of one page into its content, and move the text beside them."""
    areas = what.shown.boxes(what.gaps.areas).tolist()
    content = read(page, [Box(*area) for area in areas])
    tracker, shown = content.tracker, what.shown
    turns = {gap.turn for gap in what.gaps.gaps}
    lines = {turn: laid(tracker.pieces, shown, turn) for turn in turns}
    pens = Pens(tracker.pieces, content.font)
    layout = lay_out(
        what.gaps,
        what.rules,
        lambda line: is_movable(line, lines[line.turn], tracker.pieces, pens),
    )
    changes = _changes(content, layout, what, lines)
    writer = Rewriter(tracker, pens, shown, changes)
    put_back(pdf, content, writer.write, changes.concerns, font)
    move_links(page, stretches(layout.moved), shown)
    return layout


def _changes(content: Content, layout: Layout, what: Labelled, lines: dict[int, Laid]) -> Changes:
    tracker, shown = content.tracker, what.shown
    moved = _moved(content, layout.moved, lines)
    parts = stretches(layout.moved)
    changes = Changes(moved, redraw(tracker, content.at, parts, shown, moved))
    end = len(content.streams[0].instructions)
    where = places(layout.labels, tracker, shown, lines)
    gaps = zip(what.gaps.gaps, layout.labels, layout.treated, where, strict=True)
    for gap, label, treated, place in gaps:
        last = is_area(what.gaps.page, gap.span)  # its label stands on top of all pictures
        changes.add(
            label, None if last else _apart(place) if treated.how is How.OPEN else place, end
        )
    return changes


def _apart(place: Place | None) -> Place | None:
    """Return the place after the text object, where we could not count the pen through the line.

    Text that draws nothing keeps its label: it was only left alone for the picture under it.
    """
    if place is None or place.piece is None or place.piece.state.mode in UNSEEN:
        return place
    return place._replace(piece=None)


def _moved(content: Content, moved: Sequence[Moved], lines: dict[int, Laid]) -> dict[int, Moved]:
    """Return the line of each text-showing instruction that stands on one that moves."""
    found: dict[int, Moved] = {}
    for line in moved:
        for number in np.flatnonzero(lines[line.turn].on(line.middle, line.height)).tolist():
            found[content.tracker.pieces[number].instruction] = line
    return found
