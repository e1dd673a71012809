"""Add pages to the end of a PDF, with their tags where the PDF itself is tagged."""

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf


def append(pdf: "pikepdf.Pdf", data: bytes) -> None:
    """Add the pages of another PDF.

    Its tags come along only into a PDF that has tags: elsewhere they would make a screen reader
    believe that these pages are all there is.
    """
    import pikepdf

    first = len(pdf.pages)
    with pikepdf.open(io.BytesIO(data)) as other:
        pdf.pages.extend(other.pages)
        added = list(pdf.pages)[first:]
        if "/StructTreeRoot" in pdf.Root and "/StructTreeRoot" in other.Root:
            _graft(pdf, other.Root.StructTreeRoot, added)
        else:
            for holder in _holders(added):
                del holder[0][holder[1]]


def _holders(pages: "list[pikepdf.Page]") -> list[tuple[Any, str]]:
    """Return what on these pages points into the table of tags, with the key it does so by."""
    links = [link for page in pages for link in _list(page.obj.get("/Annots"))]
    found: list[tuple[Any, str]] = [(page.obj, "/StructParents") for page in pages]
    found += [(link, "/StructParent") for link in links]
    return [(holder, key) for holder, key in found if key in holder]


def _graft(pdf: "pikepdf.Pdf", source: "pikepdf.Object", pages: "list[pikepdf.Page]") -> None:
    """Hang the tags of added pages under those of the PDF."""
    import pikepdf

    root = pdf.Root.StructTreeRoot
    if "/ParentTree" not in root:
        root.ParentTree = pikepdf.NumberTree.new(pdf).obj
    table, given = pikepdf.NumberTree(root.ParentTree), pikepdf.NumberTree(source.ParentTree)
    shift = max(table.keys(), default=-1) + 1
    for holder, key in _holders(pages):
        old = int(holder[key])
        holder[key] = old + shift
        table[old + shift] = _copied(pdf, given[old])
    root.ParentTreeNextKey = max(table.keys(), default=-1) + 1
    roles = dict(source.get("/RoleMap") or {})
    root.RoleMap = pikepdf.Dictionary({**roles, **dict(root.get("/RoleMap") or {})})
    for element in _list(source.K):
        copied = _copied(pdf, element)
        copied.P = root
        root.K = pikepdf.Array([*_list(root.get("/K")), copied])


def _copied(pdf: "pikepdf.Pdf", thing: Any) -> Any:  # noqa: ANN401  an element, or an array of them
    """Copy tags of another PDF; an element that was copied before is not copied again."""
    import pikepdf

    if isinstance(thing, pikepdf.Array) and not thing.is_indirect:
        return pikepdf.Array([_copied(pdf, element) for element in thing.as_list()])
    return pdf.copy_foreign(thing)


def _list(kids: Any) -> list[Any]:  # noqa: ANN401  /K is absent, one thing or an array
    import pikepdf

    if kids is None:
        return []
    return list(kids.as_list()) if isinstance(kids, pikepdf.Array) else [kids]
