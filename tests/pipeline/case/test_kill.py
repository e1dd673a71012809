"""Killed at any moment, a case loses at most the act in flight."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.case.audit import check_case
from pipeline.case.case import open_case
from pipeline.case.doing import By, note
from pipeline.case.files import add_file
from tests.pipeline.case.made import make_case
from tests.redact.convert.files import word

WRITER = """
import sys
from pathlib import Path
from pipeline.case.case import open_case
from pipeline.case.doing import By, note
case = open_case(Path(sys.argv[1]))
print("open", flush=True)
for number in range(100_000):
    note(case, By("ann"), "case:", f"Notitie {number}.")
    print(number, flush=True)
"""


@pytest.mark.parametrize("seconds", [0.05, 0.21, 0.4])
def test_every_act_that_was_answered_is_there_after_a_kill(tmp_path, database, seconds):
    case = make_case(tmp_path, database)
    case.close()
    command = [sys.executable, "-c", WRITER, str(case.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout.readline() == "open\n"
        while writer.stdout.readline() != "3\n":
            pass
        time.sleep(seconds)  # the moment of the kill, anywhere in the work
        writer.send_signal(signal.SIGKILL)
        last = max(3, *(int(line) for line in writer.stdout if line.endswith("\n")), 3)
    again = open_case(case.folder)
    assert last + 1 <= again.state().seq <= last + 2
    assert check_case(again) == []
    note(again, By("bob"), "case:", "Verder.")
    assert check_case(again) == []
    again.close()


PROPOSER = """
import sys
from pathlib import Path
from pipeline.case.case import open_case
from pipeline.case.propose import propose_case
propose_case(open_case(Path(sys.argv[1])), jobs=1)
"""


def test_a_run_that_is_killed_leaves_its_files_in_the_vault_until_the_next_start(
    tmp_path, monkeypatch
):
    case = make_case(tmp_path)
    add_file(case, "brief.docx", word(), "ann")
    case.close()
    elsewhere = tmp_path / "tmp"
    elsewhere.mkdir()
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    monkeypatch.setenv("PATH", f"{_slow_office(tmp_path)}{os.pathsep}{os.environ['PATH']}")
    command = [sys.executable, "-c", PROPOSER, str(case.folder)]
    with subprocess.Popen(command) as proposer:
        while not list(case.vault.place.rglob("document.docx")):
            assert proposer.poll() is None
            time.sleep(0.05)
        children = Path(f"/proc/{proposer.pid}/task/{proposer.pid}/children").read_text().split()
        for process in (*map(int, children), proposer.pid):
            os.kill(process, signal.SIGKILL)
    assert list(case.vault.place.rglob("document.docx"))
    assert not list(elsewhere.iterdir())
    open_case(case.folder).close()
    assert not list(case.vault.place.iterdir())


def _slow_office(folder):
    """Return a folder with a converter that never ends."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    return program.parent
