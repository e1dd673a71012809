"""The codes on one passage with what is known about it, and what may be wrong with them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from grounds.catalogue import CATALOGUE
from grounds.ground import Ground


class Rule(StrEnum):
    """The rules, each with the provision it rests on."""

    R1 = "R1"  # 5.1 lid 5, second sentence
    R2 = "R2"  # 5.1 lid 5, first sentence
    R3 = "R3"  # 5.1 lid 6
    R4 = "R4"  # 5.1 lid 7
    R5 = "R5"  # 5.1 lid 3
    R6 = "R6"  # 5.1 lid 4
    R7 = "R7"  # 5.3
    CITABLE = "citable"
    SCOPE = "scope"
    LAW = "law"
    FORMAL = "formal"  # 5.2 lid 3
    SPECIAL = "special"  # 8.8


@dataclass(frozen=True, slots=True)
class Marks:
    """The codes on one passage, in canonical form, and what is known about the passage.

    `environmental`: it is milieu-informatie; `emissions`: it is about emissions. `motivated`: the
    decision gives reasons for these grounds; `age_motivated`: also why they still weigh more after
    five years. `release_date`: when it is released after all (5.1.4). `formal`: the document was
    made for formal decision-making (5.2 lid 3). `request_date` is None in active publication.
    `provision`: the special provision behind 8.8.
    """

    codes: frozenset[str]
    environmental: bool = False
    emissions: bool = False
    motivated: bool = False
    age_motivated: bool = False
    formal: bool = False
    release_date: date | None = None
    document_date: date | None = None
    request_date: date | None = None
    decision_date: date | None = None
    provision: str = ""

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The grounds and markers among the codes, in the order of the catalogue."""
        return tuple(ground for code, ground in CATALOGUE.items() if code in self.codes)


class Objection(NamedTuple):
    """What is wrong and the way out, in Dutch for the officer.

    `binding` is False for advice: something to look at that need not be wrong.
    """

    rule: Rule
    codes: tuple[str, ...]
    message: str
    way_out: str
    binding: bool = True
