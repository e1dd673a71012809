"""What stands in a case: all acts so far, folded.

The only truth is the acts. This can be thrown away and folded again at any moment, and adding one
act to it costs next to nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, TypeVar

from pipeline.case.acts import (
    AddFile,
    Deed,
    Describe,
    Distinguish,
    Motivate,
    Propose,
    ReadFailed,
    ReadFile,
    Resize,
    Scope,
    SetRole,
    Verdict,
)
from pipeline.store import DoubtRow, ProposalRow
from pipeline.vault import Key
from redact.document import Span
from redact.finding import Action, Kind, Role
from redact.geometry import Box

Wanted = TypeVar("Wanted")


@dataclass(frozen=True, slots=True)
class Recorded:
    """An act in its place in the record."""

    seq: int
    id: str
    at: datetime
    who: str
    subject: str
    deed: Deed
    old: str
    hash: str


class Standing(NamedTuple):
    """A decision as it bears on something: which act took it, and how far it reaches."""

    seq: int
    verdict: Verdict
    grounds: tuple[str, ...]
    who: str
    at: datetime
    scope: Scope


@dataclass(frozen=True, slots=True)
class Item:
    """A place that was proposed or added. `original` is the version of the file it stands in.

    `run` is the last run that proposed it, or the act that added it; `first` the first one.
    """

    id: str
    document: int
    original: Key
    spans: tuple[Span, ...]
    kind: Kind
    action: Action
    grounds: tuple[str, ...]
    reason: str
    run: int
    first: int
    altered: int = 0
    """The last run that proposed something else for it than the one before."""
    score: float = 1.0
    source: str = "hand"
    role: Role = Role.UNKNOWN
    person: str | None = None
    link_reason: str = ""
    same: str = ""
    context: str = ""
    by_hand: bool = False
    page: int = 0
    box: Box | None = None
    term: Key | None = None


@dataclass(slots=True)
class File:
    """The facts about one document, the newest version's only; `run` is the last one about it."""

    number: int
    added: AddFile
    added_seq: int
    versions: int = 1
    run: int = 0
    reading: ReadFile | None = None
    failure: ReadFailed | None = None


Load = Callable[[int], tuple[Sequence[ProposalRow], Sequence[DoubtRow]]]


