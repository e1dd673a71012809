"""Persons in the sentences of public bodies: a name where the text speaks of somebody by a post.

Published texts have lost their names, and the places where these stood are loose words by now. But
"de verzekerde meldt dat ..." is a real sentence in which a name can stand.
"""

import random
import re

from training.examples import NO_PERSON, Example, Named
from training.marks import Form
from training.swap import Names, Person, written

_SOMEBODY = re.compile(
    r"\b(?:de|een|deze|die) (?:betrokken |nieuwe |huidige )?"
    r"(?:werknemer|verzekerde|klant|cliënt|medewerker|verzekeringsarts|arbeidsdeskundige|jurist"
    r"|belanghebbende|betrokkene|aanvrager|uitkeringsgerechtigde|adviseur|teammanager|manager"
    r"|teamleider|voorzitter|projectleider|procesbegeleider|behandelaar|functionaris|deskundige"
    r"|secretaris|bezwaarde|bezwaarmaker|gemachtigde|huisarts|bedrijfsarts|burger|collega"
    r"|opdrachtgever|deelnemer|kandidaat|sollicitant|leidinggevende|directeur)\b(?!-)",
    re.IGNORECASE,
)

_SHARE = 0.6
"""Of those who are spoken of, so many get a name; the others show what is none."""

_WAYS = (
    (Form.FIRST, "Noor", ("{}", "{}", "collega {}")),
    (Form.LAST, "Haddad", ("{}", "{}", "{}", "de heer {}", "mevrouw {}", "dhr. {}", "mw. {}")),
    (Form.FULL, "Noor Haddad", ("{}", "{}", "mevrouw {}", "{} (extern)")),
    (Form.FORMAL, "N.A. Haddad", ("{}", "{}", "de heer {}", "mw. mr. {}")),
    (Form.INITIALS, "NH", ("{}",)),
)
_WEIGHTS = (5, 6, 4, 3, 1)


_SHORTEST = 20
"""Characters of a line; shorter ones tell of a page whose order is lost."""


def speaks_of_somebody(paragraph: str) -> bool:
    """Tell whether names can stand in a paragraph, whose lines are in order."""
    lines = paragraph.split("\n")
    return all(len(line) > _SHORTEST for line in lines[:-1]) and bool(_SOMEBODY.search(paragraph))


def named_paragraph(paragraph: str, names: Names, rng: random.Random) -> Example:
    """Return a paragraph with names for most of those whom it speaks of by their post."""
    people: dict[str, Person] = {}
    text, read = "", 0
    found: list[Named] = []
    for match in _SOMEBODY.finditer(paragraph):
        if rng.random() > _SHARE:
            continue
        person = people.setdefault(match[0].split()[-1].lower(), names.draw(rng))
        before, name, after = _called(person, rng)
        before = before[:1].upper() + before[1:] if match[0][0].isupper() else before
        text += paragraph[read : match.start()] + before
        found.append(Named(len(text), len(text) + len(name), "PERSON"))
        text, read = text + name + after, match.end()
    return Example(text + paragraph[read:], tuple(found), NO_PERSON)


def _called(person: Person, rng: random.Random) -> tuple[str, str, str]:
    """Return what stands before a name, the name, and what stands after it."""
    (form, model, ways) = rng.choices(_WAYS, _WEIGHTS)[0]
    before, _, after = rng.choice(ways).partition("{}")
    return before, written(model, person, form, rng), after
