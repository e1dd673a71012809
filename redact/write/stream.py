"""Follow the text of a content stream: which instruction shows what, and where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from redact.geometry import Matrix
from redact.write.advance import Advance

if TYPE_CHECKING:
    import pikepdf

    Instruction: TypeAlias = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage

Corners: TypeAlias = tuple[tuple[float, float], ...]

UNIT = Matrix(1, 0, 0, 1, 0, 0)
_FILL = {"g", "rg", "k", "cs", "sc", "scn"}


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state as far as text goes; `fill` holds what set the fill colour."""

    ctm: Matrix = UNIT
    font: str = ""
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    fill: tuple[tuple[tuple[Any, ...], str], ...] = (((0,), "g"),)


class Piece(NamedTuple):
    """One element of a text-showing instruction.

    `instruction` and `element` say which, `block` is the instruction that begins the text object,
    `offset` and `advance` are in text space, `matrix` maps text space at the start of the
    instruction to the page, `kern` tells that it is a shift and no string.
    """

    instruction: int
    element: int
    block: int
    offset: float
    advance: float
    matrix: Matrix
    state: State
    kern: bool


class Block(NamedTuple):
    """A text object or a form: the instructions that begin and end it, and its coordinates.

    `marked` tells whether it stands in marked content.
    """

    begin: int
    end: int
    ctm: Matrix
    marked: bool


