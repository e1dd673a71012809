"""The names that the model which comes with the package sees in a text."""

from collections.abc import Iterator

from redact.detect.names.tokens import Tokens
from redact.detect.recogniser.calibration import calibration
from redact.detect.recogniser.decode import Name, names
from redact.detect.recogniser.hints import hints
from redact.detect.recogniser.model import model


def read(tokens: Tokens) -> Iterator[Name]:
    """Yield the names in a text that may hold any, with the model's chance for each."""
    places = hints(tokens)
    if not places.size:
        return
    levels = calibration().levels()
    for window, shares in model().answers(tokens.text, places):
        yield from names(window, shares, levels)