@dataclass(slots=True)
class State:
    """The fold of the acts up to `seq`."""

    seq: int = 0
    acts: list[Recorded] = field(default_factory=list)
    by_id: dict[str, int] = field(default_factory=dict)
    reverted: set[int] = field(default_factory=set)
    files: dict[int, File] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    of_document: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    of_subject: defaultdict[str, list[Recorded]] = field(default_factory=lambda: defaultdict(list))
    reach: defaultdict[str, list[Standing]] = field(default_factory=lambda: defaultdict(list))
    joins: defaultdict[str, list[tuple[int, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    splits: defaultdict[str, list[tuple[int, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    undo: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    redo: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    changed: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    by_hand: list[str] = field(default_factory=list)
    run: int = 0
    highest: int = 0
    """The highest number that a person was ever named by."""
    proposal: Propose | None = None
    doubts: Sequence[DoubtRow] = ()
    owners: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, list[str]] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)
    """The items that the last run no longer proposed: there only as long as a decision holds."""

    # ------------------------------------------------------------------ asking

    def counts(self, seq: int) -> bool:
        """Tell whether an act was not undone."""
        return seq not in self.reverted

    def all_of(self, subject: str, deed: type[Wanted]) -> Iterator[Recorded]:
        """Yield the acts of one sort on a subject that count, in order."""
        for act in self.of_subject.get(subject, ()):
            if isinstance(act.deed, deed) and act.seq not in self.reverted:
                yield act

    def latest(self, subject: str, deed: type[Wanted]) -> Recorded | None:
        """Return the last act of one sort on a subject that counts."""
        for act in reversed(self.of_subject.get(subject, ())):
            if isinstance(act.deed, deed) and act.seq not in self.reverted:
                return act
        return None

    def last_seq(self, subject: str) -> int:
        """Return the number of the last act about a subject, undone or not."""
        told = self.of_subject.get(subject)
        return told[-1].seq if told else 0

    def person_of(self, item: Item) -> str | None:
        """Return the person whom an item names, after joining and splitting."""
        person = self._last(self.splits.get(item.id)) or item.person
        return person and self.joined(person)

    def joined(self, person: str) -> str:
        """Return the person that a person was joined with, by whatever way."""
        seen: set[str] = set()
        while person not in seen:
            seen.add(person)
            into = self._last(self.joins.get(person))
            if into is None:
                break
            person = into
        return person

    def are_told_apart(self, one: str, other: str) -> bool:
        """Tell whether somebody said that these are two persons."""
        return any(
            isinstance(act.deed, Distinguish) and second in map(self.joined, act.deed.others)
            for first, second in ((one, other), (other, one))
            for act in self.all_of(f"person:{first}", Distinguish)
        )

    def role_seq(self, person: str) -> int:
        """Return the number of the last act that set the role of a person."""
        act = self.latest(f"person:{person}", SetRole)
        return act.seq if act else 0

    def described(self, document: int) -> Describe | None:
        """Return what people said about a document."""
        act = self.latest(f"document:{document}", Describe)
        return act.deed if act and isinstance(act.deed, Describe) else None

    def reasons(self, code: str) -> Motivate | None:
        """Return the reasons that were given last for a ground."""
        act = self.latest(f"ground:{code}", Motivate)
        return act.deed if act and isinstance(act.deed, Motivate) else None

    def decision(self, item: Item) -> Standing | None:
        """Return the decision that an item is under, the narrowest; of two, the latest."""
        for key in self._keys(item):
            for standing in reversed(self.reach.get(key, ())):
                if standing.seq not in self.reverted:
                    return standing
        return None

    def standings(self, item: Item) -> Iterator[Standing]:
        """Yield every decision that reached an item, undone ones too."""
        for key in self._keys(item):
            yield from self.reach.get(key, ())

    def is_open(self, item: Item) -> bool:
        """Tell whether a person must still decide on an item."""
        return item.action is not Action.KEEP and self.decision(item) is None

    def spans_of(self, item: Item) -> tuple[Span, ...]:
        """Return where an item stands, after widening and narrowing."""
        resized = self.latest(f"item:{item.id}", Resize)
        deed = resized.deed if resized else None
        return deed.spans if isinstance(deed, Resize) else item.spans

    def box_of(self, item: Item) -> Box | None:
        """Return the box of an item on an image, after widening and narrowing."""
        resized = self.latest(f"item:{item.id}", Resize)
        found = resized.deed.box if resized and isinstance(resized.deed, Resize) else None
        return found or item.box

    def is_current(self, item: Item) -> bool:
        """Tell whether an item stands in the newest version of its document."""
        return item.original == self.files[item.document].added.original

    def is_there(self, item: Item) -> bool:
        """Tell whether an item is to be shown: proposed by the last run, added or decided on."""
        if item.by_hand:
            return item.run not in self.reverted
        return item.run == self.files[item.document].run or self.decision(item) is not None

    def items_of(self, document: int) -> list[Item]:
        """Return the items that stand in the newest version of a document."""
        listed = (self.items[name] for name in self.of_document.get(document, ()))
        return [item for item in listed if self.is_current(item) and self.is_there(item)]

    def void_items(self, document: int) -> list[Item]:
        """Return what was decided or added in older versions of a document, now void."""
        listed = (self.items[name] for name in self.of_document.get(document, ()))
        return [
            item
            for item in listed
            if not self.is_current(item) and (self._is_added(item) or self._has_own_decision(item))
        ]

    def persons(self) -> Mapping[str, Sequence[str]]:
        """Return the ids of the items of each person."""
        return self.mentions

    def settle(self, names: Iterable[str]) -> None:
        """Put items with the persons they are of now, after an act that may have moved them."""
        for name in names:
            item, before = self.items[name], self.owners.get(name)
            here = self.is_current(item) and self.is_there(item)
            now = self.person_of(item) if here else None
            if now == before:
                continue
            if before:
                self.mentions[before].remove(name)
                if not self.mentions[before]:
                    del self.mentions[before]
                del self.owners[name]
            if now:
                self.mentions.setdefault(now, []).append(name)
                self.owners[name] = now

    def _keys(self, item: Item) -> Iterator[str]:
        person = self.person_of(item)
        group = f"person:{person}" if person else f"same:{item.kind}:{item.same}"
        yield f"item:{item.id}"
        if item.context:
            yield f"context:{item.kind}:{item.context}"
        if person or item.same:
            yield f"document:{item.document}|{group}"
            yield group
        yield f"proposed:{item.id}"

    def _is_added(self, item: Item) -> bool:
        return item.by_hand and item.run not in self.reverted

    def _has_own_decision(self, item: Item) -> bool:
        keys = (f"item:{item.id}", f"proposed:{item.id}")
        return any(s.seq not in self.reverted for key in keys for s in self.reach.get(key, ()))

    def _last(self, told: Sequence[tuple[int, str]] | None) -> str | None:
        for seq, value in reversed(told or ()):
            if seq not in self.reverted:
                return value
        return None
