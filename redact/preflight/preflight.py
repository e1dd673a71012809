"""List the hidden and obscured things of a PDF for the reviewer."""

from collections import Counter

import numpy as np

from redact.document import Document
from redact.errors import DamagedError
from redact.preflight.catalog import look_at_file
from redact.preflight.hidden import Hidden, Secret
from redact.preflight.sheet import look_at_page
from redact.read.circles import cut_circles
from redact.read.pdf import opened

_TINY = 2.0
"""Points: letters of less height cannot be read without a glass."""


def preflight(data: bytes, document: Document) -> tuple[Hidden, ...]:
    """Return what a PDF holds that its reader does not see, without a word of it.

    `document` is what was read from `data`.

    Raises:
        DamagedError, EncryptedError: the file cannot be opened.
    """
    found: Counter[tuple[Secret, int | None]] = Counter()
    found.update(_of_file(data))
    found.update(_read(document))
    with opened(data) as pdf:
        for page in pdf:
            found.update(look_at_page(page))
    things = (Hidden(kind, page, count) for (kind, page), count in found.items() if count)
    return tuple(sorted(things, key=_order))


def _of_file(data: bytes) -> Counter[tuple[Secret, int | None]]:
    """Count what hangs in a file; a damaged one is looked at as MuPDF mends it."""
    try:
        return look_at_file(data)
    except DamagedError:
        with opened(data) as pdf:
            cut_circles(pdf)
            return look_at_file(pdf.tobytes())


def _order(thing: Hidden) -> tuple[int, int]:
    return list(Secret).index(thing.kind), -1 if thing.page is None else thing.page


def _read(document: Document) -> dict[tuple[Secret, int | None], int]:
    """Return what the reader itself noticed."""
    found: dict[tuple[Secret, int | None], int] = {}
    for page in document:
        found[Secret.OUTSIDE, page.number] = page.beyond
        size = (page.boxes[:, 2:] - page.boxes[:, :2]).max(axis=1)
        small = np.flatnonzero(size < _TINY).tolist()
        found[Secret.TINY, page.number] = sum(not page.text[place].isspace() for place in small)
    return found
