"""The tags of a PDF, and the texts that stand beside what is shown."""

from typing import TYPE_CHECKING, Any

from redact.write.removed import Removed
from redact.write.whitelist import keep

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

_ROOT = {"/Type", "/K", "/ParentTree", "/ParentTreeNextKey", "/RoleMap", "/ClassMap", "/IDTree"}
_ELEMENT = {"/Type", "/S", "/P", "/Pg", "/K", "/A", "/C", "/Lang", "/NS", "/ID"}
_TEXTS = {"/Alt", "/ActualText", "/E"}


def clean_structure(pdf: "pikepdf.Pdf", removed: Removed) -> None:
    """Keep the tags; drop titles, and other texts that hold what was removed."""
    import pikepdf

    root = pdf.Root.get("/StructTreeRoot")
    if isinstance(root, pikepdf.Dictionary):
        links = _links(pdf)
        for element in _elements(root):
            _clean_element(element, links, removed)
        keep(root, _ROOT)


def _clean_element(
    element: "pikepdf.Object", links: set[tuple[int, int]], removed: Removed
) -> None:
    for key in _TEXTS & set(element.keys()):
        if removed.is_in(str(element[key])):
            del element[key]
    keep(element, _ELEMENT | _TEXTS)
    kids = element.get("/K")
    gone = [kid for kid in _list(kids) if _leads_nowhere(kid, links)]
    if gone:
        element.K = [kid for kid in _list(kids) if not _leads_nowhere(kid, links)]


def _leads_nowhere(kid: Any, links: set[tuple[int, int]]) -> bool:  # noqa: ANN401
    """Tell whether a tag points at an annotation that no page has any more."""
    import pikepdf

    if not isinstance(kid, pikepdf.Dictionary) or kid.get("/Type") != pikepdf.Name.OBJR:
        return False
    return kid.get("/Obj", kid).objgen not in links


def _links(pdf: "pikepdf.Pdf") -> set[tuple[int, int]]:
    pages = (page.obj.get("/Annots") for page in pdf.pages)
    return {link.objgen for links in pages if links is not None for link in links}


def _elements(root: "pikepdf.Object") -> "Iterator[pikepdf.Object]":
    """Yield the elements of the tree; each once, even where a damaged tree has a circle."""
    import pikepdf

    seen: set[tuple[int, int]] = set()
    waiting = _list(root.get("/K"))
    while waiting:
        element = waiting.pop()
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            continue
        if element.is_indirect:
            if element.objgen in seen:
                continue
            seen.add(element.objgen)
        waiting += _list(element.get("/K"))
        yield element


def _list(kids: Any) -> list[Any]:  # noqa: ANN401  /K is absent, one thing or an array
    import pikepdf

    if kids is None:
        return []
    return list(kids.as_list()) if isinstance(kids, pikepdf.Array) else [kids]
