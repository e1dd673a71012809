"""The headings of a source that has tags: what text each holds, and where it hangs in the tree."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from redact.document import Boxes, Document, Page, Span
from redact.geometry import Matrix
from redact.read.pdf import opened
from redact.write.retypeset.places import place_of
from redact.write.retypeset.traits import IGNORE_ACTUALTEXT, Element, spans
from redact.write.roles import standard_role
from redact.write.structure import elements, names_of

if TYPE_CHECKING:
    import pikepdf
    import pymupdf

Path: TypeAlias = tuple[int, ...]
"""The place of an element among its siblings, at each level from the root down."""

_HEADINGS = {"Title", "H", "H1", "H2", "H3", "H4", "H5", "H6"}


class Heading(NamedTuple):
    """A heading: its level from 1, its element, and its characters on the page it begins on."""

    level: int
    path: Path
    spans: tuple[Span, ...]


def find_headings(pdf: "pikepdf.Pdf", data: bytes, document: Document) -> list[Heading]:
    """Return the headings that the tags of a PDF name, in the order of its tree.

    `document` is what was read from `data`, and `pdf` has the same tree.
    """
    numbers = sorted(_pages(pdf) & set(range(len(document.pages))))
    if not numbers:
        return []
    found: dict[Path, Heading] = {}
    with opened(data) as source:
        for number in numbers:
            for heading in _on_page(document.pages[number], source[number]):
                found.setdefault(heading.path, heading)
    return sorted(found.values(), key=lambda heading: heading.path)


def _pages(pdf: "pikepdf.Pdf") -> set[int]:
    """Return the pages on which a heading stands."""
    import pikepdf

    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return set()
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    roles = names_of(root.get("/RoleMap"))
    every = (
        below
        for element in elements(root)
        if standard_role(str(element["/S"])[1:], roles) in _HEADINGS
        for below in (element, *elements(element))
    )
    pages = (element.get("/Pg") for element in every)
    found = {page.objgen for page in pages if isinstance(page, pikepdf.Dictionary)}
    return {numbers[page] for page in found & numbers.keys()}


def _on_page(page: Page, source: "pymupdf.Page") -> Iterator[Heading]:
    """Yield the headings that begin on a page or go on there."""
    from pymupdf import TEXT_COLLECT_STRUCTURE

    raw = source.get_text("dict", flags=IGNORE_ACTUALTEXT | TEXT_COLLECT_STRUCTURE)
    places: defaultdict[tuple[int, Path], list[tuple[float, ...]]] = defaultdict(list)
    for element, span in spans(raw["blocks"], Element((), ())):
        place = place_of(element)
        if place.kind == "heading":
            places[place.level, place.path].append(span["bbox"])
    turned = Matrix(*source.rotation_matrix)
    for (level, path), boxes in places.items():
        letters = _within(page, turned.boxes(np.array(boxes, dtype=np.float32)))
        if letters:
            yield Heading(level, path, tuple(_spans(page, letters)))


def _within(page: Page, boxes: Boxes) -> list[int]:
    """Return the characters of a page that have their middle in one of some boxes."""
    middle = ((page.boxes[:, :2] + page.boxes[:, 2:]) / 2)[:, None]
    inside = np.all((boxes[:, :2] <= middle) & (middle <= boxes[:, 2:]), axis=2)
    return np.flatnonzero(np.any(inside, axis=1)).tolist()


def _spans(page: Page, letters: Sequence[int]) -> Iterator[Span]:
    """Yield letters as spans; white between two of them belongs to both."""
    start = end = letters[0]
    for at in letters:
        if page.text[end:at].strip():
            yield Span(page.number, start, end)
            start = at
        end = at + 1
    yield Span(page.number, start, end)
