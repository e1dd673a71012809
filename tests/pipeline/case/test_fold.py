"""Whatever people do, undo and redo: what stands is what the acts say, and nothing more."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pipeline.case import acts
from pipeline.case.acts import Scope, Verdict
from pipeline.case.audit import check_case
from pipeline.case.case import open_case
from pipeline.case.doing import By, add, decide, join, set_role, split
from pipeline.case.errors import NotAllowedError
from pipeline.case.fold import fold
from pipeline.case.people import people
from pipeline.case.record import redo, undo
from pipeline.case.standing import digest, standings
from pipeline.case.state import State
from redact.finding import Kind, Role
from tests.pipeline.case.made import PAGE, make_case, propose, put

WHO = st.sampled_from(["ann", "bob"])
VERDICT = st.sampled_from([Verdict.REDACT, Verdict.KEEP])


def told(state):
    """Return all that stands, as plain values."""
    return [
        (number, one.item.id, one.state, one.grounds, state.spans_of(one.item),
         state.person_of(one.item))
        for number in state.files
        for one in standings(state, number)
    ]  # fmt: skip


def sorted_persons(state):
    return {name: sorted(items) for name, items in state.persons().items()}


class Working(RuleBasedStateMachine):
    """Two people at work in one case."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()

    @initialize()
    def start(self):
        self.case = make_case(Path(self.folder.name))
        put(self.case, PAGE, name="een.txt")
        put(self.case, PAGE, "Nog een bladzijde met B. Smit.", name="twee.txt")
        propose(self.case)
        self.before = [told(self.case.state())]

    def one_of(self, data, listed):
        return data.draw(st.sampled_from(sorted(listed)))

    @rule(data=st.data(), who=WHO, verdict=VERDICT, scope=st.sampled_from(Scope))
    def decide_on_an_item(self, data, who, verdict, scope):
        state = self.case.state()
        item = self.one_of(data, (i.id for n in state.files for i in state.items_of(n)))
        decide(self.case, By(who), f"item:{item}", verdict, scope=scope)

    @rule(data=st.data(), who=WHO, verdict=VERDICT, document=st.sampled_from([None, 1, 2]))
    def decide_on_a_person(self, data, who, verdict, document):
        person = self.one_of(data, self.case.state().persons())
        decide(self.case, By(who), f"person:{person}", verdict, document=document)

    @rule(who=WHO, document=st.sampled_from([1, 2]))
    def take_over_what_is_proposed(self, who, document):
        decide(self.case, By(who), f"document:{document}", Verdict.AS_PROPOSED)

    @rule(data=st.data(), who=WHO)
    def join_two(self, data, who):
        persons = self.case.state().persons()
        if len(persons) > 1:
            one = self.one_of(data, persons)
            join(self.case, By(who), one, [self.one_of(data, set(persons) - {one})])

    @rule(data=st.data(), who=WHO)
    def split_one(self, data, who):
        persons = {p: i for p, i in self.case.state().persons().items() if len(i) > 1}
        if persons:
            person = self.one_of(data, persons)
            split(self.case, By(who), person, [self.one_of(data, persons[person])])

    @rule(data=st.data(), who=WHO, role=st.sampled_from([Role.OFFICE_HOLDER, Role.CITIZEN]))
    def set_a_role(self, data, who, role):
        set_role(self.case, By(who), self.one_of(data, self.case.state().persons()), role)

    @rule(who=WHO, start=st.integers(0, 20), length=st.integers(1, 5))
    def add_by_hand(self, who, start, length):
        place = acts.Place(1, (acts.Span(0, start, start + length),))
        add(self.case, By(who), [place], Kind.CASE, ["5.1.2.e"])

    @rule(only=st.sampled_from([None, {1}, {2}]))
    def propose_again(self, only):
        propose(self.case, only=only)

    @rule(who=WHO)
    def undo_one(self, who):
        if self.case.state().undo[who]:
            before = told(self.case.state())
            undo(self.case, who)
            redo(self.case, who)
            assert told(self.case.state()) == before
            undo(self.case, who)

    @rule(who=WHO)
    def redo_one(self, who):
        try:
            redo(self.case, who)
        except NotAllowedError:
            assert not self.case.state().redo[who]

    @invariant()
    def folding_anew_gives_the_same(self):
        if not hasattr(self, "case"):
            return
        state, anew = self.case.state(), State()
        for act in state.acts:
            fold(anew, act, lambda run: (self.case.store.proposals(run), ()))
        assert told(anew) == told(state)
        assert sorted_persons(anew) == sorted_persons(state)
        by_hand = {}
        for number in state.files:
            for item in state.items_of(number):
                by_hand.setdefault(state.person_of(item), []).append(item.id)
        by_hand.pop(None, None)
        assert {p: sorted(items) for p, items in by_hand.items()} == sorted_persons(state)

    @invariant()
    def kept_rows_are_those_of_a_fresh_look(self):
        if not hasattr(self, "case"):
            return
        kept = people(self.case)
        self.case.cache.clear()
        assert people(self.case) == kept

    def teardown(self):
        if hasattr(self, "case"):
            for who in ("ann", "bob"):
                while self.case.state().undo[who]:
                    undo(self.case, who)
            again = open_case(self.case.folder)
            assert not any(one.decision for n in (1, 2) for one in standings(again.state(), n))
            assert digest(again.state(), 1) == digest(self.case.state(), 1)
            assert check_case(again) == []
            again.close()
            self.case.close()
        self.folder.cleanup()


TestWorking = Working.TestCase
TestWorking.settings = settings(
    max_examples=8,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
