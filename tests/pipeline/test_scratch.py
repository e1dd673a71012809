import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.scratch import make_scratch, sweep

NAME = "Quaxmans"
_OWNER = """
import sys, time
from pathlib import Path
from pipeline.scratch import make_scratch
scratch = make_scratch(Path(sys.argv[1]))
(scratch.path / "half").write_text(sys.argv[2])
print("ready", flush=True)
time.sleep(1000)
"""
_WORKER = """
import sys
from pathlib import Path
from pipeline.sandbox import Sandbox
from tests.pipeline.test_scratch import write_and_sleep
Sandbox(place=Path(sys.argv[1])).run(write_and_sleep, sys.argv[2])
"""


def write_and_sleep(text):
    Path(os.environ["TMPDIR"], "half").write_text(text)
    time.sleep(1000)


def started(program, *told):
    command = [sys.executable, "-c", program, *map(str, told)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)


def wait_for(condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def kill(process):
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.fixture
def owner(tmp_path):
    """Start somebody else who works in a folder."""
    process = started(_OWNER, tmp_path, NAME)
    assert process.stdout.readline() == b"ready\n"
    yield process
    kill(process)


def written(folder):
    return [path for path in folder.rglob("*") if path.is_file() and path.name != "lock"]


def test_a_folder_is_its_owners_only_and_gone_when_it_is_closed(tmp_path):
    scratch = make_scratch(tmp_path)
    assert scratch.path.stat().st_mode & 0o777 == 0o700
    (scratch.path / "half").write_text(NAME)
    scratch.close()
    assert not list(tmp_path.iterdir())


def test_what_a_killed_owner_left_is_swept_away(tmp_path, owner):
    kill(owner)
    assert [path.read_text() for path in written(tmp_path)] == [NAME]
    sweep(tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("owner")
def test_the_folder_of_a_living_owner_stays(tmp_path):
    sweep(tmp_path)
    assert [path.read_text() for path in written(tmp_path)] == [NAME]


def test_a_folder_stays_while_anybody_who_was_given_the_lock_lives(tmp_path):
    scratch = make_scratch(tmp_path)
    heir = subprocess.Popen(["sleep", "1000"], pass_fds=[scratch.lock])
    os.close(scratch.lock)
    sweep(tmp_path)
    assert scratch.path.exists()
    heir.kill()
    heir.wait()
    sweep(tmp_path)
    assert not scratch.path.exists()


def test_the_first_folder_that_is_made_in_a_place_sweeps_it(tmp_path, owner):
    kill(owner)
    make_scratch(tmp_path).close()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_was_swept_before_its_lock_was_taken_is_made_anew(tmp_path, monkeypatch):
    make = os.open
    swept = []

    def sweep_first(path, *told, **named):
        if Path(path).name == "lock" and not swept:
            swept.append(path)
            shutil.rmtree(Path(path).parent)
        return make(path, *told, **named)

    monkeypatch.setattr(os, "open", sweep_first)
    scratch = make_scratch(tmp_path)
    assert swept
    assert (scratch.path / "lock").exists()
    scratch.close()


def test_folders_of_others_and_links_are_left_alone(tmp_path):
    elsewhere = tmp_path / "elders"
    (elsewhere / "werk").mkdir(parents=True)
    place = tmp_path / "plaats"
    (place / "lakwerk-resultaat").mkdir(parents=True)
    (place / ".lakwerk-work-link").symlink_to(elsewhere)
    (place / ".lakwerk-work-file").write_text("geen map")
    sweep(place)
    assert len(list(place.iterdir())) == 3
    assert (elsewhere / "werk").is_dir()


def test_a_child_whose_parent_is_killed_takes_its_files_with_it(tmp_path):
    parent = started(_WORKER, tmp_path, NAME)
    wait_for(lambda: written(tmp_path))
    kill(parent)
    wait_for(lambda: not list(tmp_path.iterdir()))


def test_what_parent_and_child_left_when_both_were_killed_is_swept_away(tmp_path):
    parent = started(_WORKER, tmp_path, NAME)
    wait_for(lambda: written(tmp_path))
    child = _child_of(parent.pid)
    os.kill(child, signal.SIGSTOP)  # as if the power went: it cannot clean up
    wait_for(lambda: all(state == "T" for state in _states(child)))
    kill(parent)
    sweep(tmp_path)
    assert written(tmp_path), "a child that lives keeps its folder"
    os.kill(child, signal.SIGKILL)
    wait_for(lambda: not Path(f"/proc/{child}").exists())
    assert written(tmp_path)
    sweep(tmp_path)
    assert not list(tmp_path.iterdir())


def _child_of(process):
    return int(Path(f"/proc/{process}/task/{process}/children").read_text().split()[0])


def _states(process):
    """Return what each thread of a process is doing; "T" is stopped."""
    for thread in Path(f"/proc/{process}/task").iterdir():
        yield (thread / "stat").read_text().rpartition(")")[2].split()[0]
