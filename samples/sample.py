"""A sample document: front matter, and a body with gold marks."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable

from samples.blocks import as_text
from samples.gold import Gold, parse

FENCE = "+++\n"
NUMBERED = re.compile(r"[a-z]?\d\d-.+\.md$")


@dataclass(frozen=True)
class Look:
    """How the page is set; every field may be given in the front matter under [look]."""

    font: str = "Liberation Sans"
    size: float = 10.5
    leading: float = 0.65
    justify: bool = False
    columns: int = 1


@dataclass(frozen=True)
class Sample:
    """One document of our own. `body` is marked up and holds the gold marks.

    `policy` names the policy file beside this module that it is scored with, "" for the default.
    """

    name: str
    title: str
    genre: str
    body: str = field(repr=False)
    header: str = ""
    author: str = ""
    policy: str = ""
    look: Look = field(default_factory=Look)

    @cached_property
    def _parsed(self) -> tuple[str, list[Gold]]:
        return parse(as_text(self.body))

    @property
    def text(self) -> str:
        """The plain text: what `make` writes as .txt and what gold positions count in."""
        return self._parsed[0]

    @property
    def golds(self) -> list[Gold]:
        """What must go and what must stay, as positions in `text`."""
        return self._parsed[1]

    @property
    def unmarked_body(self) -> str:
        """The body with its markup but without gold marks: what a page is set from."""
        return parse(self.body)[0]


def read_sample(name: str, content: str) -> Sample:
    """Return the sample that a file's content describes.

    Raises:
        ValueError: there is no front matter, or it is not TOML.
        TypeError: the front matter holds an unknown key.
    """
    parts = content.split(FENCE, 2)
    if len(parts) != 3 or parts[0]:  # noqa: PLR2004  before, between and after two fences
        msg = f"{name}: front matter must stand between two lines of +++"
        raise ValueError(msg)
    front = tomllib.loads(parts[1])
    look = Look(**front.pop("look", {}))
    return Sample(name=name, body=parts[2].strip("\n") + "\n", look=look, **front)


def samples(names: tuple[str, ...] = ()) -> list[Sample]:
    """Return the samples with these names, or all, in order of name.

    Raises:
        KeyError: there is no sample of that name.
    """
    files = _files("documents")
    chosen = [name.removesuffix(".md") for name in names] or sorted(files)
    return [read_sample(name, files[name].read_text("utf-8")) for name in chosen]


def heldout() -> list[Sample]:
    """Return the documents that were set aside: only their figures may be looked at."""
    return _all("heldout")


def opened() -> list[Sample]:
    """Return the documents that were set aside once; their errors have been read since."""
    return _all("opened")


def practice() -> list[Sample]:
    """Return the documents that detection was improved on: full of what is hard."""
    return _all("practice")


def _all(folder: str) -> list[Sample]:
    files = _files(folder)
    return [read_sample(name, files[name].read_text("utf-8")) for name in sorted(files)]


def _files(folder: str) -> dict[str, Traversable]:
    """Return the numbered documents in a folder of this package by name, without `.md`."""
    found = (resources.files("samples") / folder).iterdir()
    return {file.name.removesuffix(".md"): file for file in found if NUMBERED.match(file.name)}
