"""One sort of hidden thing in a file: where and how many, never what it says."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Secret(StrEnum):
    """The sorts of things that a reader of a file does not see."""

    ANNOTATION = "annotation"
    FIELD = "field"
    ATTACHMENT = "attachment"
    LAYER = "layer"
    OUTSIDE = "outside"
    INVISIBLE = "invisible"
    TINY = "tiny"
    COVERED = "covered"
    UNREAD = "unread"
    SCRIPT = "script"
    REVISION = "revision"
    SIGNATURE = "signature"
    METADATA = "metadata"
    UNMAPPED = "unmapped"
    IMAGE = "image"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True, order=True)
class Hidden:
    """So many things of one sort on a page, or in the file as a whole (None)."""

    kind: Secret
    page: int | None
    count: int

    @property
    def explanation(self) -> str:
        """What it is and what becomes of it, in Dutch."""
        return _explanations()[self.kind]


@cache
def _explanations() -> Mapping[str, str]:
    return tomllib.loads(files("redact.preflight").joinpath("hidden.toml").read_text("utf-8"))
