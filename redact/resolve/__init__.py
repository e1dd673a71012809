"""Which mentions are one person: the findings of a document, or of a case, become entities.

`resolve` does one document; `resolve_case` joins the persons of many. Every link has a reason,
and where a mention may be of two persons it is joined to neither: both are named as doubts.
"""

from collections.abc import Sequence

from redact.document import Document
from redact.finding import Entity, Finding, Kind
from redact.resolve.case import CasePerson, resolve_case
from redact.resolve.doubts import DOUBTS, Doubt, doubt_of
from redact.resolve.link import link
from redact.resolve.mention import Mention, mentions
from redact.resolve.people import Person
from redact.resolve.ties import TIES, Tie

__all__ = [
    "DOUBTS",
    "TIES",
    "CasePerson",
    "Doubt",
    "Mention",
    "Person",
    "Tie",
    "link",
    "mentions",
    "resolve",
    "resolve_case",
]


def resolve(document: Document, findings: Sequence[Finding]) -> list[Entity]:
    """Return the persons of a document in order of appearance, "p1" first."""
    people = link(list(mentions(document, findings)))
    people.sort(key=lambda person: person.mentions[0].order)
    numbers = {person: f"p{number}" for number, person in enumerate(people, start=1)}
    return [_entity(person, numbers) for person in people]


def _entity(person: Person, numbers: dict[Person, str]) -> Entity:
    links = sorted(person.links, key=lambda told: told.mention.order)
    others = [other for other in person.doubts if other in numbers]
    return Entity(
        numbers[person],
        Kind.PERSON,
        person.role,
        tuple(told.mention.finding for told in links),
        ties=tuple(TIES[told.tie] for told in links),
        doubts=tuple(numbers[other] for other in others),
        why=tuple(DOUBTS[doubt_of(person, other, len(others))] for other in others),
    )
