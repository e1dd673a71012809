"""The text a decision needs for each ground: a skeleton, as data, for a citizen to read."""

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from grounds.catalogue import CATALOGUE

_TABLE = tomllib.loads(files("grounds").joinpath("motivation.toml").read_text("utf-8"))
_GENERAL = _TABLE.pop("general")
_BLANK = re.compile(r"\[[^\]]+\]")


class Skeleton(NamedTuple):
    """What to say for one ground; `weighing` is empty where the law does not ask to weigh."""

    code: str
    reason: str
    weighing: str = ""


SKELETONS: Mapping[str, Skeleton] = MappingProxyType(
    {code: Skeleton(code, **{part: text.strip() for part, text in row.items()})
     for code, row in _TABLE.items()}
)  # fmt: skip
"""A skeleton for every ground of the Woo and every marker, by canonical code."""


def motivation(code: str, *, older_than_five_years: bool = False) -> str:
    """Return the text for one ground, with [blanks] for the officer to fill in.

    `older_than_five_years` adds the paragraph of article 5.3 where that article names the ground.

    Raises:
        KeyError: `code` is no ground of the Woo or marker in canonical form.
    """
    ground, skeleton = CATALOGUE[code], SKELETONS[code]
    cited = f"{ground.citation[0].upper()}{ground.citation[1:]} ({code})" if ground.law else ""
    aged = _GENERAL["five_years"] if older_than_five_years and ground.five_years else ""
    partial = "" if ground.is_marker else _GENERAL["partial"]
    parts = (cited, skeleton.reason, skeleton.weighing, aged, partial)
    return "\n\n".join(part.strip() for part in parts if part)


def blanks(text: str) -> list[str]:
    """Return what is still to be filled in, brackets included; empty when the text is complete."""
    return _BLANK.findall(text)
