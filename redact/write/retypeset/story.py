"""The text of a document with what must go taken out of it, and labels in its place."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from redact.document import PAGE_BREAK, Document, Page
from redact.finding import Redaction
from redact.geometry import beneath
from redact.write.retypeset.blocks import Run, Runs
from redact.write.retypeset.pieces import CELL, Piece
from redact.write.retypeset.traits import Traits

_BULLET = re.compile(
    r"^[ \t]*[•◦▪▫●○■□‣⁃∙·–—\-*o\uf0b7\uf0a7\uf0d8\uf02d\uf0fc]([ \t\xa0]+(?=\S)|[ \t\xa0]*$)",
    re.MULTILINE,
)
_HIDDEN = -1
"""Owner of a character that lies under one that goes: it goes too and is not explained."""

_WORD = re.compile(r"\w+")
_PASSAGE = 6
"""Words beyond which what goes is a passage, whose label may stand for several blocks."""

Owners = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """A text, and for each of its characters, shape (len(text),), which code explains its going.

    `owners` are numbers of codes; 0 where the character stays.
    """

    text: str = field(repr=False)
    owners: Owners = field(repr=False)
    codes: tuple[str, ...]
    traits: Traits

    def runs(self, pieces: Sequence[Piece]) -> Runs:
        """Return pieces of the text as runs; equal labels with only blanks between are one."""
        runs: list[Run] = []
        for number, piece in enumerate(pieces):
            for run in self._runs_of(piece):
                _append(runs, run)
            if number < len(pieces) - 1:
                _append(runs, self._white(piece, pieces[number + 1]))
        return _tidied(runs)

    def _white(self, piece: Piece, after: Piece) -> Run:
        """Return the white between two pieces; a space where what goes runs on over it."""
        gap = self.owners[piece.end : after.start]
        white = piece.after.replace("\n\n", "\n")
        if "\n" in white and gap.size and gap.all() and after.start > piece.end:
            white = " "
        return Run(white, self._all(self.traits.bold, piece, after))

    def _all(self, mask: npt.NDArray[np.bool_], piece: Piece, after: Piece) -> bool:
        return bool(mask[piece.end - 1] and mask[after.start])

    def _runs_of(self, piece: Piece) -> Iterable[Run]:
        some = slice(piece.start, piece.end)
        keys = (
            self.owners[some] * 4 + self.traits.bold[some] * 2 + self.traits.italic[some]
        ).astype(np.int64)
        cuts = [0, *(np.flatnonzero(np.diff(keys)) + 1).tolist(), len(keys)]
        for start, end in pairwise(cuts):
            at = piece.start + start
            owner = int(self.owners[at])
            if owner > 0:
                yield Run(self.codes[owner], is_label=True)
            elif owner == 0:
                text = piece.text[start:end]
                yield Run(text, bool(self.traits.bold[at]), bool(self.traits.italic[at]))

    def runs_on(self, end: int, start: int) -> bool:
        """Tell whether one removal covers all from before `end` to after `start`."""
        gap = self.owners[end - 1 : start + 1]
        return bool(gap.size and gap[0] > 0 and (gap == gap[0]).all())

    def loses(self, start: int, end: int) -> bool:
        """Tell whether any character of [start, end) goes."""
        return bool(self.owners[start:end].any())

    def is_passage(self, start: int, end: int) -> bool:
        """Tell whether what goes from [start, end) is more than a name or a number."""
        letters = np.array(list(self.text[start:end]))
        gone = "".join(letters[self.owners[start:end] > 0].tolist())
        return len(_WORD.findall(gone)) > _PASSAGE


def tell(document: Document, redactions: Iterable[Redaction], traits: Traits) -> Story:
    """Return the story of a document without what was ordered out."""
    by_page: defaultdict[int, list[Redaction]] = defaultdict(list)
    for redaction in redactions:
        by_page[redaction.span.page].append(redaction)
    names = {_code(group) for page in by_page.values() for group in _same_span(page).values()}
    codes = ("", *sorted(names))
    parts: list[Owners] = []
    for page in document:
        owners = _owners(page, by_page[page.number], codes)
        hidden = beneath(page, owners > 0) & (owners == 0)
        owners[hidden] = _HIDDEN
        parts += [owners, np.zeros(len(PAGE_BREAK), dtype=np.int32)]
    return Story(document.text, np.concatenate(parts)[: len(document.text)], codes, traits)


def _same_span(redactions: Iterable[Redaction]) -> dict[tuple[int, int], set[str]]:
    grounds: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for redaction in redactions:
        grounds[redaction.span.start, redaction.span.end].add(redaction.ground)
    return grounds


def _code(grounds: Iterable[str]) -> str:
    return ", ".join(sorted(grounds))


def _owners(page: Page, redactions: Sequence[Redaction], codes: Sequence[str]) -> Owners:
    """Return the number of each character's code; the longer redaction covers the shorter."""
    owners = np.zeros(len(page.text), dtype=np.int32)
    spans = _same_span(redactions)
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        part = owners[start:end]
        part[part == 0] = codes.index(_code(spans[start, end]))
    for bullet in _BULLET.finditer(page.text):
        owners[bullet.start() : bullet.end()] = 0
    return owners


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, unless it repeats the label before it."""
    if not run.text:
        return
    last = next((at for at in range(len(runs) - 1, -1, -1) if not _is_space(runs[at])), None)
    if run.is_label and last is not None and runs[last] == run:
        del runs[last + 1 :]
        return
    if runs and not run.is_label and runs[-1][1:] == run[1:]:
        runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
    else:
        runs.append(run)


def _is_space(run: Run) -> bool:
    return not run.is_label and run.text.isspace() and not set(run.text) & {"\n", CELL}


def _tidied(runs: list[Run]) -> Runs:
    """Return runs without blanks at both ends."""
    while runs and not runs[0].is_label and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].is_label and not runs[-1].text.strip():
        runs.pop()
    if runs and not runs[0].is_label:
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
    if runs and not runs[-1].is_label:
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    return tuple(runs)
