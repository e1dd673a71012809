"""What must be nowhere in the output: the removed text, its words and other ways to write it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from redact.document import Document
from redact.finding import Redaction
from redact.verify.fold import tokens

SHORTEST = 3
"""Shorter strings are everywhere; they are checked by their place on the page instead."""
_PART = 4
_NAME_WORDS = 6  # more words than this is a passage: its words are ordinary, its whole is not
_INSIDE = 6  # a key this long is found inside words too
_NUMBER = 7  # shorter numbers stand in any file: offsets, dates, sizes


@dataclass(frozen=True, slots=True)
class Secrets:
    """What to look for.

    `everywhere` are folded keys, counted in text that was read. `distinct` are those that no
    ordinary text and no other place of the document holds: they may be nowhere in the file.
    `literal` are the distinct ones as bytes may have them, with the spaces they were written with.
    """

    everywhere: tuple[str, ...] = field(repr=False)
    distinct: tuple[str, ...] = field(repr=False)
    literal: tuple[str, ...] = field(repr=False)


def removed_secrets(original: Document, redactions: Sequence[Redaction], kept: str) -> Secrets:
    """Return what the redactions take out; `kept` is the folded text that stays."""
    everywhere: set[str] = set()
    distinct: set[str] = set()
    literal: set[str] = set()
    for text in {original.text_of(redaction.span) for redaction in redactions}:
        words = tokens(text)
        wholes, names = _wholes(words), _names(words)
        everywhere |= wholes | (names or _rare(words, kept))
        found = {key for key in wholes | names if _is_distinct(key, kept)}
        distinct |= found
        literal |= found
        if wholes & found:
            literal.add(" ".join(text.split()))
    return Secrets(*(tuple(sorted(keys)) for keys in (everywhere, distinct, literal)))


def given_secrets(written: Iterable[str]) -> Secrets:
    """Return a person's own list of what must be nowhere, ready to be looked for."""
    texts = {text.strip() for text in written if text.strip()}
    keys = {key for text in texts for key in _wholes(tokens(text))}
    return Secrets(tuple(sorted(keys)), tuple(sorted(keys)), tuple(sorted(texts)))


def is_searchable(text: str) -> bool:
    """Tell whether a text is long enough to be looked for."""
    return bool(_wholes(tokens(text)))


def _wholes(words: Sequence[str]) -> set[str]:
    """Return the ways a whole secret is written; a telephone number also without its zero."""
    whole = "".join(words)
    forms = {whole}
    if whole.isdigit() and whole.startswith("0") and len(whole) > _NUMBER:
        forms.add(whole.lstrip("0"))
    return {form for form in forms if len(form) >= SHORTEST}


def _names(words: Sequence[str]) -> set[str]:
    """Return the words of a name or number that say something alone; of a passage none."""
    if len(words) > _NAME_WORDS:
        return set()
    return {word for word in words if len(word) >= _PART}


def _rare(words: Sequence[str], kept: str) -> set[str]:
    """Return the words of a passage that nowhere stay."""
    return {word for word in words if len(word) >= _PART and word not in kept}


def _is_distinct(key: str, kept: str) -> bool:
    """Tell whether a key, met anywhere in a file, can only come from what was removed."""
    if key in kept or key in vocabulary() or (len(key) >= _INSIDE and key in _run_together()):
        return False
    return len(key) >= (_NUMBER if key.isdigit() else _PART)


@cache
def vocabulary() -> frozenset[str]:
    """Return the words that stand in a PDF whatever it is about: its own, and the law's."""
    own = files("redact.verify").joinpath("vocabulary.txt").read_text("utf-8")
    law = files("grounds").joinpath("catalogue.toml").read_text("utf-8")
    return frozenset(tokens(own)) | frozenset(tokens(law))


@cache
def _run_together() -> str:
    """Return the words of every PDF in one text, to see whether one holds a key."""
    return " ".join(sorted(vocabulary()))
