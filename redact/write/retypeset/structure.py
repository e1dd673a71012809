"""From a document to the blocks it is made of, in reading order, without what must go.

Where the source has tags they tell what is a heading, an item or a cell; elsewhere the look does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple, TypeAlias

from redact.continuous import Continuous
from redact.document import Document
from redact.write.retypeset.blocks import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Running,
    Runs,
    Table,
)
from redact.write.retypeset.guess import Part, Sizes, is_bullet, marker_of, parts, sizes
from redact.write.retypeset.pictures import Spot
from redact.write.retypeset.pieces import Piece, pieces
from redact.write.retypeset.places import Path
from redact.write.retypeset.story import Story
from redact.write.retypeset.tables import Grid, drawn_grid, tagged_grid, zones

_BULLETS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "›",
    "\uf02d": "–",
    "\uf0fc": "–",
    "o": "◦",
    "-": "–",
    "*": "•",
}
"""Bullets that another sign shows better; the codes are those of Symbol fonts."""

Told: TypeAlias = tuple[str, int, Path]
"""The kind, the level and the path of a heading or an item that tags name."""

_INDENT = 6.0
"""Points by which two levels of a list differ at least."""


_DEEPEST = 6
"""The last level of headings that a PDF has a tag for."""


class Draft(NamedTuple):
    """A block, and the characters [start, end) of the text that it was made from."""

    block: Block
    start: int
    end: int


def structure(
    document: Document, lines: Continuous, story: Story, spots: Sequence[Spot]
) -> list[Block]:
    """Return the blocks of a document; `spots` are the places of its pictures."""
    head, body, foot = (pieces(document, some, story.traits) for some in lines)
    around = sizes(body)
    drafts = list(_drafts(body, around, story))
    with_pictures = _with_pictures(drafts, spots)
    blocks = [draft.block for draft in _merged(with_pictures, story)]
    return _levelled([*_running(head, story), *blocks, *_running(foot, story)])


def _running(some: Sequence[Piece], story: Story) -> list[Running]:
    """Return running lines as blocks."""
    lines: list[list[Piece]] = [[]]
    for piece in some:
        lines[-1].append(piece)
        if "\n" in piece.after:
            lines.append([])
    return [Running(runs) for line in lines if (runs := story.runs(line))]


def _drafts(body: Sequence[Piece], around: Sizes, story: Story) -> Iterator[Draft]:
    """Yield the blocks of the text; those that would be empty are left out."""
    headings = not any(piece.place and piece.place.kind == "heading" for piece in body)
    for part in _parts(body, around, headings=headings):
        start, end = _extent(part)
        if isinstance(part, Grid):
            yield Draft(_table(part, story), start, end)
            continue
        told = _with_marker_that_stays(part, story)
        runs = story.runs(_without_marker(told))
        if runs:
            yield Draft(_block(told, runs), start, end)


def _parts(body: Sequence[Piece], around: Sizes, *, headings: bool) -> Iterator[Part | Grid]:
    """Yield what a text is made of: by tags, and by looks where these do not tell."""
    bullets = {
        piece.place.path: piece.text for piece in body if piece.place and is_bullet(piece.text)
    }
    seen: set[Told] = set()
    for table, group in groupby(body, key=_table_of):
        some = tuple(group)
        grid = tagged_grid(some) if table is not None else None
        if grid:
            yield grid
            continue
        for (told, _), same in groupby(some, key=lambda piece: (_told_of(piece), _path_of(piece))):
            if told is None:
                yield from _guessed(tuple(same), around, headings=headings)
            else:
                yield _told_once(_told(told, tuple(same), bullets), told, seen)


def _told_once(part: Part, told: Told, seen: set[Told]) -> Part:
    """Return a part; as text when it goes on with an item after something else, as a footer."""
    if told in seen and part.kind == "item":
        return part._replace(kind="text")
    if not all(is_bullet(piece.text) for piece in part.pieces):
        seen.add(told)
    return part


def _table_of(piece: Piece) -> Path | None:
    return piece.place.cell.table if piece.place and piece.place.cell else None


def _told_of(piece: Piece) -> Told | None:
    """Return the heading or the item that a piece's tag names."""
    place = piece.place
    return place[:3] if place and place.kind in ("heading", "item") else None


def _path_of(piece: Piece) -> Path | None:
    return piece.place.path if piece.place else None


def _told(told: Told, some: Sequence[Piece], bullets: dict[Path, str]) -> Part:
    """Return the heading or the item that tags tell; `bullets` may stand apart from the items."""
    kind, level, path = told
    if kind == "heading":
        return Part(kind, tuple(some), level)
    first = some[0]
    if first.place and first.place.is_marker:
        return Part(kind, tuple(some), level, len(first.text))
    marker = marker_of(first.text)
    return Part(kind, tuple(some), level, marker, "" if marker else bullets.get(path, ""))


