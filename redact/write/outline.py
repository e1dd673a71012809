"""Bookmarks and the places they lead to."""

from typing import TYPE_CHECKING, Any

from redact.write.removed import Removed
from redact.write.whitelist import keep

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

_ITEM = {"/Title", "/Parent", "/Prev", "/Next", "/First", "/Last", "/Count", "/Dest", "/C", "/F"}
_UNTITLED = "Onderdeel"
_ROOT = {"/Type", "/First", "/Last", "/Count"}


def clean_outline(pdf: "pikepdf.Pdf", removed: Removed) -> None:
    """Keep the bookmarks, with codes in their titles for what was removed."""
    import pikepdf

    outline = pdf.Root.get("/Outlines")
    if not isinstance(outline, pikepdf.Dictionary):
        return
    for item in _items(outline):
        place = destination(pdf, item)
        title = str(item.get("/Title", ""))
        keep(item, _ITEM)
        item.Title = pikepdf.String(_title(pdf, title, place, removed))
        if place is not None:
            item.Dest = place
    keep(outline, _ROOT)


def _title(pdf: "pikepdf.Pdf", title: str, place: "pikepdf.Array | None", removed: Removed) -> str:
    """Return a bookmark's title as far as the pages show its words: nobody read any others."""
    if removed.knows(title):
        return removed.censored(title)
    if place is None:
        return _UNTITLED
    pages = [page.obj.objgen for page in pdf.pages]
    return f"Pagina {pages.index(place[0].objgen) + 1}" if place[0].objgen in pages else _UNTITLED


def destination(pdf: "pikepdf.Pdf", source: "pikepdf.Object") -> "pikepdf.Array | None":
    """Return the page and position that a bookmark or a link leads to; takes /Dest out of it.

    Names of places are resolved, as they may repeat the text of a heading.
    """
    import pikepdf

    action = source.get("/A")
    place: Any = source.get("/Dest")
    if place is None and isinstance(action, pikepdf.Dictionary):
        place = action.get("/D") if action.get("/S") == pikepdf.Name.GoTo else None
    if isinstance(place, pikepdf.Name | pikepdf.String):
        place = _named(pdf, place)
    if isinstance(place, pikepdf.Dictionary):
        place = place.get("/D")
    if "/Dest" in source:
        del source["/Dest"]
    if not isinstance(place, pikepdf.Array) or not len(place):
        return None
    return place if isinstance(place[0], pikepdf.Dictionary) else None


def _named(pdf: "pikepdf.Pdf", name: "pikepdf.Object") -> "pikepdf.Object | None":
    """Look a place up by its name: PDF 1.1 has a dictionary of them, later ones a tree."""
    import pikepdf

    if isinstance(name, pikepdf.Name):
        return (pdf.Root.get("/Dests") or pikepdf.Dictionary()).get(str(name))
    tree = (pdf.Root.get("/Names") or pikepdf.Dictionary()).get("/Dests")
    return pikepdf.NameTree(tree).get(str(name)) if tree is not None else None


def _items(outline: "pikepdf.Object") -> "Iterator[pikepdf.Object]":
    """Yield the bookmarks; each once, even where a damaged file lets them lead in a circle."""
    seen: set[tuple[int, int]] = set()
    waiting = [outline.get("/First")]
    while waiting:
        item = waiting.pop()
        if item is None or item.objgen in seen:
            continue
        seen.add(item.objgen)
        waiting += [item.get("/Next"), item.get("/First")]
        yield item
