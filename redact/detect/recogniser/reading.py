"""The names that the model which comes with the package sees in a text."""

from collections.abc import Iterable, Iterator

import numpy as np

from redact.detect.match import SURE, Match
from redact.detect.names.tokens import Tokens
from redact.detect.recogniser.calibration import measured
from redact.detect.recogniser.decode import Name, names
from redact.detect.recogniser.hints import hints
from redact.detect.recogniser.model import model
from redact.detect.recogniser.windows import Numbers
from redact.finding import PASSAGES


def read(tokens: Tokens, seen: Iterable[Match] = ()) -> Iterator[Name]:
    """Yield the names in the sentences that may hold one not yet seen, with the model's chances."""
    places = _open(hints(tokens), seen, len(tokens.text))
    if not places.size:
        return
    levels = measured().levels()
    for window, shares in model().answers(tokens.text, places):
        yield from names(window, shares, levels)


def _open(places: Numbers, seen: Iterable[Match], length: int) -> Numbers:
    """Leave out the places where something was seen for sure."""
    is_seen = np.zeros(length + 1, dtype=np.bool_)
    for match in seen:
        if match.score >= SURE and match.kind not in PASSAGES:
            is_seen[match.start : match.end] = True
    return places[~is_seen[places]]
