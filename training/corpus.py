"""The training texts and names as they lie in this folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.marks import MarkError, Span, parse

TEXTS = Path(__file__).with_name("texts")
NAMES = Path(__file__).with_name("names")


class Piece(NamedTuple):
    """One training text, whole, with what its characters name; `name` says where it stands."""

    name: str
    text: str
    spans: list[Span]


def pieces() -> Iterator[Piece]:
    """Yield the whole texts: every file but `lines-*.md`.

    Raises:
        MarkError: a text is not well formed.
    """
    for path in sorted(TEXTS.glob("*.md")):
        if not path.name.startswith("lines-"):
            yield _read(path.name, path.read_text("utf-8").rstrip("\n"))


def lines() -> Iterator[Piece]:
    """Yield the single lines of `lines-*.md`; a line that begins with "# " is a heading.

    Raises:
        MarkError: a line is not well formed.
    """
    for path in sorted(TEXTS.glob("lines-*.md")):
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            if line and not line.startswith("# "):
                yield _read(f"{path.name}:{number}", line)


def _read(name: str, marked: str) -> Piece:
    try:
        return Piece(name, *parse(marked))
    except MarkError as error:
        msg = f"{name}: {error}"
        raise MarkError(msg) from error


def names(part: str) -> dict[str, list[str]]:
    """Return origin -> names of `part`: "first" or "last"."""
    return {
        path.stem.removeprefix(f"{part}-"): [
            line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")
        ]
        for path in sorted(NAMES.glob(f"{part}-*.txt"))
    }
