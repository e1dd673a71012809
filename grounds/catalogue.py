"""Every ground the program knows, read once from the table beside this file."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from grounds.ground import Environment, Force, Ground, Law

_TABLE = tomllib.loads(files("grounds").joinpath("catalogue.toml").read_text("utf-8"))


def _ground(row: dict[str, Any]) -> Ground:
    lead = _TABLE["leads"].get(row["code"].rpartition(".")[0], "") if "letter" in row else ""
    typed = {
        "force": Force(row["force"]),
        "law": Law(row["law"]) if "law" in row else None,
        "environment": Environment(row.get("environment", "allowed")),
        "synonyms": tuple(row.get("synonyms", ())),
    }
    return Ground(**{**row, **typed, "lead": lead})


CATALOGUE: Mapping[str, Ground] = MappingProxyType(
    {row["code"]: _ground(row) for row in _TABLE["ground"]}
)
"""Every ground by its canonical code: Woo, then markers, then the retired Wob."""

LETTERS: Mapping[str, str] = MappingProxyType(_TABLE["letters"])
"""The letter legend of UWV and Filinq: the letter in the gap, and the code it stands for."""

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "5.1": "noem het lid en het onderdeel, bijvoorbeeld 5.1.2.e",
        "5.1.1": "noem het onderdeel, 5.1.1.a tot en met 5.1.1.e",
        "5.1.2": "noem het onderdeel, 5.1.2.a tot en met 5.1.2.i",
        "5.2": "noem het lid: 5.2.1 of 5.2.2",
        "5.4a": "noem het lid: 5.4a.1",
    }
)
"""Articles and paragraphs that hold grounds but are none themselves, and what to cite instead."""


class Succession(NamedTuple):
    """Where a ground of the Wob went.

    `successor` is None where the Woo has no ground with the same content. `condition` is a Dutch
    sentence; where it is not empty, a person must look before the successor may be used.
    """

    code: str
    successor: str | None
    condition: str

    @property
    def is_certain(self) -> bool:
        """Whether the successor holds for every passage that bore the old code."""
        return self.successor is not None and not self.condition


def succession(code: str) -> Succession:
    """Tell which ground of the Woo took the place of a ground of the Wob.

    No official table exists: the answer follows from comparing the two texts. It never converts;
    10.2.g has no successor at all.

    Raises:
        KeyError: `code` is no canonical code of the Wob.
    """
    ground = CATALOGUE[code]
    if not ground.is_retired:
        raise KeyError(code)
    return Succession(code, ground.successor, ground.note)
