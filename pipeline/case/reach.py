"""How far a decision reaches: under which keys it stands, and for which items."""

from dataclasses import replace

from pipeline.case import acts
from pipeline.case.acts import Scope, Verdict
from pipeline.case.state import Item, Recorded, Standing, State
from redact.finding import Action


def decide(state: State, act: Recorded, deed: acts.Decide) -> None:
    """Let a decision stand wherever it reaches."""
    if deed.verdict is Verdict.AS_PROPOSED and act.subject.startswith("item:"):
        item = state.items[act.subject.partition(":")[2]]
        deed = replace(deed, verdict=Verdict(item.action), grounds=item.grounds)
    elif deed.verdict is Verdict.AS_PROPOSED:
        for item in _proposed(state, act.subject, deed):
            told = Standing(
                act.seq, Verdict(item.action), item.grounds, act.who, act.at, deed.scope
            )
            state.reach[f"proposed:{item.id}"].append(told)
        return
    told = Standing(act.seq, deed.verdict, deed.grounds, act.who, act.at, deed.scope)
    for key in _reached(state, act.subject, deed):
        state.reach[key].append(told)


def _proposed(state: State, subject: str, deed: acts.Decide) -> list[Item]:
    """Return the undecided items that are taken over as the machine proposed them."""
    found = [item for item in _meant(state, subject, deed) if item.action is not Action.LOOK]
    return [item for item in found if state.decision(item) is None]


def _meant(state: State, subject: str, deed: acts.Decide) -> list[Item]:
    sort, _, key = subject.partition(":")
    if sort == "item":
        return [state.items[key]]
    if sort == "person":
        listed = [state.items[name] for name in state.persons().get(key, ())]
    elif sort == "document":
        listed = state.items_of(int(key))
    else:
        every = (item for number in state.files for item in state.items_of(number))
        listed = [item for item in every if item.kind == key]
    return [item for item in listed if deed.document in (None, item.document)]


def _reached(state: State, subject: str, deed: acts.Decide) -> list[str]:
    """Return the keys that a decision stands under."""
    sort, _, key = subject.partition(":")
    if sort == "person":
        return [subject if deed.document is None else f"document:{deed.document}|{subject}"]
    if sort != "item":
        return [f"proposed:{item.id}" for item in _meant(state, subject, deed)]
    item = state.items[key]
    person = state.person_of(item)
    group = f"person:{person}" if person else f"same:{item.kind}:{item.same}"
    if deed.scope is Scope.CONTEXT and item.context:
        return [f"context:{item.kind}:{item.context}"]
    if deed.scope in (Scope.DOCUMENT, Scope.CASE) and (person or item.same):
        return [group if deed.scope is Scope.CASE else f"document:{item.document}|{group}"]
    return [subject]
