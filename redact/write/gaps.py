"""Which characters go, and which gaps they leave to be explained."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redact.areas import covered, drawn_areas, is_area
from redact.document import Boxes, Document, Page, Span
from redact.finding import Redaction
from redact.geometry import Box, Mask, Stretch, beneath, cores, hull, stretches, upright

_BULLET = re.compile(
    r"^[ \t]*[•◦▪▫●○■□‣⁃∙·–—\-*o\uf0b7\uf0a7\uf0d8\uf02d\uf0fc][ \t\xa0]+(?=\S)", re.MULTILINE
)
"""The mark of a list item with the space after it; the last five are those of Symbol fonts."""

_SPACES = re.compile(r"[^\S\n\r\f\t]+")

_NARROW = 2.5
"""A stretch of fewer line heights has no room for a code of a comfortable size."""


class Gap(NamedTuple):
    """Where text goes; `code` is empty where the gap goes on from the line above.

    `goes_on` tells that the next line goes with it, without a code of its own. `span` is what
    stood there.
    """

    box: Box
    turn: int
    code: str
    goes_on: bool
    span: Span


class Gaps(NamedTuple):
    """What goes on one page.

    `gone` has shape (len(page.text),). `cores` are the bands that a mark for text may touch,
    `areas` the whole places, where pixels and drawings go as well; both have shape (n, 4).
    """

    page: Page
    gone: Mask
    cores: Boxes
    areas: Boxes
    gaps: tuple[Gap, ...]

    @property
    def drawn(self) -> tuple[Gap, ...]:
        """The areas that a person drew: they come last."""
        return tuple(gap for gap in self.gaps if is_area(self.page, gap.span))

    @property
    def of_text(self) -> "Gaps":
        """The same page with gaps in its text only."""
        return self._replace(gaps=self.gaps[: len(self.gaps) - len(self.drawn)])


def boxes_of(gaps: Iterable[Gap]) -> Boxes:
    """Return the boxes of gaps, shape (n, 4)."""
    return np.array([gap.box for gap in gaps], dtype=np.float32).reshape(-1, 4)


def find_gaps(document: Document, redactions: Iterable[Redaction]) -> list[Gaps]:
    """Return what goes on each page that loses text, in the order of the pages."""
    by_page: defaultdict[int, list[Redaction]] = defaultdict(list)
    for redaction in redactions:
        by_page[redaction.span.page].append(redaction)
    return [_page_gaps(document.pages[number], by_page[number]) for number in sorted(by_page)]


def _page_gaps(page: Page, redactions: Sequence[Redaction]) -> Gaps:
    codes, owners = _owners(page, redactions)
    gone, under = beneath(page, owners > 0), _under_areas(page)
    hidden = [piece.box for run in _runs(page, owners * under) for piece in _pieces(page, run)]
    owners[under] = 0
    gaps = [
        gap
        for run in _runs(page, owners)
        for gap in _explained(_pieces(page, run), codes[owners[run.start]])
    ]
    areas = np.concatenate([boxes_of(gaps), np.array(hidden, np.float32).reshape(-1, 4)])
    return Gaps(page, gone, cores(page, gone), areas, tuple(gaps))


def _under_areas(page: Page) -> Mask:
    """Tell which characters an area explains, but for the areas themselves."""
    under = covered(page)
    under[drawn_areas(page)] = False
    return under


def _owners(page: Page, redactions: Sequence[Redaction]) -> tuple[list[str], npt.NDArray[np.intp]]:
    """Return the codes, and for each character the index of its code, 0 where it stays.

    A longer redaction explains what lies inside it; two of the same span name both codes.
    """
    grounds: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for redaction in redactions:
        grounds[redaction.span.start, redaction.span.end].add(redaction.ground)
    codes = ["", *sorted({", ".join(sorted(names)) for names in grounds.values()})]
    owners = np.zeros(len(page.text), dtype=np.intp)
    for start, end in sorted(grounds, key=_length, reverse=True):
        code = codes.index(", ".join(sorted(grounds[start, end])))
        part = owners[start:end]
        part[part == 0] = code
    return codes, _spare_bullets(page.text, owners)


def _length(place: tuple[int, int]) -> int:
    return place[1] - place[0]


def _spare_bullets(text: str, owners: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """Keep the mark of a list item, so that the code stands beside it."""
    for bullet in _BULLET.finditer(text):
        owners[bullet.start() : bullet.end()] = 0
    return owners


def _runs(page: Page, owners: npt.NDArray[np.intp]) -> Iterator[Span]:
    """Yield what one code explains: neighbours with the same code and only spaces between."""
    joined = owners.tolist()  # faster than the array, one by one
    for space in _SPACES.finditer(page.text):
        start, end = space.span()
        if start > 0 and end < len(joined) and joined[start - 1] == joined[end]:
            joined[start:end] = [joined[end]] * (end - start)
    bounds = np.flatnonzero(np.diff(joined, prepend=0, append=0)).tolist()
    for start, end in pairwise(bounds):
        if joined[start]:
            yield Span(page.number, start, end)


def _pieces(page: Page, run: Span) -> list[Stretch]:
    """Return the stretches of a run that show something, without the blanks at their ends."""
    pieces: list[Stretch] = []
    for stretch in stretches(page, run):
        trimmed = _trimmed(page, stretch.span)
        pieces += [stretch] if trimmed == stretch.span else stretches(page, trimmed)
    return pieces


def _trimmed(page: Page, span: Span) -> Span:
    text = page.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(span.page, start, max(start, span.start + len(text.rstrip())))


def _explained(pieces: Sequence[Stretch], code: str) -> list[Gap]:
    """Give each stretch its code: in a passage of many lines, only where a reader needs it."""
    opens = [True] * len(pieces)
    if len(pieces) > 2:  # noqa: PLR2004  a name over two lines is explained on both
        opens[1:] = [not _goes_on(*pair) for pair in pairwise(pieces)]
        for here, piece in enumerate(pieces[:-1]):
            if opens[here] and not opens[here + 1] and _narrow(piece):
                opens[here], opens[here + 1] = False, True
    goes_on = [not opens_ for opens_ in [*opens[1:], True]][: len(pieces)]
    return [
        Gap(piece.box, piece.turn, code if opens_ else "", on, piece.span)
        for piece, opens_, on in zip(pieces, opens, goes_on, strict=True)
    ]


def _goes_on(above: Stretch, below: Stretch) -> bool:
    """Tell whether a stretch is the next line of the same paragraph."""
    boxes = np.array([above.box, below.box], dtype=np.float32)
    (_, top, end, bottom), (start, next_top, _, _) = upright(boxes, above.turn).tolist()
    height = bottom - top
    fits = 0.3 * height < next_top - top < 2.2 * height
    return fits and above.turn == below.turn and start < end


def _narrow(piece: Stretch) -> bool:
    """Tell whether a code would have to be set small in this stretch."""
    box = hull(upright(np.array([piece.box], dtype=np.float32), piece.turn))
    return box.width < _NARROW * box.height
