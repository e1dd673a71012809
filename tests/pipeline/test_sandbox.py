import io
import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from pipeline.sandbox import Limits, Sandbox, _Answer
from redact.document import Document, Page
from redact.errors import CrashedError, EmptyFileError, LeakError, NoTextError, TooHardError

NAME = "Quaxmans"


def double(number):
    return 2 * number


def page_of(text):
    return Document("x", (Page.unplaced(0, text),))


def refuse(_):
    raise EmptyFileError


def find_leak(_):
    raise LeakError(("tekst op pagina 2",))


def find_no_text(pages):
    raise NoTextError(pages)


def fail_with(text):
    raise ValueError(text)


def die(number):
    os.kill(os.getpid(), number)


def think_forever(_):
    while True:
        pass


def sleep_forever(_):
    time.sleep(1000)


def take_memory(size):
    return len(bytearray(size))


def talk(size):
    return b"x" * size


def write_file(size):
    with Path(os.environ["TMPDIR"], "groot").open("wb") as file:
        file.write(b"x" * size)


def leave_behind(text):
    path = Path(os.environ["TMPDIR"], "half")
    path.write_text(text)
    os.kill(os.getpid(), signal.SIGKILL)


def start_helper(_):
    helper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)"])
    Path(os.environ["LAKWERK_TEST"]).write_text(str(helper.pid))
    die(signal.SIGKILL)


class Trap:
    """What a parser that was taken over would send."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.system, (f"touch {self.path}",)


def set_trap(path):
    return Trap(path)


@pytest.fixture
def sandbox():
    box = Sandbox(Limits(cpu_seconds=1, wall_seconds=5, memory=1 << 30, answer=1 << 20))
    yield box
    box.close()


def test_a_value_comes_back_whole(sandbox):
    assert sandbox.run(double, 21) == 42
    document = sandbox.run(page_of, NAME)
    assert document.text == NAME
    assert np.isnan(document.pages[0].boxes).all()


@pytest.mark.parametrize(
    ("task", "item", "error"),
    [
        (refuse, None, EmptyFileError()),
        (find_leak, None, LeakError(("tekst op pagina 2",))),
        (find_no_text, (1,), NoTextError((1,))),
    ],
)
def test_our_own_errors_come_back_whole(sandbox, task, item, error):
    with pytest.raises(type(error)) as caught:
        sandbox.run(task, item)
    assert str(caught.value) == str(error)
    assert vars(caught.value) == vars(error)


def test_an_error_of_a_library_comes_back_without_its_message(sandbox):
    with pytest.raises(CrashedError) as caught:
        sandbox.run(fail_with, NAME)
    assert NAME not in repr(caught.value)
    assert caught.value.__context__ is None or NAME not in str(caught.value.__context__)


@pytest.mark.parametrize(
    ("task", "item", "error"),
    [
        (die, signal.SIGSEGV, CrashedError),
        (die, signal.SIGKILL, CrashedError),
        (think_forever, None, TooHardError),
        (take_memory, 2 << 30, TooHardError),
        (talk, 2 << 20, TooHardError),
    ],
)
def test_a_task_that_goes_over_a_limit_costs_itself_only(sandbox, task, item, error):
    with pytest.raises(error):
        sandbox.run(task, item)
    assert sandbox.run(double, 1) == 2


def test_a_task_that_sleeps_is_stopped():
    box = Sandbox(Limits(wall_seconds=0.5))
    with pytest.raises(TooHardError):
        box.run(sleep_forever, None)
    box.close()


def test_processor_time_counts_for_each_task_anew():
    box = Sandbox(Limits(cpu_seconds=2))
    for _ in range(4):
        box.run(work_a_second, None)
    box.close()


def work_a_second(_):
    end = time.process_time() + 0.8
    while time.process_time() < end:
        pass


def test_a_file_can_only_grow_to_its_limit():
    box = Sandbox(Limits(file=1 << 16))
    with pytest.raises(CrashedError):
        box.run(write_file, 1 << 20)
    box.close()


def test_nothing_a_dead_task_wrote_stays_behind(monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    box = Sandbox()
    with pytest.raises(CrashedError):
        box.run(leave_behind, NAME)
    box.close()
    assert not list(tmp_path.iterdir())


def test_what_a_task_started_is_stopped_with_it(monkeypatch, tmp_path):
    monkeypatch.setenv("LAKWERK_TEST", str(tmp_path / "pid"))
    box = Sandbox()
    with pytest.raises(CrashedError):
        box.run(start_helper, None)
    box.close()
    helper = int((tmp_path / "pid").read_text())
    assert not _runs(helper)


def _runs(pid):
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0]
    except FileNotFoundError:
        return False


def test_a_task_that_was_taken_over_cannot_run_anything_here(sandbox, tmp_path):
    with pytest.raises(CrashedError):
        sandbox.run(set_trap, str(tmp_path / "taken"))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["subprocess.run", "resource", "serve", "Sandbox.run"])
def test_an_answer_holds_classes_of_ours_and_no_way_to_others(name):
    with pytest.raises(pickle.UnpicklingError):
        _Answer(io.BytesIO()).find_class("pipeline.sandbox", name)
