"""Why two persons may be one, in words for the reviewer; they hold whichever of the two is read."""

from enum import StrEnum

from redact.finding import Role
from redact.resolve.people import Person


class Doubt(StrEnum):
    """What keeps two persons apart who may be one; `DOUBTS` says it in Dutch."""

    OFFICE = "office"
    SEVERAL = "several"
    SURNAME = "surname"
    GIVEN = "given"
    MONOGRAM = "monogram"
    NAME = "name"


DOUBTS = {
    Doubt.OFFICE: "De namen passen bij elkaar, maar alleen de een staat er als bestuurder.",
    Doubt.SEVERAL: "De naam past bij meer dan één persoon.",
    Doubt.SURNAME: "Alleen de achternaam komt overeen; zo kunnen meer mensen heten.",
    Doubt.GIVEN: "Alleen de voornaam komt overeen.",
    Doubt.MONOGRAM: "Alleen de initialen komen overeen.",
    Doubt.NAME: "De namen passen bij elkaar, maar zijn niet gelijk.",
}
"""What the reviewer reads."""


def doubt_of(person: Person, other: Person, count: int) -> Doubt:
    """Say why a person was not joined with another, of the `count` whom this may be."""
    if (person.role is Role.OFFICE_HOLDER) != (other.role is Role.OFFICE_HOLDER):
        return Doubt.OFFICE
    if count > 1:
        return Doubt.SEVERAL
    return _known_by(other if person.has_full_name else person)


def _known_by(person: Person) -> Doubt:
    """Say which part of a name is all that is known of a person."""
    if person.has_full_name or not person.names:
        return Doubt.NAME
    if any(name.surname for name in person.names):
        return Doubt.SURNAME
    is_given = any(name.given for name in person.names)
    return Doubt.GIVEN if is_given else Doubt.MONOGRAM
