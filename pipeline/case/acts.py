"""Everything that is done in a case, as values: what people decide and what the machine did.

An act is never changed. What it says travels to the database as JSON without a word of the
documents: texts that people type are in the vault, and acts hold their keys.
"""

import json
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple, TypeAlias, get_args

from pipeline.vault import Key, Sheet
from redact.document import Span
from redact.finding import Kind, Role
from redact.geometry import Box


class Verdict(StrEnum):
    """What is decided; AS_PROPOSED takes over, item by item, what the machine would remove."""

    REDACT = "redact"
    KEEP = "keep"
    AS_PROPOSED = "as_proposed"


class Scope(StrEnum):
    """How far a decision on an item reaches."""

    HERE = "here"
    DOCUMENT = "document"
    CASE = "case"
    CONTEXT = "context"


class Place(NamedTuple):
    """Where something is added by hand: spans of a text, or a box on a page (an image)."""

    document: int
    spans: tuple[Span, ...] = ()
    page: int = 0
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Decide:
    """Redact or keep: an item, a person, a kind, or all that is proposed in a document.

    Without grounds, those of the proposal count. `document` bounds a decision on a person or a
    kind to one document.
    """

    name: ClassVar = "decide"
    verdict: Verdict
    grounds: tuple[str, ...] = ()
    scope: Scope = Scope.HERE
    document: int | None = None


@dataclass(frozen=True, slots=True)
class Add:
    """Redact what the machine did not see; with a term, all its places that were ticked."""

    name: ClassVar = "add"
    places: tuple[Place, ...]
    kind: Kind
    grounds: tuple[str, ...]
    term: Key | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Resize:
    """Make an item wider or narrower."""

    name: ClassVar = "resize"
    spans: tuple[Span, ...] = ()
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """These persons are one, under the id of the subject."""

    name: ClassVar = "join"
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """These mentions are of another person, with an id of its own."""

    name: ClassVar = "split"
    items: tuple[str, ...]
    person: str


@dataclass(frozen=True, slots=True)
class Distinguish:
    """These persons are not the one of the subject, whatever the machine doubts."""

    name: ClassVar = "distinguish"
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetRole:
    """This is the role of a person, and what the policy makes of it."""

    name: ClassVar = "set_role"
    role: Role
    verdict: Verdict | None = None
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """A person has looked at what the machine could not read."""

    name: ClassVar = "acknowledge"
    note: Key | None = None


@dataclass(frozen=True, slots=True)
class SeePage:
    """A person has looked at a page; or takes that back."""

    name: ClassVar = "see_page"
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of a person, for colleagues."""

    name: ClassVar = "note"
    text: Key


@dataclass(frozen=True, slots=True)
class Motivate:
    """Why this ground weighs more than openness in this case; `age` as article 5.3 asks."""

    name: ClassVar = "motivate"
    text: Key
    age: bool = False


@dataclass(frozen=True, slots=True)
class Describe:
    """What is known about a document: its title and day, for the rules and the inventory."""

    name: ClassVar = "describe"
    title: Key | None = None
    day: str | None = None
    environmental: bool = False
    emissions: bool = False
    formal: bool = False
    release_day: str | None = None
    provision: Key | None = None


@dataclass(frozen=True, slots=True)
class Approve:
    """All that stands in a document is right; `digest` says what stood."""

    name: ClassVar = "approve"
    digest: str
    second: bool = False


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The approvals of a document no longer count."""

    name: ClassVar = "withdraw"


@dataclass(frozen=True, slots=True)
class Revert:
    """Undo an act, or redo one by reverting the act that undid it."""

    name: ClassVar = "revert"
    seq: int


@dataclass(frozen=True, slots=True)
class AddFile:
    """A file came in, new or in the place of an older version; `title` is its name."""

    name: ClassVar = "add_file"
    original: Key
    title: Key
    suffix: str
    size: int


@dataclass(frozen=True, slots=True)
class Unread:
    """One thing in a document that the machine could not read or does not show."""

    id: str
    kind: str
    page: int | None
    count: int


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The machine read a version of a document; `policy` names the rules it looked with."""

    name: ClassVar = "read_file"
    original: Key
    pdf: Key
    reading: Key
    findings: Key
    policy: str
    pages: tuple[Sheet, ...]
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFailed:
    """The machine could not read a version of a document; `message` is Dutch and our own."""

    name: ClassVar = "read_failed"
    original: Key
    error: str
    message: str


class Covered(NamedTuple):
    """A version of a document that a run was about."""

    document: int
    original: Key


@dataclass(frozen=True, slots=True)
class Propose:
    """The machine proposed anew, for all documents; `digest` covers the rows of the run.

    `texts` is the key of what stands at each item, for people to read.
    """

    name: ClassVar = "propose"
    policy: str
    texts: Key
    digest: str
    items: int
    persons: int
    documents: tuple[Covered, ...]


Deed: TypeAlias = (
    Decide
    | Add
    | Resize
    | Join
    | Split
    | Distinguish
    | SetRole
    | Acknowledge
    | SeePage
    | Note
    | Motivate
    | Describe
    | Approve
    | Withdraw
    | Revert
    | AddFile
    | ReadFile
    | ReadFailed
    | Propose
)

DEEDS: dict[str, type[Any]] = {deed.name: deed for deed in get_args(Deed)}
UNDOABLE = (
    Decide,
    Add,
    Resize,
    Join,
    Split,
    Distinguish,
    SetRole,
    Acknowledge,
    Note,
    Motivate,
    Describe,
)
CONTESTED = (Decide, Resize, Join, Split, SetRole, Motivate, Describe, Approve, Withdraw)
"""What two people can disagree about: such an act must have seen the last one before it."""


def as_json(deed: Deed) -> str:
    """Return a deed as JSON."""
    told = {field.name: getattr(deed, field.name) for field in fields(deed)}
    return json.dumps(told, default=asdict, ensure_ascii=False, separators=(",", ":"))
