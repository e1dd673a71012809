"""Read the codes of grounds in any notation; there is one canonical form: 5.1.2.e.

`find_codes` reads running text and must not take dates, amounts or section numbers for codes;
`read_code` reads one notation on its own. Neither ever turns a code of the Wob into one of the
Woo.
"""

import re
from typing import NamedTuple

from grounds import notation as written
from grounds.catalogue import CATALOGUE, GROUPS
from grounds.markers import read_marker
from grounds.notation import Notation
from grounds.reading import Reading, read_at, readings

_LOOK_BACK = 16
_BESIDE = re.compile(r"[ \t,;/&+|]{0,4}(?:(?:en|of|jo\.?)[ \t])?")
_LINE_BEFORE = re.compile(r"(?:^|[\n\f\r\t|])[ #>*•·–—-]*$")
_LINE_AFTER = re.compile(r"[ *.]*(?:$|[\n\f\r\t|])")
_JUDGED = re.compile(r"(?:openbaar|geweigerd)[\s;,:|]{1,4}$", re.IGNORECASE)
_OUT_OF_SCOPE = re.compile(
    r"[\s:=(,–—-]{0,4}buiten\s(?:de\s)?(?:reikwijdte|scope|(?:woo-?)?verzoek)", re.IGNORECASE
)
_SECTION = re.compile(
    r"^[ \t#*]{0,8}([45][.]\s?\d[.]\s?\d{1,2})\.?(?=[ \t\n\r]|$)(?!\s?[a-z]\b)", re.MULTILINE
)


class CodeMark(NamedTuple):
    """Characters [start, end) of a text that hold a code; brackets around only the code count.

    `known` is False for a code that no law has, such as 5.1.1.f, and for a group such as 5.1.2.
    """

    start: int
    end: int
    code: str
    notation: Notation
    known: bool


def read_code(text: str) -> str | None:
    """Return the canonical code of one notation or marker, or None when it is no known code."""
    mark = read_mark(text)
    return mark.code if mark and mark.known else None


def read_mark(text: str) -> CodeMark | None:
    """Read one notation that stands on its own, known or not; None when it is no code at all."""
    marker = read_marker(text)
    if marker:
        return CodeMark(0, len(text), marker, Notation.WORDS, known=True)
    start = written.START.search(text)
    found = read_at(text, start.start()) if start else []
    if len(found) != 1 or text[: found[0].start].strip() or text[found[0].end :].strip(" \n\t.;:"):
        return None
    return _mark(found[0])


def find_codes(text: str) -> list[CodeMark]:
    """Find every code in running text, in the order of the text.

    A code with a letter or with the word lid counts wherever it stands, unless it names another
    law. Bare numbers such as 5.1.5 or 8.8 count only where something shows that they are a code:
    brackets, the law's name, another code beside it, or a line or cell of its own.
    """
    found = list(readings(text))
    certain = [_is_certain(text, reading) for reading in found]
    chapters = _numbered_chapters(text)
    for index, reading in enumerate(found):
        if not certain[index] and not _is_section(text, reading):
            certain[index] = _stands_as_code(text, reading, chapters) or _is_beside(
                text, found, certain, index
            )
    return [_mark(reading) for reading, counts in zip(found, certain, strict=True) if counts]


def _mark(reading: Reading) -> CodeMark:
    known = reading.code in CATALOGUE
    return CodeMark(reading.start, reading.end, reading.code, reading.notation, known)


def _is_certain(text: str, reading: Reading) -> bool:
    """Tell whether the notation itself says that this is a code."""
    if reading.pattern is written.BY_LID:
        return reading.names_law or not written.OTHER_LAW.match(text, reading.end)
    if reading.has_letter:
        return reading.has_brackets or not _is_section(text, reading)
    is_ours = reading.pattern is written.LID_ONLY and not reading.code.startswith("11")
    return is_ours and reading.code in CATALOGUE and not written.OTHER_LAW.match(text, reading.end)


def _is_section(text: str, reading: Reading) -> bool:
    before = text[max(0, reading.start - _LOOK_BACK) : reading.start]
    return written.NUMBERED.search(before) is not None


def _stands_as_code(text: str, reading: Reading, chapters: frozenset[str]) -> bool:
    """Tell whether the place of a bare number shows that it is a code."""
    if reading.code in GROUPS:
        return reading.has_brackets and (reading.code.count(".") > 1 or text[reading.start] == "[")
    if reading.names_law or _OUT_OF_SCOPE.match(text, reading.end):
        return True
    if reading.code.count(".") == 1:
        return _is_marked(text, reading)
    if written.OTHER_LAW.match(text, reading.end):
        return False
    if reading.has_brackets or reading.has_article:
        return True
    return reading.code[0] not in chapters and _is_alone(text, reading)


def _is_marked(text: str, reading: Reading) -> bool:
    """Tell whether 5.4, 8.8 or 11.1 stands in brackets as no amount or other law does."""
    if not reading.has_brackets:
        return False
    is_article = reading.has_article and not reading.code.startswith("11")
    return text[reading.start] == "[" or is_article or reading.pattern is written.ZYLAB_SHORT


def _is_alone(text: str, reading: Reading) -> bool:
    """Tell whether it fills a line or a cell, or stands behind a judgement in an inventory."""
    before = text[max(0, reading.start - _LOOK_BACK) : reading.start]
    if _JUDGED.search(before):
        return True
    return bool(_LINE_BEFORE.search(before) and _LINE_AFTER.match(text, reading.end))


def _is_beside(text: str, found: list[Reading], certain: list[bool], index: int) -> bool:
    """Tell whether a code stands right before or after, on the same line."""
    this = found[index]
    sides = [
        (found[side].end, this.start) if side < index else (this.end, found[side].start)
        for side in (index - 1, index + 1)
        if 0 <= side < len(found) and certain[side]
    ]
    return any(_BESIDE.fullmatch(text, start, end) for start, end in sides)


def _numbered_chapters(text: str) -> frozenset[str]:
    """Return which chapters, of 4 and 5, number their sections: 4.1.3 at the head of a line.

    In such a document a line that holds only 4.1.4 is a heading, not a code.
    """
    numbers = (re.sub(r"\s", "", found[1]) for found in _SECTION.finditer(text))
    return frozenset(number[0] for number in numbers if number not in CATALOGUE)
