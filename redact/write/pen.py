"""The pen that writes a content stream: what was written, and the state that has led to."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from redact.geometry import Matrix
from redact.write.addition import Step, numbers
from redact.write.graphics import Piece

if TYPE_CHECKING:
    from redact.write.stream import Instruction


class Pen:
    """Writes instructions to `out`, for pikepdf; `ctm` are the coordinates in use."""

    def __init__(self, ctm: Matrix) -> None:
        """Begin a stream in these coordinates."""
        self.out: list[Any] = []
        self.ctm = ctm
        self._spacing = (0.0, 0.0)
        self._saved: list[tuple[Matrix, tuple[float, float], int]] = []

    def put(self, steps: Iterable[Step]) -> None:
        """Write instructions of our own."""
        self.out += [(operands, _operator(name)) for operands, name in steps]

    def follow(self, name: str, instruction: "Instruction") -> None:
        """Write an instruction of the file and note what it does to the state."""
        if name == "q":
            self._saved.append((self.ctm, self._spacing, len(self.out)))
        elif name == "Q" and self._saved:
            self.ctm, self._spacing, begin = self._saved.pop()
            if len(self.out) == begin + 1:  # what was drawn here went, letter by letter maybe
                del self.out[begin]
                return
        elif name == "cm":
            operands: Any = instruction.operands
            self.ctm = self.ctm.after(Matrix(*(float(number) for number in operands)))
        self.out.append(instruction)

    def laid(self, shown: Matrix) -> Matrix:
        """Return the map from the page as shown to the coordinates in use."""
        return self.ctm.back().after(shown)

    def space(self, letters: float, words: float) -> None:
        """Set the spacing of letters and of words, where it differs."""
        if letters != self._spacing[0]:
            self.put([([letters], "Tc")])
        if words != self._spacing[1]:
            self.put([([words], "Tw")])
        self._spacing = (letters, words)

    def spaced(self) -> None:
        """Note that the spacing was set to nothing."""
        self._spacing = (0.0, 0.0)

    def go(self, piece: Piece, along: float = 0.0) -> None:
        """Go to a piece's line, so far along from the start of its instruction."""
        text, ctm = piece.text, piece.state.ctm
        if self.ctm != ctm:
            text = self.ctm.back().after(ctm).after(text)
        if along:
            text = text.after(Matrix(1, 0, 0, 1, along, 0))
        self.put([(numbers(text), "Tm")])


@cache
def _operator(name: str) -> Any:  # noqa: ANN401  pikepdf's
    import pikepdf

    return pikepdf.Operator(name)
