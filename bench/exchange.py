"""What a layout set anew tells of a name: is the same published, whoever it was?

Nothing of the old lines is kept there, so there is no gap to measure. The attacker is granted the
whole source but the name, and our program: he sets each name of his list in its place, removes it
and looks whether the same comes out. A few names of the list are tried for each.
"""

import math
import random
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from bench.sources import MAKERS, SEED, SURNAMES, paragraphs, surnames
from bench.width import DRAWN, glyphs, ordered
from redact.read import read_pdf
from redact.write.retypeset import retypeset_pdf

Maker: TypeAlias = Callable[[Sequence[str]], bytes]
Drawn: TypeAlias = tuple[tuple[str, float, int], ...]
"""The characters of a paragraph: each with its place along the line, and which line that is."""

_TRIED = 4
_OPENING = "Zaak"


def exchanged(makers: Mapping[str, Maker] = MAKERS) -> None:
    """Print for each program that set the source how many names the published file leaves."""
    if not SURNAMES.exists():
        return
    listed = surnames()
    names = random.Random(SEED + 1).sample(listed, DRAWN)  # noqa: S311  those of the other rows
    chance = random.Random(SEED + 2)  # noqa: S311  a repeatable draw
    draws = [chance.sample(list(listed), len(names)) for _ in range(_TRIED)]
    for maker, make in makers.items():
        own, *others = [_published(make, each) for each in (names, *draws)]
        same = [1 + sum(other[n] == paragraph for other in others) for n, paragraph in own.items()]
        left = [len(listed) * count / (1 + _TRIED) for count in same]
        told = statistics.mean(math.log2(len(listed) / count) for count in left)
        name = f"retypeset, {maker}"
        print(
            f"{name:<28}{100:>9} %{statistics.median(left):>12.0f}{told:>7.2f}{'':>11}{len(own):>5}"
        )


def _published(make: Maker, names: Sequence[str]) -> dict[int, Drawn]:
    """Return each paragraph about a name as it is published, set anew, without that name."""
    source = make(paragraphs(names))
    document = read_pdf(source)
    output = retypeset_pdf(source, document, ordered(document, names))
    drawn = [(glyph.letter, round(glyph.x, 2), glyph.line) for glyph in glyphs(output)]
    text = "".join(letter for letter, _, _ in drawn)
    starts = [text.index(f"{_OPENING}{number:03}") for number in range(len(names))]
    ends = [*starts[1:], text.index("Toelichting", starts[-1])]
    return {
        number: tuple(_on_lines(drawn[start:end]))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    }


def _on_lines(
    drawn: Sequence[tuple[str, float, tuple[int, int]]],
) -> Iterator[tuple[str, float, int]]:
    """Yield characters with the number of their line in the paragraph, wherever that stands."""
    order: dict[tuple[int, int], int] = {}
    for letter, x, line in drawn:
        yield letter, x, order.setdefault(line, len(order))


if __name__ == "__main__":
    exchanged()
