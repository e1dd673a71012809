"""Follow the text of a content stream: which instruction shows what, and where."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from redact.geometry import Matrix
from redact.write.advance import Advance
from redact.write.graphics import UNIT, Block, Corners, Form, Path, Picture, Piece, Scope, State

if TYPE_CHECKING:
    import pikepdf

    Instruction: TypeAlias = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage

_FILL = {"g", "rg", "k", "cs", "sc", "scn"}

Fonts: TypeAlias = Callable[[str], Advance | None]
Edges: TypeAlias = Callable[[str], Corners | None]


@dataclass(slots=True)
class Tracker:
    """Walks over instructions and notes the pieces of text.

    `blocks` are the text objects, by the instruction that begins them; `forms` the forms that
    are drawn; `paths` the lines, `pictures` those that are no forms; `scopes` those that change
    the coordinates. `is_gap` tells whether something was removed at a point of the page: MuPDF
    carries the shift that a removed text leaves into the next text object if that puts its pen
    nowhere, and there it is wrong.
    `properties` has what marked content may call by a name.
    """

    is_gap: Callable[[float, float], bool] = lambda _x, _y: True
    pieces: list[Piece] = field(default_factory=list)
    blocks: dict[int, Block] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    state: State = field(default_factory=State)
    properties: Mapping[str, Any] = field(default_factory=dict)
    _fonts: Fonts = lambda _: None
    _edges: Edges = lambda _: None
    _saved: list[tuple[State, Scope]] = field(default_factory=list)
    _scope: Scope = field(default_factory=Scope)
    _matrix: Matrix = UNIT
    _line: Matrix = UNIT
    _block: int = -1
    _marks: list[bool] = field(default_factory=list)
    _fresh: bool = True
    _at_origin: bool = False
    _path: int = -1
    _number: int = 0

    def walk(
        self,
        instructions: Sequence["Instruction"],
        names: Sequence[str],
        fonts: Fonts,
        edges: Edges,
        first: int = 0,
    ) -> None:
        """Note the pieces of every instruction of a stream, numbered from `first`.

        `fonts` gives widths by a font's name, `edges` the box of a form by its name, in its
        user's coordinates.
        """
        self._fonts, self._edges = fonts, edges
        self._saved, self._scope = [], Scope(pieces=(len(self.pieces), 0))
        for number, (name, instruction) in enumerate(
            zip(names, instructions, strict=True), start=first
        ):
            step = _STEPS.get(name)
            if step is not None:
                self._number = number
                step(self, instruction.operands)
            elif name in _SHOWING:
                self._show(number, name, instruction.operands)
            elif name in _FILL:
                self._colour(name, tuple(instruction.operands))
            elif name == "Do":
                self._draw(number, str(instruction.operands[0]))
            else:
                self._note(number, name, instruction)
        while self._saved:
            self.restore(())
        self._close(self._scope)

    def _note(self, number: int, name: str, instruction: "Instruction") -> None:
        if name in _LINES:
            self._path = number if self._path < 0 else self._path
        elif name in _PAINT:
            self._paint(number)
        elif name in {"BMC", "BDC"}:
            self._marks.append(name == "BDC" and self._is_spoken(instruction.operands))
        else:
            self._enclose(number, name)

    def _is_spoken(self, operands: Any) -> bool:  # noqa: ANN401
        """Tell whether marked content brings a text that is read in the place of what it shows."""
        import pikepdf

        given = operands[1] if len(operands) > 1 else None
        if isinstance(given, pikepdf.Name):
            given = self.properties.get(str(given))
        return isinstance(given, pikepdf.Dictionary) and "/ActualText" in given

    def _paint(self, number: int) -> None:
        if self._path >= 0:
            self._scope.paths.append(len(self.paths))
            self.paths.append(Path(self._path, number, self.state.ctm, bool(self._marks)))
            self._path = -1

    def _draw(self, number: int, name: str) -> None:
        self._scope.mixed = True
        edges = self._edges(name)
        if edges is None:
            self.pictures.append(Picture(number, self.state.ctm, bool(self._marks)))
        else:
            ctm = self.state.ctm
            corners = tuple(ctm.point(*corner) for corner in edges)
            block = Block(number, number, ctm, bool(self._marks))
            self.forms.append(Form(block, name, corners, self.state, self._scope))

    def _enclose(self, number: int, name: str) -> None:
        """Note where text objects and marked content begin and end."""
        if name == "BT":
            self._matrix = self._line = UNIT
            self._fresh = self._at_origin = True
            self._block = number
            self.blocks[number] = Block(number, number, self.state.ctm, bool(self._marks))
        elif name == "ET" and self._block in self.blocks:
            self.blocks[self._block] = self.blocks[self._block]._replace(end=number)
        elif name == "EMC" and self._marks:
            self._marks.pop()
        elif name in {"sh", "INLINE IMAGE"}:
            self._scope.mixed = True
            self.pictures.append(Picture(number, self.state.ctm, bool(self._marks)))

    def change(self, **values: Any) -> None:  # noqa: ANN401  fields of State, checked there
        """Change fields of the state."""
        self.state = self.state._replace(**values)

    def _colour(self, name: str, operands: tuple[Any, ...]) -> None:
        before = self.state.fill[:1] if name in {"sc", "scn"} else ()
        self.change(fill=(*before, (operands, name)))

    def save(self, _: Any) -> None:  # noqa: ANN401  operands are whatever the file holds
        """Q."""
        self._saved.append((self.state, self._scope))
        self._scope = Scope(pieces=(len(self.pieces), 0))

    def restore(self, _: Any) -> None:  # noqa: ANN401
        """Q, unless there is nothing to go back to."""
        if self._saved:
            inner = self._scope
            self.state, self._scope = self._saved.pop()
            self._close(inner)
            self._scope.paths += inner.paths
            self._scope.mixed |= inner.mixed

    def _close(self, scope: Scope) -> None:
        if scope.changes:
            scope.pieces = (scope.pieces[0], len(self.pieces))
            self.scopes.append(scope)

    def concatenate(self, operands: Any) -> None:  # noqa: ANN401
        """Cm."""
        self._scope.changes.append(self._number)
        self.change(ctm=self.state.ctm.after(_matrix(operands)))

    def set_font(self, operands: Any) -> None:  # noqa: ANN401
        """Tf."""
        self.change(font=str(operands[0]), size=float(operands[1]))

    def place(self, operands: Any) -> None:  # noqa: ANN401
        """Tm."""
        self._matrix = self._line = _matrix(operands)
        self._fresh, self._at_origin = True, False

    def move(self, operands: Any) -> None:  # noqa: ANN401
        """Td."""
        x, y = (float(number) for number in operands)
        self._matrix = self._line = self._line.after(Matrix(1, 0, 0, 1, x, y))
        self._fresh, self._at_origin = True, False

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
        if self._at_origin and self._is_carried(elements):
            return
        self._at_origin = False
        advance = self._fonts(self.state.font)
        text, matrix = self._matrix, self.state.ctm.after(self._matrix)
        offset = 0.0
        for at, element in enumerate(elements):
            string = _string(element)
            move = self._width(string, advance) if string is not None else self._kern(element)
            place = (number, at, self._block, offset, move, text, matrix, self.state, string)
            self.pieces.append(Piece(*place, self._fresh, any(self._marks)))
            offset += move
        self._matrix = self._matrix.after(Matrix(1, 0, 0, 1, offset, 0))
        self._fresh = False

    def _is_carried(self, elements: Sequence[Any]) -> bool:
        if any(_string(element) is not None for element in elements):
            return False
        shift = sum(map(self._kern, elements))
        matrix = self.state.ctm.after(self._matrix)
        return not self.is_gap(*matrix.point(shift / 2, _MIDDLE * self.state.size))

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


_LINES = {"m", "l", "c", "v", "y", "h", "re"}
_PAINT = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"}
PATH = _LINES | _PAINT | {"W", "W*"}
_MIDDLE = 0.25
"""Of the size: how far above the foot line the middle of a line of text lies."""

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