def _guessed(some: Sequence[Piece], around: Sizes, *, headings: bool) -> Iterator[Part | Grid]:
    for is_rows, zone in zones(some):
        grid = drawn_grid(zone) if is_rows else None
        if grid:
            yield grid
        else:
            yield from _with_levels(parts(zone, around, headings=headings))


def _with_levels(found: Sequence[Part]) -> Iterator[Part]:
    """Yield parts, each item of a list with the rank of its indent among that list's items."""
    for kind, group in groupby(found, key=lambda part: part.kind):
        some = list(group)
        if kind != "item":
            yield from some
            continue
        lefts: list[float] = []
        for left in sorted(part.left for part in some):
            if not lefts or left - lefts[-1] > _INDENT:
                lefts.append(left)
        for part in some:
            level = max((n for n, left in enumerate(lefts) if left <= part.left), default=0)
            yield part._replace(level=level)


def _extent(part: Part | Grid) -> tuple[int, int]:
    if isinstance(part, Part):
        return part.pieces[0].start, part.pieces[-1].end
    cells = [cell for row in part.rows for cell in row if cell]
    return cells[0][0].start, cells[-1][-1].end


def _with_marker_that_stays(part: Part, story: Story) -> Part:
    """Return a part; as text where its marker goes, such as the number of a house that is "9."."""
    start = part.pieces[0].start
    if not part.marker or not story.loses(start, start + part.marker):
        return part
    return part._replace(kind="text", marker=0)


def _without_marker(part: Part) -> tuple[Piece, ...]:
    """Return the pieces of a part without the bullet or number of an item."""
    first, *rest = part.pieces
    if not part.marker:
        return part.pieces
    left = first._replace(start=first.start + part.marker, text=first.text[part.marker :])
    return (left, *rest) if left.text else tuple(rest)


def _block(part: Part, runs: Runs) -> Block:
    if part.kind == "heading":
        return Heading(part.level, runs)
    if part.kind == "text":
        return Paragraph(runs)
    marker = part.pieces[0].text[: part.marker].strip() or part.bullet
    return ListItem(_BULLETS.get(marker, marker) or "–", part.level, runs)


def _table(grid: Grid, story: Story) -> Table:
    rows = tuple(tuple(story.runs(cell) for cell in row) for row in grid.rows)
    return Table(rows, grid.titled)


def _with_pictures(drafts: Sequence[Draft], spots: Sequence[Spot]) -> Iterator[Draft]:
    """Yield the blocks with each picture before the text that follows it."""
    waiting = sorted(spots)
    for draft in drafts:
        while waiting and waiting[0].before <= draft.start:
            yield Draft(Picture(), draft.start, draft.start)
            waiting.pop(0)
        yield draft
    yield from (Draft(Picture(), spot.before, spot.before) for spot in waiting)


def _merged(drafts: Iterable[Draft], story: Story) -> Iterator[Draft]:
    """Yield the blocks; a passage that goes and fills several of them has one label."""
    before: Draft | None = None
    for draft in drafts:
        if before and _is_same_passage(before, draft, story):
            before = before._replace(end=draft.end)
            continue
        if before:
            yield before
        before = draft
    if before:
        yield before


def _is_same_passage(before: Draft, draft: Draft, story: Story) -> bool:
    one, other = _last_label(before.block), _only_label(draft.block)
    if one is None or one != other:
        return False
    if isinstance(before.block, Heading):
        return story.is_passage(draft.start, draft.end)
    if story.runs_on(before.end, draft.start):
        return True
    return all(story.is_passage(some.start, some.end) for some in (before, draft))


def _last_label(block: Block) -> str | None:
    """Return the label that is all of a block, or with which a heading ends."""
    if isinstance(block, Heading) and block.runs[-1].is_label:
        return block.runs[-1].text
    return _only_label(block)


def _only_label(block: Block) -> str | None:
    """Return the label that is all of a paragraph or an item."""
    if not isinstance(block, Paragraph | ListItem) or len(block.runs) != 1:
        return None
    return block.runs[0].text if block.runs[0].is_label else None


def _levelled(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks with levels of headings that begin at 1 and go down one at a time."""
    levelled: list[Block] = []
    above: list[int] = []
    for block in blocks:
        if not isinstance(block, Heading):
            levelled.append(block)
            continue
        while above and above[-1] >= block.level:
            above.pop()
        above.append(block.level)
        levelled.append(replace(block, level=min(len(above), _DEEPEST)))
    return levelled
