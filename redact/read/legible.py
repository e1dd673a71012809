"""Pages that a person can read and this program cannot: they must never pass in silence."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pymupdf

SPARSE = 100
"""Characters, blanks aside; a page with fewer is looked at: a scan may bear a stamp of text."""

_SCAN = 0.8
"""Share of a page that an image covers when the page is a scan."""

_DPI = 36

_FILTER = 8
"""Where PyMuPDF says how an image was packed."""

_UNKNOWN_WORD = re.compile("\ufffd{3}")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def letters_in(text: str) -> int:
    """Return how many characters of a page are no blanks."""
    return len(text) - sum(map(text.count, " \n\t"))


def hides_words(text: str) -> bool:
    """Tell whether a page has words whose letters the font does not tell.

    Single signs do not count: bullets and arrows often have no known character.
    """
    private = len(_PRIVATE.findall(text)) if not text.isascii() else 0
    return bool(_UNKNOWN_WORD.search(text)) or private > max(10, letters_in(text) / 2)


def scans(pdf: "pymupdf.Document", sparse: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield which pages show what they do not hold as text.

    `sparse` are numbers of pages with few characters, each with how many it has. `pdf` must be
    as it was in the file.
    """
    for number, letters in sparse:
        page = pdf[number]
        if _is_scan(page) if letters else _shows_something(page):
            yield number


def _shows_something(page: "pymupdf.Page") -> bool:
    """Tell whether anything is seen on a page.

    MuPDF 1.27 writes outside its memory on some JPEG 2000 images, so those are not drawn.
    """
    from pymupdf import csGRAY

    if any("JPX" in image[_FILTER] for image in page.get_images(full=True)):
        return True
    return not page.get_pixmap(dpi=_DPI, colorspace=csGRAY, alpha=False).is_unicolor


def _is_scan(page: "pymupdf.Page") -> bool:
    """Tell whether one image covers nearly all of a page."""
    from pymupdf import Rect

    room = page.cropbox  # images are placed on the page as it lies before it is turned
    sheet = Rect(0, 0, room.width, room.height)
    return any(
        abs(Rect(image["bbox"]) & sheet) > _SCAN * abs(sheet) for image in page.get_image_info()
    )
