"""The cue rules: which expressions hint at which kind of passage, and how much each weighs.

A phrase is written as words; `*` at the end of a word stands for any ending, `...` for at most
five words in between. Letter case, accents and punctuation make no difference. The lists lie in
`cues/`, one file for a kind. Phrases of one group say the same and count once in a sentence.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import zip_longest
from typing import Any, NamedTuple

from redact.finding import Kind
from redact.phrase import fold
from redact.policy.values import Cue

WORDS = re.compile(r"[^\W_]+|[€%]")
"""What counts as a word, in a sentence and in a phrase."""

_GAP = ""
"""Stands in a phrase for the words that may come in between."""

_WIDEST_GAP = 5
_STEM = 4
"""A stem at the start of a phrase has at least so many letters: it is filed under these."""


class Where(StrEnum):
    """Where a phrase must stand to count for a sentence."""

    SENTENCE = "sentence"
    NEAR = "near"
    OPENING = "opening"


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Phrases that hint at the same; `name` says in Dutch at what, for the reviewer.

    `near` counts in the sentence before as well, `opening` counts for the whole text when it
    stands in its first lines. A negative weight says that the sentence is something else.
    """

    kind: Kind
    name: str
    weight: float
    where: Where = Where.SENTENCE


class Phrase(NamedTuple):
    """An expression: its words, a stem as `(stem, True)`."""

    words: tuple[tuple[str, bool], ...]
    group: Group


class Lexicon:
    """Phrases, filed by how they begin, so that reading a sentence costs little however many."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_pair: dict[tuple[str, str], list[Phrase]] = {}
        self._by_word: dict[str, list[Phrase]] = {}
        self._by_stem: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            self._file(phrase)

    def _file(self, phrase: Phrase) -> None:
        """Put a phrase under its first two words, its first word, or the start of its stem."""
        (first, is_stem), (second, open_end) = (*phrase.words, (_GAP, False))[:2]
        if is_stem:
            self._by_stem.setdefault(first[:_STEM], []).append(phrase)
        elif second == _GAP or open_end:
            self._by_word.setdefault(first, []).append(phrase)
        else:
            self._by_pair.setdefault((first, second), []).append(phrase)

    def seen(self, words: Sequence[str]) -> dict[Group, Phrase]:
        """Return for each group that a sentence holds a phrase of, the first such phrase."""
        seen: dict[Group, Phrase] = {}
        for at, pair in enumerate(zip_longest(words, words[1:], fillvalue="")):
            word = pair[0]
            if word in self._by_word:
                _collect(self._by_word[word], words, at, seen)
            if pair in self._by_pair:
                _collect(self._by_pair[pair], words, at, seen)
            if word[:_STEM] in self._by_stem:
                _collect(self._by_stem[word[:_STEM]], words, at, seen)
        return seen


def _collect(
    phrases: Iterable[Phrase], words: Sequence[str], at: int, seen: dict[Group, Phrase]
) -> None:
    """Add the phrases that stand in a sentence from the word at `at` on."""
    for phrase in phrases:
        if phrase.group not in seen and _stands(phrase.words, words, at):
            seen[phrase.group] = phrase


def _stands(phrase: Sequence[tuple[str, bool]], words: Sequence[str], at: int) -> bool:
    """Tell whether a phrase stands in a sentence from the word at `at` on."""
    reach = 1
    for part, is_stem in phrase:
        if part == _GAP:
            reach = 1 + _WIDEST_GAP
            continue
        for step in range(at, min(at + reach, len(words))):
            if words[step] == part or (is_stem and words[step].startswith(part)):
                at, reach = step + 1, 1
                break
        else:
            return False
    return True


def phrase_of(written: str, group: Group) -> Phrase:
    """Read a phrase as it is written in a list or a policy.

    Raises:
        ValueError: it does not begin with a word, or with a stem that is too short.
    """
    words: list[tuple[str, bool]] = []
    for token in written.split():
        if token == "...":  # noqa: S105  dots, no secret
            words.append((_GAP, False))
            continue
        found = WORDS.findall(fold(token))
        words += [(word, False) for word in found[:-1]]
        words += [(word, token.endswith("*")) for word in found[-1:]]
    if not words or words[0][0] == _GAP or (words[0][1] and len(words[0][0]) < _STEM):
        msg = "a phrase begins with a word, or with a stem of four letters"
        raise ValueError(msg)
    return Phrase(tuple(words), group)


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return the phrases of our own lists."""
    return tuple(phrase for table in _tables() for phrase in _phrases(table))


@cache
def questions() -> Mapping[Kind, str]:
    """Return for each kind, in Dutch, what a reviewer must weigh."""
    return {Kind(table["kind"]): table["question"] for table in _tables()}


def own_phrases(cues: Iterable[Cue]) -> Iterator[Phrase]:
    """Yield the phrases of a policy. Each is a group of its own."""
    for cue in cues:
        group = Group(cue.kind, "een uitdrukking uit het eigen beleid", cue.weight)
        yield phrase_of(cue.phrase, group)


@cache
def _tables() -> tuple[Mapping[str, Any], ...]:
    folder = resources.files(__package__) / "cues"
    files = sorted((file for file in folder.iterdir()), key=lambda file: file.name)
    return tuple(tomllib.loads(file.read_text("utf-8")) for file in files)


def _phrases(table: Mapping[str, Any]) -> Iterator[Phrase]:
    for row in table["groups"]:
        where = Where(row.get("where", Where.SENTENCE))
        group = Group(Kind(table["kind"]), row["name"], row["weight"], where)
        written = row["phrases"] if "phrases" in row else _persons()
        yield from (phrase_of(phrase, group) for phrase in written)


@cache
def _persons() -> tuple[str, ...]:
    text = (resources.files(__package__) / "persons.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