@dataclass(slots=True)
class Tracker:
    """Walks over instructions and notes the pieces of text.

    `fonts` gives widths by a font's name, `edges` the box of a form by its name, in its user's
    coordinates. `blocks` are the text objects, by the instruction that begins them; `forms` the
    forms that are drawn, with their corners on the page.
    """

    fonts: Callable[[str], Advance | None]
    edges: Callable[[str], Corners | None]
    pieces: list[Piece] = field(default_factory=list)
    blocks: dict[int, Block] = field(default_factory=dict)
    forms: list[tuple[Block, Corners]] = field(default_factory=list)
    state: State = field(default_factory=State)
    _saved: list[State] = field(default_factory=list)
    _matrix: Matrix = UNIT
    _line: Matrix = UNIT
    _block: int = -1
    _depth: int = 0

    def walk(self, instructions: Sequence["Instruction"]) -> None:
        """Note the pieces of every instruction, and where each text object ends."""
        for number, instruction in enumerate(instructions):
            name = str(instruction.operator)
            step = _STEPS.get(name)
            if step is not None:
                step(self, instruction.operands)
            elif name in _SHOWING:
                self._show(number, name, instruction.operands)
            elif name in _FILL:
                self._colour(name, tuple(instruction.operands))
            elif name == "Do":
                self._draw(number, str(instruction.operands[0]))
            else:
                self._enclose(number, name)

    def _draw(self, number: int, name: str) -> None:
        edges = self.edges(name)
        if edges is not None:
            ctm = self.state.ctm
            corners = tuple(ctm.point(*corner) for corner in edges)
            self.forms.append((Block(number, number, ctm, self._depth > 0), corners))

    def _enclose(self, number: int, name: str) -> None:
        """Note where text objects and marked content begin and end."""
        if name == "BT":
            self._matrix = self._line = UNIT
            self._block = number
            self.blocks[number] = Block(number, number, self.state.ctm, self._depth > 0)
        elif name == "ET" and self._block in self.blocks:
            self.blocks[self._block] = self.blocks[self._block]._replace(end=number)
        elif name in {"BMC", "BDC"}:
            self._depth += 1
        elif name == "EMC":
            self._depth -= 1

    def change(self, **values: Any) -> None:  # noqa: ANN401  fields of State, checked there
        """Change fields of the state."""
        self.state = replace(self.state, **values)

    def _colour(self, name: str, operands: tuple[Any, ...]) -> None:
        before = self.state.fill[:1] if name in {"sc", "scn"} else ()
        self.change(fill=(*before, (operands, name)))

    def save(self, _: Any) -> None:  # noqa: ANN401  operands are whatever the file holds
        """Q."""
        self._saved.append(self.state)

    def restore(self, _: Any) -> None:  # noqa: ANN401
        """Q, unless there is nothing to go back to."""
        if self._saved:
            self.state = self._saved.pop()

    def concatenate(self, operands: Any) -> None:  # noqa: ANN401
        """Cm."""
        self.change(ctm=self.state.ctm.after(_matrix(operands)))

    def set_font(self, operands: Any) -> None:  # noqa: ANN401
        """Tf."""
        self.change(font=str(operands[0]), size=float(operands[1]))

    def place(self, operands: Any) -> None:  # noqa: ANN401
        """Tm."""
        self._matrix = self._line = _matrix(operands)

    def move(self, operands: Any) -> None:  # noqa: ANN401
        """Td."""
        x, y = (float(number) for number in operands)
        self._matrix = self._line = self._line.after(Matrix(1, 0, 0, 1, x, y))

    def move_and_lead(self, operands: Any) -> None:  # noqa: ANN401
        """TD."""
        self.change(leading=-float(operands[1]))
        self.move(operands)

    def next_line(self, _: Any) -> None:  # noqa: ANN401
        """T*."""
        self.move((0, -self.state.leading))

    def _show(self, number: int, name: str, operands: Any) -> None:  # noqa: ANN401
        if name == '"':
            self.change(word_spacing=float(operands[0]), spacing=float(operands[1]))
        if name in {"'", '"'}:
            self.next_line(())
        elements = list(operands[0]) if name == "TJ" else [operands[-1]]
        advance = self.fonts(self.state.font)
        matrix = self.state.ctm.after(self._matrix)
        offset = 0.0
        for at, element in enumerate(elements):
            string = _string(element)
            move = self._width(string, advance) if string is not None else self._kern(element)
            kern = string is None
            piece = (number, at, self._block, offset, move, matrix, self.state, kern)
            self.pieces.append(Piece(*piece))
            offset += move
        self._matrix = self._matrix.after(Matrix(1, 0, 0, 1, offset, 0))

    def _kern(self, number: Any) -> float:  # noqa: ANN401
        return -float(number) / 1000 * self.state.size * self.state.scale

    def _width(self, string: bytes, advance: Advance | None) -> float:
        state = self.state
        if advance is None:
            return 0.0
        words = string.count(b" ") * state.word_spacing if advance.code_bytes == 1 else 0.0
        letters = len(string) // advance.code_bytes * state.spacing
        return (advance.of(string) * state.size + words + letters) * state.scale


def _string(element: Any) -> bytes | None:  # noqa: ANN401
    """Return the bytes of a string, or None where the element is a number."""
    import pikepdf

    return bytes(element) if isinstance(element, pikepdf.String) else None


def _matrix(operands: Any) -> Matrix:  # noqa: ANN401
    return Matrix(*(float(number) for number in operands))


def _setting(field_name: str, factor: float = 1.0) -> Callable[[Tracker, Any], None]:
    """Return the step of an operator that sets one number of the state."""

    def step(tracker: Tracker, operands: Any) -> None:  # noqa: ANN401
        tracker.change(**{field_name: factor * float(operands[0])})

    return step


_SHOWING = {"Tj", "TJ", "'", '"'}
_STEPS: dict[str, Callable[[Tracker, Any], None]] = {
    "q": Tracker.save,
    "Q": Tracker.restore,
    "cm": Tracker.concatenate,
    "Tf": Tracker.set_font,
    "Tm": Tracker.place,
    "Td": Tracker.move,
    "TD": Tracker.move_and_lead,
    "T*": Tracker.next_line,
    "Tc": _setting("spacing"),
    "Tw": _setting("word_spacing"),
    "Tz": _setting("scale", 0.01),
    "TL": _setting("leading"),
    "Ts": _setting("rise"),
    "Tr": _setting("mode"),
}
