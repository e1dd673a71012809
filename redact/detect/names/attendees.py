"""Lists of who was there and who was not: a heading, then names until something else begins."""

import re
from collections.abc import Iterator
from functools import cache

from redact.detect.context import line_end
from redact.detect.names.lexicon import patterns_of

_LONGEST_ITEM = 90
_MOST_LINES = 40
_NEW_HEADING = re.compile(
    r"[^\S\n]*(?:\d+\.?\d*[.)]?\s+[A-ZÀ-Þ]\w+\s?\w*$|(?:agenda|datum|tijd|plaats|locatie|onderwerp|kenmerk|besproken|opening|verslag)\b)",
    re.IGNORECASE,
)


@cache
def _heading() -> re.Pattern[str]:
    link = "zijn|waren|was|is|namens|vanuit|zonder|met|mt|per|via|online|digitaal|leden|van|voor|de"
    return re.compile(
        rf"^[^\S\n]*[#*_|]*[^\S\n]*(?:{patterns_of('attendee_headings')})"
        rf"(?:[^\S\n](?:{link}|het)[^:\n]{{0,45}})?"
        r"(?:[^\S\n]?\([^)\n]{1,40}\))?[*_]*[^\S\n]*(?::[*_]*|\t|\||(?=\n))",
        re.IGNORECASE | re.MULTILINE,
    )


_INLINE = re.compile(r"(?<=[ \t])(?:aanw|aanwezig|afw|afwezig|afgem|deeln|not)\.?:", re.IGNORECASE)
"""A heading behind a title on one line: "MT 28-11   aanw: AvdB, JK   afw: RD"."""


def attendee_regions(text: str) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of the text behind each heading of a list of attendees."""
    for heading in _heading().finditer(text):
        yield heading.end(), _list_end(text, heading.end())
    for heading in _INLINE.finditer(text):
        end = line_end(text, heading.end())
        following = _INLINE.search(text, heading.end(), end)
        yield heading.end(), following.start() if following else end


def _list_end(text: str, start: int) -> int:
    """Return where a list ends: at an empty line, a sentence or a new heading."""
    end = line_end(text, start)
    has_items = bool(text[start:end].strip())
    for _ in range(_MOST_LINES):
        line_start, line_stop = end + 1, line_end(text, end + 1)
        line = text[line_start:line_stop]
        if line_start >= len(text) or (not line.strip() and has_items):
            return end
        if _is_sentence(line) or _NEW_HEADING.match(line):
            return end
        has_items = has_items or bool(line.strip())
        end = line_stop
    return end


def _is_sentence(line: str) -> bool:
    """Tell whether a line is running text rather than items."""
    if len(line) <= _LONGEST_ITEM:
        return line.rstrip().endswith(".") and line.count(" ") > 6  # noqa: PLR2004  words
    return line.count(",") + line.count(";") < len(line) // 40
