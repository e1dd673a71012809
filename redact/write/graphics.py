"""What a content stream shows and where: text, lines, forms, and the state they are drawn in."""

from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, NamedTuple, TypeAlias

from redact.geometry import Matrix
from redact.write.advance import Advance

_SPACE = 32

Corners: TypeAlias = tuple[tuple[float, float], ...]

UNIT = Matrix(1, 0, 0, 1, 0, 0)


class State(NamedTuple):
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
    `offset` and `advance` are in text space, `text` is the text matrix at the start of the
    instruction and `matrix` maps text space there to the page. `string` is None for a shift.
    `fresh` tells that the pen was put there, and did not come from the text before, `spoken` that
    another text is read in its place, such as a soft hyphen's.
    """

    instruction: int
    element: int
    block: int
    offset: float
    advance: float
    text: Matrix
    matrix: Matrix
    state: State
    string: bytes | None
    fresh: bool
    spoken: bool


class Block(NamedTuple):
    """A text object or a form: the instructions that begin and end it, and its coordinates.

    `marked` tells whether it stands in marked content.
    """

    begin: int
    end: int
    ctm: Matrix
    marked: bool


class Path(NamedTuple):
    """Lines that are drawn: their first instruction, the one that paints them, coordinates.

    `marked` is as that of a block.
    """

    first: int
    last: int
    ctm: Matrix
    marked: bool


class Picture(NamedTuple):
    """A picture that is drawn: the instruction, its coordinates, and `marked` as of a block."""

    at: int
    ctm: Matrix
    marked: bool


class Form(NamedTuple):
    """A form that is drawn: where, by which name, its corners on the page, the state it gets."""

    block: Block
    name: str
    corners: Corners
    state: State
    scope: "Scope"


@dataclass(slots=True)
class Scope:
    """What stands between q and Q: changes of coordinates, and what is drawn with them.

    `pieces` counts those before and after, `paths` are indices. `mixed` tells that pictures,
    forms or shades are drawn in it.
    """

    changes: list[int] = field(default_factory=list)
    pieces: tuple[int, int] = (0, 0)
    paths: list[int] = field(default_factory=list)
    mixed: bool = False


def pens(piece: Piece, advance: Advance) -> list[float]:
    """Return where the pen is before each code of a piece's string, and after the last.

    Like `offset`, in text space from the start of the instruction.
    """
    state, string = piece.state, piece.string or b""
    widths = advance.each(string)
    letter = state.spacing * state.scale
    scale = state.size * state.scale
    steps = [width * scale + letter for width in widths]
    if state.word_spacing and advance.code_bytes == 1:
        word = state.word_spacing * state.scale
        steps = [step + word * (code == _SPACE) for step, code in zip(steps, string, strict=True)]
    return list(accumulate(steps, initial=piece.offset))
