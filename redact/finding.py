"""What the machine saw, what it proposes, what a person decided, what must go.

Each value holds positions, never text: what travels through queues, rows and tracebacks cannot
leak a document.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from redact.document import Span


class Kind(StrEnum):
    """What kind of thing was found."""

    PERSON = "person"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    BSN = "bsn"
    IBAN = "iban"
    PLATE = "plate"
    BIRTHDATE = "birthdate"
    IDNUMBER = "idnumber"
    HEALTH = "health"
    CASE = "case"
    OPINION = "opinion"
    STATE = "state"
    INSPECTION = "inspection"
    COMPANY = "company"
    SCOPE = "scope"


PASSAGES = frozenset(
    {Kind.HEALTH, Kind.CASE, Kind.OPINION, Kind.STATE, Kind.INSPECTION, Kind.COMPANY, Kind.SCOPE}
)
"""The kinds that cover whole sentences or items rather than a name or a number."""


class Role(StrEnum):
    """In which role a person stands in a document; it decides whether the name goes."""

    UNKNOWN = "unknown"
    CITIZEN = "citizen"
    CIVIL_SERVANT = "civil_servant"
    OFFICE_HOLDER = "office_holder"
    ADVISER = "adviser"
    AUTHOR = "author"
    HISTORIC = "historic"
    ORGANISATION = "organisation"


class Action(StrEnum):
    """What should happen to a place: take it out, leave it, or let a person look."""

    REDACT = "redact"
    KEEP = "keep"
    LOOK = "look"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing a detector saw; more than one span when it runs over a page break.

    `score` lies between 0 and 1. `source` names the rule; `reason` is one Dutch sentence for the
    reviewer and quotes nothing of the document.
    """

    spans: tuple[Span, ...]
    kind: Kind
    score: float
    source: str
    reason: str
    role: Role = Role.UNKNOWN

    def __post_init__(self) -> None:
        """Check that the finding points somewhere and that its score is a share."""
        if not self.spans or any(span.start >= span.end for span in self.spans):
            msg = f"a finding of {self.source} covers no character"
            raise ValueError(msg)
        if not 0 <= self.score <= 1:
            msg = f"a finding of {self.source} has score {self.score}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Entity:
    """One person (or other party) with every place where it is mentioned.

    `ties` says for each mention, in Dutch, why it belongs here; `doubts` are the ids of entities
    that this one may also be, `why` says for each of these what kept the two apart.
    """

    id: str
    kind: Kind
    role: Role
    mentions: tuple[Finding, ...]
    ties: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the machine puts forward for one finding. The id is stable over runs."""

    id: str
    finding: Finding
    action: Action
    ground: str | None
    reason: str
    entity: str | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places it is about."""
        return self.finding.spans


class Verdict(StrEnum):
    """What was decided about a proposal."""

    REDACT = "redact"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about one proposal or one entity; never changed afterwards."""

    subject: str
    verdict: Verdict
    ground: str | None
    who: str
    when: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Redaction:
    """A span that must go and the code that takes its place: all that a writer accepts."""

    span: Span
    ground: str


@dataclass(frozen=True, slots=True)
class Verified:
    """Proof that an output was checked: all that a publication accepts.

    `sha256` names the output's bytes, `checks` what was looked at, `versions` with which
    libraries.
    """

    sha256: str
    checks: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
