"""What would be drawn over a label: the ground of a cell that is drawn after the text before it."""

from dataclasses import dataclass
from typing import NamedTuple

from redact.geometry import TURNS, Box, Matrix
from redact.write.content import Content
from redact.write.decoration import outline
from redact.write.fit import Label
from redact.write.graphics import Block
from redact.write.place import Place
from redact.write.places import around

_FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
_HAIR = 0.6
"""Points."""


class _Cover(NamedTuple):
    """A filled path or a picture of a page: the instruction that paints it, its box there."""

    box: Box
    block: Block

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point of the page lies under it."""
        return self.box.x0 <= x <= self.box.x1 and self.box.y0 <= y <= self.box.y1


@dataclass(frozen=True)
class Covers:
    """What covers parts of a page, in the order in which it is drawn."""

    _content: Content
    _covers: tuple[_Cover, ...]

    @classmethod
    def of(cls, content: Content) -> "Covers":
        """Look at what the page's own stream draws, but for what is marked.

        A label in marked content that is no text would not be read to people who do not see it.
        """
        tracker, end = content.tracker, len(content.streams[0].instructions)
        found = []
        for path in tracker.paths:
            if path.last < end and not path.marked and content.at(path.last)[0] in _FILLS:
                box = outline(path, content.at)
                found += [_Cover(box, Block(path.last, path.last, path.ctm, False))] if box else []  # noqa: FBT003
        for at, ctm, marked in tracker.pictures:
            if at < end and not marked:
                box = around([ctm.point(x, y) for x in (0, 1) for y in (0, 1)])
                found.append(_Cover(box, Block(at, at, ctm, False)))  # noqa: FBT003
        return cls(content, tuple(sorted(found, key=_drawn)))

    def over(self, label: Label, place: Place | None, shown: Matrix) -> Place | None:
        """Return a label's place, or one after the last thing that would be drawn over it.

        What lies over text that stays as well lets that be seen, and so the label.
        """
        if place is None:
            return None
        here = _box_of(label, shown)
        number = place.piece.instruction if place.piece else place.block.end
        behind = self._content.outermost(number)
        for cover in reversed(self._covers):
            if cover.block.end <= behind:
                break
            if cover.box.meets(here) and not self._shows_text(cover):
                return Place(cover.block)
        return place

    def _shows_text(self, cover: _Cover) -> bool:
        """Tell whether text that was drawn before it lies under a cover."""
        return any(
            piece.string is not None
            and piece.instruction < cover.block.end
            and cover.holds(*piece.matrix.point(piece.offset + piece.advance / 2, 0))
            for piece in self._content.tracker.pieces
        )


def _box_of(label: Label, shown: Matrix) -> Box:
    """Return the box of a label on the page, less a hair: the grounds of two cells may touch."""
    place, (x0, y0, x1, y1) = shown.after(TURNS[label.turn]).after(label.lean), label.box
    return around([place.point(x, y) for x in (x0 + _HAIR, x1 - _HAIR) for y in (y0, y1)])


def _drawn(cover: _Cover) -> int:
    return cover.block.end
