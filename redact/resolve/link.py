"""Which mentions are one person, within one document.

The mentions that tell most are placed first: full names, initials with a surname, a surname, a
first name, initials alone, an e-mail address. Each joins the one person it fits; where it fits
two, it joins neither but remembers both, so that two people of one surname stay apart. A person's
role is the strongest that any mention gives: who is introduced as wethouder once is an office
holder at every mention.
"""

from collections.abc import Sequence

from redact.detect.names.lexicon import FIRST, NOT_A_NAME, SURNAME, traits_of
from redact.detect.names.parts import Name
from redact.detect.names.same import may_name, plain
from redact.finding import Role
from redact.resolve.mention import DAMAGED, Mention
from redact.resolve.people import People, Person, key_of
from redact.resolve.ties import Tie, tie_of

_NO_OFFICE = frozenset({Role.CITIZEN, Role.CIVIL_SERVANT, Role.ADVISER})
_NICKNAME = "name.nickname"
_SHORTEST_NICKNAME = 3


def link(mentions: Sequence[Mention]) -> list[Person]:
    """Place mentions with the persons they name; an e-mail address alone makes no person."""
    people = People()
    for mention in sorted(mentions, key=lambda told: (told.told, told.order)):
        found = _owners(mention, people)
        agreeing = [person for person in found if _roles_agree(mention, person)]
        if len(agreeing) > 1:
            role = mention.finding.role
            agreeing = [p for p in agreeing if p.role is role is not Role.UNKNOWN]
        if len(agreeing) == 1:
            people.place(mention, _tie(mention, agreeing[0]), agreeing[0])
        elif mention.is_person and not _joins_damaged(mention, people):
            same = _same_words(mention, people)
            own = people.place(mention, Tie.SAME if same else Tie.FIRST, same)
            own.doubts += [p for p in found if p is not own and p not in own.doubts]
    return people.persons


def _roles_agree(mention: Mention, person: Person) -> bool:
    """Tell whether a mention without a first name can be of a person in that role."""
    is_vague = not mention.name.given and mention.is_person
    return not (is_vague and clash(mention.finding.role, person.role))


def clash(one: Role, other: Role) -> bool:
    """Tell whether one of two roles is an office and the other certainly none."""
    roles = {one, other}
    return Role.OFFICE_HOLDER in roles and bool(roles & _NO_OFFICE)


def _owners(mention: Mention, people: People) -> list[Person]:
    """Return the persons a mention may name."""
    if mention.finding.source == DAMAGED:
        return []
    if not mention.is_person:
        return list(people.named(f"address {plain(mention.text.partition('@')[0])}"))
    named = [p for p in people.named(key_of(mention.name)) if may_name(mention.name, p.names)]
    return named or _shortened(mention, people)


def _shortened(mention: Mention, people: People) -> list[Person]:
    """Return the persons of whose first name this is a short form: "Nora" for "Eleonora"."""
    if mention.finding.source != _NICKNAME or not mention.name.given:
        return []
    short = mention.name.given[0]
    return [person for person in people.persons if any(_cut(short, n) for n in person.names)]


def _cut(short: str, name: Name) -> bool:
    if len(short) < _SHORTEST_NICKNAME:
        return False
    return any(first.startswith(short) or first.endswith(short) for first in name.given)


def _tie(mention: Mention, person: Person) -> Tie:
    if not mention.is_person:
        return Tie.ADDRESS
    if mention.name.given and not mention.name.surname:
        is_same = any(mention.name.given[0] in name.given for name in person.names)
        return tie_of(mention.name, person.names) if is_same else Tie.NICKNAME
    return tie_of(mention.name, person.names)


def _joins_damaged(mention: Mention, people: People) -> bool:
    """Place a mention that is one letter from the name of one person; tell whether that was so.

    A letter misread joins. A letter mistyped joins only where the word is no name of its own:
    Visser and Vissers are two.
    """
    name = mention.name
    word = name.surname[0] if name.surname else name.given[0] if name.given else ""
    near = {p: misread for p, misread in people.near(word).items() if _may_be(mention, p)}
    if len(near) != 1:
        return False
    person, misread = next(iter(near.items()))
    if misread or not traits_of(word) & (SURNAME | FIRST | NOT_A_NAME):
        people.place(mention, Tie.DAMAGED, person)
        return True
    return False


def _may_be(mention: Mention, person: Person) -> bool:
    """Tell whether all that a damaged name says beside the damage fits a person."""
    first = mention.name.initials[:1] if mention.name.surname else ""
    known = {name.initials[:1] for name in person.names} - {""}
    return _roles_agree(mention, person) and (not first or not known or first in known)


def _same_words(mention: Mention, people: People) -> Person | None:
    """Return the person already made of mentions that say the same, no more and no less."""
    same = (p for p in people.named(key_of(mention.name)) if p.names == {mention.name})
    return next(same, None)
