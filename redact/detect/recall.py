"""Persons that other documents of the case name, found in this one too."""

from collections.abc import Collection, Iterator

from redact.detect.match import Detector, Match
from redact.detect.names.known import Known, known_of
from redact.detect.names.parts import Name
from redact.detect.names.tokens import tokenise
from redact.detect.propagate import find_known

_ORIGIN = "name.case"
_REASON = "Iemand die in een ander document van deze zaak met zekerheid is herkend."


def case_detector(names: Collection[Name]) -> Detector:
    """Return a detector of persons by their names, as `resolve_case` gives them.

    First names alone say nothing outside their own document and are not looked for; initials
    are, where a document explains them.
    """
    known = _known(names)

    def find_people(text: str) -> Iterator[Match]:
        """Yield the mentions of the case's persons."""
        if not names:
            return
        for match in find_known(tokenise(text), known):
            yield match._replace(source=_ORIGIN, reason=_REASON)

    return find_people


def _known(names: Collection[Name]) -> Known:
    full = {name for name in names if name.is_full}
    told = frozenset(name.monogram for name in full if name.monogram)
    return known_of(full)._replace(given=frozenset(), nicknames=frozenset(), monograms=told)
