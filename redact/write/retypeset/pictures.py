"""Where a document shows pictures: they are not taken over, and their place says so."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from redact.document import Document
from redact.lines import Line
from redact.read.pdf import opened

_SMALLEST = 24.0
"""Points on the longer side; what is smaller is a sign or a part of a line."""

_THINNEST = 6.0
_COVERS = 0.8
"""Share of a page that a scan of it covers; its text was read."""


class Spot(NamedTuple):
    """A picture's place in a text: before the line that begins at this character."""

    before: int


def find_pictures(data: bytes, document: Document, lines: Sequence[Line]) -> list[Spot]:
    """Return the places of pictures; one that is shown many times, such as a logo, counts once.

    Raises:
        DamagedError, EncryptedError: the bytes cannot be opened as a PDF.
    """
    spots: list[Spot] = []
    seen: set[bytes] = set()
    with opened(data) as pdf:
        for page in document:
            for digest, top in _shown(pdf[page.number]):
                if digest not in seen:
                    spots.append(Spot(_before(lines, page.number, top, len(document.text))))
                seen.add(digest)
    return sorted(spots)


def _shown(page: Any) -> Iterator[tuple[bytes, float]]:  # noqa: ANN401  PyMuPDF has no types
    """Yield each picture that a reader would miss: its digest and its top, in points."""
    whole = page.rect.width * page.rect.height
    for image in page.get_image_info(hashes=True):
        x0, y0, x1, y1 = image["bbox"]
        wide, high = x1 - x0, y1 - y0
        if max(wide, high) < _SMALLEST or min(wide, high) < _THINNEST:
            continue
        if wide * high < _COVERS * whole:
            yield image["digest"], y0


def _before(lines: Sequence[Line], page: int, top: float, end: int) -> int:
    """Return where the first line begins that stands below a picture's top, or on a later page."""
    after = (
        line.start for line in lines if line.page > page or (line.page == page and line.top > top)
    )
    return next(after, end)
