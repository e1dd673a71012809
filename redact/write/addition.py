"""Write labels as instructions of a content stream."""

from typing import Any, TypeAlias

from redact.geometry import TURNS, Matrix
from redact.write.fit import Label
from redact.write.graphics import State

Step: TypeAlias = tuple[list[Any], str]

FONT = "/LakwerkLabel"
_GROUND, _INK = 0.9, 0.1
"""Grey levels: a light ground under nearly black text has a contrast of 15 to 1."""

_SNAP = 0.15
"""A label this near to the foot line of its text, as a share of its size, stands on it."""

DIGITS = 5


def numbers(matrix: Matrix) -> list[Any]:
    """Return a matrix for a stream: more digits would tell what was reckoned with."""
    return [round(number, DIGITS) for number in matrix]


def ground(label: Label, laid: Matrix, *, marked: bool) -> list[Step]:
    """Return the light ground of a label; in a tagged page, no loose thing may stand untagged.

    `laid` maps the page as shown to the coordinates in use.
    """
    import pikepdf

    corners = laid.after(TURNS[label.turn]).after(label.lean)
    x0, y0, x1, y1 = label.box
    path = [corners.point(*point) for point in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
    path = [(round(x, DIGITS), round(y, DIGITS)) for x, y in path]
    lines: list[Step] = [(list(path[0]), "m"), *((list(point), "l") for point in path[1:])]
    steps: list[Step] = [([], "q"), ([_GROUND], "g"), *lines, ([], "h"), ([], "f"), ([], "Q")]
    if marked:
        return steps
    return [([pikepdf.Name("/Artifact")], "BMC"), *steps, ([], "EMC")]


def alone(label: Label, laid: Matrix) -> list[Step]:
    """Return a label as a text object of its own."""
    if not label.text:
        return []
    return [([], "q"), ([], "BT"), *within(label, laid, None), ([], "ET"), ([], "Q")]


def within(label: Label, laid: Matrix, foot: float | None) -> list[Step]:
    """Return a label for a text object; `foot` is the foot line of the text beside it."""
    import pikepdf

    if not label.text:
        return []
    near = foot is not None and abs(foot - label.foot) < _SNAP * label.size
    stands = foot if foot is not None and near else label.foot
    text = Matrix(label.squeeze, 0, 0, -1, label.start, stands)
    matrix = laid.after(TURNS[label.turn]).after(label.lean).after(text)
    return [
        ([pikepdf.Name(FONT), round(label.size, 2)], "Tf"),
        ([0], "Tc"),
        ([0], "Tw"),
        ([100], "Tz"),
        ([0], "Ts"),
        ([0], "Tr"),
        ([_INK], "g"),
        (numbers(matrix), "Tm"),
        ([pikepdf.String(label.text)], "Tj"),
    ]


def pen_back(state: State) -> list[Step]:
    """Return what sets the pen as it was for the text around a label, but for its spacing."""
    import pikepdf

    return [
        ([pikepdf.Name(state.font), state.size], "Tf"),
        ([100 * state.scale], "Tz"),
        ([state.rise], "Ts"),
        ([state.mode], "Tr"),
        *((list(operands), name) for operands, name in state.fill),
    ]
