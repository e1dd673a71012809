"""Attributes of tags, such as which cells head a table, and identifiers that say nothing."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pikepdf


class Identifiers:
    """Gives identifiers of elements numbers, the same in every place."""

    def __init__(self) -> None:
        self._numbers: dict[str, str] = {}
        self._elements: dict[str, Any] = {}

    def named(self, given: Any) -> "pikepdf.String":  # noqa: ANN401
        """Return the new identifier in the place of one given."""
        import pikepdf

        return pikepdf.String(self._numbers.setdefault(str(given), f"{len(self._numbers):06}"))

    def own(self, element: "pikepdf.Object") -> None:
        """Rename the identifier of an element."""
        import pikepdf

        if not isinstance(element.get("/ID"), pikepdf.String):
            del element["/ID"]
            return
        element.ID = self.named(element.ID)
        self._elements[str(element.ID)] = element

    def tree(self) -> list[Any]:
        """Return identifiers and their elements in turn, sorted, as a table of a PDF has them."""
        import pikepdf

        pairs = sorted(self._elements.items())
        return [thing for key, element in pairs for thing in (pikepdf.String(key), element)]


class _Table(NamedTuple):
    """The attributes that stay, by their owner, and the names that they take as values."""

    owners: Mapping[str, frozenset[str]]
    values: frozenset[str]


@cache
def _table() -> _Table:
    text = files("redact.write").joinpath("attributes.toml").read_text("utf-8")
    table = tomllib.loads(text)
    owners = {f"/{owner}": frozenset(keys.split()) for owner, keys in table["owners"].items()}
    return _Table(owners, frozenset(table["values"].split()))


def clean_attributes(
    element: "pikepdf.Object", classes: "pikepdf.Object | None", identifiers: Identifiers
) -> None:
    """Keep the standard attributes of an element, those of its classes as its own."""
    import pikepdf

    if "/ID" in element:
        identifiers.own(element)
    given = _list(element.get("/A"))
    for name in _list(element.get("/C")):
        if isinstance(name, pikepdf.Name) and classes is not None:
            given += _list(classes.get(str(name)))
    kept = [one for one in map(_clean, given) if one is not None]
    for one in kept:
        if "/Headers" in one:
            one.Headers = pikepdf.Array(map(identifiers.named, _list(one.Headers)))
    if kept:
        element.A = kept[0] if len(kept) == 1 else pikepdf.Array(kept)
    elif "/A" in element:
        del element["/A"]


def _clean(given: Any) -> Any:  # noqa: ANN401
    """Return a copy of a row of attributes with the standard ones, None where there are none."""
    import pikepdf

    if not isinstance(given, pikepdf.Dictionary):
        return None
    known = _table().owners.get(str(given.get("/O")), frozenset())
    kept = {key: given[key] for key in given.keys() if key[1:] in known}  # noqa: SIM118  no mapping
    kept = {key: value for key, value in kept.items() if key == "/Headers" or _is_plain(value)}
    return pikepdf.Dictionary({"/O": given.O, **kept}) if kept else None


def _is_plain(value: Any) -> bool:  # noqa: ANN401
    """Tell whether a value is a number, a standard name, or a row of these."""
    import pikepdf

    if isinstance(value, pikepdf.Array):
        return all(map(_is_plain, value.as_list()))
    if isinstance(value, pikepdf.Name):
        return str(value)[1:] in _table().values
    return isinstance(value, int | float | Decimal)


def _list(things: Any) -> list[Any]:  # noqa: ANN401  absent, one thing or an array
    import pikepdf

    if things is None:
        return []
    return list(things.as_list()) if isinstance(things, pikepdf.Array) else [things]
