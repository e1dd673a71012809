"""The grounds that a person can go under, most usual first: the first nine have a digit."""

from typing import NamedTuple

from grounds.catalogue import CATALOGUE
from pipeline.case.case import Case
from redact.finding import Kind


class GroundChoice(NamedTuple):
    """A ground with the words that people choose it by."""

    code: str
    label: str
    citation: str
    text: str
    key: str


_USUAL = ("5.1.2.e", "5.1.2.i", "5.1.1.d", "5.1.1.e", "5.1.2.h", "5.1.2.c", "5.2.1", "4.1.4")
"""What names go under in publications, in the order of how often."""


def grounds_for(case: Case) -> list[GroundChoice]:
    """Return all grounds and markers that can be cited today; the policy's own comes first."""
    own = case.policy().kinds[Kind.PERSON].ground
    first = dict.fromkeys((own, *_USUAL))
    codes = [code for code in first if code in CATALOGUE]
    codes += [code for code, ground in CATALOGUE.items() if code not in first]
    listed = [CATALOGUE[code] for code in codes if not CATALOGUE[code].is_retired]
    return [
        GroundChoice(
            ground.code,
            ground.label,
            ground.citation,
            " ".join(part for part in (ground.lead, ground.text) if part),
            str(number) if number <= 9 else "",  # noqa: PLR2004  a digit
        )
        for number, ground in enumerate(listed, start=1)
    ]
