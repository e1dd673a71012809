import sqlite3
import threading
from uuid import uuid4

import pytest
from sqlalchemy import text

from pipeline.case import acts
from pipeline.case.acts import Scope, Verdict
from pipeline.case.audit import check_case
from pipeline.case.case import open_case
from pipeline.case.doing import By, decide, join, note, see_page
from pipeline.case.errors import ConflictError, NotAllowedError, UnknownSubjectError
from pipeline.case.record import Ask, acts_since, record, redo, undo
from pipeline.case.standing import ItemState, digest, standings
from pipeline.errors import WrongUseError
from redact.errors import GroundMissingError
from tests.pipeline.case.made import item_at


def stands(case, item):
    return next(one for one in standings(case.state(), 1) if one.item.id == item)


def test_a_decision_is_there_after_the_case_was_opened_again(anywhere):
    item = item_at(anywhere, 1, "B. Smit")
    decide(anywhere, By("ann"), f"item:{item}", Verdict.REDACT)
    anywhere.close()
    again = open_case(anywhere.folder)
    assert stands(again, item).state is ItemState.APPROVED
    assert stands(again, item).grounds == ("5.1.2.e",)
    assert digest(again.state(), 1) == digest(anywhere.state(), 1)
    again.close()


def test_two_who_have_the_case_open_see_each_others_acts(anywhere):
    other = open_case(anywhere.folder)
    before = other.state().seq
    item = item_at(anywhere, 1, "B. Smit")
    done = decide(anywhere, By("ann"), f"item:{item}", Verdict.KEEP)
    assert [act.id for act in acts_since(other, before)] == [done.id]
    assert stands(other, item).state is ItemState.REJECTED
    other.close()


def test_asking_twice_with_one_id_does_it_once(anywhere):
    by = By("ann")
    first = decide(anywhere, by, "person:p1", Verdict.REDACT)
    again = decide(anywhere, by, "person:p1", Verdict.REDACT)
    assert first == again
    assert anywhere.state().seq == first.seq


def test_undoing_twice_with_one_id_undoes_once(anywhere):
    for person in ("p1", "p2"):
        decide(anywhere, By("ann"), f"person:{person}", Verdict.REDACT)
    name = str(uuid4())
    assert undo(anywhere, "ann", name) == undo(anywhere, "ann", name)
    assert len(anywhere.state().undo["ann"]) == 1


def test_an_act_on_what_somebody_else_changed_meanwhile_is_refused_with_what_stands(anywhere):
    item = item_at(anywhere, 1, "B. Smit")
    saw = anywhere.state().seq
    first = decide(anywhere, By("ann", saw), f"item:{item}", Verdict.KEEP)
    with pytest.raises(ConflictError) as refused:
        decide(anywhere, By("bob", saw), f"item:{item}", Verdict.REDACT)
    assert refused.value.stands.id == first.id
    decide(anywhere, By("bob", first.seq), f"item:{item}", Verdict.REDACT)
    assert stands(anywhere, item).state is ItemState.APPROVED


def test_acts_on_other_things_and_notes_never_conflict(anywhere):
    saw = anywhere.state().seq
    decide(anywhere, By("ann", saw), "person:p1", Verdict.REDACT)
    decide(anywhere, By("bob", saw), "person:p2", Verdict.REDACT)
    note(anywhere, By("ann", saw), "document:1", "Eerste.")
    note(anywhere, By("bob", saw), "document:1", "Tweede.")
    see_page(anywhere, By("ann", saw), 1, 0)
    see_page(anywhere, By("bob", saw), 1, 0)
    assert check_case(anywhere) == []


def test_twenty_who_write_at_once_all_get_their_place_in_one_chain(anywhere):
    cases = [anywhere, open_case(anywhere.folder)]
    threads = [
        threading.Thread(
            target=note, args=(cases[n % 2], By(f"user{n}"), "document:1", f"Notitie {n}.")
        )
        for n in range(20)
    ]
    before = anywhere.state().seq
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [act.seq for act in acts_since(anywhere, before)] == list(range(before + 1, before + 21))
    assert check_case(anywhere) == []
    cases[1].close()


