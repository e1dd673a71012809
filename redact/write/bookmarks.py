"""The bookmarks of a source, flat: what each says, where it leads, how deep it stands."""

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from redact.write.destination import height_of, take_destination
from redact.write.tagged import Path
from redact.write.titles import Given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark of the source: its level from 1, what it says, and the element it names.

    `page` is the one it leads to, or else the first that a bookmark below it leads to.
    """

    level: int
    given: Given = field(repr=False)
    path: Path
    page: int


def take_bookmarks(pdf: "pikepdf.Pdf") -> list[Bookmark]:
    """Take the bookmarks out of a PDF, and return those that lead somewhere, in their order."""
    import pikepdf

    outline = pdf.Root.get("/Outlines")
    if "/Outlines" in pdf.Root:
        del pdf.Root["/Outlines"]
    if not isinstance(outline, pikepdf.Dictionary):
        return []
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    items = list(_items(outline))
    found = [(_given(pdf, item, pages), level) for item, level in items]
    targets = [_page(found, at) for at in range(len(found))]
    return [
        Bookmark(level, given, _path(item.get("/SE")), page)
        for (item, level), (given, _), page in zip(items, found, targets, strict=True)
        if page is not None
    ]


def _items(outline: "pikepdf.Object") -> "Iterator[tuple[pikepdf.Object, int]]":
    """Yield the bookmarks with their levels; each once, even where they lead in a circle."""
    import pikepdf

    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, int]] = [(outline.get("/First"), 1)]
    while waiting:
        item, level = waiting.pop()
        if not isinstance(item, pikepdf.Dictionary) or item.objgen in seen:
            continue
        seen.add(item.objgen)
        waiting += [(item.get("/Next"), level), (item.get("/First"), level + 1)]
        yield item, level


def _given(pdf: "pikepdf.Pdf", item: "pikepdf.Object", pages: dict[tuple[int, int], int]) -> Given:
    title, place = str(item.get("/Title", "")), take_destination(pdf, item)
    if place is None:
        return Given(title, None, None)
    return Given(title, pages.get(place[0].objgen), height_of(place))


def _page(found: "Sequence[tuple[Given, int]]", at: int) -> int | None:
    """Return the page that a bookmark leads to, or the first one below it that leads to one."""
    given, level = found[at]
    if given.page is not None:
        return given.page
    for below, depth in islice(found, at + 1, None):
        if depth <= level:
            return None
        if below.page is not None:
            return below.page
    return None


def _path(element: Any) -> Path:  # noqa: ANN401
    """Return the place of an element in the tree of tags, empty where it hangs in none."""
    import pikepdf

    path: list[int] = []
    while isinstance(element, pikepdf.Dictionary) and len(path) < _DEEPEST:
        above = element.get("/P")
        kids = above.get("/K") if isinstance(above, pikepdf.Dictionary) else None
        every: list[Any] = list(kids.as_list()) if isinstance(kids, pikepdf.Array) else [kids]
        same = [at for at, kid in enumerate(every) if _is_same(kid, element)]
        if not same:
            break
        path.insert(0, same[0])
        element = above
    return tuple(path)


def _is_same(kid: Any, element: "pikepdf.Object") -> bool:  # noqa: ANN401
    import pikepdf

    return isinstance(kid, pikepdf.Dictionary) and kid.objgen == element.objgen
