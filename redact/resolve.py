"""Which mentions are one person: the findings of a document become entities.

The mentions that tell most are placed first: full names, initials with a surname, a surname, a
first name, initials alone, an e-mail address. Each joins the one person it fits; where it fits
two, it joins neither, so that two people of one surname stay apart. A person's role is the
strongest that any mention gives: who is introduced as wethouder once is an office holder at every
mention. Nothing here asks where a mention came from, so the mentions of a whole case can be
placed in the same way.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from redact.detect.names.parts import Name, name_of
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

    mentions: list[Mention]
    names: set[Name] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        """Take in a mention."""
        self.mentions.append(mention)
        self.names.add(mention.name)

    @property
    def role(self) -> Role:
        """The strongest role that any mention gives."""
        return min((mention.finding.role for mention in self.mentions), key=_STRENGTH.__getitem__)


def resolve(document: Document, findings: Sequence[Finding]) -> list[Entity]:
    """Return the persons of a document in order of appearance, "p1" first."""
    people = link(list(_mentions(document, findings)))
    people.sort(key=lambda person: min(mention.order for mention in person.mentions))
    return [_entity(number, person) for number, person in enumerate(people, start=1)]


def link(mentions: Sequence[Mention]) -> list[Person]:
    """Place mentions with the persons they name; an e-mail address alone makes no person."""
    people: list[Person] = []
    for mention in sorted(mentions, key=_told):
        found = [p for p in _owners(mention, people) if _roles_agree(mention, p)]
        if len(found) > 1:
            found = [p for p in found if p.role is mention.finding.role is not Role.UNKNOWN]
        if len(found) == 1:
            found[0].add(mention)
        elif mention.finding.kind is Kind.PERSON:
            _place_apart(mention, people)
    return people


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


def _owners(mention: Mention, people: Sequence[Person]) -> list[Person]:
    """Return the persons a mention may name."""
    if mention.finding.kind is Kind.EMAIL:
        local = re.split(r"@|\s", mention.text)[0]
        return [p for p in people if any(_fits_address(name, local) for name in p.names)]
    if mention.finding.source == _DAMAGED:
        return []
    return [p for p in people if _may_name(mention.name, p.names)]


def _place_apart(mention: Mention, people: list[Person]) -> None:
    """Make a new person, or add to the one already made of mentions that say the same."""
    for person in people:
        if person.names == {mention.name}:
            person.add(mention)
            return
    person = Person([])
    person.add(mention)
    people.append(person)


def _may_name(told: Name, names: Iterable[Name]) -> bool:
    """Tell whether a name can be that of a person known by some names."""
    comparable = [name for name in names if _is_comparable(told, name)]
    return bool(comparable) and all(_fits(told, name) for name in comparable)


def _is_comparable(told: Name, known: Name) -> bool:
    if told.surname:
        return bool(known.surname)
    if told.monogram:
        return known.is_full or bool(known.monogram)
    return bool(known.given)


def _fits(told: Name, known: Name) -> bool:
    """Tell whether two names can be one person's."""
    if told.monogram and not told.surname:
        return told.monogram in (known.monogram, *known.monograms)
    if told.surname and known.surname:
        return _same_surname(told, known) and _same_given(told, known)
    return bool(told.given) and told.given[0] == known.given[0]


def _same_surname(one: Name, other: Name) -> bool:
    particles = not one.particles or not other.particles or one.particles == other.particles
    is_half = one.surname[0] == other.surname[0] and "-" in (one.surname + other.surname)
    return particles and (one.surname == other.surname or is_half)


def _same_given(one: Name, other: Name) -> bool:
    if one.given and other.given:
        return one.given[0] == other.given[0] or bool({*one.given} & {*other.given})
    shorter = min(len(one.initials), len(other.initials))
    return one.initials[:shorter] == other.initials[:shorter]


def _fits_address(name: Name, local: str) -> bool:
    """Tell whether the part before the @ is made of a name: "jan.devries", "j.de.vries"."""
    if not name.surname:
        return False
    plain = re.sub(r"[^a-z]", "", local)
    surname = re.sub(r"[^a-z]", "", fold("".join((*name.particles, *name.surname))))
    base = re.sub(r"[^a-z]", "", fold("".join(name.surname)))
    firsts = [
        re.sub(r"[^a-z]", "", fold(word))
        for word in (*name.given, name.initials, name.initials[:1])
    ]
    return any(
        plain in (first + surname, surname + first, first + base, base + first)
        for first in firsts
        if first
    )


def _entity(number: int, person: Person) -> Entity:
    mentions = sorted(person.mentions, key=lambda mention: mention.order)
    found = tuple(mention.finding for mention in mentions)
    return Entity(f"p{number}", Kind.PERSON, person.role, found)
