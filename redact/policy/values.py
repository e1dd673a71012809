"""What an organisation decides beforehand: which kind and which role gets which treatment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from redact.finding import Action, Kind, Role

TERM = "term"
"""Source of a finding for a term; the term's place in `Policy.terms` follows, as in `term:0`."""


@dataclass(frozen=True, slots=True)
class KindRule:
    """What happens to one kind of finding.

    A finding goes from score `redact_from` on, a person looks from `look_from` on, and below
    that it stays. `passes` says that the one-shot run may remove it without a person.
    """

    ground: str
    action: Action
    passes: bool
    redact_from: float
    look_from: float


@dataclass(frozen=True, slots=True)
class RoleRule:
    """What a person's role changes, for the kinds named; no ground: that of the kind."""

    action: Action
    kinds: frozenset[Kind]
    ground: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A text that always goes, wherever it stands."""

    text: str = field(repr=False)
    ground: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Cue:
    """An expression of the organisation's own that hints at a passage of some kind."""

    phrase: str = field(repr=False)
    kind: Kind
    weight: float


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose documents these are. The holder of a public function is named in public."""

    name: str = ""
    domains: tuple[str, ...] = ()
    public_functions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeHolders:
    """Who holds an office with this organisation: by name, and by what the office is called."""

    names: tuple[str, ...] = field(default=(), repr=False)
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which agenda items lie outside what is published.

    They are those in `items` or, where `keep_only` names any, all that it does not name.
    """

    ground: str
    items: tuple[str, ...] = field(default=(), repr=False)
    keep_only: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Which trained model looks for persons: ours, or an installed one of spaCy.

    The persons that a model of spaCy sees all get one `score`: it does not say how sure it is.
    """

    spacy: str = ""
    score: float = 0.6


@dataclass(frozen=True, slots=True)
class Policy:
    """The house rules for one organisation or case, by the name that reports call them."""

    name: str
    kinds: Mapping[Kind, KindRule]
    roles: Mapping[Role, RoleRule]
    scope: Scope
    organisation: Organisation = Organisation()
    office_holders: OfficeHolders = OfficeHolders()
    recogniser: Recogniser = Recogniser()
    terms: tuple[Term, ...] = ()
    keep: tuple[str, ...] = field(default=(), repr=False)
    cues: tuple[Cue, ...] = ()

    def term(self, source: str) -> Term | None:
        """Return the term that a finding's source names, if it names one."""
        name, _, index = source.partition(":")
        return self.terms[int(index)] if name == TERM else None
