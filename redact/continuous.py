"""The lines of a document as one continuous text, for a copy that has no pages of the source.

Running headers and footers stand once: the headers before the text, the footers after it.
Page numbers go: a copy has pages of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from redact.document import Document
from redact.furniture import furniture
from redact.lines import Line, lines

_DIGITS = re.compile(r"\d+")
_NUMBER = r"(pagina|pag\.?|blad|p\.|page)?\s*\d{1,4}(\s*(van|of|/|-)\s*\d{1,4})?"
_PAGE_NUMBER = re.compile(rf"[-–|\s]*{_NUMBER}[-–|\s]*", re.IGNORECASE)
_LAST_CELL = re.compile(rf"\t\s*{_NUMBER}\s*$", re.IGNORECASE)
_FIRST_CELL = re.compile(rf"^\s*{_NUMBER}\s*\t\s*", re.IGNORECASE)


class Continuous(NamedTuple):
    """The lines of a document: running headers, the text, running footers."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in the order in which a copy has them."""
        return self.head + self.body + self.foot


def continuous(document: Document) -> Continuous:
    """Return the lines of a document that are not blank, each running line once."""
    every = lines(document)
    apart = furniture(every)
    body = [number for number in range(len(every)) if number not in apart]
    first: dict[int, int] = {}
    for number in body:
        first.setdefault(every[number].page, number)
    head = [n for n in sorted(apart) if n < first.get(every[n].page, len(every))]
    foot = [n for n in sorted(apart) if n > first.get(every[n].page, len(every))]
    return Continuous(
        tuple(_once(every, head)),
        tuple(every[number] for number in body),
        tuple(_once(every, foot)),
    )


def _once(every: Sequence[Line], numbers: Iterable[int]) -> Iterator[Line]:
    """Yield running lines without page numbers; of those that differ in digits only, the first."""
    seen: set[str] = set()
    for number in numbers:
        line = _without_number(every[number])
        pattern = _DIGITS.sub("0", line.text)
        if line.text and pattern not in seen:
            seen.add(pattern)
            yield line


def _without_number(line: Line) -> Line:
    """Return a line without the cell that holds the page number."""
    if _PAGE_NUMBER.fullmatch(line.text):
        return line._replace(text="", end=line.start)
    last = _LAST_CELL.search(line.text)
    if last:
        return line._replace(text=line.text[: last.start()], end=line.start + last.start())
    first = _FIRST_CELL.match(line.text)
    if first:
        return line._replace(text=line.text[first.end() :], start=line.start + first.end())
    return line
