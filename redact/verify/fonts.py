"""What fonts still know: a letter that no page uses may be one of a name that was removed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_letters

from redact.verify.contents import Objects, Shows
from redact.verify.evidence import Evidence
from redact.verify.leak import Leak, Severity
from redact.verify.letters import MOST, Letters, codes, unicodes
from redact.verify.objects import Name, Value, parse
from redact.verify.reach import pages_with

REDUCED = True
"""Whether the writer reduces fonts to what the pages use; if it did not, this would only warn."""

_FONT = re.compile(rb"/Type\s*/Font\b(?!\w)")
_NUMBERS_OF_GLYPHS = ("Identity-H", "Identity-V")
_NO_GLYPH = 0
"""Stands in every font, for letters that it has not."""


def check_fonts(evidence: Evidence) -> Iterator[Leak]:
    """No font knows a letter that no page uses."""
    severity = Severity.LEAK if REDUCED else Severity.WARNING
    if fonts := left_over(evidence.objects, evidence.shows):
        pages: list[int | None] = [*pages_with(evidence.objects, fonts)]
        for page in pages or [None]:
            yield Leak("lettertypen", _message(len(fonts)), page, severity)


def _message(count: int) -> str:
    return f"{count} lettertypen bevatten letters die op geen pagina staan"


def find_left_over(objects: Objects, shows: Iterable[Shows]) -> Iterator[Leak]:
    """Report fonts that know letters no page uses, in a PDF of whatever make."""
    if fonts := left_over(objects, shows):
        yield Leak("lettertypen", _message(len(fonts)), severity=Severity.WARNING)


def left_over(objects: Objects, shows: Iterable[Shows]) -> set[int]:
    """Return the numbers of the fonts that know letters that no page uses.

    A font that knows the whole alphabet tells nothing and does not count.
    """
    used: defaultdict[int, set[int]] = defaultdict(set)
    fonts = dict(_fonts(objects))
    for show in shows:
        wide = fonts.get(show.font, {}).get("Subtype") == "Type0"
        for part in show.parts:
            if isinstance(part, bytes):
                used[show.font].update(codes(part, wide=wide))
    return {number for number, font in fonts.items() if _knows_more(objects, font, used[number])}


def _fonts(objects: Objects) -> Iterator[tuple[int, dict[str, Value]]]:
    for number, head in objects.heads.items():
        font = parse(head) if _FONT.search(head) else None
        if isinstance(font, dict) and not str(font.get("Subtype")).startswith("CIDFont"):
            yield number, font


def _knows_more(objects: Objects, font: dict[str, Value], used: set[int]) -> bool:
    letters = unicodes(objects.stream(font.get("ToUnicode")))
    known = set(letters) | _with_width(objects, font) | set(_renamed(objects, font))
    names = {letter for text in letters.values() for letter in text}
    names |= {chr(code) for code in known} if "ToUnicode" not in font else set()
    if names.issuperset(ascii_letters):
        return False
    if _has_codes_of_its_own(objects, font):
        return True  # nobody can tell which of its glyphs are shown
    glyphs = objects.dictionary(font.get("CharProcs"))
    drawn = {name for code, name in _renamed(objects, font).items() if code in used}
    more = {code for code in known - used if _is_telling(letters.get(code, "?"))}
    return bool(more) or not drawn.issuperset(set(glyphs) - {".notdef"})


def _has_codes_of_its_own(objects: Objects, font: Mapping[str, Value]) -> bool:
    """Tell whether a font of few glyphs has codes that are not the numbers of those."""
    if font.get("Subtype") != "Type0" or font.get("Encoding") in _NUMBERS_OF_GLYPHS:
        return False
    inner = objects.dictionary(next(iter(objects.array(font.get("DescendantFonts"))), None))
    held = objects.dictionary(inner.get("FontDescriptor"))
    return any(key.startswith("FontFile") for key in held)


def _is_telling(text: str) -> bool:
    return text == "?" or any(letter.isalnum() for letter in text)


def _with_width(objects: Objects, font: Mapping[str, Value]) -> set[int]:
    """Return the codes a font has a width of its own for."""
    if font.get("Subtype") != "Type0":
        first = objects.get(font.get("FirstChar"))
        start = int(first) if isinstance(first, float) else 0
        widths = map(objects.get, objects.array(font.get("Widths")))
        return {start + place for place, width in enumerate(widths) if width}
    if font.get("Encoding") not in _NUMBERS_OF_GLYPHS:
        return set()  # its codes are no glyphs' numbers
    inner = objects.dictionary(next(iter(objects.array(font.get("DescendantFonts"))), None))
    return _of_ranges([objects.get(part) for part in objects.array(inner.get("W"))]) - {_NO_GLYPH}


def _of_ranges(parts: list[Value]) -> set[int]:
    """Return the codes of a /W array: `first [width ...]` or `first last width`, repeatedly."""
    found: set[int] = set()
    at = 0
    while at + 1 < len(parts):
        first, second = parts[at : at + 2]
        if not isinstance(first, float):
            break
        if isinstance(second, list):
            found.update(range(int(first), int(first) + min(len(second), MOST)))
            at += 2
        else:
            last = second if isinstance(second, float) else first
            found.update(range(int(first), int(min(last, first + MOST)) + 1))
            at += 3
    return found


def _renamed(objects: Objects, font: Mapping[str, Value]) -> Letters:
    """Return the glyph names that a font's /Differences give to codes."""
    found: Letters = {}
    code = 0
    encoding = objects.dictionary(font.get("Encoding"))
    for part in objects.array(encoding.get("Differences")):
        if isinstance(part, float):
            code = int(part)
        elif isinstance(part, Name):
            found[code] = str(part)
            code += 1
    return found
