"""Which mentions in the documents of a case are one person; ids stay the same over runs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from redact.detect.names.parts import Name
from redact.document import Document
from redact.finding import Entity, Finding, Kind, Role
from redact.policy.propose import proposal_id
from redact.resolve import DOUBTS, TIES, CasePerson, Mention, mentions, resolve_case
from redact.resolve.people import Link


class Told(NamedTuple):
    """A document with what was found in it."""

    number: int
    document: Document
    findings: tuple[Finding, ...]


class Linked(NamedTuple):
    """One person of the case; `reasons` says why each item is of this person.

    `doubts` are the ids of others whom this may be, with why that is not sure.
    """

    id: str
    role: Role
    mentions: Mapping[int, tuple[Finding, ...]]
    reasons: Mapping[str, str]
    doubts: Mapping[str, str]


class Known(NamedTuple):
    """Who the items were of, in the last run, and the highest number given to a person."""

    owners: Mapping[str, str]
    highest: int


def case_persons(told: Iterable[Told]) -> list[CasePerson]:
    """Place the mentions of all documents with the persons they name."""
    return resolve_case(_mentions(told))


def names_of(persons: Iterable[CasePerson]) -> frozenset[Name]:
    """Return the full names of the persons of a case, to look for in every document."""
    named = (told.mention for person in persons for told in person.links)
    return frozenset(mention.name for mention in named if mention.name.is_full)


def linked(persons: Sequence[CasePerson], hashes: Mapping[int, str], known: Known) -> list[Linked]:
    """Give the persons of a case their ids; `hashes` are those of the documents, by number."""
    items = [[_item(told, hashes) for told in person.links] for person in persons]
    names = named(items, known)
    return [
        Linked(
            id=names[index],
            role=person.role,
            mentions=_by_document(person.links),
            reasons={
                item: TIES[told.tie] for item, told in zip(items[index], person.links, strict=True)
            },
            doubts={
                names[other]: DOUBTS[doubt]
                for other, doubt in zip(person.doubts, person.why, strict=True)
            },
        )
        for index, person in enumerate(persons)
    ]


def in_document(persons: Iterable[Linked], number: int) -> list[Entity]:
    """Return the persons as one document knows them, with the role that the whole case gives."""
    return [
        Entity(person.id, Kind.PERSON, person.role, person.mentions[number])
        for person in persons
        if number in person.mentions
    ]


def named(persons: Sequence[Sequence[str]], known: Known) -> list[str]:
    """Return an id for each person, given as the ids of its items.

    A person keeps the id of the one of the last run that it shares most items with; of two that
    claim one id, the one that shares most gets it.
    """
    claims: list[tuple[int, int, str]] = []
    for index, items in enumerate(persons):
        shared = Counter(known.owners[item] for item in items if item in known.owners)
        claims += [(-count, index, name) for name, count in shared.items()]
    names: dict[int, str] = {}
    taken: set[str] = set()
    for _, index, name in sorted(claims):
        if index not in names and name not in taken:
            names[index] = name
            taken.add(name)
    fresh = (f"p{number}" for number in range(known.highest + 1, known.highest + len(persons) + 1))
    return [names[index] if index in names else next(fresh) for index in range(len(persons))]


def item_id(number: int, sha256: str, finding: Finding) -> str:
    """Return the id of a finding's item: of that document of the case, and stable over runs."""
    return f"{number}.{proposal_id(Document(sha256, ()), finding)}"


def _item(told: Link, hashes: Mapping[int, str]) -> str:
    number = int(told.mention.document)
    return item_id(number, hashes[number], told.mention.finding)


def _mentions(told: Iterable[Told]) -> Iterator[Mention]:
    for one in told:
        yield from mentions(one.document, one.findings, f"{one.number:06}")


def _by_document(links: Iterable[Link]) -> dict[int, tuple[Finding, ...]]:
    found: dict[int, tuple[Finding, ...]] = {}
    for told in links:
        number = int(told.mention.document)
        found[number] = (*found.get(number, ()), told.mention.finding)
    return found
