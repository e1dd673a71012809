"""The headings of a source that has tags: what text each holds, and where it hangs in the tree."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from redact.document import Document, Page, Span
from redact.read.pdf import opened
from redact.write.retypeset.places import place_of
from redact.write.retypeset.traits import Element, Look, page_looks
from redact.write.roles import standard_role
from redact.write.structure import elements, names_of

if TYPE_CHECKING:
    import pikepdf

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
    known: dict[Element, int] = {}
    with opened(data) as source:
        for number in numbers:
            page = document.pages[number]
            looks = page_looks(source[number], page, known)
            for heading in _on_page(page, looks, list(known)):
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
    return {numbers[page.objgen] for page in pages if page is not None and page.objgen in numbers}


def _on_page(page: Page, looks: Sequence[Look], every: Sequence[Element]) -> Iterator[Heading]:
    """Yield the headings that begin on a page or go on there."""
    places = {tag: place_of(every[tag]) for tag in {look.tag for look in looks} if tag >= 0}
    letters: defaultdict[tuple[int, Path], list[int]] = defaultdict(list)
    for at, look in enumerate(looks):
        place = places.get(look.tag)
        if place is not None and place.kind == "heading":
            letters[place.level, place.path].append(at)
    for (level, path), found in letters.items():
        yield Heading(level, path, tuple(_spans(page, found)))


def _spans(page: Page, letters: Sequence[int]) -> Iterator[Span]:
    """Yield letters as spans; white between two of them belongs to both."""
    start = end = letters[0]
    for at in letters:
        if page.text[end:at].strip():
            yield Span(page.number, start, end)
            start = at
        end = at + 1
    yield Span(page.number, start, end)
