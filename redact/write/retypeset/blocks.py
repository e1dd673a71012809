"""What a document is made of once its geometry is gone: headings, paragraphs, items, tables."""

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias


class Run(NamedTuple):
    """Characters that look alike; of a label, the code that takes the place of removed text."""

    text: str
    bold: bool = False
    italic: bool = False
    is_label: bool = False


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest."""

    level: int
    runs: Runs = field(repr=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line break in it is the author's."""

    runs: Runs = field(repr=False)


@dataclass(frozen=True, slots=True)
class Running:
    """A running header or footer of the source; it stands once."""

    runs: Runs = field(repr=False)


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list with the bullet or number it had; level 0 stands at the margin."""

    marker: str = field(repr=False)
    level: int
    runs: Runs = field(repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all of one length; with `titled` the first row names the columns."""

    rows: tuple[tuple[Runs, ...], ...] = field(repr=False)
    titled: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The place of a picture that is not taken over."""


Block: TypeAlias = Heading | Paragraph | Running | ListItem | Table | Picture
