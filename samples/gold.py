"""Gold marks: what a person says must go from a text, written inside that text.

    {{person|Karin}}                 must go, with the ground that is usual for its kind
    {{company 5.1.2.i|Bureau Reest}} must go, with this ground
    {{person:keep|Marijke Vos}}      must stay: an office holder, a general address
    {{opinion:look|Wij vinden ...}}  a person must be asked to look at it

Marks nest. Braces mean nothing else: a text that holds one outside a mark is refused.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from redact.finding import Action, Kind

USUAL_GROUND = {
    Kind.BSN: "5.1.1.e",
    Kind.HEALTH: "5.1.1.d",
    Kind.COMPANY: "5.1.1.c",
    Kind.INSPECTION: "5.1.2.d",
    Kind.STATE: "5.1.2.i",
    Kind.OPINION: "5.2.1",
    Kind.SCOPE: "4.1.4",
}
"""Ground by kind; every other kind is personal life, 5.1.2.e."""

MARK = re.compile(
    r"\{\{(?P<kind>\w+)(?::(?P<action>\w+))?(?: (?P<ground>[\d.a-z]+))?\||(\}\})|([{}])"
)


class Gold(NamedTuple):
    """Characters [start, end) of a plain text and what must happen to them.

    `ground` is a canonical code, or None where the action is to keep.
    """

    start: int
    end: int
    kind: Kind
    action: Action
    ground: str | None

    @property
    def must_go(self) -> bool:
        """Tell whether it must be taken out, or at least be shown to a person."""
        return self.action is not Action.KEEP


class GoldError(ValueError):
    """A marked text is not well formed; the message names the line."""


class _Open(NamedTuple):
    """A mark that has begun: its rank among the marks, where its text starts, what it says."""

    rank: int
    start: int
    kind: Kind
    action: Action
    ground: str | None


def parse(marked: str) -> tuple[str, list[Gold]]:
    """Return the plain text and its gold, in order of start, the outermost first.

    Raises:
        GoldError: a mark is unbalanced, empty or unknown, or a brace stands alone.
    """
    pieces: list[str] = []
    length, read = 0, 0
    opened: list[_Open] = []
    closed: dict[int, Gold] = {}
    for mark in MARK.finditer(marked):
        pieces.append(marked[read : mark.start()])
        length += len(pieces[-1])
        read = mark.end()
        if mark["kind"]:
            opened.append(_begin(mark, len(opened) + len(closed), length))
        else:
            gold = _end(mark, opened, length)
            closed[gold[0]] = gold[1]
    if opened:
        msg = f"{len(opened)} mark(s) not closed; the last one is a {opened[-1].kind}"
        raise GoldError(msg)
    return "".join([*pieces, marked[read:]]), [closed[rank] for rank in sorted(closed)]


def _begin(mark: re.Match[str], rank: int, start: int) -> _Open:
    try:
        kind, action = Kind(mark["kind"]), Action(mark["action"] or "redact")
    except ValueError as error:
        msg = f"line {_line(mark)}: {error}"
        raise GoldError(msg) from error
    if action is Action.KEEP:
        if mark["ground"]:
            msg = f"line {_line(mark)}: what stays has no ground"
            raise GoldError(msg)
        return _Open(rank, start, kind, action, None)
    return _Open(rank, start, kind, action, mark["ground"] or usual_ground(kind))


def _end(mark: re.Match[str], opened: list[_Open], end: int) -> tuple[int, Gold]:
    if mark[0] != "}}":
        msg = f"line {_line(mark)}: a brace that belongs to no mark"
        raise GoldError(msg)
    if not opened:
        msg = f"line {_line(mark)}: a mark is closed that was not opened"
        raise GoldError(msg)
    begun = opened.pop()
    if begun.start == end:
        msg = f"line {_line(mark)}: an empty mark"
        raise GoldError(msg)
    return begun.rank, Gold(begun.start, end, begun.kind, begun.action, begun.ground)


def _line(mark: re.Match[str]) -> int:
    return mark.string.count("\n", 0, mark.start()) + 1


def usual_ground(kind: Kind) -> str:
    """Return the ground a kind goes under when the mark names none."""
    return USUAL_GROUND.get(kind, "5.1.2.e")


def marked(text: str, golds: Iterable[Gold]) -> str:
    """Write gold back into its text; the inverse of `parse`.

    Raises:
        GoldError: two marks cross each other, or the text holds a brace.
    """
    if set(text) & set("{}"):
        msg = "the text itself holds a brace"
        raise GoldError(msg)
    pieces: list[str] = []
    written = 0
    ends: list[int] = []
    for gold in sorted(golds, key=lambda gold: (gold.start, -gold.end)):
        written = _close(text, pieces, ends, written, gold.start)
        if ends and gold.end > ends[-1]:
            msg = f"two marks cross at character {gold.start}"
            raise GoldError(msg)
        pieces += [text[written : gold.start], _opening(gold)]
        written = gold.start
        ends.append(gold.end)
    written = _close(text, pieces, ends, written, len(text))
    return "".join([*pieces, text[written:]])


def _close(text: str, pieces: list[str], ends: list[int], written: int, until: int) -> int:
    """Close the marks that end at or before `until`; return how much is written now."""
    while ends and ends[-1] <= until:
        pieces += [text[written : ends[-1]], "}}"]
        written = ends.pop()
    return written


def _opening(gold: Gold) -> str:
    action = "" if gold.action is Action.REDACT else f":{gold.action}"
    ground = "" if gold.ground in {None, usual_ground(gold.kind)} else f" {gold.ground}"
    return f"{{{{{gold.kind}{action}{ground}|"
