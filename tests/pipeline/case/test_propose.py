"""Real runs over real files."""

import logging
import os
import signal
import subprocess
import sys
import time

import pytest

from pipeline.case.acts import Propose, ReadFile, Verdict
from pipeline.case.approval import DocumentState
from pipeline.case.audit import check_case
from pipeline.case.case import open_case
from pipeline.case.doing import By, decide
from pipeline.case.errors import BusyError, NotAllowedError
from pipeline.case.files import add_file
from pipeline.case.overview import overview
from pipeline.case.people import people
from pipeline.case.propose import _alone, propose_case
from pipeline.case.standing import standings
from redact.resolve import DOUBTS, Doubt
from tests.pipeline.case.made import make_case

ONE = "# Verslag\n\nAanwezig: mevrouw Anna Vermeulen-Zwanikken (burger).\n\nBel 06 12345678.\n"
TWO = "# Memo\n\nMevrouw A. Vermeulen-Zwanikken belde met de heer Joris Kwaadsteniet.\n"


@pytest.fixture
def filled(tmp_path):
    case = make_case(tmp_path)
    add_file(case, "een.md", ONE.encode(), "ann")
    add_file(case, "twee.md", TWO.encode(), "ann")
    yield case
    case.close()


def acts_of(case, sort):
    return [act for act in case.state().acts if isinstance(act.deed, sort)]


def test_a_run_reads_links_proposes_and_leaves_decisions_as_they_are(filled, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    add_file(filled, "stuk.pdf", b"geen pdf", "ann")
    steps = []
    propose_case(filled, jobs=1, watch=steps.append)
    assert [bool(step.failure) for step in steps] == [False, False, True]
    rows = overview(filled).documents
    assert [row.state for row in rows] == [
        DocumentState.OPEN, DocumentState.OPEN, DocumentState.FAILED,
    ]  # fmt: skip
    anna = next(row for row in people(filled) if row.label == "Anna Vermeulen-Zwanikken")
    assert anna.documents == (1, 2)
    decide(filled, By("ann"), f"person:{anna.id}", Verdict.REDACT)
    _change_the_policy(filled)
    add_file(filled, "drie.md", TWO.replace("Memo", "Nota").encode(), "ann")
    propose_case(filled, jobs=1)
    again = next(row for row in people(filled) if row.label == "Anna Vermeulen-Zwanikken")
    assert again.id == anna.id
    assert again.documents == (1, 2, 4)
    assert again.is_decided
    assert any(one.item.reason.startswith("Deze tekst") for one in standings(filled.state(), 1))
    assert check_case(filled) == []
    _nothing_leaks(filled, caplog.text + "".join(capfd.readouterr()))


def test_who_may_be_one_is_told_with_the_reason(tmp_path):
    case = make_case(tmp_path)
    add_file(case, "een.md", b"# Memo\n\nMevrouw Jannie de Vries belde.\n", "ann")
    add_file(case, "twee.md", b"# Brief\n\nMevrouw De Vries mailde.\n", "ann")
    propose_case(case, jobs=1)
    reasons = [doubt.reason for row in people(case) for doubt in row.doubts]
    assert reasons == [DOUBTS[Doubt.SURNAME]] * 2
    case.close()


def _change_the_policy(case):
    case.policy_file.write_text('[[terms]]\ntext = "Bel"\nground = "5.1.2.e"\n')


def _nothing_leaks(case, said):
    case.close()
    content = b"".join(path.read_bytes() for path in case.folder.glob("case.sqlite*"))
    names = " ".join(str(path) for path in case.folder.rglob("*"))
    for word in ("Zwanikken", "Kwaadsteniet", "12345678"):
        assert word.encode() not in content
        assert word not in said + names


def test_a_run_that_was_killed_goes_on_where_it_was(filled):
    code = (
        "import sys; from pathlib import Path; from pipeline.case.case import open_case\n"
        "from pipeline.case.propose import propose_case\n"
        "propose_case(open_case(Path(sys.argv[1])), jobs=1, watch=lambda s: print(s, flush=True))"
    )
    command = [sys.executable, "-c", code, str(filled.folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        assert run.stdout.readline()
        os.kill(run.pid, signal.SIGKILL)
    assert len(acts_of(filled, ReadFile)) in (1, 2)
    assert acts_of(filled, Propose) == []
    steps = []
    done = _when_free(filled, steps)
    assert len(steps) == 2 - (len(acts_of(filled, ReadFile)) - len(steps))
    assert len(acts_of(filled, ReadFile)) == 2
    assert done.deed.items > 0
    assert check_case(filled) == []


def _when_free(case, steps):
    """Run as soon as the killed one's children have let go of the lock."""
    for _ in range(600):
        try:
            return propose_case(case, jobs=1, watch=steps.append)
        except BusyError:
            time.sleep(0.1)
    raise AssertionError


def test_a_version_that_comes_in_during_a_run_waits_for_the_next(filled):
    def replaced(step):
        if step.done == 1:
            add_file(filled, "een.md", b"# Anders\n\nDe heer Joris Kwaadsteniet belde.\n", "bob")

    propose_case(filled, jobs=1, watch=replaced)
    assert overview(filled).documents[0].state is DocumentState.UNREAD
    assert standings(filled.state(), 1) == []
    assert standings(filled.state(), 2)
    propose_case(filled, jobs=1)
    assert overview(filled).documents[0].state is DocumentState.OPEN


def test_one_run_at_a_time(filled):
    other = open_case(filled.folder)
    with _alone(filled), pytest.raises(BusyError):
        propose_case(other, jobs=1)
    other.close()


def test_a_case_without_a_readable_document_has_nothing_to_propose(tmp_path):
    case = make_case(tmp_path)
    with pytest.raises(NotAllowedError, match="Voeg bestanden toe"):
        propose_case(case, jobs=1)
    case.close()
