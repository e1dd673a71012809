"""Killed at any moment, a case loses at most the act in flight."""

import signal
import subprocess
import sys
import time

import pytest

from pipeline.case.audit import check_case
from pipeline.case.case import open_case
from pipeline.case.doing import By, note
from tests.pipeline.case.made import make_case

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
