"""Lines of text with gaps in them: what stood there, and what must stand there now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redact.finding import Redaction
from redact.verify.fold import fold
from redact.verify.glyphs import Glyphs, is_slanted

SAME_LINE = 0.35
"""Of the height of a character: middles this near are on one line."""

_ALIKE = 0.1
"""How far the slopes of one line may differ, told by a few letters each."""

_NARROW = 2.5
"""Of the height: in less room a passage of more lines may have its code on the next line."""


class Gap(NamedTuple):
    """Removed characters side by side on one line.

    `opens` where a code must stand; `goes_on` where the next line could have it instead; `slope`
    is how much its text falls for each point to the right.
    """

    left: float
    right: float
    middle: float
    height: float
    code: str
    opens: bool
    goes_on: bool
    slope: float = 0.0

    @property
    def level(self) -> float:
        """Where the middle of its line would be at the left edge of the page."""
        return self.middle - self.slope * (self.left + self.right) / 2


class Line(NamedTuple):
    """The gaps on one line, from left to right, and where its middle is, as a gap has it."""

    gaps: tuple[Gap, ...]
    middle: float
    height: float
    slope: float = 0.0

    @property
    def left(self) -> float:
        """Where its first gap begins."""
        return self.gaps[0].left


class Slot(NamedTuple):
    """Where labels belong: each code with the fewest and the most times it may stand there."""

    codes: tuple[tuple[str, int, int], ...]


def lines(removed: Glyphs, redactions: Sequence[Redaction]) -> list[Line]:
    """Return the lines that lose letters; `redactions` are those of the page."""
    found = sorted(_gaps(removed, redactions), key=lambda gap: gap.level)
    groups: list[list[Gap]] = []
    for gap in found:
        if groups and _on_one_line(groups[-1][0], gap):
            groups[-1].append(gap)
        else:
            groups.append([gap])
    return [
        Line(tuple(sorted(group)), group[0].level, max(gap.height for gap in group), group[0].slope)
        for group in groups
    ]


def _on_one_line(one: Gap, other: Gap) -> bool:
    is_near = other.level - one.level <= SAME_LINE * other.height
    return is_near and abs(other.slope - one.slope) < _ALIKE


def _gaps(removed: Glyphs, redactions: Sequence[Redaction]) -> Iterator[Gap]:
    codes, owners = owners_of(redactions)
    mine = owners[removed.places]
    off_line = _off_line(removed)
    back = np.diff(removed.left) < -removed.heights[1:]
    cuts = np.flatnonzero((np.diff(mine) != 0) | off_line | back) + 1
    runs = np.split(np.arange(len(removed)), cuts) if len(removed) else []
    before, narrow = -1, False
    for number, run in enumerate(runs):
        owner = int(mine[run[0]])
        goes_on = number + 1 < len(runs) and mine[runs[number + 1][0]] == owner
        left, right = float(removed.left[run].min()), float(removed.right[run].max())
        middles, height = removed.middle[run], float(removed.heights[run].max())
        middle = float(middles.min() + middles.max()) / 2  # the text may run at a slant
        opens = owner != before or narrow
        slope = _slope(removed.only(run))
        yield Gap(left, right, middle, height, codes[owner], opens, goes_on, slope)
        narrow = opens and right - left < _NARROW * height
        before = owner


def _off_line(letters: Glyphs) -> npt.NDArray[np.bool_]:
    """Tell which letters but the first are on another line than the one before.

    Letters of a word at a slant rise or fall by more than those on a level line may.
    """
    rise, slanted = np.abs(np.diff(letters.middle)), is_slanted(letters)
    in_word = slanted[1:] & slanted[:-1] & (np.diff(letters.places) == 1)
    return rise > np.where(in_word, 1.0, SAME_LINE) * letters.heights[1:]


def _slope(letters: Glyphs) -> float:
    """Return how much a line of text falls for each point to the right, 0 for all but slanted."""
    if not is_slanted(letters).any():
        return 0.0
    across = float(np.ptp(letters.left + letters.right)) / 2
    ends = np.argsort(letters.left, kind="stable")[[0, -1]]
    return float(np.diff(letters.middle[ends])[0]) / across if across else 0.0


def owners_of(redactions: Iterable[Redaction]) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Return the folded codes, and for each place in the text which of them explains it.

    A longer redaction explains what lies inside it; two of the same span name both codes.
    """
    grounds: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for redaction in redactions:
        grounds[redaction.span.start, redaction.span.end].add(redaction.ground)
    owners = np.full(max((end for _, end in grounds), default=0), -1, dtype=np.int64)
    codes = []
    for number, span in enumerate(sorted(grounds, key=lambda span: span[0] - span[1])):
        codes.append(fold(" ".join(sorted(grounds[span]))))
        part = owners[slice(*span)]
        part[part < 0] = number
    return codes, owners