def test_the_record_says_what_stood_before(anywhere):
    item = item_at(anywhere, 1, "B. Smit")
    first = decide(anywhere, By("ann"), f"item:{item}", Verdict.KEEP)
    second = decide(anywhere, By("ann"), f"item:{item}", Verdict.REDACT, ["5.1.2.i"])
    assert first.old == ""
    assert '"keep"' in second.old
    assert f'"seq": {first.seq}' in second.old


@pytest.mark.parametrize(
    "subject", ["item:1.ffffffffffffffff", "person:p99", "document:2", "page:1:7", "nonsense", ""]
)
def test_what_is_not_in_the_case_cannot_be_acted_on(case, subject):
    with pytest.raises(UnknownSubjectError):
        decide(case, By("ann"), subject, Verdict.KEEP)


def test_redacting_needs_a_ground_that_exists(case):
    item = item_at(case, 1, "B. Smit")
    with pytest.raises(WrongUseError, match="grond"):
        decide(case, By("ann"), f"item:{item}", Verdict.REDACT, ["5.1.2.z"])
    added = acts.Add((acts.Place(1, state_spans(case, item)),), acts.Kind.PERSON, ())
    with pytest.raises(GroundMissingError):
        record(case, Ask("ann", "case:", added))


def state_spans(case, item):
    return case.state().items[item].spans


def test_there_is_nothing_to_undo_or_redo_before_anything_was_done(case):
    with pytest.raises(NotAllowedError):
        undo(case, "ann")
    with pytest.raises(NotAllowedError):
        redo(case, "ann")


def test_undo_takes_back_what_a_person_did_and_not_what_others_did(case):
    decide(case, By("ann"), "person:p1", Verdict.KEEP)
    decide(case, By("bob"), "person:p2", Verdict.KEEP)
    undo(case, "ann")
    assert stands(case, item_at(case, 1, "Anna Vermeulen")).state is ItemState.PROPOSED
    assert stands(case, item_at(case, 1, "B. Smit")).state is ItemState.REJECTED


def test_a_new_act_empties_what_can_be_redone(case):
    decide(case, By("ann"), "person:p1", Verdict.KEEP)
    undo(case, "ann")
    decide(case, By("ann"), "person:p2", Verdict.KEEP)
    with pytest.raises(NotAllowedError):
        redo(case, "ann")


def test_joining_undone_gives_two_persons_again(case):
    join(case, By("ann"), "p1", ["p2"])
    assert set(case.state().persons()) == {"p1"}
    undo(case, "ann")
    assert set(case.state().persons()) == {"p1", "p2"}
    redo(case, "ann")
    assert set(case.state().persons()) == {"p1"}


def tampered(case, statement):
    with case.store.engine.begin() as connection:
        connection.execute(text(statement))
    return check_case(case)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE acts SET who = 'eve' WHERE kind = 'decide'",
        "UPDATE acts SET new = replace(new, 'keep', 'redact') WHERE kind = 'decide'",
        "UPDATE acts SET at = '2020-01-01 00:00:00' WHERE kind = 'decide'",
        "DELETE FROM acts WHERE kind = 'decide'",
        "DELETE FROM acts WHERE seq = (SELECT max(seq) FROM acts)",
        "UPDATE proposals SET action = 'keep'",
        "DELETE FROM proposals WHERE kind = 'phone'",
    ],
)
def test_the_check_sees_what_was_changed_behind_our_back(anywhere, statement):
    decide(anywhere, By("ann"), "person:p1", Verdict.KEEP)
    note(anywhere, By("ann"), "document:1", "Klaar.")
    assert check_case(anywhere) == []
    assert tampered(anywhere, statement)


def test_the_check_sees_a_changed_file_in_the_vault(case):
    path = case.vault.path(case.state().files[1].added.original)
    path.chmod(0o600)
    path.write_bytes(b"iets anders")
    assert len(check_case(case)) == 1


def test_no_text_of_a_document_or_a_note_is_in_the_database(case):
    note(case, By("ann"), "document:1", "Vraag het aan Zwanikken.")
    decide(case, By("ann"), "person:p1", Verdict.REDACT, scope=Scope.CASE)
    case.close()
    content = b"".join(path.read_bytes() for path in case.folder.glob("case.sqlite*"))
    for word in (b"Vermeulen", b"Smit", b"12345678", b"Zwanikken", b"verslag"):
        assert word not in content
    assert sqlite3.connect(case.folder / "case.sqlite").execute("PRAGMA integrity_check")
