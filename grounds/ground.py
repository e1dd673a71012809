"""One ground for withholding information, as the law gives it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

WOO_BEGINS = date(2022, 5, 1)
"""The Woo came into force and the Wob ended."""
WOB_ENDS = date(2022, 4, 30)
"""The last day on which a decision could rest on the Wob."""

_LINK = "https://wetten.overheid.nl/jci1.3:c:"
_LAW_IDS = {"Woo": "BWBR0045754", "Wob": "BWBR0005252"}
_WOB_CHAPTER = "V"


class Law(StrEnum):
    """The law that a ground stands in."""

    WOO = "Woo"
    WOB = "Wob"


class Force(StrEnum):
    """How a ground binds the officer who uses it.

    `OWN_REGIME` is article 5.2: no weighing of interests, but exceptions of its own. A `MARKER`
    says why nothing is shown without being a ground for refusal.
    """

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    TEMPORARY = "temporary"
    OWN_REGIME = "own_regime"
    MARKER = "marker"

    @property
    def dutch(self) -> str:
        """The word an officer reads."""
        return _DUTCH_FORCE[self]


_DUTCH_FORCE = {
    Force.ABSOLUTE: "absoluut",
    Force.RELATIVE: "relatief",
    Force.TEMPORARY: "tijdelijk",
    Force.OWN_REGIME: "eigen regeling",
    Force.MARKER: "markering",
}


class Environment(StrEnum):
    """Whether a ground may be used for environmental information (milieu-informatie)."""

    ALLOWED = "allowed"
    ONLY = "only"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground or marker, named by its canonical code, such as 5.1.2.e.

    `lead` and `text` are the words of the law (`lead` is the aanhef). `weighing`: the interest is
    weighed against openness. `motivation`: the decision must give reasons for this ground.
    `five_years`: article 5.3 asks for extra reasons for older information. `needs_date`: the
    requester is told when the information will be released. `successor` is the ground of the Woo
    that took the place of a ground of the Wob, where one did.
    """

    code: str
    force: Force
    label: str
    law: Law | None = None
    article: str = ""
    lid: int | None = None
    letter: str = ""
    lead: str = ""
    text: str = ""
    weighing: bool = False
    motivation: bool = False
    five_years: bool = False
    needs_date: bool = False
    environment: Environment = Environment.ALLOWED
    synonyms: tuple[str, ...] = ()
    successor: str | None = None
    note: str = ""

    @property
    def is_marker(self) -> bool:
        """Whether this is no ground for refusal but a remark about a gap."""
        return self.force is Force.MARKER

    @property
    def is_retired(self) -> bool:
        """Whether the law it stands in has ended."""
        return self.law is Law.WOB

    @property
    def valid_from(self) -> date | None:
        """The first day it could be used; unknown for the Wob."""
        return WOO_BEGINS if self.law is Law.WOO else None

    @property
    def valid_until(self) -> date | None:
        """The last day it could be used, or None while it is in force."""
        return WOB_ENDS if self.is_retired else None

    @property
    def citation(self) -> str:
        """How a decision writes it: `artikel 5.1, tweede lid, onderdeel e, van de Woo`."""
        if self.law is None:
            return ""
        parts = [f"artikel {self.article}"]
        parts += [f"{ORDINALS[self.lid]} lid"] if self.lid else []
        parts += [f"onderdeel {self.letter}"] if self.letter else []
        return ", ".join(parts) + (", " if self.lid else " ") + f"van de {self.law}"

    @property
    def link(self) -> str:
        """The address of the provision at wetten.overheid.nl (Juriconnect 1.3)."""
        if self.law is None:
            return ""
        chapter = _WOB_CHAPTER if self.is_retired else self.article[0]
        link = f"{_LINK}{_LAW_IDS[self.law]}&hoofdstuk={chapter}&artikel={self.article}"
        link += f"&lid={self.lid}" if self.lid else ""
        return link + (f"&onderdeel={self.letter}" if self.letter else "")


ORDINALS = {
    1: "eerste",
    2: "tweede",
    3: "derde",
    4: "vierde",
    5: "vijfde",
    6: "zesde",
    7: "zevende",
}
"""The numbers of paragraphs (leden) as the law writes them."""
