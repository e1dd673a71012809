"""Where the law's rules on grounds are broken in a case, with the way out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from grounds.marks import Marks, Objection, Rule
from grounds.motivation import blanks
from grounds.rules import check
from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.standing import standings
from pipeline.case.state import State

_PER_CASE = frozenset({Rule.R5, Rule.R7})
"""The rules that ask for reasons, which are given once for a ground and a case."""


class Broken(NamedTuple):
    """A rule that is broken: in the items of a document, or (None) in the case as a whole."""

    document: int | None
    items: tuple[str, ...]
    objection: Objection


class Motivated(NamedTuple):
    """The grounds that reasons were given for, and for which also those of article 5.3."""

    codes: frozenset[str]
    aged: frozenset[str]


def broken_rules(case: Case) -> list[Broken]:
    """Return every objection: those to the case first, then those in each document."""
    with case.lock:
        state = case.state()
        return [
            *broken_in_case(case, state),
            *(one for number in sorted(state.files) for one in broken_in(case, state, number)),
        ]


def broken_in(case: Case, state: State, document: int) -> list[Broken]:
    """Return the objections to sets of grounds in one document, each once with its items."""
    found: defaultdict[Objection, list[str]] = defaultdict(list)
    for codes, items in _sets(case, state, document).items():
        marks = replace(marks_of(case, state, document), codes=codes, motivated=True)
        for objection in check(marks):
            if objection.rule not in _PER_CASE:
                found[objection] += items
    return [Broken(document, tuple(items), told) for told, items in found.items()]


def broken_in_case(case: Case, state: State) -> list[Broken]:
    """Return the grounds that are used without the reasons that the law asks for."""
    given = motivated(case, state)
    return list(_without_reasons(state, given)) + list(_old(case, state, given))


def motivated(case: Case, state: State) -> Motivated:
    """Return the grounds with reasons; a skeleton with its blanks still open gives none."""
    codes, aged = set(), set()
    for code in _codes(state):
        told = state.reasons(code)
        if told and not blanks(case.vault.text(told.text)):
            codes.add(code)
            aged |= {code} if told.age else set()
    return Motivated(frozenset(codes), frozenset(aged))


def marks_of(case: Case, state: State, document: int) -> Marks:
    """Return what is known of a document, without any codes."""
    told = state.described(document)
    known = told or acts.Describe()
    return Marks(
        codes=frozenset(),
        environmental=known.environmental,
        emissions=known.emissions,
        formal=known.formal,
        release_date=_day(known.release_day),
        document_date=_day(known.day),
        request_date=case.settings.request_date,
        decision_date=case.settings.decision_date,
        provision=case.vault.text(known.provision) if known.provision else "",
    )


def _without_reasons(state: State, given: Motivated) -> Iterator[Broken]:
    for code in _codes(state):
        if code not in given.codes:
            yield from _asking(Marks(frozenset({code})), Rule.R5)


def _old(case: Case, state: State, given: Motivated) -> Iterator[Broken]:
    """Yield the grounds on old information without the reasons of article 5.3."""
    seen: set[str] = set()
    for number in sorted(state.files):
        told = state.described(number)
        if told is None or told.day is None:
            continue
        for code in _codes_in(_sets(case, state, number)) - given.aged - seen:
            found = list(_asking(
                replace(marks_of(case, state, number), codes=frozenset({code})), Rule.R7
            ))  # fmt: skip
            seen |= {code} if found else set()
            yield from found


def _asking(marks: Marks, rule: Rule) -> Iterator[Broken]:
    for objection in check(marks):
        if objection.rule is rule:
            yield Broken(None, (), objection)


def _sets(case: Case, state: State, document: int) -> dict[frozenset[str], list[str]]:
    """Return the sets of grounds in a document, with the items that go under them."""
    kept: tuple[int, dict[frozenset[str], list[str]]] | None
    kept = case.cache.get(("grounds", document))
    if kept is None or kept[0] != state.changed[document]:
        kept = state.changed[document], _counted(state, document)
        case.cache["grounds", document] = kept
    return kept[1]


def _counted(state: State, document: int) -> dict[frozenset[str], list[str]]:
    found: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for one in standings(state, document):
        if one.goes:
            found[frozenset(one.grounds)].append(one.item.id)
    return dict(found)


def _codes_in(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(code for codes in sets for code in codes)


def _codes(state: State) -> list[str]:
    """Return every code that a decision in the case rests on."""
    told = (s for standing in state.reach.values() for s in standing if state.counts(s.seq))
    return sorted({code for standing in told for code in standing.grounds})


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
