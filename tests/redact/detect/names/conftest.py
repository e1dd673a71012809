from collections.abc import Callable

import pytest

from redact.detect.names import find_names


@pytest.fixture
def names() -> Callable[[str], list[str]]:
    """Return a function that gives the names in a text that are sure enough to go."""

    def sure(text: str) -> list[str]:
        return [text[m.start : m.end] for m in find_names(text) if m.score >= 0.85]

    return sure


@pytest.fixture
def roles() -> Callable[[str], dict[str, str]]:
    """Return a function that gives the roles by name."""

    def read(text: str) -> dict[str, str]:
        return {text[m.start : m.end]: m.role.value for m in find_names(text)}

    return read
