"""What is learnt from: a text, what its characters name, and what may have gone unmarked."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redact.detect.recogniser.labels import ENTITIES, LABELS
from redact.detect.recogniser.windows import Window
from training.marks import Label, Span

Sets = npt.NDArray[np.int64]

NONE = 1
"""The set that holds only the label of no name; a set of labels is a number with a bit for each."""

ANY = (1 << len(LABELS)) - 1

_ENTITY = {
    Label.PERSON: "PERSON",
    Label.ORGANISATION: "ORG",
    Label.PLACE: "LOC",
    Label.STREET: "LOC",
    Label.PRODUCT: "MISC",
    Label.LAW: "MISC",
    Label.THING: "MISC",
}
"""A function is no name."""


class Named(NamedTuple):
    """Characters [start, end) and the entity they name, or nothing where it is not known."""

    start: int
    end: int
    entity: str | None


class Example(NamedTuple):
    """A text with its names. An entity in `unmarked` may stand there without being marked."""

    text: str
    names: tuple[Named, ...]
    unmarked: frozenset[str] = frozenset()


def named(spans: Iterable[Span]) -> tuple[Named, ...]:
    """Return what the marks of a training text name; part of a mail address may be anything."""
    return tuple(
        Named(span.start, span.end, None if span.form == "mail" else _ENTITY[span.label])
        for span in spans
        if span.label in _ENTITY
    )


def label_set(*labels: str) -> int:
    """Return the set of some labels."""
    return sum(1 << LABELS.index(label) for label in labels)


def allowed(example: Example, window: Window) -> Sets:
    """Return for each word of a window the set of labels that may be right, shape (words,).

    Only a word with a capital can be a name that nobody marked.
    """
    missing = label_set(*(f"{place}-{entity}" for entity in example.unmarked for place in "BI"))
    sets = np.array(
        [
            NONE | missing if re.search("[A-ZÀ-Þ]", example.text[start:end]) else NONE
            for start, end in zip(window.starts, window.ends, strict=True)
        ],
        dtype=np.int64,
    )
    for name in example.names:
        _mark(sets, window, name)
    return sets


def _mark(sets: Sets, window: Window, name: Named) -> None:
    first = int(np.searchsorted(window.ends, name.start, side="right"))
    last = int(np.searchsorted(window.starts, name.end))
    if first >= last:
        return
    if name.entity is None:
        sets[first:last] = ANY
        return
    begins = window.starts[first] <= name.start or first > 0  # a window may begin inside a name
    sets[first:last] = label_set(f"I-{name.entity}")
    if begins:
        sets[first] = label_set(f"B-{name.entity}")


def joined(examples: Sequence[Example], between: str = "\n") -> Example:
    """Return short examples as one text."""
    names: list[Named] = []
    length = 0
    for example in examples:
        names += [Named(start + length, end + length, what) for start, end, what in example.names]
        length += len(example.text) + len(between)
    unmarked = frozenset().union(*(example.unmarked for example in examples))
    return Example(between.join(example.text for example in examples), tuple(names), unmarked)


EVERY = frozenset(ENTITIES)
NO_PERSON = EVERY - {"PERSON"}
