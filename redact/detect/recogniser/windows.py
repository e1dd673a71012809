"""A text cut into windows that the model reads at once: some lines with what stands beside them.

The tokenizer takes every blank for a space. Columns and lines tell where persons stand, so a tab
and a line's end become pieces of their own.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Ranks = npt.NDArray[np.int8]

SIZE = 128
"""Pieces in a window at most, besides its first and last."""

WORD = re.compile(r"\w+|[^\w\s]")
"""What gets a label: a word or one other character."""

_CELL = re.compile(r"[^\t\n]+?(?:(?<=[.?!])(?=\s)|(?=[\t\n])|\Z)")
"""A sentence, or the part of it within one line and column."""

_START, _END = 0, 2
_PARAGRAPH, _LINE, _SENTENCE, _SPACE, _INSIDE = 4, 3, 2, 1, 0
"""How well a window may begin at a piece."""


class Window(NamedTuple):
    """`ids` of shape (pieces,); the words with their characters and the piece that tells of each.

    `starts`, `ends`, `pieces` and `apart` have shape (words,); `apart` tells which words have
    words before them that are not read.
    """

    ids: Numbers
    starts: Numbers
    ends: Numbers
    pieces: Numbers
    apart: Mask


class _Pieces(NamedTuple):
    """Pieces of a text: their ids, where they begin, and how well a window may begin there."""

    ids: Numbers
    places: Numbers
    ranks: Ranks


class Reader:
    """Cuts texts into windows with one tokenizer."""

    def __init__(self, tokenizer: "Tokenizer") -> None:
        """Look up the piece that stands for a tab and those that open words."""
        self._tokenizer = tokenizer
        self._tab = tokenizer.token_to_id("|")
        self._opens = np.zeros(tokenizer.get_vocab_size(), dtype=np.int8)
        for piece, number in tokenizer.get_vocab().items():
            self._opens[number] = piece.startswith("▁")

    def windows(
        self, text: str, size: int = SIZE, places: Numbers | None = None
    ) -> Iterator[Window]:
        """Yield windows of at most `size` pieces, in order.

        They hold the whole text or, where `places` are given, the sentences and cells that hold
        one of these characters, and those beside them.
        """
        cells = np.array([cell.span() for cell in _CELL.finditer(text)], dtype=np.int64)
        words = np.array([word.span() for word in WORD.finditer(text)], dtype=np.int64)
        if not words.size:
            return
        apart = np.zeros(len(words), dtype=np.bool_)
        if places is not None:
            is_read = _is_read(cells, places)
            read = np.flatnonzero(is_read[np.searchsorted(cells[:, 0], words[:, 0], "right") - 1])
            words, cells, apart = words[read], cells[is_read], np.diff(read, prepend=-1) > 1
        pieces = self._pieces(text, cells)
        told = np.searchsorted(pieces.places, words[:, 0], side="right") - 1
        for begin, stop in _cuts(pieces.ranks, size):
            first, last = np.searchsorted(told, (begin, stop))
            ids = np.concatenate(([_START], pieces.ids[begin:stop], [_END]))
            starts, ends = words[first:last].T
            yield Window(ids, starts, ends, told[first:last] - begin + 1, apart[first:last])

    def _pieces(self, text: str, cells: Numbers) -> _Pieces:
        said = [text[start:end] for start, end in cells]
        ids: list[int] = []
        places: list[int] = []
        ranks: list[Ranks] = []
        before = 0
        for (start, end), code in zip(
            cells.tolist(),
            self._tokenizer.encode_batch(said, add_special_tokens=False),
            strict=True,
        ):
            blank = text[before:start]
            mark = [_END] if "\n" in blank else [self._tab] if "\t" in blank else []
            ids += [*mark, *code.ids]
            places += [before] * len(mark)
            places += [start + place for place, _ in code.offsets]
            ranks.append(self._ranks(np.array([*mark, *code.ids]), blank, len(mark)))
            before = end
        joined = np.concatenate(ranks) if ranks else np.empty(0, dtype=np.int8)
        return _Pieces(np.array(ids, np.int64), np.array(places, np.int64), joined)

    def _ranks(self, ids: Numbers, blank: str, marks: int) -> Ranks:
        """Grade the pieces of a cell: its first is best, then those that open a word."""
        ranks = self._opens[ids]
        ranks[:marks] = _INSIDE
        lines = blank.count("\n")
        if ranks.size > marks:
            ranks[marks] = (_SENTENCE, _LINE, _PARAGRAPH)[min(lines, 2)]
        return ranks


def _is_read(cells: Numbers, places: Numbers) -> Mask:
    """Tell which cells hold a place or stand beside one that does: they tell what it speaks of."""
    holds = np.zeros(len(cells) + 1, dtype=np.bool_)  # the last for what stands before them all
    holds[np.searchsorted(cells[:, 0], places, side="right") - 1] = True
    is_read = holds[:-1].copy()
    is_read[1:] |= holds[:-2]
    is_read[:-1] |= holds[1:-1]
    return is_read


def _cuts(ranks: Ranks, size: int) -> Iterator[tuple[int, int]]:
    """Yield stretches of at most `size` pieces that begin as well as they can."""
    begin = 0
    while len(ranks) - begin > size:
        least = begin + size // 2
        reach = ranks[least : begin + size + 1]
        stop = least + len(reach) - 1 - int(np.argmax(reach[::-1]))
        yield begin, stop
        begin = stop
    if begin < len(ranks):
        yield begin, len(ranks)
