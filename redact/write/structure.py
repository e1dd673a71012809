"""The tags of a PDF: a tree of standard roles, with nothing in it that pages do not show."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from redact.write.attributes import Identifiers, clean_attributes
from redact.write.prune import is_language
from redact.write.removed import Removed
from redact.write.roles import standard_role
from redact.write.speech import give_way
from redact.write.whitelist import keep

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pikepdf

_ROOT = {"/Type", "/K", "/ParentTree", "/ParentTreeNextKey"}
_ELEMENT = {"/Type", "/S", "/P", "/Pg", "/K", "/A", "/Lang", "/ID", "/Alt", "/ActualText", "/E"}
_CELLS = {"/TD", "/TH", "/TR"}
_KID = {"/Type", "/Pg", "/MCID", "/Obj"}


def clean_structure(pdf: "pikepdf.Pdf", removed: Removed) -> None:
    """Keep the tags; drop titles, and texts that hold what was removed or stand for nothing."""
    import pikepdf

    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return
    links = _links(pdf)
    every = list(elements(root))
    roles, classes = names_of(root.get("/RoleMap")), root.get("/ClassMap")
    identifiers = Identifiers()
    for element in every:
        element.S = pikepdf.Name(f"/{standard_role(str(element.S)[1:], roles)}")
        clean_attributes(element, classes, identifiers)
        _clean_texts(element, removed)
        _clean_kids(element, links)
        keep(element, _ELEMENT)
    every = _without_empty(root, every)
    give_way(every)
    _clean_parents(pdf, root, {element.objgen for element in every})
    keep(root, _ROOT)
    if identifiers.tree():
        root.IDTree = pikepdf.Dictionary(Names=pikepdf.Array(identifiers.tree()))


def names_of(roles: Any) -> "Mapping[str, str]":  # noqa: ANN401  a dictionary, or nothing
    """Return the tags that a file has of its own, each with the one it stands for."""
    import pikepdf

    if not isinstance(roles, pikepdf.Dictionary):
        return {}
    return {key[1:]: str(value)[1:] for key, value in roles.items()}


def _clean_texts(element: "pikepdf.Object", removed: Removed) -> None:
    """Drop a replacement that no page shows, and a description of what was removed."""
    import pikepdf

    for key in ("/ActualText", "/E", "/Alt"):
        text = element.get(key)
        if text is None:
            continue
        is_text = isinstance(text, pikepdf.String)
        free = is_text and not removed.is_in(str(text)) and _list(element.get("/K"))
        if not free or (key != "/Alt" and not removed.leaves(str(text))):
            del element[key]
    if "/Lang" in element and not is_language(element.Lang):
        del element["/Lang"]


def _clean_kids(element: "pikepdf.Object", links: set[tuple[int, int]]) -> None:
    import pikepdf

    kids = _list(element.get("/K"))
    kept = [kid for kid in kids if _leads_somewhere(kid, links)]
    for kid in kept:
        if isinstance(kid, pikepdf.Dictionary) and "/S" not in kid:
            keep(kid, _KID)
    if len(kept) != len(kids):
        element.K = pikepdf.Array(kept)


def _without_empty(root: Any, every: list[Any]) -> list[Any]:  # noqa: ANN401  objects of pikepdf
    """Take elements that hold nothing out of the tree, and return those that stay.

    Cells stay: without them the rest of a row would stand under other headings. `every` has each
    element before those under it.
    """
    empty: set[tuple[int, int]] = set()
    stays: list[Any] = []
    for element in reversed(every):
        _drop_kids(element, empty)
        holds = _list(element.get("/K")) or "/ID" in element or str(element.S) in _CELLS
        if holds or not element.is_indirect:
            stays.append(element)
        else:
            empty.add(element.objgen)
    _drop_kids(root, empty)
    return stays[::-1]


def _drop_kids(element: Any, gone: set[tuple[int, int]]) -> None:  # noqa: ANN401
    import pikepdf

    kids = _list(element.get("/K"))
    kept = [kid for kid in kids if not (isinstance(kid, pikepdf.Dictionary) and kid.objgen in gone)]
    if len(kept) != len(kids):
        element.K = pikepdf.Array(kept)


def forget(element: "pikepdf.Object", page: "pikepdf.Object") -> None:
    """Let an element lose its content on a page."""
    import pikepdf

    def stays(kid: Any) -> bool:  # noqa: ANN401
        if isinstance(kid, pikepdf.Dictionary):
            where = kid.get("/Pg", element.get("/Pg"))
            return "/S" in kid or where is None or where.objgen != page.objgen
        where = element.get("/Pg")
        return where is None or where.objgen != page.objgen

    kids = _list(element.get("/K"))
    kept = [kid for kid in kids if stays(kid)]
    if len(kept) != len(kids):
        element.K = pikepdf.Array(kept)


def _leads_somewhere(kid: Any, links: set[tuple[int, int]]) -> bool:  # noqa: ANN401
    """Tell whether a kid is content, an element, or an annotation that a page still has."""
    import pikepdf

    if isinstance(kid, int):
        return True
    if not isinstance(kid, pikepdf.Dictionary):
        return False
    if kid.get("/Type") != pikepdf.Name.OBJR:
        return "/S" in kid or ("/MCID" in kid and "/Stm" not in kid)
    return kid.get("/Obj", kid).objgen in links


def _links(pdf: "pikepdf.Pdf") -> set[tuple[int, int]]:
    pages = (page.obj.get("/Annots") for page in pdf.pages)
    return {link.objgen for links in pages if links is not None for link in links}


def _clean_parents(
    pdf: "pikepdf.Pdf", root: "pikepdf.Object", elements: set[tuple[int, int]]
) -> None:
    """Set up anew the table that leads from content to its element: to no other elements."""
    import pikepdf

    table = root.get("/ParentTree")
    if not isinstance(table, pikepdf.Dictionary):
        return
    entries = dict(pikepdf.NumberTree(table).items())
    fresh = pikepdf.NumberTree.new(pdf)
    for key, value in sorted(entries.items()):
        if isinstance(value, pikepdf.Array):
            fresh[key] = pikepdf.Array(_known(value.as_list(), elements))
        elif _known([value], elements) != [None]:
            fresh[key] = value
    root.ParentTree = fresh.obj


def _known(parents: Iterable[Any], elements: set[tuple[int, int]]) -> list[Any]:
    """Return the elements, nothing in the place of any other thing."""
    import pikepdf

    return [
        parent if isinstance(parent, pikepdf.Dictionary) and parent.objgen in elements else None
        for parent in parents
    ]


def elements(root: "pikepdf.Object") -> "Iterator[pikepdf.Object]":
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
