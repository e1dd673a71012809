"""Known persons in names of files and in logins: "brief_FHeijmink_aan.pdf", "extern_vermaas"."""

from collections.abc import Iterator, Sequence

import regex

from redact.detect.match import SURE, Match
from redact.detect.names.lexicon import NOT_A_NAME, SURNAME, traits_of
from redact.detect.names.parts import Name, name_of, surname_words
from redact.detect.names.same import plain
from redact.finding import Kind

_SHORTEST = 4
_MOST = 5000
_CHUNK = regex.compile(r"(?<![\w.@/-])[\w-]{1,80}(?:[._\\][\w-]{1,80}){0,12}(?![\w@])")
"""Words glued by points, lines and backslashes."""
_EXTENSION = regex.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|msg|eml|txt|jpe?g|png|zip|csv|odt)$", regex.I
)
_PART = regex.compile(r"\p{Lu}+(?![\p{Ll}])|\p{Lu}?\p{Ll}+|\p{Lu}")
_REASON = "De naam van iemand uit dit document in een bestandsnaam of inlognaam."


def in_file_names(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield where the name of a file, or a login in parts, holds somebody found for sure."""
    if "_" not in text and not _EXTENSION.search(text) and "." not in text:
        return
    known = _known(text, matches)
    if not known:
        return
    for chunk in _CHUNK.finditer(text):
        if _is_file(chunk[0]):
            yield from _parts(chunk.start(), chunk[0], known)


def _is_file(chunk: str) -> bool:
    """Tell the name of a file and a login in parts from other words."""
    if "_" in chunk:
        return True
    return "." in chunk and (_EXTENSION.search(chunk) is not None or _is_dotted(chunk))


def _is_dotted(chunk: str) -> bool:
    """Tell "g.hoefnagel" and "C.vLaar" from words and numbers with points."""
    letter, _, rest = chunk.partition(".")
    return len(letter) == 1 and letter.isalpha() and rest.isalpha()


def _parts(start: int, chunk: str, known: frozenset[str]) -> Iterator[Match]:
    """Yield the words of a chunk that are known; in "g.hoefnagel" the initial too."""
    words = list(_PART.finditer(chunk))
    dotted = _is_dotted(chunk)
    for place, hit in enumerate(words):
        before = words[place - 1] if place else None
        glued = before is not None and before.end() == hit.start()
        lower = plain(hit[0])
        if lower in known and len(lower) >= _SHORTEST:
            is_initial = glued and len(before[0]) <= 2 and before[0].isupper()  # type: ignore[index]  # noqa: PLR2004
            first = 0 if dotted else before.start() if is_initial else hit.start()  # type: ignore[union-attr]
            yield Match(start + first, start + hit.end(), Kind.PERSON, 0.88, "name.filed", _REASON)


def _known(text: str, matches: Sequence[Match]) -> frozenset[str]:
    """Return the surnames of the persons in a text as they stand in the names of files."""
    names: set[Name] = {
        name_of(text[match.start : match.end])
        for match in matches[:_MOST]
        if match.kind is Kind.PERSON and match.score >= SURE
    }
    words = {word for name in names for words in surname_words(name) for word in words}
    given = {word for name in names for word in name.given if name.surname or len(word) > _SHORTEST}
    return frozenset(plain(word) for word in words | given if _is_telling(word))


def _is_telling(word: str) -> bool:
    traits = traits_of(word.capitalize())
    return len(word) >= _SHORTEST and (bool(traits & SURNAME) or not traits & NOT_A_NAME)
