"""The width attack: who is it, judging by the room that a removed name left on its line?

A surname is drawn, set in a justified paragraph by three programs, removed, and looked for in the
published PDF alone. The attacker knows the font and has the list of surnames. By the *gap* he
takes the names that would fill the distance between the words before and after; by the *line
breaks* those with which the lines would break where they do.
"""

import ctypes
import math
import random
import re
import statistics
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bench.sources import FONT, LISTED, MAKERS, SEED, SIZE, SURNAMES, WIDTH, paragraphs, surnames
from redact.document import Document, Span
from redact.finding import Redaction
from redact.read import read_pdf
from redact.write import write_pdf

Redactor = Callable[[bytes, Sequence[str]], bytes]

DRAWN = 60
_NEAR = 0.12
"""Points that two measurements of one gap may differ."""
_SLACK = 0.5
_LONGEST_SPACE = 15


class Glyph(NamedTuple):
    """A character as published: where the pen stood, on which page and line, of which font."""

    letter: str
    x: float
    line: tuple[int, int]
    font: str


class Result(NamedTuple):
    """For one name: how many it could be, and whether it is one of them.

    By gap and breaks, nothing where the name stood at an end of its line; by the breaks alone.
    """

    by_gap: int | None
    hit: bool
    by_breaks: int
    may_break: bool


def black_box(data: bytes, terms: Sequence[str]) -> bytes:
    """Remove with PyMuPDF and draw a box: what most tools do."""
    import pymupdf

    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        for page, term in zip(pdf, terms, strict=True):
            for box in page.search_for(term):
                middle = (box.y0 + box.y1) / 2
                page.add_redact_annot((box.x0, middle - 1, box.x1, middle + 1), fill=(0, 0, 0))
            page.apply_redactions()
        return bytes(pdf.tobytes(garbage=4, clean=True))


def keep(data: bytes, terms: Sequence[str]) -> bytes:
    """Remove with our writer, layout "keep"."""
    document = read_pdf(data)
    return write_pdf(data, document, ordered(document, terms))


def ordered(document: Document, terms: Sequence[str]) -> list[Redaction]:
    """Return the removal of the term of each page."""
    return [
        Redaction(Span(page.number, *found.span()), "5.1.2.e")
        for page, term in zip(document, terms, strict=True)
        for found in re.finditer(rf"\b{term}\b", page.text)
    ]


def glyphs(data: bytes) -> list[Glyph]:
    """Return what PDFium reads in a published file, without the blanks."""
    import pypdfium2
    from pypdfium2 import raw

    found = []
    name, flags = ctypes.create_string_buffer(64), ctypes.c_int()
    x, y = ctypes.c_double(), ctypes.c_double()
    with pypdfium2.PdfDocument(data) as pdf:
        for number in range(len(pdf)):
            text = pdf[number].get_textpage()
            for at in range(text.count_chars()):
                letter = text.get_text_range(at, 1)
                raw.FPDFText_GetCharOrigin(text, at, x, y)
                raw.FPDFText_GetFontInfo(text, at, name, 64, flags)
                if not letter.isspace():
                    font = name.value.decode("latin-1")
                    found.append(Glyph(letter, x.value, (number, round(y.value)), font))
    return found


