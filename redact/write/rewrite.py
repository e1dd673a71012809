"""Write a content stream anew: text at absolute places, labels in the gaps, the rest as it was.

Nothing that is left may tell where text stood before it was moved. So all operators that move
the pen or change the spacing of letters and words are dropped; each text gets a matrix of its own
and the spacing it needs. A change of coordinates that was made for moved text only goes as well.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from redact.geometry import Matrix
from redact.write.addition import DIGITS, alone, ground
from redact.write.content import Stream
from redact.write.decoration import Drawn, Point
from redact.write.drag import Drag, scale_of
from redact.write.fit import Label
from redact.write.graphics import UNIT, Piece
from redact.write.laid import Pens, upright_of
from redact.write.moved import Moved
from redact.write.pen import Pen
from redact.write.picture import Strip
from redact.write.place import Place
from redact.write.scan import laid_strip
from redact.write.setting import Setting
from redact.write.stream import Tracker

Insertion = tuple[int, Label]
"""The element before which a label stands."""

_POSITIONS = {"Tm", "Td", "TD", "T*", "TL", "Tc", "Tw"}
_SHOWS = {"Tj", "TJ", "'", '"'}


def _labels() -> defaultdict[int, list[Label]]:
    return defaultdict(list)


def _strips() -> defaultdict[int, list[Strip]]:
    return defaultdict(list)


def _insertions() -> defaultdict[int, list[Insertion]]:
    return defaultdict(list)


@dataclass(frozen=True)
class Changes:
    """What changes on a page: see `Tracker` for how instructions are numbered.

    `moved` has the line that each text-showing instruction stands on, if that line moves.
    `replaced` are instructions with what is drawn in their place, on the page: maybe nothing.
    """

    moved: dict[int, Moved] = field(default_factory=dict)
    replaced: dict[int, list[Drawn]] = field(default_factory=dict)
    before: defaultdict[int, list[Label]] = field(default_factory=_labels)
    inside: defaultdict[int, list[Insertion]] = field(default_factory=_insertions)
    after: defaultdict[int, list[Label]] = field(default_factory=_labels)
    strips: defaultdict[int, list[Strip]] = field(default_factory=_strips)
    dragged: Drag = field(default_factory=Drag)

    def add(self, label: Label, place: Place | None, end: int, strip: Strip | None = None) -> None:
        """Put a label in its place, or after instruction `end` where there is none.

        A strip of a picture comes to lie under it.
        """
        number = end if place is None else place.block.begin if place.piece else place.block.end
        if place is None or place.piece is None:
            self.after[number].append(label)
        else:
            self.before[number].append(label)
            self.inside[place.piece.instruction].append((place.piece.element + place.after, label))
        if strip is not None:
            self.strips[number].append(strip)

    def concerns(self, stream: Stream) -> bool:
        """Tell whether anything changes in a stream."""
        numbers = range(stream.first, stream.first + len(stream.instructions))
        every = (
            self.moved,
            self.replaced,
            self.before,
            self.inside,
            self.after,
            self.dragged.starts,
        )
        return any(number in numbers for changes in every for number in changes)


class Rewriter:
    """Writes the instructions of the page and of its forms with their changes."""

    def __init__(self, tracker: Tracker, pens: Pens, shown: Matrix, changes: Changes) -> None:
        """`shown` maps the page as shown to the page's own coordinates."""
        self._tracker = tracker
        self._pens = pens
        self._shown = shown
        self._changes = changes
        self._pieces: defaultdict[int, list[int]] = defaultdict(list)
        for number, piece in enumerate(tracker.pieces):
            self._pieces[piece.instruction].append(number)
        self._upright = [upright_of(shown, turn) for turn in range(4)]
        self._pen = Pen(UNIT)
        self._lost = True

    def write(self, stream: Stream) -> list[Any]:
        """Return the instructions of one stream, for pikepdf to write."""
        changes, pen = self._changes, Pen(stream.ctm)
        self._pen, self._lost = pen, True
        last = stream.first + len(stream.instructions)
        if changes.after[last]:
            pen.put([([], "q")])
        steps = zip(stream.names, stream.instructions, strict=True)
        for number, (name, instruction) in enumerate(steps, start=stream.first):
            for label in changes.before.get(number, ()):
                marked = self._tracker.blocks[number].marked
                self._put_strips(number, marked=marked)
                pen.put(ground(label, pen.laid(self._shown), marked=marked))
            self._step(number, name, instruction)
            for label in changes.after.get(number, ()):
                self._alone(label, number)
        if changes.after[last]:
            pen.put([([], "Q")])
            pen.ctm = stream.ctm
            for label in changes.after[last]:
                self._alone(label, last)
        return pen.out

    def _alone(self, label: Label, number: int) -> None:
        marked = any(
            block.marked for block in self._tracker.blocks.values() if block.end == number
        ) or any(form.block.marked for form in self._tracker.forms if form.block.end == number)
        self._put_strips(number, marked=marked)
        laid = self._pen.laid(self._shown)
        self._pen.put([*ground(label, laid, marked=marked), *alone(label, laid)])

    def _put_strips(self, number: int, *, marked: bool) -> None:
        """Draw the parts of pictures that come to lie under the labels of an instruction."""
        for strip in self._changes.strips.pop(number, ()):
            self._pen.put(laid_strip(strip, self._pen.laid(self._shown), marked=marked))

    def _step(self, number: int, name: str, instruction: Any) -> None:  # noqa: ANN401
        if name in _SHOWS:
            self._show(number, name, instruction)
        elif number in self._changes.replaced:
            for operator, points in self._changes.replaced[number]:
                self._draw(operator, points)
        elif name not in _POSITIONS:
            self._lost |= name == "BT"
            self._pen.follow(name, instruction)

    def _draw(self, operator: str, points: Sequence[Point]) -> None:
        back = self._pen.ctm.back()
        laid = (back.point(*point) for point in points)
        self._pen.put([([round(number, DIGITS) for point in laid for number in point], operator)])

    def _show(self, number: int, name: str, instruction: Any) -> None:  # noqa: ANN401
        """Write text as it was, or word for word where it moves or has labels in it."""
        pieces = self._pieces[number]
        if number in self._changes.moved or number in self._changes.inside:
            self._set(number, pieces)
            self._lost = True
            return
        if not pieces:
            return
        piece = self._tracker.pieces[pieces[0]]
        self._pen.space(piece.state.spacing, piece.state.word_spacing)
        if number in self._changes.dragged.starts:
            self._drag(number, [self._tracker.pieces[at] for at in pieces])
            return
        if piece.fresh or self._lost:
            self._pen.go(piece)
        self._lost = False
        if name in {"Tj", "TJ"}:
            self._pen.out.append(instruction)
        else:
            self._pen.put([([instruction.operands[-1]], "Tj")])

    def _drag(self, number: int, pieces: Sequence[Piece]) -> None:
        """Write text as it was, with the shifts in it as wide as they become.

        A shift before or behind all of it, where nothing follows, is nothing but a measure.
        """
        import pikepdf

        dragged, first = self._changes.dragged, pieces[0]
        parts = [(piece, _shift(piece, dragged)) for piece in pieces]
        if first.fresh or self._lost:
            begin = next((n for n, (_, shift) in enumerate(parts) if shift is None), len(parts))
            ahead = dragged.starts[number] + sum(shift or 0.0 for _, shift in parts[:begin])
            parts = parts[begin:]
            self._pen.go(first, ahead / scale_of(first))
        self._lost = False
        while parts and parts[-1][1] is not None and number in dragged.last:
            parts.pop()
        unit = -first.state.size * first.state.scale * scale_of(first) / 1000
        written: list[Any] = [
            pikepdf.String(piece.string or b"") if shift is None else round(shift / unit, 1)
            for piece, shift in parts
            if shift is None or unit
        ]
        if written:
            self._pen.put([([pikepdf.Array(written)], "TJ")])

    def _set(self, number: int, pieces: Sequence[int]) -> None:
        """Write one text-showing instruction as several, with the labels between them."""
        found = [self._tracker.pieces[at] for at in pieces]
        labels = sorted(self._changes.inside.get(number, ()), key=_by_element)
        line = self._changes.moved.get(number)
        turn = line.turn if line else labels[0][1].turn
        upright = self._upright[turn].after(found[0].matrix)
        setting = Setting(self._pen, self._shown, upright, line)
        for at, piece in zip(pieces, found, strict=True):
            while labels and labels[0][0] <= piece.element:
                setting.label(labels.pop(0)[1], piece)
            setting.add(piece, self._pens.of(at) if piece.string is not None else ())
        for _, label in labels:
            setting.label(label, found[-1])
        setting.flush()


def _by_element(insertion: Insertion) -> tuple[int, float]:
    return insertion[0], insertion[1].start


def _shift(piece: Piece, dragged: Drag) -> float | None:
    """Return how wide a shift becomes, in points, None for text."""
    if piece.string is not None:
        return None
    more = dragged.shifts.get((piece.instruction, piece.element))
    wide = piece.advance * scale_of(piece)
    return wide if more is None else round(wide + more, 1)
