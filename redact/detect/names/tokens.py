"""A text cut into words once, with what the lists say about each of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from redact.detect.names.lexicon import FIRST, PLACE, traits_of

GLUED, SPACE, TAB, LINE, BLANK = range(5)
"""What stands before a token: nothing, a blank, a wide gap, a new line, an empty line or page."""

_TOKEN = re.compile(
    r"[a-ce-uw-zß-öø-ÿ][^\W_]*(?:['’][^\W\d_]{2,})*|[.,]|"  # what most are, before all else
    r"(?<![\w.])[vV](?:\.\s?d\.|/d\.?|d\.|\.|d)(?=\s?[A-ZÀ-Þ](?:[a-zà-ÿ]|\.))|"  # v.d. Berg
    r"(?<![\w.])d\.(?=\s[A-ZÀ-Þ]\.)|"  # Kees d. K.
    r"[A-ZÀ-Þ]\.(?:[vdtha]\.){1,3}[A-ZÀ-Þ]\.?(?!\w)|"  # F.t.B.
    r"[A-ZÀ-Þ]-[A-ZÀ-Þ]\.(?=\s[A-ZÀ-Þ])|"  # A-M. Rozema
    r"(?<!\w)[A-ZÀ-Þ]\.(?=(?!(?:De|Het|Een|Di[te]|Dat|In|Er|We|Wij|Ik|Op|Na|Voor|Als|Hij|Zij|En|Maar"
    r"|Zie|Bij|Om|Ook|Wat|Deze)\b)[A-ZÀ-Þ][a-z]{2,})|"  # J.Jansen
    r"(?:[A-ZÀ-Þ]\.-?)+(?:(?:Th|Ch|Chr|Ph|Fr|Joh|Jac|St|Tj|Sj)\.)?(?![^\W\d_]{2})"
    # J.A.M. but not the end of a sentence glued to the next
    r"|(?<![\w.])[A-ZÀ-Þ] \.(?: [A-ZÀ-Þ] \.)*(?= {1,2}(?:[a-z'’]{1,4} {1,2}){0,3}[A-ZÀ-Þ][a-z])"
    # A . M . de Klerk
    r"|(?:IJ|Th|Ch|Chr|Ph|Fr|Joh|Jac|St|Tj|Sj)\.(?=\s*[A-Z])(?:[A-ZÀ-Þ]\.)*"
    r"|(?<![^\W_])['’][stdn](?![^\W_])"
    r"|[^\W\d_][^\W_]*(?:['’][^\W\d_]{2,})*"
    r"|\d+(?:[.,:/-]\d+)*"
    r"|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of a text, as parallel lists."""

    text: str = field(repr=False)
    words: list[str] = field(repr=False)
    starts: list[int] = field(repr=False)
    ends: list[int] = field(repr=False)
    gaps: list[int] = field(repr=False)
    traits: list[int] = field(repr=False)
    bare: list[str] = field(repr=False)
    """The words in lower case, points at their end left off: nothing of a point by itself."""

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.words)

    def at(self, offset: int) -> int:
        """Return the first token that starts at an offset or after it."""
        return bisect_left(self.starts, offset)

    def word(self, index: int) -> str:
        """Return a token's word, or nothing where there is no token."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> int:
        """Return what stands before a token; before the first and after the last: an empty line."""
        return self.gaps[index] if 0 <= index < len(self.words) else BLANK

    def opens(self, index: int) -> bool:
        """Tell whether a capital at this token may be a mere sentence opening."""
        gap = self.gap(index)
        before = self.word(index - 1)
        if gap >= LINE:
            return gap == BLANK or not self._is_wrapped(index)
        return gap == TAB or before in _OPENERS or (before[-1:] == "." and len(before) > len("A."))

    def _is_wrapped(self, index: int) -> bool:
        """Tell whether the line before runs on into this one: it is long and does not end."""
        before = self.words[index - 1]
        line_start = self.text.rfind("\n", 0, self.starts[index - 1]) + 1
        if self._is_row(line_start) or self._is_row(self.starts[index]):
            return False
        length = self.ends[index - 1] - line_start
        is_long = length > _WRAPPED_LINE or length >= self._narrow_width(line_start)
        return is_long and before not in _OPENERS

    def _is_row(self, start: int) -> bool:
        """Tell whether the line with a place in it is a row of a table from there on."""
        end = self.text.find("\n", start)
        return "\t" in self.text[start : end if end >= 0 else len(self.text)]

    def _narrow_width(self, line_start: int) -> float:
        """Return how long a line is at least that was broken off in a narrow column.

        Such a column has a few lines of about one length above or below each other.
        """
        first = self.text.rfind("\n\n", 0, line_start) + 1
        last = self.text.find("\n\n", line_start)
        block = self.text[first : last if last >= 0 else len(self.text)]
        lines = [line for line in block[:_BLOCK].split("\n") if line]
        widest = max(map(len, lines), default=0)
        is_column = len(lines) >= _FEWEST_LINES and _NARROWEST <= widest <= _WRAPPED_LINE * 4 / 3
        full = sum(len(line) >= _FULL * widest for line in lines)
        return _FULL * widest if is_column and full >= _MOSTLY * len(lines) else float("inf")

    def joined(self, index: int) -> bool:
        """Tell whether a token may go on with the name that ends before it."""
        gap = self.gap(index)
        return gap in (SPACE, GLUED) or (gap == LINE and self._is_wrapped(index))


_PLACE = re.compile(
    r"(?:\b(?:[Gg]emeenten?|[Pp]rovincie|[Rr]egio|[Bb]urgemeesters?\svan|wethouders\svan|inwoners\svan)\s"
    r"|\b\d{4}\s?[A-Z]{2}\s{1,3})(?P<place>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*)"
)
_WRAPPED_LINE = 45
_BLOCK = 2000
_FEWEST_LINES, _NARROWEST = 4, 28
_FULL, _MOSTLY = 0.75, 0.7
_LONG = 2000
_OPENERS = frozenset(".!?:;•*>|\"“„‘”'«-–—…")


def tokenise(text: str) -> Tokens:
    """Cut a text into tokens; of a long one the last result is kept, as several detectors ask."""
    return _of_document(text) if len(text) > _LONG else _cut(text)


@lru_cache(maxsize=1)
def _of_document(text: str) -> Tokens:
    return _cut(text)


def _cut(text: str) -> Tokens:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[int] = []
    end = 0
    for hit in _TOKEN.finditer(text):
        start = hit.start()
        gaps.append(_gap(text[end:start]) if start != end else GLUED)
        end = hit.end()
        words.append(hit.group())
        starts.append(start)
        ends.append(end)
    if gaps:
        gaps[0] = BLANK
    known = {word: traits_of(word) for word in set(words)}
    for word in _places_in(text):
        if word in known and not known[word] & FIRST:
            known[word] |= PLACE
    bare = {word: word.casefold().rstrip(".") for word in known}
    traits = [known[word] for word in words]
    return Tokens(text, words, starts, ends, gaps, traits, [bare[word] for word in words])


def _places_in(text: str) -> Iterator[str]:
    """Yield the words that the text itself calls a place."""
    for hit in _PLACE.finditer(text):
        yield from hit["place"].split("-")


def _gap(between: str) -> int:
    if between == " ":
        return SPACE
    lines = between.count("\n")
    if lines > 1 or "\f" in between:
        return BLANK
    if lines:
        return LINE
    return TAB if "\t" in between or len(between) > 2 else SPACE  # noqa: PLR2004  two blanks
