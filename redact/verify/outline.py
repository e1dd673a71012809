"""Do the bookmarks say only what the published pages show."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from redact.verify.evidence import Evidence, Examined
from redact.verify.fold import Folded, fold, fold_pages
from redact.verify.leak import Leak
from redact.verify.walk import reading

if TYPE_CHECKING:
    from pypdf import PdfReader

_PAGE = re.compile(r"Pagina (\d+)")
_NOTHING = r"(?!)"
"""Matches nowhere."""

_MESSAGE = "een bladwijzer zegt iets dat op geen pagina staat"


class Bookmark(NamedTuple):
    """What a bookmark says, and the page it leads to (from 0), if it says so."""

    title: str
    page: int | None


def check_outline(evidence: Evidence) -> Iterator[Leak]:
    """Every bookmark has the text of a page for its title, or the number of the page it leads to.

    The codes in a title need not stand where they stand in the text: a label may be read after
    its line. What lies between two of them must stand on one page.
    """
    codes = sorted({redaction.ground for redaction in evidence.redactions}, key=len, reverse=True)
    strange = find_strange(evidence, re.compile("|".join(map(re.escape, codes)) or _NOTHING))
    for page in sorted({-1 if one.page is None else one.page for one in strange}):
        yield Leak("bladwijzers", _MESSAGE, page if page >= 0 else None)


def find_strange(file: Examined, codes: re.Pattern[str] = re.compile(_NOTHING)) -> list[Bookmark]:
    """Return the bookmarks that say something else than the pages do, which show some codes."""
    with reading(file.output) as document:
        left = [one for one in bookmarks(document) if not _is_number(one)]
    for texts in _texts(file) if left else ():
        shown = fold_pages(codes.sub("\n", text) for text in texts)
        left = [one for one in left if not _is_shown(codes.split(one.title), shown)]
        if not left:
            break
    return left


def bookmarks(document: "PdfReader") -> Iterator[Bookmark]:
    """Yield the bookmarks of a PDF; each once, even where they lead in a circle."""
    from pypdf.generic import IndirectObject

    pages = {page.indirect_reference: number for number, page in enumerate(document.pages)}
    seen: set[int] = set()
    ahead: list[Any] = [document.root_object.get("/Outlines")]
    while ahead:
        item = ahead.pop()
        if isinstance(item, IndirectObject):
            if item.idnum in seen:
                continue
            seen.add(item.idnum)
            item = item.get_object()
        if not isinstance(item, dict):
            continue
        ahead += [dict.get(item, "/Next"), dict.get(item, "/First")]
        if "/Title" in item:
            yield Bookmark(str(item["/Title"]), pages.get(_target(item)))


def _target(item: dict[str, Any]) -> Any:  # noqa: ANN401  a reference to a page, or anything
    action = item.get("/A")
    place = item.get("/Dest") or (action.get("/D") if isinstance(action, dict) else None)
    return list.__getitem__(place, 0) if isinstance(place, list) and place else None


def _is_number(bookmark: Bookmark) -> bool:
    found = _PAGE.fullmatch(bookmark.title)
    return found is not None and bookmark.page is not None and int(found[1]) == bookmark.page + 1


def _texts(file: Examined) -> Iterator[Iterable[str]]:
    """Yield the texts of the pages as programs read them, which differ in the order of words."""
    yield (page.text for page in file.shown)
    yield from (other.texts.values() for other in file.readings[1:])


def _is_shown(parts: Sequence[str], shown: Folded) -> bool:
    """Tell whether there is a page that has all parts of a title."""
    wanted = [folded for part in parts if (folded := fold(part))]
    pages = [set(_pages_with(part, shown)) for part in wanted]
    return not pages or bool(set.intersection(*pages))


def _pages_with(text: str, shown: Folded) -> Iterator[int]:
    """Yield the pages on which a text stands, from the beginning of a word to the end of one."""
    at = shown.text.find(text)
    while at >= 0:
        if shown.edges[at] and shown.edges[at + len(text)]:
            yield int(shown.page_starts.searchsorted(at, side="right")) - 1
        at = shown.text.find(text, at + 1)
