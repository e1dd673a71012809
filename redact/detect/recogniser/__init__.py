"""Persons seen by a trained model, beside those that rules find."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from redact.detect.match import Match
from redact.detect.names.tokens import tokenise
from redact.detect.recogniser.calibration import measured
from redact.detect.recogniser.component import persons_of
from redact.detect.recogniser.persons import persons
from redact.detect.recogniser.reading import read
from redact.policy.values import Policy

_SOURCE = "name.model"
_REASON = "Het getrainde model herkent hier de naam van een persoon."

Recogniser: TypeAlias = Callable[[str, Sequence[Match]], Iterable[Match]]
"""Reads the text of a flow after the rules, with what these saw in it."""


def recogniser(policy: Policy) -> Recogniser:
    """Return the recogniser that a policy chooses: our own model or an installed one of spaCy.

    Raises:
        RecogniserMissingError: the policy names a model that is not installed.
    """
    chosen = policy.recogniser
    return persons_of(chosen.spacy, chosen.score) if chosen.spacy else recognise


def recognise(text: str, seen: Sequence[Match] = ()) -> Iterator[Match]:
    """Yield the persons that the model which comes with the package sees in a text.

    It reads the sentences in which something may be a name that was not `seen` for sure.
    """
    tokens = tokenise(text)
    yield from persons(tokens, read(tokens, seen), measured().score, _SOURCE, _REASON)
