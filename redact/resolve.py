"""Which mentions are one person: the findings of a document become entities.

The mentions that tell most are placed first: full names, initials with a surname, a surname, a
first name, initials alone, an e-mail address. Each joins the one person it fits; where it fits
two, it joins neither, so that two people of one surname stay apart. A person's role is the
strongest that any mention gives: who is introduced as wethouder once is an office holder at every
mention. Nothing here asks where a mention came from, so the mentions of a whole case can be
placed in the same way.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from redact.detect.names.parts import Name, name_of
from redact.detect.names.same import addresses, may_name, plain
from redact.document import Document
from redact.finding import Entity, Finding, Kind, Role
from redact.phrase import fold

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

_NO_OFFICE = frozenset({Role.CITIZEN, Role.CIVIL_SERVANT, Role.ADVISER})
_DAMAGED = "name.damaged"
_INTRODUCTION = re.compile(r"\s?[(\[][^()\[\]\n]{0,40}$")


class Mention(NamedTuple):
    """A finding that names a person, its place in reading order, and the parts of the name."""

    order: int
    finding: Finding
    name: Name
    text: str


@dataclass(slots=True)
class Person:
    """One person while mentions are being placed."""

    mentions: list[Mention] = field(default_factory=list)
    names: set[Name] = field(default_factory=set)

    @property
    def role(self) -> Role:
        """The strongest role that any mention gives."""
        return min((mention.finding.role for mention in self.mentions), key=_STRENGTH.__getitem__)


class People:
    """The persons so far, to be looked up by any part of a name."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_key: defaultdict[str, list[Person]] = defaultdict(list)

    def add(self, mention: Mention, person: Person | None = None) -> None:
        """Give a mention to a person, a new one if none is given."""
        if person is None:
            person = Person()
            self.persons.append(person)
        person.mentions.append(mention)
        if mention.finding.kind is Kind.PERSON and mention.name not in person.names:
            person.names.add(mention.name)
            for key in _keys(mention.name):
                if person not in self._by_key[key]:
                    self._by_key[key].append(person)

    def named(self, key: str) -> Sequence[Person]:
        """Return the persons with a name that has this key."""
        return self._by_key.get(key, ())


def _keys(name: Name) -> Iterator[str]:
    """Yield what a person of this name may be looked up by."""
    if name.surname:
        yield f"surname {name.surname[0]}"
    yield from (f"given {word}" for word in name.given)
    yield from (f"initials {word}" for word in {name.monogram, *name.monograms} - {""})
    yield from (f"address {word}" for word in addresses(name))


def resolve(document: Document, findings: Sequence[Finding]) -> list[Entity]:
    """Return the persons of a document in order of appearance, "p1" first."""
    people = link(list(_mentions(document, findings)))
    people.sort(key=lambda person: min(mention.order for mention in person.mentions))
    return [_entity(number, person) for number, person in enumerate(people, start=1)]


def link(mentions: Sequence[Mention]) -> list[Person]:
    """Place mentions with the persons they name; an e-mail address alone makes no person."""
    people = People()
    for mention in sorted(mentions, key=_told):
        found = [person for person in _owners(mention, people) if _roles_agree(mention, person)]
        if len(found) > 1:
            found = [p for p in found if p.role is mention.finding.role is not Role.UNKNOWN]
        if len(found) == 1:
            people.add(mention, found[0])
        elif mention.finding.kind is Kind.PERSON:
            people.add(mention, _same_words(mention, people))
    return people.persons


def _mentions(document: Document, findings: Sequence[Finding]) -> Iterator[Mention]:
    before = None
    for order, found in enumerate(findings):
        if found.kind not in (Kind.PERSON, Kind.EMAIL):
            continue
        text = " ".join(document.text_of(span) for span in found.spans)
        name = Name() if found.kind is Kind.EMAIL else name_of(text)
        if before and name.monogram and _is_introduced(document, before.finding, found):
            name = before.name._replace(monogram=name.monogram)
        mention = Mention(order, found, name, fold(text))
        before = mention if found.kind is Kind.PERSON else before
        yield mention


def _is_introduced(document: Document, name: Finding, initials: Finding) -> bool:
    """Tell whether initials stand in brackets right behind a name."""
    end, start = name.spans[-1], initials.spans[0]
    if end.page != start.page or start.start < end.end:
        return False
    between = document.pages[end.page].text[end.end : start.start]
    return _INTRODUCTION.fullmatch(between) is not None


def _told(mention: Mention) -> tuple[int, int]:
    """Rank a mention by how much it tells of the person; the order of reading breaks ties."""
    name = mention.name
    if mention.finding.kind is Kind.EMAIL:
        return 6, mention.order
    if mention.finding.source == _DAMAGED:
        return 5, mention.order
    if name.surname:
        return (0 if name.given else 1 if name.initials else 2), mention.order
    return (3 if name.given else 4), mention.order


def _roles_agree(mention: Mention, person: Person) -> bool:
    """Tell whether a mention without a first name can be of a person in that role."""
    roles = {mention.finding.role, person.role}
    is_vague = not mention.name.given and mention.finding.kind is Kind.PERSON
    return not (is_vague and Role.OFFICE_HOLDER in roles and roles & _NO_OFFICE)


def _owners(mention: Mention, people: People) -> list[Person]:
    """Return the persons a mention may name."""
    if mention.finding.source == _DAMAGED:
        return []
    if mention.finding.kind is Kind.EMAIL:
        return list(people.named(f"address {plain(mention.text.partition('@')[0])}"))
    return [p for p in people.named(_key(mention.name)) if may_name(mention.name, p.names)]


def _key(name: Name) -> str:
    """Return what to look a name up by."""
    if name.surname:
        return f"surname {name.surname[0]}"
    return f"given {name.given[0]}" if name.given else f"initials {name.monogram}"


def _same_words(mention: Mention, people: People) -> Person | None:
    """Return the person already made of mentions that say the same, no more and no less."""
    same = (p for p in people.named(_key(mention.name)) if p.names == {mention.name})
    return next(same, None)


def _entity(number: int, person: Person) -> Entity:
    mentions = sorted(person.mentions, key=lambda mention: mention.order)
    found = tuple(mention.finding for mention in mentions)
    return Entity(f"p{number}", Kind.PERSON, person.role, found)
