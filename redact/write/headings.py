"""Levels of headings: PDF/UA lets none be skipped, and many letters begin at the second."""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

_HEADING = re.compile(r"/H([1-6])")


def level_headings(root: "pikepdf.Object") -> None:
    """Bring each heading that skips a level up to the level below the heading before it.

    A heading that stood beside another keeps standing beside it.
    """
    from pikepdf import Name

    roles = dict(root.get("/RoleMap") or {})
    open_: list[tuple[int, int]] = []
    for element in _in_order(root):
        given = _level(str(element["/S"]), roles)
        if not given:
            continue
        while open_ and open_[-1][0] >= given:
            open_.pop()
        level = open_[-1][1] + 1 if open_ else 1
        open_.append((given, level))
        if level != given:
            element.S = Name(f"/H{level}")


def _level(role: str, roles: dict[str, Any]) -> int:
    """Return the level of a heading, 0 for anything else; own roles are looked up once."""
    found = _HEADING.fullmatch(role) or _HEADING.fullmatch(str(roles.get(role, "")))
    return int(found[1]) if found else 0


def _in_order(root: "pikepdf.Object") -> "Iterator[pikepdf.Object]":
    """Yield the elements in the order of reading, each once."""
    import pikepdf

    seen: set[tuple[int, int]] = set()
    waiting = [root.get("/K")]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Array):
            waiting += reversed(thing.as_list())
        elif isinstance(thing, pikepdf.Dictionary) and "/S" in thing:
            if thing.is_indirect and thing.objgen in seen:
                continue
            seen.add(thing.objgen)
            waiting.append(thing.get("/K"))
            yield thing
