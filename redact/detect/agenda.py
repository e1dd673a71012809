"""The agenda items of minutes: where each begins and ends, and under which heading it falls."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import islice, pairwise
from typing import NamedTuple

from redact.phrase import fold

_LINE = re.compile(r"[^\n\f]+")

_NUMBERED = re.compile(
    r"(?P<indent>[ ]*)(?:[#*_>][#*_> ]*)?(?P<word>(?:agenda)?punt[ ]+)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})(?![\d/-])"
    r"(?P<close>[.):]|[ ][-–:](?=[ ]))?[*_]*[ ]*(?P<title>.*)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[#*_ ]*(?P<title>[A-ZÀ-Þ][A-ZÀ-Þ &/,'()-]{3,60}?)[*_: ]*")

_LONGEST_BARE_TITLE = 80
"""A number without a full stop only begins an item when a short title follows it."""

_WIDEST_JUMP = 3
"""Items may be missing: 3 can be followed by 6, not by 7."""

_ENOUGH_ITEMS = 3
"""From the third item on, a list of actions is the end of the agenda and not its beginning."""

_TWICE = 2
"""A section may stand in an agenda and in the minutes; what is there more often is a page's top."""

_NO_STYLE = (False, False, "")


class Heading(NamedTuple):
    """A line that begins an item or a section; a section has no number.

    `start` and `end` hold the whole line, `title` is where its title begins, or would begin;
    `heads` says that an item follows a section at once.
    """

    start: int
    title: int
    end: int
    number: tuple[int, ...]
    style: tuple[bool, bool, str]
    words: str
    heads: bool = False


class Item(NamedTuple):
    """Characters [start, end): the title and body of an item, without its number.

    A section has no number; its characters are what stands between its heading and its items.
    """

    start: int
    end: int
    number: tuple[int, ...]
    words: str
    section: str


def items(text: str) -> list[Item]:
    """Return the agenda items and sections of a text, in reading order.

    Numbers count as items where they run on: a list inside an item, which starts at 1 again and
    after which the items go on, belongs to that item. An agenda at the top and the minutes below
    it are two runs, and both count.
    """
    lines = [found for found in _LINE.finditer(text) if not found[0].isspace()]
    numbered = [heading for line in lines if (heading := _numbered(line))]
    runs = _runs(numbered)
    starts = {heading.start for run in runs for heading in run}
    sections = list(_sections(lines, starts))
    closing = _closing(lines, runs)
    marks = sorted(
        mark
        for mark in (*sections, *(heading for run in runs for heading in run))
        if mark.start < closing
    )
    last = {run[-1].start for run in runs[:-1]}
    return list(_bounded(text, marks, last, closing))


def _numbered(line: re.Match[str]) -> Heading | None:
    """Return the heading that a line with a number in front can be."""
    found = _NUMBERED.fullmatch(line[0])
    if found is None or "\t" in line[0] or "|" in line[0]:
        return None
    number = tuple(map(int, found["number"].split(".")))
    title, close = found["title"].strip("*_# "), (found["close"] or "").strip()
    if not close and not found["word"] and not _may_stand_bare(number, title):
        return None
    style = (bool(found["indent"]), bool(found["word"]), close if len(number) == 1 else "")
    at = line.start() + found.start("title")
    return Heading(line.start(), at, line.end(), number, style, _plain(title))


def _may_stand_bare(number: tuple[int, ...], title: str) -> bool:
    return title[:1].isupper() and (len(number) > 1 or len(title) <= _LONGEST_BARE_TITLE)


def _runs(headings: Iterable[Heading]) -> list[list[Heading]]:
    """Return the headings by run of numbers, without those of lists inside an item."""
    runs: list[list[Heading]] = []
    for heading in headings:
        if len(heading.number) > 1:
            if runs and _is_part(heading, runs[-1]):
                runs[-1].append(heading)
            continue
        at = _continued(runs, heading)
        if at is not None:
            del runs[at + 1 :]
            runs[at].append(heading)
        elif heading.number == (1,) or not runs:
            runs.append([heading])
    return runs


def _continued(runs: Sequence[Sequence[Heading]], heading: Heading) -> int | None:
    """Return which run a heading goes on with: the innermost by one, else any by a small jump."""
    steps = [_step(run, heading) for run in runs]
    for at in reversed(range(len(runs))):
        if steps[at] == 1:
            return at
    return next((at for at, step in enumerate(steps) if 1 < step <= _WIDEST_JUMP), None)


def _step(run: Sequence[Heading], heading: Heading) -> int:
    last = next(mark for mark in reversed(run) if len(mark.number) == 1)
    return heading.number[0] - last.number[0] if last.style == heading.style else 0


def _is_part(heading: Heading, run: Sequence[Heading]) -> bool:
    """Tell whether a number such as 4.2 goes on where the run is."""
    last, number = run[-1].number, heading.number
    depth = len(number)
    if last[: depth - 1] != number[:-1]:
        return False
    before = last[depth - 1] if len(last) >= depth else 0
    return 1 <= number[-1] - before <= _WIDEST_JUMP


def _sections(lines: Sequence[re.Match[str]], starts: set[int]) -> Iterator[Heading]:
    """Yield the lines in capitals, but for those that stand above every page."""
    times = Counter(_plain(line[0]) for line in lines)
    for line, below in pairwise((*lines, None)):
        found = line and _CAPITALS.fullmatch(line[0])
        if line is None or found is None or line.start() in starts:
            continue
        words = _plain(found["title"])
        if words in _words()["not_sections"] or times[_plain(line[0])] > _TWICE:
            continue
        heads = below is not None and below.start() in starts
        yield Heading(line.start(), line.end(), line.end(), (), _NO_STYLE, words, heads)


def _closing(lines: Sequence[re.Match[str]], runs: Sequence[Sequence[Heading]]) -> int:
    """Return where the items are over: at a list of actions, an appendix, or the text's end."""
    seen = [run[_ENOUGH_ITEMS - 1].start for run in runs if len(run) >= _ENOUGH_ITEMS]
    begun = min(seen, default=0)
    for line in lines:
        if line.start() > begun and _plain(line[0].strip("#*_: ")) in _words()["closing"]:
            return line.start()
    return lines[-1].end() if lines else 0


def _bounded(text: str, marks: Sequence[Heading], last: set[int], closing: int) -> Iterator[Item]:
    """Yield each heading with its body, down to the next heading of its level or above."""
    section = ""
    for at, mark in enumerate(marks):
        if not mark.number:
            section = mark.words
        below = islice(marks, at + 1, None)
        end = next((after.start for after in below if _ends(after, mark)), closing)
        if mark.start in last:
            end = min(end, _end_of_paragraph(text, mark))
        start = mark.title + _indent(text[mark.title : end])
        end = start + len(text[start:end].rstrip())
        if start < end:
            yield Item(start, end, mark.number, mark.words, section)


def _ends(after: Heading, mark: Heading) -> bool:
    """Tell whether a heading ends what goes before it; anything ends a section's own text.

    A line in capitals may be a name: it ends a numbered item only when an item follows it.
    """
    if not mark.number or not after.number:
        return after.heads or not mark.number
    return len(after.number) <= len(mark.number)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _end_of_paragraph(text: str, mark: Heading) -> int:
    blank = re.compile(r"\n\s*\n").search(text, mark.end)
    return blank.start() if blank else len(text)


def _plain(words: str) -> str:
    return " ".join(fold(words).strip("#*_: ").split())


@cache
def _words() -> Mapping[str, frozenset[str]]:
    text = (resources.files("redact.detect") / "agenda.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}
