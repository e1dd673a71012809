"""Label a line that cannot be set anew: its gaps become as wide as few others are, or stay."""

from functools import partial

from redact.write.bits import bits_of, bits_of_open, bits_of_room
from redact.write.fit import Label, fit
from redact.write.gaps import Gaps
from redact.write.hold import Hold
from redact.write.inset import inset, is_bar, room_of
from redact.write.line import Line, Segment
from redact.write.moved import Move
from redact.write.sheet import Sheet
from redact.write.treated import How, Treated
from redact.write.widen import FINENESS, Widened, evened, widened

Labels = dict[int, tuple[Label, Treated]]


def held(line: Line, page: Gaps, sheet: Sheet, hold: Hold) -> tuple[tuple[Move, ...], Labels]:
    """Return where all of a line goes, none of it where nothing moves, and its labels."""
    moves: list[Move] = []
    labels: Labels = {}
    for number, segment in enumerate(line.segments):
        wide = _spread(line, number, page, sheet, hold) if segment.has_gaps else None
        if wide is not None:
            moves += wide.moves
            labels.update(_coarse(line, number, wide, page, sheet))
            continue
        start, end = segment.tokens[0].start, max(token.end for token in segment.tokens)
        moves.append(Move(start, end, start, end, number, rigid=True))
        labels.update(_open(line, segment, page, sheet))
    return tuple(moves) if any(move.shift for move in moves) else (), labels


def _spread(line: Line, number: int, page: Gaps, sheet: Sheet, hold: Hold) -> Widened | None:
    """Move the words of a segment in the first way that can be gone, if any: the best first."""
    for way in (partial(widened, shares=FINENESS[:1]), evened, widened):
        wide = way(line, number, page.gaps, sheet)
        if wide is not None and hold.spread(line, number, wide, sheet):
            return wide
    return None


def _coarse(line: Line, number: int, wide: Widened, page: Gaps, sheet: Sheet) -> Labels:
    """Return the labels of a segment whose gaps are as wide as their rooms at most allow."""
    segment, labels = line.segments[number], {}
    room = room_of(line, wide.moves, sheet)
    for token, move in zip(segment.tokens, wide.moves, strict=True):
        if token.box is not None:
            gap, bar = page.gaps[token.gap], is_bar(segment, token, page.gaps)
            own = wide.rooms[token.gap]
            told = (
                bits_of(own, line.height, token, sheet)
                if wide.is_even
                else bits_of_room(line, segment, token, sheet, own)
            )
            how = How.UNIFORM if bar else How.QUANTISED
            treated = Treated(page.page.number, gap.code, how, 0.0 if bar else told)
            labels[token.gap] = inset(gap, token.box, move, line, room), treated
    return labels


def _open(line: Line, segment: Segment, page: Gaps, sheet: Sheet) -> Labels:
    """Return the labels of a segment that stays as it is, each in its own gap."""
    labels = {}
    for token in segment.tokens:
        if token.box is not None:
            gap = page.gaps[token.gap]
            told = bits_of_open(line, token, sheet)
            treated = Treated(page.page.number, gap.code, How.OPEN, told)
            labels[token.gap] = fit(token.box, gap, sheet), treated
    return labels
