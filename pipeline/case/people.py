"""The persons of a case, each to be decided on once."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.case import acts
from pipeline.case.acts import Verdict
from pipeline.case.case import Case
from pipeline.case.errors import UnknownSubjectError
from pipeline.case.shown import shown
from pipeline.case.state import Item, Standing, State
from redact.document import Span
from redact.finding import Action, Kind, Role


class Doubt(NamedTuple):
    """Another person that this one may be."""

    person: str
    label: str
    reason: str


class PersonRow(NamedTuple):
    """One person. `items` are the mentions, mail addresses among them, in order of document.

    `role_by_hand`: a person set the role. `verdict` is what was decided on the person as a whole;
    `otherwise` counts the mentions that stand differently. `link_reasons` says, with how often,
    why mentions are of this person.
    """

    id: str
    label: str
    names: tuple[str, ...]
    role: Role
    role_by_hand: bool
    items: tuple[str, ...]
    documents: tuple[int, ...]
    action: Action
    grounds: tuple[str, ...]
    reason: str
    link_reasons: tuple[tuple[str, int], ...]
    doubts: tuple[Doubt, ...]
    decision: Standing | None
    open: int
    otherwise: int
    first: int

    @property
    def is_decided(self) -> bool:
        """Tell whether no mention waits for a person."""
        return self.open == 0


def people(case: Case) -> list[PersonRow]:
    """Return the persons of a case, those with most mentions first."""
    with case.lock:
        state = case.state()
        kept: tuple[int, list[PersonRow]] | None = case.cache.get("people")
        if kept is None or kept[0] != state.seq:
            kept = state.seq, _rows(case, state)
            case.cache["people"] = kept
        return kept[1]


def person(case: Case, name: str) -> PersonRow:
    """Return one person.

    Raises:
        UnknownSubjectError: the case has none of that id.
    """
    with case.lock:
        state = case.state()
        if name not in state.persons():
            raise UnknownSubjectError
        near = {name, *_doubted_with(state, name)} & state.persons().keys()
        rows = {one: _kept(case, state, one) for one in near}
        doubts = _doubts(state, {one: row.label for one, row in rows.items()})
        return rows[name]._replace(doubts=tuple(doubts.get(name, ())))


def _doubted_with(state: State, name: str) -> set[str]:
    """Return whom a person was ever doubted to be: without looking at all others."""
    pairs = [(state.joined(row.person), state.joined(row.other)) for row in state.doubts]
    return {person for pair in pairs if name in pair for person in pair}


def _rows(case: Case, state: State) -> list[PersonRow]:
    rows = [_kept(case, state, name) for name in state.persons()]
    doubts = _doubts(state, {row.id: row.label for row in rows})
    found = [row._replace(doubts=tuple(doubts[row.id])) if row.id in doubts else row
             for row in rows]  # fmt: skip
    return sorted(found, key=lambda row: (-len(row.items), row.label.casefold(), row.id))


def _kept(case: Case, state: State, name: str) -> PersonRow:
    """Return a person without doubts; kept until something in the documents changes."""
    items = [state.items[item] for item in state.persons()[name]]
    stamp = max(state.changed[item.document] for item in items), len(items), state.role_seq(name)
    kept: tuple[object, PersonRow] | None = case.cache.get(("person", name))
    if kept is None or kept[0] != stamp:
        kept = stamp, _row(state, name, sorted(items, key=_order), shown(case, state))
        case.cache["person", name] = kept
    return kept[1]


def _order(item: Item) -> tuple[int, Sequence[Span], str]:
    return item.document, item.spans, item.id


def _row(state: State, name: str, items: Sequence[Item], texts: Mapping[str, str]) -> PersonRow:
    decisions = [state.decision(item) for item in items]
    told = Counter((item.action, item.grounds) for item in items)
    action, grounds = min(told, key=lambda one: (_URGENCY[one[0]], -told[one]))
    by_hand = state.latest(f"person:{name}", acts.SetRole)
    given = by_hand.deed.role if by_hand and isinstance(by_hand.deed, acts.SetRole) else None
    whole = _on_person(state, name)
    names = _names(items, texts)
    return PersonRow(
        id=name,
        label=names[0] if names else "",
        names=names,
        role=given or _role(items),
        role_by_hand=by_hand is not None,
        items=tuple(item.id for item in items),
        documents=tuple(sorted({item.document for item in items})),
        action=action,
        grounds=grounds,
        reason=next(item.reason for item in items if item.action is action),
        link_reasons=tuple(Counter(i.link_reason for i in items if i.link_reason).most_common()),
        doubts=(),
        decision=whole,
        open=sum(
            d is None and i.action is not Action.KEEP for d, i in zip(decisions, items, strict=True)
        ),
        otherwise=sum(_differs(decision, whole) for decision in decisions),
        first=min(item.first for item in items),
    )


_URGENCY = {Action.REDACT: 0, Action.LOOK: 1, Action.KEEP: 2}


def _on_person(state: State, name: str) -> Standing | None:
    """Return the decision on a person as a whole."""
    told = (s for s in reversed(state.reach.get(f"person:{name}", ())) if state.counts(s.seq))
    return next(told, None)


def _differs(one: Standing | None, whole: Standing | None) -> bool:
    if one is None or whole is None:
        return False
    same = one.verdict is whole.verdict
    return not same or (one.verdict is Verdict.REDACT and set(one.grounds) != set(whole.grounds))


def _role(items: Sequence[Item]) -> Role:
    """Return the role that the machine gave: one run gives all mentions of a person the same."""
    told = Counter(item.role for item in items if item.role is not Role.UNKNOWN)
    return told.most_common(1)[0][0] if told else Role.UNKNOWN


def _names(items: Sequence[Item], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return how a person is mentioned: names before mail addresses, the fullest first."""
    told = {(i.kind is not Kind.PERSON, texts[i.id]) for i in items if texts.get(i.id)}
    ranked = sorted(told, key=lambda one: (one[0], -len(one[1]), one[1]))
    return tuple(dict.fromkeys(text for _, text in ranked))


def _doubts(state: State, labels: Mapping[str, str]) -> dict[str, list[Doubt]]:
    """Return whom each person may also be: doubts that nobody has taken away."""
    found: defaultdict[str, list[Doubt]] = defaultdict(list)
    for row in state.doubts:
        one, other = state.joined(row.person), state.joined(row.other)
        if one == other or state.are_told_apart(one, other):
            continue
        for here, there in ((one, other), (other, one)):
            known = any(doubt.person == there for doubt in found[here])
            if here in labels and there in labels and not known:
                found[here].append(Doubt(there, labels[there], row.reason))
    return found
