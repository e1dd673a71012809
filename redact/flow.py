"""The text of a document as a reader takes it in, with the way back to the page.

Detectors must see "Jan de Vries" also where the page breaks it: over two lines, with a hyphen
at the line's end, over a page break with a footer in between. A flow joins what belongs together
and remembers for each of its characters where it stands in the document.
"""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from redact.document import Document, Span


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """Joined text; `places` holds for each character its index in `Document.text`."""

    text: str = field(repr=False)
    places: npt.NDArray[np.int32] = field(repr=False)
    page_starts: tuple[int, ...]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans that characters [start, end) of the flow cover, one for each page."""
        raise NotImplementedError


def flow(document: Document) -> Flow:
    """Return the flow of a document."""
    raise NotImplementedError
