"""Which pages of a file lead to an object, such as a font."""

import re
from collections.abc import Iterator

from redact.verify.contents import Objects
from redact.verify.objects import Reference, Value, parse

_CATALOG = re.compile(rb"/Type\s*/Catalog\b")
_ELSEWHERE = re.compile(rb"/Type\s*/(?:Pages?|StructElem|StructTreeRoot|Catalog)\b")
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+R\b")
_MOST = 100_000
"""Steps down the tree of pages, of which a damaged one has no end."""


def pages_with(objects: Objects, numbers: set[int]) -> list[int]:
    """Return the pages, from 0, that draw with one of the objects of these numbers."""
    return [
        place for place, page in enumerate(_pages(objects)) if numbers & _reached(objects, page)
    ]


def _pages(objects: Objects) -> Iterator[int]:
    """Yield the numbers of the objects of the pages, in order."""
    catalog = next((head for head in objects.heads.values() if _CATALOG.search(head)), b"null")
    found = parse(catalog)
    ahead: list[Value] = [found.get("Pages")] if isinstance(found, dict) else []
    for _ in range(_MOST):
        if not ahead:
            return
        thing = ahead.pop(0)
        node = objects.dictionary(thing)
        if "Kids" in node:
            ahead = [*objects.array(node["Kids"]), *ahead]
        elif isinstance(thing, Reference):
            yield thing.number


def _reached(objects: Objects, page: int) -> set[int]:
    """Return the objects that a page leads to, but not by way of other pages or of tags."""
    seen: set[int] = set()
    ahead = [page]
    while ahead:
        number = ahead.pop()
        head = objects.heads.get(number)
        if number in seen or head is None or (number != page and _ELSEWHERE.search(head)):
            continue
        seen.add(number)
        ahead += [int(found[1]) for found in _REFERENCE.finditer(head)]
    return seen
