"""Persons seen by a trained model, beside those that rules find."""

from collections.abc import Iterator

from redact.detect.match import Detector, Match
from redact.detect.names.tokens import tokenise
from redact.detect.recogniser.calibration import calibration
from redact.detect.recogniser.component import spacy_detector
from redact.detect.recogniser.persons import persons
from redact.detect.recogniser.reading import read
from redact.policy.values import Policy

_SOURCE = "name.model"
_REASON = "Het getrainde model herkent hier de naam van een persoon."


def recogniser(policy: Policy) -> Detector:
    """Return the detector that a policy chooses: our own model or an installed one of spaCy.

    Raises:
        RecogniserMissingError: the policy names a model that is not installed.
    """
    chosen = policy.recogniser
    return spacy_detector(chosen.spacy, chosen.score) if chosen.spacy else recognise


def recognise(text: str) -> Iterator[Match]:
    """Yield the persons that the model which comes with the package sees in a text."""
    tokens = tokenise(text)
    yield from persons(tokens, read(tokens), calibration().score, _SOURCE, _REASON)
