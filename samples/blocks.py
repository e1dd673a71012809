"""The light markup of the sample documents: headings, paragraphs, bullets, tables, bold.

`as_text` gives the text as a program would export it; `blocks` gives the same text in pieces
that a page can be set from.
"""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

HEADING = re.compile(r"^(#{1,3}) +", re.MULTILINE)
RULE = re.compile(r"^\|[-| ]+\|\n", re.MULTILINE)
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
BULLET = re.compile(r"^( *)- ")


@dataclass(frozen=True)
class Heading:
    """A heading of level 1, 2 or 3."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Lines of running text; the breaks between them are the author's."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Bullet:
    """One item of a list; level 0 stands at the margin."""

    level: int
    text: str


@dataclass(frozen=True)
class Table:
    """Rows of cells; with `titled` the first row names the columns."""

    rows: tuple[tuple[str, ...], ...]
    titled: bool


Block: TypeAlias = Heading | Paragraph | Bullet | Table


def as_text(body: str) -> str:
    """Return the body without its markup: cells parted by tabs, bullets kept."""
    lines = (_text_of(line) for line in RULE.sub("", body).split("\n"))
    return BOLD.sub(r"\1", "\n".join(lines))


def _text_of(line: str) -> str:
    return "\t".join(_cells(line)) if line.startswith("| ") else HEADING.sub("", line)


def _cells(line: str) -> tuple[str, ...]:
    """Split a row; a bar without spaces around it belongs to a gold mark."""
    inner = line.removeprefix("|").rstrip().removesuffix("|")
    return tuple(cell.strip() for cell in inner.split(" | "))


def blocks(body: str) -> list[Block]:
    """Return the body, which holds no gold marks, as blocks in reading order.

    A list in the markup becomes one `Bullet` for each item.
    """
    found: list[Block] = []
    for piece in re.split(r"\n{2,}", body.strip("\n")):
        for shape, lines in groupby(piece.split("\n"), key=_shape):
            found += _block(shape, tuple(lines))
    return found


def _shape(line: str) -> str:
    if HEADING.match(line):
        return "heading"
    if BULLET.match(line):
        return "bullet"
    return "table" if line.startswith("|") else "paragraph"


def _block(shape: str, lines: tuple[str, ...]) -> list[Block]:
    if shape == "heading":
        return [Heading(line.index(" "), HEADING.sub("", line)) for line in lines]
    if shape == "bullet":
        return [_bullet(line) for line in lines]
    if shape == "table":
        rows = [line for line in lines if not RULE.match(line + "\n")]
        return [Table(tuple(map(_cells, rows)), titled=len(rows) < len(lines))]
    return [Paragraph(lines)]


def _bullet(line: str) -> Bullet:
    match = BULLET.match(line)
    indent = len(match[1]) if match else 0
    return Bullet(indent // 2, line.lstrip().removeprefix("- "))


def runs(text: str) -> list[tuple[str, bool]]:
    """Split a line into stretches of text and whether each is bold."""
    pieces = BOLD.split(text)
    return [(piece, index % 2 == 1) for index, piece in enumerate(pieces) if piece]
