"""What a writer says of its work: how each gap was treated, and what is still told of a name."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class How(StrEnum):
    """How a gap was treated.

    FIXED: a label of the width of its code. UNIFORM: a bar to the end of the column's lines.
    QUANTISED: a label as wide as the words that stay leave room for, or as one of few steps.
    OPEN: the gap is as wide as what stood there, as no word of its line can make way.
    """

    FIXED = "fixed"
    UNIFORM = "uniform"
    QUANTISED = "quantised"
    OPEN = "open"


class Treated(NamedTuple):
    """How a gap was treated, and how many bits its line still tells of a name in it."""

    page: int
    code: str
    how: How
    bits: float

    @classmethod
    def as_drawn(cls, page: int, code: str) -> "Treated":
        """Return an area's: it is as large as the person who drew it made it."""
        return cls(page, code, How.FIXED, 0.0)


@dataclass(frozen=True, slots=True)
class Told:
    """What the geometry of a whole document tells: see `redact.write.bits` for the measure.

    `counts` says how many gaps were treated in each way; `mean` and `most` are bits.
    """

    counts: tuple[tuple[How, int], ...] = ()
    mean: float = 0.0
    most: float = 0.0

    @classmethod
    def of(cls, treated: Iterable[Treated]) -> "Told":
        """Sum up how the gaps of a document were treated."""
        every = list(treated)
        told = [one.bits for one in every]
        counts = tuple((how, sum(one.how is how for one in every)) for how in How)
        return cls(counts, sum(told) / len(told), max(told)) if every else cls()

    def count(self, how: How) -> int:
        """Return how many gaps were treated in one way."""
        return dict(self.counts).get(how, 0)


class Written(NamedTuple):
    """A PDF that may be published, and what was done to its gaps, by page.

    `whole_fonts` counts the fonts that could not be reduced to the letters that pages use.
    """

    pdf: bytes
    treated: tuple[Treated, ...]
    whole_fonts: int = 0
