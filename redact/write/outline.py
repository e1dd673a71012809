"""The outline of an output: it says what the published pages say, and nothing else.

The bookmarks of the source stay, each with the text of its heading as the pages have it now. A
source that is tagged, and has no bookmarks or none that can be matched, gets one for each heading.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from redact.document import Document, Span
from redact.write.bookmarks import Bookmark, take_bookmarks
from redact.write.destination import leading_to
from redact.write.gaps import Gaps
from redact.write.tagged import Heading, Path, find_headings
from redact.write.titles import Titles

if TYPE_CHECKING:
    import pikepdf

_DEEPEST = 9
_FEWEST = 2
"""Entries: one alone helps nobody to find a way."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A bookmark of an output: its level from 1, what it says, its page, how far down that.

    Without a title it is called after its page.
    """

    level: int
    title: str = field(repr=False)
    page: int
    height: float | None


def take_outline(
    pdf: "pikepdf.Pdf", data: bytes, document: Document, pages: Sequence[Gaps]
) -> list[Entry]:
    """Take the bookmarks out of a PDF; return those that its output may have.

    `document` is what was read from `data`; `pdf` has the same pages and tags, and no text yet in
    the place of what was removed.
    """
    headings = find_headings(pdf, data, document)
    titles = Titles(document, pages, headings)
    entries = [_of_bookmark(one, headings, titles) for one in take_bookmarks(pdf)]
    if len(entries) < _FEWEST or not any(entry.title for entry in entries):
        built = [_entry(one.level, one.spans, titles) for one in headings]
        entries = [entry for entry in built if entry.title] or entries
    entries = list(_once(entries))
    return _levelled(entries) if len(entries) >= _FEWEST else []


def _of_bookmark(bookmark: Bookmark, headings: Sequence[Heading], titles: Titles) -> Entry:
    """Return what a bookmark becomes: without a title where no heading is seen for it."""
    spans = _at_element(bookmark.path, headings) or titles.find(bookmark.given)
    entry = _entry(bookmark.level, spans, titles) if spans else None
    if entry and entry.title:
        return entry
    return Entry(bookmark.level, "", bookmark.page, bookmark.given.height)


def _at_element(path: Path, headings: Sequence[Heading]) -> tuple[Span, ...]:
    """Return the heading that an element is or lies in, or the only one that lies in it."""
    held = []
    for heading in headings if path else ():
        shared = min(len(path), len(heading.path))
        if path[:shared] == heading.path[:shared]:
            held.append(heading)
    return held[0].spans if len(held) == 1 else ()


def _entry(level: int, spans: Sequence[Span], titles: Titles) -> Entry:
    return Entry(level, titles.shown(spans), spans[0].page, titles.height(spans))


def _once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries; of several in a row that are called after the same page, only the first."""
    last = None
    for entry in entries:
        if entry.title or last != entry.page:
            yield entry
        last = None if entry.title else entry.page


def _levelled(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries with levels that begin at 1 and go down one at a time."""
    levelled: list[Entry] = []
    above: list[int] = []
    for entry in entries:
        while above and above[-1] >= entry.level:
            above.pop()
        above.append(entry.level)
        levelled.append(replace(entry, level=min(len(above), _DEEPEST)))
    return levelled


def put_outline(pdf: "pikepdf.Pdf", entries: Sequence[Entry]) -> None:
    """Give a PDF its bookmarks."""
    from pikepdf import OutlineItem

    if not entries:
        return
    with pdf.open_outline() as outline:
        lists = [outline.root]
        for entry in entries:
            page = pdf.pages[entry.page]
            title = entry.title or f"Pagina {entry.page + 1}"
            item = OutlineItem(title, leading_to(page, entry.height))
            del lists[entry.level :]
            lists[-1].append(item)
            lists.append(item.children)
