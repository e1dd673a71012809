"""What pieces without telling tags are: headings, items and paragraphs, by how they look."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redact.write.retypeset.pieces import CELL, Piece

_SOFT = ("", " ")
_PARAGRAPH = "\n\n"

_BULLET = re.compile(
    r"([-–—*]|[•▪◦●○■□‣⁃∙·\uf000-\uf0ff]|o(?=\s+\S))(\s+|(?<=[\uf000-\uf0ff•▪])|$)"
)
_NUMBER = re.compile(r"(\(?(\d{1,2}(\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)])(\s+|$)")
_CAPITALS = re.compile(r"[^a-zà-þ]*[A-ZÀ-Þ]{4}[^a-zà-þ]*")

_LARGER = 1.12
"""Times the size of running text from which a line is a heading by its size."""

_LONGEST = 110
"""Characters of a heading."""

_OPEN_END = re.compile(r"[.,;:]$")
_INDENT = 2.0
"""Points that still count as the same left edge."""


class Part(NamedTuple):
    """Pieces that belong together. `kind` is "heading", "item" or "text".

    `level` is that of the heading; of an item the rank of its indent comes later, from `left`.
    `marker` counts the characters of the first piece that are a bullet or a number; `bullet` is
    one that stood elsewhere.
    """

    kind: str
    pieces: tuple[Piece, ...]
    level: int = 0
    marker: int = 0
    bullet: str = ""

    @property
    def left(self) -> float:
        """The left edge, in points."""
        return self.pieces[0].box.x0


class Sizes(NamedTuple):
    """The sizes of a document's fonts: of running text, and of headings from large to small."""

    body: float
    larger: tuple[float, ...]


def sizes(pieces: Sequence[Piece]) -> Sizes:
    """Return the size most letters have, and those of short lines that are larger."""
    counts: Counter[float] = Counter()
    for piece in pieces:
        counts[round(piece.size, 1)] += len(piece.text)
    body = counts.most_common(1)[0][0] if counts else 0.0
    larger = {round(p.size, 1) for p in pieces if p.size >= _LARGER * body and body}
    return Sizes(body, tuple(sorted(larger, reverse=True)))


def parts(pieces: Sequence[Piece], around: Sizes, *, headings: bool) -> list[Part]:
    """Return pieces as headings, items and paragraphs, in their order."""
    found = [_part(group) for group in _groups(pieces)]
    if not headings:
        return found
    return [
        _as_heading(part, found[at + 1 : at + 2], around) or part for at, part in enumerate(found)
    ]


def marker_of(text: str) -> int:
    """Return how many characters of a text are a bullet or a number with its white."""
    found = _BULLET.match(text) or _NUMBER.match(text)
    return found.end() if found else 0


def is_bullet(text: str) -> bool:
    """Tell whether a text is a bullet and nothing else."""
    return bool(_BULLET.fullmatch(text))


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        if group and _parts_from(group, piece):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _parts_from(group: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether a piece begins something new."""
    before = group[-1]
    if before.after == CELL:
        return False
    beneath = piece.box.x0 <= before.box.x0 + _INDENT
    if before.after == _PARAGRAPH or (is_bullet(before.text) and beneath):
        return True
    if before.after in _SOFT:
        return _looks_other(group, piece)
    is_item = marker_of(group[0].text) > 0
    if is_item and piece.box.x0 <= group[0].box.x0 + _INDENT:
        return True
    return marker_of(piece.text) > 0 or _looks_other(group, piece)


def _looks_other(group: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether a line is set in another size, or wholly bold where the ones before are not."""
    before = group[-1]
    if not before.size or not piece.size:
        return False
    resized = max(before.size, piece.size) > _LARGER * min(before.size, piece.size)
    rebold = before.after not in _SOFT and all(p.bold for p in group) != piece.bold
    return resized or (rebold and _is_short(group))


def _is_short(group: Sequence[Piece]) -> bool:
    """Tell whether the text may be a heading: short, with no open end."""
    text = group[-1].text.rstrip()
    return sum(len(p.text) for p in group) <= _LONGEST and not _OPEN_END.search(text)


def _part(group: Sequence[Piece]) -> Part:
    """Return a part of these pieces; "a." with nothing behind it is text, and no empty item."""
    marker = marker_of(group[0].text)
    is_alone = len(group) == 1 and marker >= len(group[0].text.rstrip())
    marker = 0 if is_alone and not is_bullet(group[0].text) else marker
    return Part("item" if marker else "text", tuple(group), 0, marker)


def _as_heading(part: Part, following: Sequence[Part], around: Sizes) -> Part | None:
    """Return a part as the heading that it looks like, if it does."""
    first = part.pieces[0]
    if not _is_short(part.pieces) or any(piece.after == CELL for piece in part.pieces):
        return None
    if _BULLET.match(first.text) or not any(letter.isalpha() for letter in first.text):
        return None
    size = round(first.size, 1)
    if size in around.larger and all(p.size >= _LARGER * around.body for p in part.pieces):
        return part._replace(kind="heading", level=1 + around.larger.index(size), marker=0)
    if _is_marked(part) and _stands_alone(part, following):
        return part._replace(kind="heading", level=len(around.larger) + 1, marker=0)
    return None


def _is_marked(part: Part) -> bool:
    """Tell whether a part is bold, in capitals, or one line with a number that ends a paragraph."""
    *others, last = part.pieces
    if last.bold and all(piece.bold and piece.after != "\n" for piece in others):
        return True
    is_numbered = part.kind == "item" and last.after == _PARAGRAPH
    return not others and (is_numbered or bool(_CAPITALS.fullmatch(last.text)))


def _stands_alone(part: Part, following: Sequence[Part]) -> bool:
    """Tell whether what follows is a paragraph of its own, or looks otherwise."""
    if part.pieces[-1].after == _PARAGRAPH or not following:
        return True
    after = following[0]
    return after.kind == "item" or not all(piece.bold for piece in after.pieces)
