"""Which mentions are one person, within one document.

The mentions that tell most are placed first: full names, initials with a surname, a surname, a
first name, initials alone, an e-mail address. Each joins the one person it fits; where it fits
two, it joins neither but remembers both, so that two people of one surname stay apart. A person's
role is the strongest that any mention gives: who is introduced as wethouder once is an office
holder at every mention.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from redact.detect.names.lexicon import FIRST, NOT_A_NAME, SURNAME, traits_of
from redact.detect.names.parts import Name
from redact.detect.names.same import may_name, plain
from redact.finding import Role
from redact.resolve.mention import DAMAGED, Mention
from redact.resolve.namesakes import NO_OFFICE, contested
from redact.resolve.people import People, Person, key_of
from redact.resolve.ties import Tie, is_introduced, tie_of

_NICKNAME = "name.nickname"
_SHORTEST_NICKNAME = 3


def link(mentions: Sequence[Mention]) -> list[Person]:
    """Place mentions with the persons they name; an e-mail address alone makes no person."""
    people = People()
    mentions = _as_surnames(mentions)
    shared = contested((told.name, told.finding.role, told.is_apart) for told in mentions)
    for mention in sorted(mentions, key=lambda told: _rank(told, shared)):
        owners = _owners(mention, people)
        found = [person for person in owners if _addressed_alike(mention, person)]
        agreeing = [] if _is_in_doubt(mention, found, shared) else found
        agreeing = [person for person in agreeing if _roles_agree(mention, person, shared)]
        if len(agreeing) > 1:
            agreeing = _introduced(mention, agreeing) or _of_role(mention, agreeing)
        if len(agreeing) == 1:
            people.place(mention, _tie(mention, agreeing[0]), agreeing[0])
        elif mention.is_person and (owners or not _joins_damaged(mention, people, shared)):
            same = _same_words(mention, people, shared)
            own = people.place(mention, Tie.SAME if same else Tie.FIRST, same)
            own.doubts += [p for p in found if p is not own and p not in own.doubts]
    return people.persons


def _as_surnames(mentions: Sequence[Mention]) -> list[Mention]:
    """Read a word alone, taken for a first name, as the surname that somebody in full has."""
    full = [told.name for told in mentions if told.name.is_full]
    surnames = {name.surname for name in full}
    barred = {name.given[:1] for name in full}
    return [
        told._replace(name=Name(surname=told.name.given))
        if not told.name.surname and told.name.given in surnames - barred
        else told
        for told in mentions
    ]


def _introduced(mention: Mention, found: Sequence[Person]) -> list[Person]:
    """Return the persons of whom the text says that these are the initials."""
    monogram = mention.name.monogram
    return [p for p in found if any(is_introduced(monogram, name) for name in p.names)]


def _of_role(mention: Mention, found: Sequence[Person]) -> list[Person]:
    role = mention.finding.role
    return [p for p in found if p.role is role is not Role.UNKNOWN]


def _rank(mention: Mention, shared: AbstractSet[tuple[str, ...]]) -> tuple[int, bool, bool, int]:
    """Rank by what a mention tells; one of a shared surname waits for those with a role.

    A double surname tells more than half of it.
    """
    is_half = "-" not in mention.name.surname
    return mention.told, _waits(mention, shared), is_half, mention.order


def _waits(mention: Mention, shared: AbstractSet[tuple[str, ...]]) -> bool:
    return _is_of(mention, shared) and mention.finding.role is Role.UNKNOWN


def _is_of(mention: Mention, shared: AbstractSet[tuple[str, ...]]) -> bool:
    return mention.name.surname in shared


def _is_in_doubt(
    mention: Mention, found: Sequence[Person], shared: AbstractSet[tuple[str, ...]]
) -> bool:
    """Tell whether a mention without a role may be of an office holder or of a namesake."""
    is_vague = _waits(mention, shared) and not mention.name.initials
    return is_vague and any(person.role is Role.OFFICE_HOLDER for person in found)


def _addressed_alike(mention: Mention, person: Person) -> bool:
    """Tell whether "mevrouw" or "de heer" goes with a person, where no first name tells more."""
    if mention.name.given or not mention.address:
        return True
    return person.addresses <= {mention.address}


def _roles_agree(mention: Mention, person: Person, shared: AbstractSet[tuple[str, ...]]) -> bool:
    """Tell whether a mention without a first name can be of a person in that role."""
    if not mention.is_person:
        return True
    if mention.name.given:
        return person.role is not Role.HISTORIC or bool(mention.name.surname)
    roles = (mention.finding.role, person.role)
    if clash(*roles) or (person.role is Role.HISTORIC and not _is_of_history(mention, person)):
        return False
    is_holder = [role is Role.OFFICE_HOLDER for role in roles]
    if _is_of(mention, shared) and is_holder[0] != is_holder[1]:
        return mention.name in person.names and mention.name.is_full
    return is_holder != [True, False] or _is_borne(mention.name, person)


def _is_of_history(mention: Mention, person: Person) -> bool:
    """Tell whether a name is said as that of a person of history is: the whole surname, bare."""
    said = (mention.name.particles, mention.name.surname)
    return not mention.address and said in {(name.particles, name.surname) for name in person.names}


def _is_borne(name: Name, person: Person) -> bool:
    """Tell whether a surname is that of a person, and not only half of it."""
    known = {other.surname for other in person.names if other.is_full}
    return not name.surname or not known or name.surname in known


def clash(one: Role, other: Role) -> bool:
    """Tell whether one of two roles is an office and the other certainly none."""
    roles = {one, other}
    return Role.OFFICE_HOLDER in roles and bool(roles & NO_OFFICE)


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


def _joins_damaged(mention: Mention, people: People, shared: AbstractSet[tuple[str, ...]]) -> bool:
    """Place a mention that is one letter from the name of one person; tell whether that was so.

    A letter misread joins. A letter mistyped joins only where the word is no name of its own:
    Visser and Vissers are two.
    """
    name = mention.name
    word = name.surname[0] if name.surname else name.given[0] if name.given else ""
    near = {p: misread for p, misread in people.near(word).items() if _may_be(mention, p, shared)}
    if len(near) != 1:
        return False
    person, misread = next(iter(near.items()))
    if misread or not traits_of(word) & (SURNAME | FIRST | NOT_A_NAME):
        people.place(mention, Tie.DAMAGED, person)
        return True
    return False


def _may_be(mention: Mention, person: Person, shared: AbstractSet[tuple[str, ...]]) -> bool:
    """Tell whether all that a damaged name says beside the damage fits a person."""
    first = mention.name.initials[:1] if mention.name.surname else ""
    known = {name.initials[:1] for name in person.names} - {""}
    return _roles_agree(mention, person, shared) and (not first or not known or first in known)


def _same_words(
    mention: Mention, people: People, shared: AbstractSet[tuple[str, ...]]
) -> Person | None:
    """Return the person already made of mentions that say the same, no more and no less."""
    same = (p for p in people.named(key_of(mention.name)) if p.names == {mention.name})
    fit = (p for p in same if _addressed_alike(mention, p) and _roles_agree(mention, p, shared))
    return next(fit, None)
