"""Other names in the place of those in a training text: each mention keeps its form."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from training.damage import misread
from training.marks import Form, Label, Span

_PARTICLE = re.compile(r"(?:(?:[a-z'’]+|van|de)\s)+", re.UNICODE)
_KEPT = 0.12
"""The share of persons who keep their name."""

_NEAR = ("dutch", "dutch-particled", "words", "frisian-groninger", "flemish-limburg")
_NEARBY = 0.45
"""The share of persons whose surname comes from around here for certain."""

_MIXED = 0.25
"""The share of persons whose first name comes from elsewhere than their surname."""


class Person(NamedTuple):
    """A new name: all first names, the particles of the surname ("van der"), its base ("Laan")."""

    firsts: tuple[str, ...]
    particles: str
    base: str

    @property
    def last(self) -> str:
        """The surname as it follows a first name."""
        return f"{self.particles} {self.base}".strip()


class Names(NamedTuple):
    """Names by origin."""

    firsts: Mapping[str, Sequence[str]]
    lasts: Mapping[str, Sequence[str]]

    def draw(self, rng: random.Random) -> Person:
        """Return a person; first name and surname mostly have one origin, whatever the gender."""
        near = [origin for origin in _NEAR if origin in self.lasts]
        is_near = bool(near) and rng.random() < _NEARBY
        last_origin = rng.choice(near if is_near else sorted(self.lasts))
        first_origin = last_origin.split("-")[0]
        alike = [origin for origin in sorted(self.firsts) if origin.startswith(first_origin)]
        if not alike or rng.random() < _MIXED:
            alike = sorted(self.firsts)
        firsts = [
            rng.choice(self.firsts[rng.choice(alike)]) for _ in range(rng.choice((1, 2, 2, 3)))
        ]
        last = rng.choice(self.lasts[last_origin])
        found = _PARTICLE.match(last)
        particles = found[0].strip() if found else ""
        return Person(tuple(firsts), particles, last[len(found[0]) if found else 0 :])


def swapped(
    text: str, spans: Sequence[Span], names: Names, rng: random.Random
) -> tuple[str, list[Span]]:
    """Return the text with other names for most of its persons, and its spans in order.

    Mentions of one number get one name. A person in no known form keeps the name.
    """
    people: dict[object, Person | None] = {}
    pieces: list[str] = []
    new: list[Span] = []
    read = length = 0
    for place, span in enumerate(spans):
        said = text[span.start : span.end]
        if span.label is Label.PERSON and span.form is not None:
            key = ("alone", place) if span.number is None else span.number
            if key not in people:
                people[key] = None if rng.random() < _KEPT else names.draw(rng)
            person = people[key]
            said = said if person is None else written(said, person, span.form, rng)
        pieces += [text[read : span.start], said]
        start = length + len(pieces[-2])
        length = start + len(said)
        new.append(span._replace(start=start, end=length))
        read = span.end
    return "".join([*pieces, text[read:]]), new


def written(said: str, person: Person, form: Form, rng: random.Random) -> str:
    """Return a person's name in the form and the case of what was said."""
    name = _FORMS[form](said, person, rng)
    if sum(map(str.isalpha, said)) > 1 and said.isupper() and form is not Form.INITIALS:
        return name.upper()
    return name.lower() if said.islower() else name


def _full(said: str, person: Person, rng: random.Random) -> str:
    first = person.firsts[0]
    if re.search(r"\s[A-Z]\.", said) or rng.random() < 0.03:  # noqa: PLR2004  now and then
        first = f"{first} {rng.choice('ABCDEFGHJKLMNPRSTW')}."
    return f"{first} {person.last}"


def _formal(said: str, person: Person, rng: random.Random) -> str:
    letters = [first[0].upper() for first in person.firsts]
    initials = rng.choice(("", "", " ")).join(f"{letter}." for letter in letters)
    if "(" in said:
        initials += f" ({person.firsts[0]})"
    elif "." not in said:
        initials = "".join(letters)
    return f"{initials} {person.last}"


def _listed(said: str, person: Person, rng: random.Random) -> str:
    initials = "".join(f"{first[0].upper()}." for first in person.firsts)
    after = initials if "." in said else person.firsts[0]
    if rng.random() < 0.1:  # noqa: PLR2004  now and then the particles come first
        return f"{person.last}, {after}"
    return f"{person.base}, {after} {person.particles}".strip()


def _first(said: str, person: Person, rng: random.Random) -> str:
    is_short = len(said) <= 4 and len(person.firsts[0]) > 6 and rng.random() < 0.3  # noqa: PLR2004
    return person.firsts[0][: rng.choice((3, 4))].strip() if is_short else person.firsts[0]


def _last(said: str, person: Person, rng: random.Random) -> str:
    last = person.last
    begins_small = said[:1].islower() or rng.random() < 0.05  # noqa: PLR2004  now and then
    return last if begins_small else last[:1].upper() + last[1:]


def _initials(said: str, person: Person, rng: random.Random) -> str:
    letters = [person.firsts[0][0].upper()]
    if sum(map(str.isalpha, said)) > 1:
        letters += [part[0] for part in person.particles.replace("'", "").split() if part]
        letters.append(person.base[0].upper())
    if said.isupper() and rng.random() < 0.7:  # noqa: PLR2004  mostly as it was
        letters = [letter.upper() for letter in letters]
    return "".join(f"{letter}." if "." in said else letter for letter in letters)


def _mail(said: str, person: Person, rng: random.Random) -> str:
    first = person.firsts[0] if rng.random() < 0.5 else person.firsts[0][0]  # noqa: PLR2004  half
    between = next((letter for letter in "._-" if letter in said), "")
    last = re.sub(r"[^\w]", "", person.last)
    return f"{first}{between}{last}".lower().replace(" ", "")


def _damaged(said: str, person: Person, rng: random.Random) -> str:
    whole = " " in said.strip() and _full(said, person, rng)
    return misread(whole or _last(said, person, rng), rng)


_FORMS: dict[Form, Callable[[str, Person, random.Random], str]] = {
    Form.FULL: _full,
    Form.FORMAL: _formal,
    Form.LISTED: _listed,
    Form.FIRST: _first,
    Form.LAST: _last,
    Form.INITIALS: _initials,
    Form.MAIL: _mail,
    Form.DAMAGED: _damaged,
}
