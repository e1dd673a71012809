"""Which persons of the documents of a case are one person.

Each document is resolved by itself first; then its persons join those of the other documents,
who is named in full before who is not. A full name joins a full name that fits, unless an office
holder would become a citizen by it. A surname alone joins only where it is rare and one person
bears it; a first name alone, and initials that no document explains, join nobody but their own
like: which of the persons they may be is said as a doubt, for a person to decide.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from redact.detect.names.lexicon import COMMON, NOT_A_NAME, traits_of
from redact.detect.names.parts import Name
from redact.detect.names.same import may_name
from redact.finding import Role
from redact.resolve.doubts import Doubt, doubt_of
from redact.resolve.link import clash, link
from redact.resolve.mention import Mention
from redact.resolve.people import Link, People, Person, key_of
from redact.resolve.ties import Tie, is_introduced, tie_of

_MOST_DOUBTS = 5
"""A name that more persons than this may bear tells of none of them."""


class CasePerson(NamedTuple):
    """One person of a case; `doubts` are the places in the list of whom this may also be.

    `why` says, for each of these, what kept the two apart.
    """

    role: Role
    links: tuple[Link, ...]
    doubts: tuple[int, ...]
    why: tuple[Doubt, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The keys of the documents that mention this person, in order of appearance."""
        return tuple(dict.fromkeys(told.mention.document for told in self.links))


def resolve_case(mentions: Iterable[Mention]) -> list[CasePerson]:
    """Return the persons of a case; the mentions of each document stand together, in order."""
    people, became = People(), dict[Person, Person]()
    for local in sorted(_by_document(mentions), key=lambda told: told.links[0].mention.told):
        found = _candidates(local, people)
        join = _joined(local, found)
        if join:
            _merge(local, join, people)
            became[local] = join
        else:
            _settle(local, found, people)
    numbers = {person: number for number, person in enumerate(people.persons)}
    return [_case_person(person, became, numbers) for person in people.persons]


def _by_document(mentions: Iterable[Mention]) -> Iterator[Person]:
    for _, told in groupby(mentions, key=lambda mention: mention.document):
        yield from link(list(told))


def _candidates(local: Person, people: People) -> list[Person]:
    """Return the persons of other documents of which this one has a name that fits."""
    here = local.links[0].mention.document
    names = sorted(local.names, key=lambda name: not name.is_full)
    found = dict.fromkeys(
        person
        for name in ([name for name in names if name.is_full] or names)
        for person in people.named(key_of(name))
        if may_name(name, person.names)
    )
    return [p for p in found if all(told.mention.document != here for told in p.links)]


def _joined(local: Person, found: list[Person]) -> Person | None:
    """Return the one person to join, where there is one without doubt."""
    fit = [person for person in found if not _differ(local, person)]
    if local.has_full_name:
        fit = [person for person in fit if person.has_full_name]
        same = [person for person in fit if person.names & _full(local)]
        fit = same if len(same) == 1 else fit
    else:
        told = [person for person in fit if len(fit) == 1 and _tells(local, person)]
        fit = _like(local, fit) or told
    return fit[0] if len(fit) == 1 else None


def _differ(local: Person, person: Person) -> bool:
    """Tell whether two roles keep persons apart: who has an office is not just anybody."""
    vague = not (local.has_full_name and person.has_full_name)
    offices = (local.role is Role.OFFICE_HOLDER) != (person.role is Role.OFFICE_HOLDER)
    return clash(local.role, person.role) or (vague and offices)


def _full(person: Person) -> set[Name]:
    return {name for name in person.names if name.is_full}


def _like(local: Person, found: list[Person]) -> list[Person]:
    """Return the persons that are known by the very same words and by no more."""
    return [person for person in found if person.names == local.names]


def _tells(local: Person, person: Person) -> bool:
    """Tell whether a surname or initials alone are enough to be this person."""
    name = local.links[0].mention.name
    if name.surname:
        return not traits_of(name.surname[0]) & (COMMON | NOT_A_NAME)
    return any(is_introduced(name.monogram, other) for other in person.names)


def _merge(local: Person, person: Person, people: People) -> None:
    """Let a person of one document become one with a person of others."""
    for mention, tie in local.links:
        again = tie_of(mention.name, person.names) if tie is Tie.FIRST else tie
        person.links.append(Link(mention, again))
    for name in local.names:
        people.learn(person, name)


def _settle(local: Person, found: list[Person], people: People) -> None:
    """Let a person of one document stand alone, with whom this may be."""
    people.persons.append(local)
    names, local.names = local.names, set()
    for name in names:
        people.learn(local, name)
    if len(found) <= _MOST_DOUBTS:
        local.doubts += [person for person in found if person not in local.doubts]


def _case_person(
    person: Person, became: dict[Person, Person], numbers: dict[Person, int]
) -> CasePerson:
    others = {became.get(other, other) for other in person.doubts} - {person}
    told = sorted(others, key=numbers.__getitem__)
    return CasePerson(
        person.role,
        tuple(person.links),
        tuple(numbers[other] for other in told),
        tuple(doubt_of(person, other, len(told)) for other in told),
    )
