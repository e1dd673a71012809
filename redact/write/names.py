"""Names of resources: a stream calls its fonts and pictures F0, X1; what it does not use goes."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from redact.write.addition import FONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

_PREFIX = {
    "/Font": "F",
    "/XObject": "X",
    "/ExtGState": "G",
    "/ColorSpace": "C",
    "/Pattern": "P",
    "/Shading": "S",
}
_DEFAULTS = ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK")
"""Colour spaces that work without being called."""


class Names:
    """The resources of one stream, or of all letters of a font, and what they are called now."""

    def __init__(self, resources: "pikepdf.Object | None") -> None:
        import pikepdf

        self.given = resources if isinstance(resources, pikepdf.Dictionary) else None
        self._things = {kind: self._of(kind) for kind in (*_PREFIX, "/Properties")}
        self._new: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._fresh: list[tuple[str, Any]] = []

    def _of(self, kind: str) -> dict[str, Any]:
        import pikepdf

        things = self.given.get(kind) if self.given is not None else None
        if not isinstance(things, pikepdf.Dictionary):
            return {}
        held = (pikepdf.Dictionary, pikepdf.Stream)
        return {
            name: thing
            for name, thing in things.items()
            if kind == "/ColorSpace" or isinstance(thing, held)
        }

    def renamed(self, kind: str, name: str) -> str | None:
        """Return the new name of a resource, None where there is no such thing."""
        new = self._new[kind].get(name)
        if new is None and name in self._things[kind]:
            new = name if name == FONT else f"/{_PREFIX[kind]}{len(self._new[kind])}"
            self._new[kind][name] = new
            self._fresh.append((kind, self._things[kind][name]))
        return new

    def fresh(self) -> "Iterator[tuple[str, Any]]":
        """Yield what was called for the first time since this was last asked."""
        while self._fresh:
            yield self._fresh.pop(0)

    def properties(self, name: str) -> Any:  # noqa: ANN401  a dictionary of the file
        """Return the property list of a name, None where there is no such thing."""
        return self._things["/Properties"].get(name)

    def used(self) -> "pikepdf.Dictionary":
        """Return new resources: what was called, by its new name."""
        import pikepdf

        kept = {
            kind: {new: self._things[kind][old] for old, new in names.items()}
            for kind, names in self._new.items()
        }
        defaults = {
            name: self._things["/ColorSpace"][name]
            for name in _DEFAULTS
            if name in self._things["/ColorSpace"]
        }
        if defaults:
            kept["/ColorSpace"] = {**kept.get("/ColorSpace", {}), **defaults}
        return pikepdf.Dictionary(
            {kind: pikepdf.Dictionary(own) for kind, own in kept.items() if own}
        )
