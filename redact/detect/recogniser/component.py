"""The recogniser as a component of spaCy, and persons from a spaCy model of the user's choice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from redact.detect.match import Match
from redact.detect.names.tokens import tokenise
from redact.detect.recogniser.decode import Name
from redact.detect.recogniser.persons import persons
from redact.detect.recogniser.reading import read
from redact.errors import RecogniserMissingError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAME = "lakwerk_recogniser"
_PERSONS = frozenset({"PERSON", "PER"})
_LONGEST = 50_000
"""Characters that spaCy reads at once."""

_SOURCE = "name.spacy"
_REASON = "Het taalmodel dat in het beleid is gekozen, herkent hier de naam van een persoon."


@cache
def pipeline() -> "Language":
    """Return a Dutch spaCy pipeline whose documents carry the recogniser's entities."""
    import spacy
    from spacy.language import Language

    Language.component(NAME, func=add_entities)
    language = spacy.blank("nl")
    language.add_pipe(NAME)
    return language


def add_entities(doc: "Doc") -> "Doc":
    """Set the persons, bodies, places and other names of a document as its entities."""
    from spacy.util import filter_spans

    spans = (
        doc.char_span(name.start, name.end, name.entity, alignment_mode="expand")
        for name in read(tokenise(doc.text))
    )
    doc.ents = filter_spans(span for span in spans if span is not None)
    return doc


def persons_of(name: str, score: float) -> Callable[[str, Sequence[Match]], Iterator[Match]]:
    """Return a recogniser: the persons that an installed spaCy model sees, all with one score.

    Raises:
        RecogniserMissingError: no such model is installed.
    """
    language = _installed(name)

    def find_persons(text: str, _: Sequence[Match]) -> Iterator[Match]:
        """Yield the persons, under the same refusals as all names."""
        yield from persons(
            tokenise(text), _names(language, text), lambda _: score, _SOURCE, _REASON
        )

    return find_persons


@cache
def _installed(name: str) -> "Language":
    import spacy

    if not spacy.util.is_package(name):
        raise RecogniserMissingError
    return spacy.load(name)


def _names(language: "Language", text: str) -> Iterator[Name]:
    parts = list(_parts(text))
    docs = language.pipe(text[start:end] for start, end in parts)
    for (start, _), doc in zip(parts, docs, strict=True):
        for entity in doc.ents:
            if entity.label_ in _PERSONS:
                place = start + entity.start_char, start + entity.end_char
                yield Name(*place, "PERSON", 1.0, place)


def _parts(text: str) -> Iterable[tuple[int, int]]:
    """Yield stretches that are not too long and end with a line where they can."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _LONGEST)
        last = text.rfind("\n", start, end) if end < len(text) else -1
        end = last + 1 if last > start else end
        yield start, end
        start = end
