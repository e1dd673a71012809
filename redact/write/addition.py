"""Write labels as instructions of a content stream, and put them among those of a page."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from redact.geometry import TURNS, Matrix
from redact.write.font import text_width
from redact.write.layout import Label
from redact.write.place import Place
from redact.write.stream import UNIT, Block, Piece

if TYPE_CHECKING:
    from redact.write.stream import Instruction

Step: TypeAlias = tuple[list[Any], str]

FONT = "/LakwerkLabel"
_GROUND, _INK = 0.9, 0.1
"""Grey levels: a light ground under nearly black text has a contrast of 15 to 1."""


_SNAP = 0.15
"""A label this near to the foot line of its text, as a share of its size, stands on it."""


_LAST = Block(0, 0, UNIT, marked=False)
"""Where a label goes on a page without text: after everything."""


class _Insertion(NamedTuple):
    label: Label
    piece: Piece
    element: int
    offset: float


class Additions:
    """What is put before, into and after the instructions of one page; `end` is their number."""

    def __init__(self, end: int) -> None:
        self._end = end
        self._before: defaultdict[int, list[Step]] = defaultdict(list)
        self._inside: defaultdict[int, list[_Insertion]] = defaultdict(list)
        self._after: defaultdict[int, list[Step]] = defaultdict(list)

    def add(self, label: Label, place: Place | None, shown: Matrix) -> None:
        """Put a label in its place, its light ground under the text object it belongs to."""
        block = place.block if place else _LAST._replace(end=self._end)
        laid = block.ctm.back().after(shown)
        ground = _ground(label, laid, marked=block.marked)
        if place is None or place.piece is None:
            self._after[block.end] += ground + _alone(label, laid)
            return
        self._before[block.begin] += ground
        if label.text:
            piece = place.piece
            element = piece.element + place.after
            offset = piece.offset + place.after * piece.advance
            self._inside[piece.instruction].append(_Insertion(label, piece, element, offset))

    def to(self, instructions: Sequence["Instruction"], shown: Matrix) -> list[Any]:
        """Return the instructions with all that was added, for pikepdf to write."""
        written: list[Any] = [([], "q")] if self._after[self._end] else []
        for number, instruction in enumerate(instructions):
            written += self._before.get(number, ())
            inside = self._inside.get(number)
            written += _split(instruction, inside, shown) if inside else [instruction]
            written += self._after.get(number, ())
        last = self._after[self._end]
        written += [([], "Q"), *last] if last else []
        return [_for_pikepdf(step) for step in written]


def _for_pikepdf(step: Any) -> Any:  # noqa: ANN401  an instruction of pikepdf's or one of ours
    import pikepdf

    return (step[0], pikepdf.Operator(step[1])) if isinstance(step, tuple) else step


def _ground(label: Label, laid: Matrix, *, marked: bool) -> list[Step]:
    """Return the light ground of a label; in a tagged page, no loose thing may stand untagged."""
    import pikepdf

    corners = laid.after(TURNS[label.turn])
    x0, y0, x1, y1 = label.box
    path = [corners.point(*point) for point in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
    lines: list[Step] = [(list(path[0]), "m"), *((list(point), "l") for point in path[1:])]
    steps: list[Step] = [([], "q"), ([_GROUND], "g"), *lines, ([], "h"), ([], "f"), ([], "Q")]
    if marked:
        return steps
    return [([pikepdf.Name("/Artifact")], "BMC"), *steps, ([], "EMC")]


def _alone(label: Label, laid: Matrix) -> list[Step]:
    """Return a label as a text object of its own."""
    import pikepdf

    if not label.text:
        return []
    across = label.size * label.squeeze
    text = Matrix(across, 0, 0, -label.size, label.start, label.foot)
    matrix = laid.after(TURNS[label.turn]).after(text)
    return [
        ([], "q"),
        ([], "BT"),
        *_pen(1, 100, 0),
        (list(matrix), "Tm"),
        ([pikepdf.String(label.text)], "Tj"),
        ([], "ET"),
        ([], "Q"),
    ]


def _pen(size: float, scale: float, rise: float) -> list[Step]:
    """Return what sets the pen for a label: its font, and nothing left of the text's own."""
    import pikepdf

    return [
        ([pikepdf.Name(FONT), size], "Tf"),
        ([0], "Tc"),
        ([0], "Tw"),
        ([scale], "Tz"),
        ([rise], "Ts"),
        ([0], "Tr"),
        ([_INK], "g"),
    ]


def _split(
    instruction: Any,  # noqa: ANN401  an instruction of pikepdf's
    insertions: Sequence[_Insertion],
    shown: Matrix,
) -> list[Any]:
    """Return a text-showing instruction as several, with the labels between them."""
    import pikepdf

    steps, elements = _opened(instruction)
    written = 0
    for insertion in sorted(insertions, key=_order):
        if insertion.element > written:
            part = pikepdf.Array(elements[written : insertion.element])
            steps.append(([part], "TJ"))
            written = insertion.element
        steps += _within(insertion, shown)
    if elements[written:]:
        steps.append(([pikepdf.Array(elements[written:])], "TJ"))
    return steps


def _order(insertion: _Insertion) -> tuple[int, float]:
    return insertion.element, insertion.label.start


def _opened(instruction: Any) -> tuple[list[Any], list[Any]]:  # noqa: ANN401
    """Return what must come before the text of a text-showing instruction, and its elements."""
    name, operands = str(instruction.operator), list(instruction.operands)
    if name == "TJ":
        return [], list(operands[0])
    steps: list[Any] = [([operands[0]], "Tw"), ([operands[1]], "Tc")] if name == '"' else []
    return steps + ([([], "T*")] if name in {"'", '"'} else []), operands[-1:]


def _within(insertion: _Insertion, shown: Matrix) -> list[Step]:
    """Return a label that is drawn within a line of text, and leaves the pen where it was.

    The label keeps to the line's own matrix, so that what follows needs no new coordinates:
    shifts take the pen to the label and back.
    """
    import pikepdf

    label, piece, _, offset = insertion
    state = piece.state
    line = TURNS[-label.turn % 4].after(shown.back()).after(piece.matrix)
    start = (label.start - line.e) / line.a
    foot = line.f + line.b * start
    size, scale = label.size / -line.d, label.squeeze * -line.d / line.a
    end = start + text_width(label.text) * size * scale
    rise = (foot - label.foot) / -line.d
    unit = -state.size * state.scale / 1000
    return [
        ([pikepdf.Array([(start - offset) / unit])], "TJ"),
        *_pen(size, 100 * scale, 0 if abs(rise) < _SNAP * size else rise),
        ([pikepdf.String(label.text)], "Tj"),
        *_pen_back(piece),
        ([pikepdf.Array([(offset - end) / unit])], "TJ"),
    ]


def _pen_back(piece: Piece) -> list[Step]:
    """Return what sets the pen as it was for the text around a label."""
    import pikepdf

    state = piece.state
    return [
        ([pikepdf.Name(state.font), state.size], "Tf"),
        ([state.spacing], "Tc"),
        ([state.word_spacing], "Tw"),
        ([100 * state.scale], "Tz"),
        ([state.rise], "Ts"),
        ([state.mode], "Tr"),
        *((list(operands), name) for operands, name in state.fill),
    ]
