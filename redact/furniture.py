"""Running headers and footers: what stands at the edge of most pages and is no part of the text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile

from redact.lines import Line

_DEPTH = 4
"""Lines from the edge of a page that may be running headers or footers."""

_SHARE = 0.4
"""Share of the pages on which a line must return; left and right pages may differ."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–|\s]*(pagina|pag\.?|blad|p\.|page)?\s*\d{1,4}(\s*(van|of|/|-)\s*\d{1,4})?[-–|\s]*",
    re.IGNORECASE,
)


def furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are running headers and footers."""
    pages = [
        [number for number, _ in page]
        for _, page in groupby(enumerate(lines), key=lambda pair: pair[1].page)
    ]
    if len(pages) == 1:
        return frozenset()
    found: set[int] = set()
    for edge in ([page[:_DEPTH] for page in pages], [page[::-1][:_DEPTH] for page in pages]):
        found.update(_repeated(lines, edge))
    return frozenset(found)


def _repeated(lines: Sequence[Line], edges: list[list[int]]) -> Iterable[int]:
    """Yield the lines at one edge, from the outside in, that return on most pages."""
    often = max(2, _SHARE * len(edges))
    seen = Counter(pattern for edge in edges for pattern in {_pattern(lines[n]) for n in edge})
    for edge in edges:
        yield from takewhile(
            lambda number: (
                seen[_pattern(lines[number])] >= often or _PAGE_NUMBER.fullmatch(lines[number].text)
            ),
            edge,
        )


def _pattern(line: Line) -> str:
    """Return the text of a line with every number alike: page numbers differ."""
    return _DIGITS.sub("0", line.text)
