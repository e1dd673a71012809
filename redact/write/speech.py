"""Labels that a screen reader would pass over: those inside what another text is read for."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from redact.write.addition import FONT

if TYPE_CHECKING:
    import pikepdf

Mark: TypeAlias = tuple[tuple[int, int], int]
"""A page by its object's number, and a piece of marked content on it by its own."""

_REPLACES = ("/ActualText", "/E")
_SHOWING = {"Tj", "TJ", "'", '"'}
_DEEPEST = 100


def give_way(elements: "Iterable[pikepdf.Object]") -> None:
    """Take the replacing text off each element that has a label in it: the label must be read."""
    speaking = [one for one in elements if any(key in one for key in _REPLACES)]
    marks = {one.objgen: list(_marks(one, None, 0)) for one in speaking}
    pages = {page.objgen: page for found in marks.values() for page, _ in found}
    labelled = {mark for page in pages.values() for mark in _labelled(page)}
    for element in speaking:
        if labelled.intersection((page.objgen, number) for page, number in marks[element.objgen]):
            for key in set(_REPLACES) & set(element.keys()):
                del element[key]


def _marks(element: Any, page: Any, depth: int) -> Iterator[tuple[Any, int]]:  # noqa: ANN401
    """Yield the pages and numbers of the marked content of an element and those under it."""
    import pikepdf

    page = element.get("/Pg", page)
    given = element.get("/K")
    kids: Any = given.as_list() if isinstance(given, pikepdf.Array) else [given]
    for kid in kids:
        if isinstance(kid, int) and page is not None:
            yield page, kid
        elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid and depth < _DEEPEST:
            yield from _marks(kid, page, depth + 1)
        elif isinstance(kid, pikepdf.Dictionary) and isinstance(kid.get("/MCID"), int):
            where = kid.get("/Pg", page)
            if where is not None:
                yield where, int(kid.MCID)


def _labelled(page: "pikepdf.Object") -> Iterator[Mark]:
    """Yield the marked content of a page in which a label stands."""
    import pikepdf

    open_: list[int | None] = []
    is_label, saved = False, []
    for instruction in pikepdf.parse_content_stream(pikepdf.Page(page)):
        name, operands = str(instruction.operator), instruction.operands
        if name in {"BMC", "BDC"}:
            open_.append(_number(operands, page))
        elif name == "EMC" and open_:
            open_.pop()
        elif name == "q":
            saved.append(is_label)
        elif name == "Q" and saved:
            is_label = saved.pop()
        elif name == "Tf":
            is_label = str(operands[0]) == FONT
        elif name in _SHOWING and is_label:
            yield from ((page.objgen, number) for number in open_ if number is not None)


def _number(operands: Any, page: Any) -> int | None:  # noqa: ANN401
    """Return the number of marked content, None where it has none."""
    import pikepdf

    given: Any = operands[1] if len(operands) > 1 else None
    if isinstance(given, pikepdf.Name):
        known = (page.get("/Resources") or pikepdf.Dictionary()).get("/Properties")
        given = known.get(str(given)) if isinstance(known, pikepdf.Dictionary) else None
    number: Any = given.get("/MCID") if isinstance(given, pikepdf.Dictionary) else None
    return number if isinstance(number, int) else None
