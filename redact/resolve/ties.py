"""Why a mention belongs to a person, in words for the reviewer."""

from enum import StrEnum

from redact.detect.names.parts import Name
from redact.detect.names.same import second_half


class Tie(StrEnum):
    """What ties a mention to its person; `TIES` says it in Dutch."""

    FIRST = "first"
    SAME = "same"
    NAME = "name"
    INITIALS = "initials"
    SURNAME = "surname"
    MARRIED = "married"
    GIVEN = "given"
    NICKNAME = "nickname"
    MONOGRAM = "monogram"
    INTRODUCED = "introduced"
    ADDRESS = "address"
    DAMAGED = "damaged"


TIES = {
    Tie.FIRST: "De vermelding die het meest over deze persoon zegt.",
    Tie.SAME: "Dezelfde naam.",
    Tie.NAME: "Voornaam en achternaam passen bij deze persoon.",
    Tie.INITIALS: "Voorletters en achternaam passen bij deze persoon.",
    Tie.SURNAME: "De achternaam; geen andere persoon heet zo.",
    Tie.MARRIED: "Een van de twee achternamen van deze persoon.",
    Tie.GIVEN: "De voornaam; geen andere persoon heet zo.",
    Tie.NICKNAME: "Een verkorting van de voornaam; geen andere persoon past erbij.",
    Tie.MONOGRAM: "De initialen passen bij deze persoon en bij geen andere.",
    Tie.INTRODUCED: "De initialen staan bij deze naam.",
    Tie.ADDRESS: "Het mailadres is van deze naam gemaakt.",
    Tie.DAMAGED: "Lijkt op deze naam, met een tikfout of leesfout.",
}
"""What the reviewer reads."""


def tie_of(name: Name, known: set[Name]) -> Tie:
    """Say why a name fits a person known by these names."""
    if name in known:
        return Tie.SAME
    if name.monogram:
        is_told = name.surname or any(is_introduced(name.monogram, other) for other in known)
        return Tie.INTRODUCED if is_told else Tie.MONOGRAM
    return _by_surname(name, known) if name.surname else Tie.GIVEN


def is_introduced(monogram: str, name: Name) -> bool:
    """Tell whether a document says that these are the initials of this name."""
    return bool(monogram and name.surname) and name.monogram == monogram


def _by_surname(name: Name, known: set[Name]) -> Tie:
    if not any(other.surname == name.surname for other in known) and any(
        second_half((*name.surname, *other.surname)) for other in known
    ):
        return Tie.MARRIED
    if name.given:
        return Tie.NAME
    return Tie.INITIALS if name.initials else Tie.SURNAME