class Attacker:
    """Knows the font, a list of surnames and all of a text but the name."""

    def __init__(self, names: Sequence[str]) -> None:
        """Measure the names once."""
        import pymupdf

        font = pymupdf.Font(fontfile=str(FONT))
        self._widths = {code: font.glyph_advance(code) for code in range(32, 127)}
        self._space = self.width(" ")
        self.names = {name: self.width(name) for name in names}

    def width(self, text: str) -> float:
        """Return the width of a text in points."""
        return SIZE * float(sum(self._widths.get(ord(letter), 0.5) for letter in text))

    def guess(self, published: Sequence[Glyph], text: str, name: str) -> Result | None:
        """Guess the name that is missing in a text; None where the text cannot be found."""
        before, after = (part.split() for part in text.split(f" {name} "))
        start = _find(published, before[0] + before[1])
        if start is None:
            return None
        own = [glyph for glyph in published[start:] if "Lakwerk" not in glyph.font]
        lines = list(_lines(own, [*before, *after]))
        here, there = lines[len(before) - 1], lines[len(before)]
        label = next((g.line for g in published[start:] if "Lakwerk" in g.font), here)
        on = here if here == there else label
        rows = self._rows([*before, *after], lines)
        by_breaks = {
            n for n, width in self.names.items() if self._breaks(width, on, rows, (here, there))
        }
        if here != there:
            return Result(None, hit=False, by_breaks=len(by_breaks), may_break=name in by_breaks)
        at = sum(map(len, before))
        gap = own[at].x - self._end(own[at - 1]) - 2 * self._space_on(own, here)
        by_gap = {n for n in by_breaks if abs(self.names[n] - gap) < _NEAR}
        return Result(len(by_gap), name in by_gap, len(by_breaks), name in by_breaks)

    def _end(self, glyph: Glyph) -> float:
        return glyph.x + self.width(glyph.letter)

    def _space_on(self, own: Sequence[Glyph], line: tuple[int, int]) -> float:
        """Return how wide spaces are on a line: in a justified one, not as the font has them."""
        row = [glyph for glyph in own if glyph.line == line]
        apart = [other.x - self._end(one) for one, other in pairwise(row)]
        return statistics.median(width for width in apart if 1 < width < _LONGEST_SPACE)

    def _rows(
        self, words: Sequence[str], lines: Sequence[tuple[int, int]]
    ) -> dict[tuple[int, int], list[float]]:
        """Return the widths of the words on each line, from the top down."""
        rows: dict[tuple[int, int], list[float]] = {}
        for word, line in zip(words, lines, strict=True):
            rows.setdefault(line, []).append(self.width(word))
        return rows

    def _breaks(
        self,
        width: float,
        on: tuple[int, int],
        rows: dict[tuple[int, int], list[float]],
        around: tuple[tuple[int, int], tuple[int, int]],
    ) -> bool:
        """Tell whether lines break where they do with a name of this width on line `on`.

        `around` are the lines of the words before and after it.
        """
        here, there = around
        order = list(rows)
        if on not in rows:
            return True
        filled = self._set([*rows[on], width])
        if filled > WIDTH + _SLACK:
            return False
        at = order.index(on)
        if at + 1 < len(order) and filled + self._space + rows[order[at + 1]][0] < WIDTH - _SLACK:
            return False
        begins = at > 0 and on == there != here
        return not begins or self._set([*rows[order[at - 1]], width]) > WIDTH - _SLACK

    def _set(self, words: Sequence[float]) -> float:
        return sum(words) + (len(words) - 1) * self._space


def _find(published: Sequence[Glyph], text: str) -> int | None:
    start = "".join(glyph.letter for glyph in published).find(text)
    return start if start >= 0 else None


def _lines(own: Sequence[Glyph], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the line that each word begins on."""
    at = 0
    for word in words:
        yield own[at].line
        at += len(word)


def attack(
    source: bytes, redactor: Redactor, names: Sequence[str], attacker: Attacker
) -> list[Result]:
    """Remove the names from a document with a paragraph for each, and guess them."""
    published = glyphs(redactor(source, names))
    found = (
        attacker.guess(published, text, name)
        for text, name in zip(paragraphs(names), names, strict=True)
    )
    return [result for result in found if result is not None]


def bits(count: int, *, hit: bool) -> float:
    """Return what an attacker has learned: nothing where he believes in the wrong names."""
    return math.log2(LISTED / count) if hit else 0.0


def table(redactors: dict[str, Redactor]) -> None:
    """Print how well the attack does for each way of removing and each program."""
    if not SURNAMES.exists():
        print(f"width attack: skipped, no list of surnames at {SURNAMES}")
        return
    listed = surnames()
    names = random.Random(SEED + 1).sample(listed, DRAWN)  # noqa: S311
    attacker = Attacker(listed)
    sources = {maker: make(paragraphs(names)) for maker, make in MAKERS.items()}
    print(f"width attack: {DRAWN} names of a list of {LISTED} ({math.log2(LISTED):.2f} bits)")
    print(f"{'':<28}{'name among':>11}{'candidates':>12}{'bits':>7}{'by breaks':>11}{'all':>5}")
    for kind, redactor in redactors.items():
        for maker, source in sources.items():
            results = attack(source, redactor, names, attacker)
            row(f"{kind}, {maker}", results)


def row(name: str, results: Sequence[Result]) -> None:
    """Print one line of the table."""
    if not any(result.by_gap is not None for result in results):
        print(f"{name:<28} no paragraph could be read")
        return
    gaps = [(result.by_gap, result.hit) for result in results if result.by_gap is not None]
    count = statistics.median(count for count, _ in gaps)
    hits = 100 * sum(hit for _, hit in gaps) / len(gaps)
    learned = statistics.mean(bits(count, hit=hit) for count, hit in gaps)
    broken = statistics.mean(bits(r.by_breaks, hit=r.may_break) for r in results)
    print(f"{name:<28}{hits:>9.0f} %{count:>12.0f}{learned:>7.2f}{broken:>11.2f}{len(gaps):>5}")


REDACTORS: dict[str, Redactor] = {
    "black box": black_box,
    "keep": keep,
}

if __name__ == "__main__":
    table(REDACTORS)