def nearest(lines_: Sequence[Line], glyphs: Glyphs, off: float) -> npt.NDArray[np.int64]:
    """Return for each glyph the line with gaps that it stands on, or -1.

    `off` is how much lower the glyphs' middles are than the lines', per point of height.
    """
    middles = np.array([line.middle for line in lines_])
    heights = np.array([line.height for line in lines_])
    slopes = np.array([line.slope for line in lines_])
    across = (glyphs.left + glyphs.right) / 2
    far = np.abs(glyphs.middle[:, None] - slopes * across[:, None] - (middles + off * heights))
    for number in np.flatnonzero(slopes).tolist():  # a label in a slanted line may be level
        for gap in lines_[number].gaps:
            level = np.abs(glyphs.middle - gap.middle - off * gap.height)
            inside = (across > gap.left) & (across < gap.right)
            far[:, number] = np.where(inside, np.minimum(far[:, number], level), far[:, number])
    which = far.argmin(axis=1)
    on_line = far[np.arange(len(glyphs)), which] <= SAME_LINE * heights[which]
    return np.where(on_line, which, -1)


def expected(line: Line, kept: Glyphs) -> Iterator[str | Slot]:
    """Yield in order what must stand on a line: letters that stay, and slots for labels."""
    pieces: list[tuple[float, str | Gap]] = [(gap.left, gap) for gap in line.gaps]
    pieces += zip(kept.left.tolist(), map(chr, kept.codes.tolist()), strict=True)
    together: list[Gap] = []
    for _, piece in sorted(pieces, key=lambda pair: pair[0]):
        if isinstance(piece, Gap):
            together.append(piece)
            continue
        if together:
            yield _slot(together)
            together = []
        yield piece
    if together:
        yield _slot(together)


def _slot(gaps: Sequence[Gap]) -> Slot:
    """Join gaps with nothing between them: equal codes side by side may share a label."""
    room = gaps[-1].right - gaps[0].left
    later = gaps[-1].goes_on and room < _NARROW * gaps[0].height
    codes: list[tuple[str, int, int]] = []
    for gap in gaps:
        if codes and codes[-1][0] == gap.code:
            code, fewest, most = codes[-1]
            codes[-1] = code, fewest, most + 1
        else:
            codes.append((gap.code, int(gap.opens and not later), 1))
    return Slot(tuple(codes))


def reads_as(have: str, want: Iterable[str | Slot]) -> bool:
    """Tell whether a line has the letters that stay and the labels, and nothing else."""
    return _rest(have, want, must=1) == ""


def lacks_label(have: str, want: Iterable[str | Slot]) -> bool:
    """Tell whether a line would be as it must be, were it not for a label that is missing."""
    return _rest(have, want, must=0) == ""


def _rest(have: str, want: Iterable[str | Slot], must: int) -> str | None:
    """Return what follows the text that is wanted, or nothing where it differs."""
    at = 0
    for piece in want:
        if isinstance(piece, str):
            if not have.startswith(piece, at):
                return None
            at += len(piece)
            continue
        for code, fewest, most in piece.codes:
            count = 0
            while count < most and have.startswith(code, at):
                at, count = at + len(code), count + 1
            if count < fewest * must:
                return None
    return have[at:]
