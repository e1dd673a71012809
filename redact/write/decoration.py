"""What belongs to text that moves: lines under it, colour behind it, links over it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from redact.geometry import TURNS, Box, Matrix
from redact.write.graphics import Path, Scope
from redact.write.laid import upright_of
from redact.write.moved import Move, Moved
from redact.write.stream import PATH, Tracker

if TYPE_CHECKING:
    import pikepdf

    from redact.write.stream import Instruction

Point: TypeAlias = tuple[float, float]
Drawn: TypeAlias = tuple[str, list[Point]]
"""An operator and its points, on the page."""

_OUT = 2.0
"""Points that a line under a text sticks out of it; the borders of cells stick out further."""

_BAND = 0.8
"""Of a line's height, from its middle: what is drawn within belongs to its text."""

_THIN = 3.0
"""Points: what is narrower than this, and higher than wide, is a border."""

_EDGE = 0.01
_LEAST = 0.5
_UNIT = 1e-3
_SQUARE = "re"


class Stretch(NamedTuple):
    """The words and gaps of one cell or column of a line that moves."""

    line: Moved
    moves: tuple[Move, ...]

    def holds(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Tell whether something upright belongs to this text."""
        line, moves = self.line, self.moves
        if x1 - x0 < min(_THIN, y1 - y0):
            return False
        level = abs(y0 - line.middle) < _BAND * line.height > abs(y1 - line.middle)
        return level and x0 >= moves[0].start - _OUT and x1 <= moves[-1].end + _OUT

    def place(self, x: float, x0: float, x1: float) -> float:
        """Return where a point at `x` goes, of something that reaches from `x0` to `x1`."""
        at = next((m for m in self.moves if m.gap and m.start - _OUT < x < m.end + _OUT), None)
        if (
            at is not None
            and not (x - x0 < _EDGE and x < at.start)
            and not (x1 - x < _EDGE and x > at.end)
        ):
            return at.new_end if x - x0 < _EDGE else at.new_start
        before = [move for move in self.moves if move.start <= x]
        move = before[-1] if before else self.moves[0]
        if x <= move.end:
            return move.new_start + x - move.start
        after = self.moves[len(before)] if 0 < len(before) < len(self.moves) else None
        if after is not None and after.start - x < x - move.end:
            return max(move.new_end, after.new_start - (after.start - x))
        past = move.new_end + x - move.end
        return past if after is None else min(past, after.new_start)

    def kept(self, x0: float, x1: float) -> list[tuple[float, float]]:
        """Return where something from `x0` to `x1` goes: in parts, one for each gap between.

        Whole under one name and broken under the next, a line would tell of its letters.
        """
        parts, begin = [], self.place(x0, x0, x1)
        for move in self.moves:
            if move.gap and x0 < move.start and move.end < x1:
                parts.append((begin, move.new_start))
                begin = move.new_end
        parts.append((begin, self.place(x1, x0, x1)))
        return [part for part in parts if part[1] - part[0] > _LEAST] or parts[:1]

    def only_gap(self, x0: float, x1: float) -> bool:
        """Tell whether something stood under or over what goes, and nothing else."""
        return any(
            move.gap and x0 >= move.start - _OUT and x1 <= move.end + _OUT for move in self.moves
        )


def stretches(lines: Sequence[Moved]) -> list[Stretch]:
    """Return the parts of lines that move."""
    found = []
    for line in lines:
        for segment in sorted({move.segment for move in line.moves if not move.rigid}):
            moves = tuple(move for move in line.moves if move.segment == segment)
            found.append(Stretch(line, moves))
    return found


def redraw(
    tracker: Tracker,
    at: Callable[[int], tuple[str, "Instruction"]],
    parts: Sequence[Stretch],
    shown: Matrix,
    moved: dict[int, Moved],
) -> dict[int, list[Drawn]]:
    """Return for instructions that draw what belongs to moved text what is drawn instead.

    `at` gives an operator and its instruction by number. Changes of coordinates that were made
    for moved things only are replaced by nothing.
    """
    replaced: dict[int, list[Drawn]] = {}
    done = set()
    for number, path in enumerate(tracker.paths):
        new = _redrawn(path, at, parts, shown)
        if new is not None:
            replaced.update(new)
            done.add(number)
    for scope in tracker.scopes:
        if _only_moved(scope, done, tracker, moved):
            replaced.update((number, []) for number in scope.changes)
    return replaced


def outlines(
    tracker: Tracker, at: Callable[[int], tuple[str, "Instruction"]], after: int
) -> list[Box]:
    """Return the boxes, in the page's own coordinates, of what is drawn after an instruction."""
    drawn = (path for path in tracker.paths if path.last > after and at(path.last)[0] != "n")
    return [box for path in drawn if (box := outline(path, at))]


def outline(path: Path, at: Callable[[int], tuple[str, "Instruction"]]) -> Box | None:
    """Return the box of a path in the page's own coordinates, None where it has no points."""
    names = [n for n in range(path.first, path.last + 1) if at(n)[0] in PATH]
    points = [point for n in names for _, some in _points(*at(n)) for point in some]
    if not points:
        return None
    xs, ys = zip(*(path.ctm.point(*point) for point in points), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _redrawn(
    path: Path,
    at: Callable[[int], tuple[str, "Instruction"]],
    parts: Sequence[Stretch],
    shown: Matrix,
) -> dict[int, list[Drawn]] | None:
    """Return the instructions of a path as they are drawn now, or None where it stays."""
    if abs(path.ctm.a * path.ctm.d - path.ctm.b * path.ctm.c) < _UNIT**3:
        return None
    numbers = (n for n in range(path.first, path.last + 1) if at(n)[0] in PATH)
    steps = {number: _points(*at(number)) for number in numbers}
    page = {
        number: [(name, [path.ctm.point(*point) for point in points]) for name, points in drawn]
        for number, drawn in steps.items()
    }
    every = [point for drawn in page.values() for _, points in drawn for point in points]
    for turn in {part.line.turn for part in parts}:
        flat = upright_of(shown, turn)
        xs, ys = zip(*(flat.point(*point) for point in every), strict=True)
        box = min(xs), min(ys), max(xs), max(ys)
        part = next((p for p in parts if p.line.turn == turn and p.holds(*box)), None)
        if part is None:
            continue
        if part.only_gap(box[0], box[2]):
            return {number: [] for number in page}
        drawn = [step for number in page for step in page[number]]
        spread = [
            (name, [_put(point, box, ends, flat) for point in points])
            for ends in part.kept(box[0], box[2])
            for name, points in drawn[:-1]
        ]
        return {**{number: [] for number in page}, path.first: [*spread, drawn[-1]]}
    return None


def _put(
    point: Point, box: tuple[float, float, float, float], ends: tuple[float, float], flat: Matrix
) -> Point:
    """Stretch something along its line, from the sides of its box to `ends`."""
    x, y = flat.point(*point)
    share = (x - box[0]) / (box[2] - box[0])
    return flat.back().point(ends[0] + share * (ends[1] - ends[0]), y)


def _points(name: str, instruction: "Instruction") -> list[Drawn]:
    """Return an instruction of a path as operators with their points."""
    numbers = [float(number) for number in instruction.operands]
    if name == _SQUARE:
        x, y, width, height = numbers
        rest = [(x + width, y), (x + width, y + height), (x, y + height)]
        return [("m", [(x, y)]), *(("l", [point]) for point in rest), ("h", [])]
    return [(name, list(zip(numbers[::2], numbers[1::2], strict=True)))]


def _only_moved(scope: Scope, done: set[int], tracker: Tracker, moved: dict[int, Moved]) -> bool:
    """Tell whether only moved things are drawn with a change of coordinates."""
    if scope.mixed or not all(number in done for number in scope.paths):
        return False
    if scope.paths:
        return all(_keeps_size(tracker.paths[number].ctm) for number in scope.paths)
    pieces = tracker.pieces[slice(*scope.pieces)]
    return not pieces or any(piece.instruction in moved for piece in pieces)


def _keeps_size(ctm: Matrix) -> bool:
    across, down = ctm.a**2 + ctm.b**2, ctm.c**2 + ctm.d**2
    return abs(across - 1) < _UNIT and abs(down - 1) < _UNIT


def move_links(page: "pikepdf.Page", parts: Sequence[Stretch], shown: Matrix) -> None:
    """Move the links over text that moves along with it; one over what goes only goes too."""
    from pikepdf import Array, Dictionary, Name

    links = page.obj.get("/Annots")
    if not isinstance(links, Array) or not parts:
        return
    kept = []
    for link in links.as_list():
        if not isinstance(link, Dictionary):
            continue
        edges = link.get("/Rect")
        if edges is None or link.get("/Subtype") != Name.Link:
            kept.append(link)
            continue
        x0, y0, x1, y1 = (float(edge) for edge in edges)
        moved = _moved_box(((x0, y0), (x1, y1)), parts, shown)
        if moved:
            link.Rect = Array([round(edge, 2) for edge in moved])
        if moved != ():
            kept.append(link)
    page.obj.Annots = Array(kept)


def _moved_box(
    corners: tuple[Point, Point], parts: Sequence[Stretch], shown: Matrix
) -> tuple[float, ...] | None:
    """Return the new edges of a box, none of them where it goes, None where it stays."""
    for part in parts:
        flat = upright_of(shown, part.line.turn)
        (ax, ay), (bx, by) = (flat.point(*corner) for corner in corners)
        x0, y0, x1, y1 = min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
        if part.holds(x0, y0, x1, y1):
            if part.only_gap(x0, x1):
                return ()
            back = shown.after(TURNS[part.line.turn])
            ends = (back.point(part.place(x0, x0, x1), y0), back.point(part.place(x1, x0, x1), y1))
            xs, ys = zip(*ends, strict=True)
            return min(xs), min(ys), max(xs), max(ys)
    return None
