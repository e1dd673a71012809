"""What stands at a digit that may begin a code, read without judging whether it is one."""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from grounds import notation as written
from grounds.catalogue import CATALOGUE, GROUPS
from grounds.ground import ORDINALS
from grounds.notation import Notation

_Patterns: TypeAlias = tuple[re.Pattern[str], ...]
_WITH_LETTER: _Patterns = (written.BY_LID, written.DOTTED, written.DOTTED_WOB, written.WORDED)
_WITHOUT_LETTER: _Patterns = (written.LID_ONLY, written.SHORT)
_IN_PARENTHESES: _Patterns = (written.ZYLAB, written.ZYLAB_SHORT)

_LIDS = {word: str(number) for number, word in ORDINALS.items()}
_LETTERED = {code.rpartition(".")[0] for code in CATALOGUE if code[-1].isalpha()}
_CLOSING = {"(": ")", "[": "]"}
_LOOK_BACK = 12


class Reading(NamedTuple):
    """Characters [start, end) that may be a code, and what around them speaks for it."""

    start: int
    end: int
    code: str
    notation: Notation
    pattern: re.Pattern[str]
    has_letter: bool
    has_article: bool = False
    names_law: bool = False
    has_brackets: bool = False


def readings(text: str) -> Iterator[Reading]:
    """Read whatever may be a code, in the order of the text and without overlap."""
    position = 0
    while start := written.START.search(text, position):
        found = read_at(text, start.start())
        yield from found
        position = max(start.end(), found[-1].end if found else 0)


def read_at(text: str, start: int) -> list[Reading]:
    """Read what begins at a digit: one code, or more letters or paragraphs of one article."""
    found = _match(text, start)
    if found is None:
        return []
    more = list(_read_more(text, found)) if _letter(found) else []
    return [_widened(text, found, alone=not more), *more]


def _match(text: str, start: int) -> re.Match[str] | None:
    in_parentheses = _IN_PARENTHESES if text[start - 1 : start] == "(" else ()
    for pattern in (*in_parentheses, *_WITH_LETTER, *_WITHOUT_LETTER):
        found = pattern.match(text, start)
        if found and _is_possible(found):
            return found
    return None


def _is_possible(found: re.Match[str]) -> bool:
    """Refuse a letter under a paragraph that has none, or an unknown one that is a loose word."""
    letter = _letter(found)
    if not letter:
        return _code(found) in CATALOGUE or _code(found) in GROUPS
    is_loose = found.string[found.start("letter") - 1].isspace() and not _word(found)
    return _group(found) in _LETTERED and (_code(found) in CATALOGUE or not is_loose)


def _read_more(text: str, first: re.Match[str]) -> Iterator[Reading]:
    group, end = _group(first), first.end()
    while found := written.MORE_LETTERS.match(text, end) or written.MORE_LIDS.match(text, end):
        if found.re is written.MORE_LIDS:
            group = f"{_article(first)}.{_lid(found)}"
        code = f"{group}.{_letter(found)}"
        if code not in CATALOGUE:
            return
        begin, end = found.start("begin"), found.end()
        yield Reading(begin, end, code, _notation(first), first.re, has_letter=True)


def _widened(text: str, found: re.Match[str], *, alone: bool) -> Reading:
    """Take in the word artikel before, the name of the law after, and brackets around."""
    start, end = found.span()
    before = written.ARTICLE.search(text, max(0, start - _LOOK_BACK), start)
    after = written.LAW.match(text, end) if alone else None
    start = before.start() if before else start
    end = after.end() if after else end
    closing = _CLOSING.get(text[start - 1]) if start and alone else None
    has_brackets = closing is not None and text[end : end + 1] == closing
    return Reading(
        start - has_brackets,
        end + has_brackets,
        _code(found),
        _notation(found),
        found.re,
        has_letter=bool(_letter(found)),
        has_article=before is not None,
        names_law=after is not None,
        has_brackets=has_brackets,
    )


def _article(found: re.Match[str]) -> str:
    return re.sub(r"[\s\u00a0]", "", found["article"]).replace(",", ".").lower()


def _lid(found: re.Match[str]) -> str:
    groups = found.groupdict()
    ordinal = (groups.get("ordinal") or "").lower()
    return groups.get("lid") or _LIDS.get(ordinal, ordinal[:1])


def _letter(found: re.Match[str]) -> str:
    return (found.groupdict().get("letter") or "").lower()


def _word(found: re.Match[str]) -> str:
    return (found.groupdict().get("word") or "").lower()


def _group(found: re.Match[str]) -> str:
    return f"{_article(found)}.{_lid(found)}"


def _code(found: re.Match[str]) -> str:
    return ".".join(part for part in (_article(found), _lid(found), _letter(found)) if part)


def _notation(found: re.Match[str]) -> Notation:
    if found.re in _IN_PARENTHESES:
        return Notation.ZYLAB
    if found.re in (written.DOTTED, written.DOTTED_WOB, written.SHORT):
        return _notation_by_marks(found[0])
    return _notation_by_words(found)


def _notation_by_words(found: re.Match[str]) -> Notation:
    if found.groupdict().get("ordinal"):
        return Notation.ORDINAL
    if not any(character.isspace() for character in found[0]):
        return Notation.GLUED
    word = _word(found)
    return Notation.SUB if word == "sub" else Notation.ONDER if word else Notation.LID


def _notation_by_marks(raw: str) -> Notation:
    if "," in raw:
        return Notation.COMMA
    if any(character.isspace() for character in raw):
        return Notation.SPACED
    return Notation.COMPACT if raw[-1].isalpha() and raw[-2].isdigit() else Notation.DOTTED
