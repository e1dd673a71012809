"""Persons while mentions are being placed, to be looked up by any part of a name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from redact.detect.names.damage import look, stumps
from redact.detect.names.parts import Name
from redact.detect.names.same import addresses, second_half
from redact.finding import Role
from redact.resolve.mention import Mention
from redact.resolve.ties import Tie

_STRENGTH = {
    role: rank
    for rank, role in enumerate(
        (
            Role.OFFICE_HOLDER,
            Role.HISTORIC,
            Role.AUTHOR,
            Role.CITIZEN,
            Role.ADVISER,
            Role.CIVIL_SERVANT,
            Role.ORGANISATION,
            Role.UNKNOWN,
        )
    )
}
"""Which role counts when mentions differ, the strongest first."""

_LONG = 5
"""Letters from which on a word can be told from another that looks like it."""


class Link(NamedTuple):
    """A mention and what ties it to its person."""

    mention: Mention
    tie: Tie


@dataclass(eq=False, slots=True)
class Person:
    """One person while mentions are being placed; `doubts` are persons this may also be."""

    links: list[Link] = field(default_factory=list)
    names: set[Name] = field(default_factory=set, repr=False)
    doubts: list["Person"] = field(default_factory=list, repr=False)

    @property
    def mentions(self) -> list[Mention]:
        """Return the mentions, in reading order within each document."""
        return sorted(
            (link.mention for link in self.links), key=lambda told: (told.document, told.order)
        )

    @property
    def role(self) -> Role:
        """The strongest role that any mention gives."""
        return min((link.mention.finding.role for link in self.links), key=_STRENGTH.__getitem__)

    @property
    def addresses(self) -> set[str]:
        """How the person is addressed: "m", "f", both or neither."""
        return {link.mention.address for link in self.links} - {""}

    @property
    def has_full_name(self) -> bool:
        """Tell whether a surname is known, with a first name or initials."""
        return any(name.is_full for name in self.names)


class People:
    """The persons so far."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_key: defaultdict[str, list[Person]] = defaultdict(list)

    def place(self, mention: Mention, tie: Tie, person: Person | None = None) -> Person:
        """Give a mention to a person, a new one if none is given; return the person."""
        if person is None:
            person = Person()
            self.persons.append(person)
        person.links.append(Link(mention, tie))
        if mention.is_person and tie is not Tie.DAMAGED:
            self.learn(person, mention.name)
        return person

    def learn(self, person: Person, name: Name) -> None:
        """Remember that a person has this name."""
        if name in person.names:
            return
        person.names.add(name)
        for key in _keys(name):
            if person not in self._by_key[key]:
                self._by_key[key].append(person)

    def named(self, key: str) -> Sequence[Person]:
        """Return the persons with a name that has this key."""
        return self._by_key.get(key, ())

    def near(self, word: str) -> dict[Person, bool]:
        """Return the persons with a name one letter from this word; is it a letter misread?"""
        if len(word) < _LONG:
            return {}
        near = {person: False for stump in stumps(word) for person in self.named(f"near {stump}")}
        return near | dict.fromkeys(self.named(f"look {look(word)}"), True)


def key_of(name: Name) -> str:
    """Return what to look a name up by."""
    if name.surname:
        return f"surname {name.surname[0]}"
    return f"given {name.given[0]}" if name.given else f"initials {name.monogram}"


def _keys(name: Name) -> Iterator[str]:
    """Yield what a person of this name may be looked up by."""
    yield from (f"surname {word}" for word in _surname_words(name))
    yield from (f"given {word}" for word in name.given)
    yield from (f"initials {word}" for word in {name.monogram, *name.monograms} - {""})
    yield from (f"address {word}" for word in addresses(name))
    for word in {*_surname_words(name), *name.given}:
        if len(word) >= _LONG:
            yield f"look {look(word)}"
            yield from (f"near {stump}" for stump in set(stumps(word)))


def _surname_words(name: Name) -> set[str]:
    """Return the words a surname may begin with: those of its second half too."""
    return {*name.surname[:1], *second_half(name.surname)} - {"-", "–"}
