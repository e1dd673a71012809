"""Tables in a flow: which cells stand below a header such as "BSN" or "Naam".

A row is one line; its cells are parted by tabs, or by bars as in Markdown. A table ends at the
first line that has neither.
"""

from collections.abc import Iterator

import regex

SEPARATOR = regex.compile(r"[\t|]")
BODY = regex.compile(r"[\p{L}\p{N}](?:.*\S)?")
"""What a cell says, without the blanks and the rules (|---|) around it."""


def cells_under(text: str, header: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of each filled cell below a cell that is the header and nothing else.

    A header may stand in any row. In a table of two columns that lists "label, value" downwards,
    the cells below a label are the next labels: a caller for whom that matters looks at what the
    cell says.
    """
    seen = -1
    for hit in header.finditer(text):
        start, end = _cell_around(text, hit.start())
        body = BODY.search(text, start, end)
        if start <= seen or body is None or not _is_header(text, header, body.span()):
            continue
        seen = start
        yield from _below(text, start, end)


def _cell_around(text: str, position: int) -> tuple[int, int]:
    """Return [start, end) of the cell that a position is in."""
    line_start = text.rfind("\n", 0, position) + 1
    bars = [bar.start() for bar in SEPARATOR.finditer(text, line_start, position)]
    after = regex.search(r"[\t|\n]", text, pos=position)
    return (bars[-1] + 1 if bars else line_start), (after.start() if after else len(text))


def _is_header(text: str, header: regex.Pattern[str], body: tuple[int, int]) -> bool:
    """Tell whether a cell says the header only; a colon or a star after it does no harm."""
    start, end = body
    while end > start and text[end - 1] in ":*.) ":
        if header.fullmatch(text, start, end):
            return True
        end -= 1
    return header.fullmatch(text, start, end) is not None


def _below(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the cells below the header cell [start, end), down to the end of the table."""
    line_start = text.rfind("\n", 0, start) + 1
    column = len(SEPARATOR.findall(text, line_start, start))
    line_end = _line_end(text, end)
    if not SEPARATOR.search(text, line_start, line_end):
        return
    while line_end < len(text):
        line_start, line_end = line_end + 1, _line_end(text, line_end + 1)
        bars = [bar.start() for bar in SEPARATOR.finditer(text, line_start, line_end)]
        if not bars:
            return
        edges = [line_start - 1, *bars, line_end]
        if column + 1 < len(edges):
            body = BODY.search(text, edges[column] + 1, edges[column + 1])
            if body:
                yield body.span()


def _line_end(text: str, position: int) -> int:
    """Return where the line that a position is in ends."""
    end = text.find("\n", position)
    return end if end >= 0 else len(text)


def starts_under(
    text: str, header: regex.Pattern[str], pattern: regex.Pattern[str]
) -> frozenset[int]:
    """Return where a pattern begins in the cells below a header."""
    return frozenset(
        hit.start()
        for start, end in cells_under(text, header)
        for hit in pattern.finditer(text, start, end)
    )
