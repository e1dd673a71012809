"""Where a tag puts text in the structure of a document: which heading, item, cell or paragraph."""

from typing import NamedTuple, TypeAlias

from redact.write.retypeset.traits import Element

Path: TypeAlias = tuple[int, ...]

_CELLS = ("TD", "TH")
_HEADINGS = {"Title": 1, "H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_TEXTS = ("P", "Caption", "BlockQuote", "Note", "FENote", "TOCI", "BibEntry", "Code")


class Cell(NamedTuple):
    """A cell of a tagged table: the paths of its table and its row, and its column."""

    table: Path
    row: Path
    column: int
    is_title: bool


class Place(NamedTuple):
    """A place in a tagged document.

    `kind` is "heading", "item" or "text"; `level` that of the heading or the item; `path` names
    the heading, the item or the paragraph. `is_marker` is the bullet or number of an item.
    """

    kind: str
    level: int
    path: Path
    cell: Cell | None = None
    is_marker: bool = False

    def parted_from(self, other: "Place") -> bool:
        """Tell whether text in the one place does not run on in the other."""
        return self != other


def place_of(element: Element) -> Place:
    """Return the place that a tag gives to the text right under it."""
    roles, path = element
    cell = _cell(element)
    for depth in range(len(roles) - 1, -1, -1):
        role, here = roles[depth], path[: depth + 1]
        if role == "LI":
            level = roles[:depth].count("L") - 1
            return Place("item", max(level, 0), here, cell, "Lbl" in roles[depth:])
        if role in _HEADINGS:
            return Place("heading", _HEADINGS[role], here, cell)
        if role == "H":
            return Place("heading", max(1, roles[:depth].count("Sect")), here, cell)
        if role in _CELLS:
            return Place("text", 0, here, cell)
        if role in _TEXTS and "LI" not in _within_cell(roles[:depth]):
            return Place("text", 0, here, cell)
    return Place("text", 0, path, cell)


def _within_cell(roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roles below the innermost cell; all of them outside a table."""
    cells = [depth for depth, role in enumerate(roles) if role in _CELLS]
    return roles[cells[-1] + 1 :] if cells else roles


def _cell(element: Element) -> Cell | None:
    """Return the outermost cell around a tag."""
    roles, path = element
    depth = next((depth for depth, role in enumerate(roles) if role in _CELLS), None)
    if depth is None or "Table" not in roles[:depth] or roles[depth - 1] != "TR":
        return None
    table = roles.index("Table")
    return Cell(path[: table + 1], path[:depth], path[depth], roles[depth] == "TH")
