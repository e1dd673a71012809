"""Gaps that can be measured: the letters beside them stand where they stood, to a hair.

The width of a name in a known font tells it from most others. A gap is a hole in a line of text:
under a box or a label, or between two letters that one instruction draws.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from redact.verify.holes import Hole, holes
from redact.verify.leak import Leak, Severity, warning
from redact.verify.shown import load, opened

Widths: TypeAlias = Mapping[str, float]
"""The width of each letter of a font, as a share of its size; 0 for one it has not."""

TOLERANCE = 0.5
"""Points between the width of a gap and of a name that fits: kerning, and rounded widths."""
_TELLING = 0.5
"""A gap that fits this share of the names, or fewer, tells more than it hides: one bit."""
_FEWEST = 2
"""Names: one says nothing about a list."""
_FILLED = 0.5
"""Of the size: a gap that leaves this much room beside its label is as wide as its label."""
_EVEN = 0.02
"""How far the widths of one label may differ, as a share of the size."""

_MEASURABLE = "{} gaten zijn te meten: uit de breedte volgt hoe lang de weggehaalde tekst was"
_FITS = "gat {}: {} van de {} namen passen"


class _Gap(NamedTuple):
    page: int
    hole: Hole
    fits: int


def find_gaps(data: bytes, names: Sequence[str]) -> Iterator[Leak]:
    """Report for each page the gaps that can be measured, and how many names fit each of them.

    Raises:
        DamagedError: pdfium cannot open the file.
        EncryptedError: it asks for a password.
    """
    by_page: defaultdict[int, list[_Gap]] = defaultdict(list)
    for gap in _measurable(list(_gaps(data, names))):
        by_page[gap.page].append(gap)
    for number, gaps in sorted(by_page.items()):
        yield warning("breedte", _MEASURABLE.format(len(gaps)), number)
        for place, gap in enumerate(gaps, start=1) if names else ():
            message = _FITS.format(place, gap.fits, len(names))
            yield Leak("namenlijst", message, number, severity(gap.fits, len(names)))


def _gaps(data: bytes, names: Sequence[str]) -> Iterator[_Gap]:
    letters = sorted({letter for name in names for letter in name})
    with opened(data) as document:
        for number in range(len(document)):
            page = load(document, number)
            for hole in holes(page, letters):
                yield _Gap(number, hole, fitting(hole.width, hole.size, names, hole.widths))
            page.close()


def _measurable(gaps: Sequence[_Gap]) -> Iterator[_Gap]:
    """Yield the gaps of which the width is that of the text, not that of a label in it."""
    labels: defaultdict[str, set[float]] = defaultdict(set)
    for gap in gaps:
        labels[gap.hole.label].add(gap.hole.label_width)
    fixed = {label for label, widths in labels.items() if max(widths) - min(widths) <= _EVEN}
    for gap in gaps:
        hole = gap.hole
        spare = hole.width / hole.size - hole.label_width
        if not (hole.label and hole.label in fixed and spare <= _FILLED):
            yield gap


def severity(count: int, total: int) -> Severity:
    """Return how bad it is that so many of all names fit: none at all points at nobody."""
    tells = total >= _FEWEST and 0 < count <= _TELLING * total
    return Severity.LEAK if tells else Severity.WARNING


def fitting(width: float, size: float, names: Iterable[str], widths: Widths) -> int:
    """Return how many names are as wide as a gap; a letter of unknown width may have any."""
    known = [value for value in widths.values() if value]
    low, high = min(known, default=0.0), max(known, default=2.0)
    slack, wanted = TOLERANCE / size, width / size
    count = 0
    for name in names:
        found = [widths.get(letter, 0.0) for letter in name]
        least, most = (sum(value or other for value in found) for other in (low, high))
        count += least - slack <= wanted <= most + slack
    return count
