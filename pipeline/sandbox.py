"""A process of its own for work on a file that nobody has looked at yet, within limits.

A decompression bomb, a circle or a crash costs that file only. What comes back is read as one of
our own values or not at all: a parser that was taken over cannot make us run anything.
"""

import io
import os
import pickle
import resource
import select
import shutil
import signal
import socket
import subprocess
import sys
import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple, NoReturn, TypeVar, cast

from pipeline.errors import PipelineError
from pipeline.scratch import Scratch, make_scratch
from redact.errors import CrashedError, RedactError, TooHardError

Item = TypeVar("Item")
Value = TypeVar("Value")

_OWN = frozenset({"grounds", "redact", "pipeline"})
_FOREIGN = frozenset(
    {
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("pathlib", "PosixPath"),
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        ("numpy._core.multiarray", "_reconstruct"),
        ("numpy._core.numeric", "_frombuffer"),
        ("numpy.core.multiarray", "_reconstruct"),
        ("numpy.core.numeric", "_frombuffer"),
    }
)
"""What an answer may be made of, besides the classes of this program."""

_UNREADABLE = (pickle.UnpicklingError, EOFError, ImportError, LookupError, TypeError, ValueError)
"""What reading a broken pickle raises."""


class Limits(NamedTuple):
    """What one task may use: seconds, and bytes of memory, of its answer and of a file it writes.

    Programs that a task starts inherit them.
    """

    cpu_seconds: int = 600
    wall_seconds: float = 900
    memory: int = 4 << 30
    answer: int = 256 << 20
    file: int = 2 << 30


@dataclass(frozen=True, slots=True)
class _Raised:
    """An error in the place of a value."""

    error: Exception


class Sandbox:
    """A child process that does one task after another; it is replaced when it dies.

    Tasks must be functions that can be imported; tasks, items and values travel as bytes.
    """

    def __init__(self, limits: Limits | None = None, place: Path | None = None) -> None:
        """Start the child at once, so that it is ready when the first task comes.

        `place` is the folder for its temporary files; where this system keeps them by default.
        """
        self._limits = limits or Limits()
        self._place = place
        self._child = _Child(place)

    def run(self, task: Callable[[Item], Value], item: Item) -> Value:
        """Do a task in the child and return its value.

        Raises:
            TooHardError: it went over a limit.
            CrashedError: the child died, or met an error that is not one of ours.
            RedactError, PipelineError: the task raised it.
        """
        answer = self._ask(pickle.dumps((self._limits, task, item)))
        if isinstance(answer, _Raised):
            raise answer.error
        return cast("Value", answer)

    def _ask(self, request: bytes) -> Any:  # noqa: ANN401  the value of any task
        child = self._child
        try:
            child.line.send_bytes(request)
            if not child.line.poll(self._limits.wall_seconds):
                self._give_up(TooHardError())
            raw = child.line.recv_bytes(self._limits.answer)
        except (EOFError, ConnectionError):
            self._give_up(_cause(child.close() or 0))
        except OSError:  # the answer is longer than it may be
            self._give_up(TooHardError())
        try:
            return _Answer(io.BytesIO(raw)).load()
        except _UNREADABLE:
            self._give_up(CrashedError())

    def _give_up(self, error: RedactError) -> NoReturn:
        self._child.close()
        self._child = _Child(self._place)
        raise error from None

    def close(self) -> None:
        """Stop the child."""
        self._child.close()


class _Child:
    """The process, the line to it, and a folder for its temporary files, gone when it is."""

    def __init__(self, place: Path | None) -> None:
        ours, theirs = socket.socketpair()
        scratch = make_scratch(place)
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603  this Python, our own code
                [sys.executable, "-c", _PROGRAM.format(theirs.fileno())],
                env={
                    **os.environ,
                    "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
                    "TMPDIR": str(scratch.path),
                },
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # libraries quote documents there
                pass_fds=(theirs.fileno(), scratch.lock),
                start_new_session=True,
            )
        self.line = Connection(ours.detach())
        self.close = weakref.finalize(self, _end, self.process, self.line, scratch)


_PROGRAM = "from pipeline.sandbox import serve; serve({})"


def _end(process: "subprocess.Popen[bytes]", line: Connection, scratch: Scratch) -> int:
    """Stop a child with all it started; return its exit status."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    status = process.wait()
    line.close()
    scratch.close()
    return status


def _cause(code: int) -> RedactError:
    return TooHardError() if code == -signal.SIGXCPU else CrashedError()


class _Answer(pickle.Unpickler):
    """Reads values made of our own classes, and of nothing that does something when it is read."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  as in the base class
        """Return a class that an answer may hold."""
        if (module, name) in _FOREIGN:
            return super().find_class(module, name)
        if module.partition(".")[0] in _OWN and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        msg = "an answer of a sandbox holds something that is not ours"
        raise pickle.UnpicklingError(msg)


def serve(number: int) -> None:
    """Do tasks, in the child, until the parent hangs up; `number` is that of the line's file."""
    Thread(target=_wait_for_the_end, args=(number,), daemon=True).start()
    line = Connection(number)
    with suppress(EOFError, ConnectionError):
        while True:
            limits, task, item = pickle.loads(line.recv_bytes())  # noqa: S301  from our parent
            _confine(limits)
            line.send_bytes(_answer(task, item))
    _vanish()


def _wait_for_the_end(number: int) -> None:
    """Wait, beside the task, until the parent is gone: it may have been killed without a word."""
    hung_up = select.poll()
    hung_up.register(number, 0)  # which tells of hanging up only
    hung_up.poll()
    _vanish()


def _vanish() -> None:
    """End this child with all it started, and leave nothing of a document on the disk."""
    shutil.rmtree(os.environ["TMPDIR"], ignore_errors=True)
    os.killpg(0, signal.SIGKILL)


def _confine(limits: Limits) -> None:
    """Set the limits for the next task; processor time counts from now."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + limits.cpu_seconds
    for what, limit in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, limits.file),
        (resource.RLIMIT_CORE, 0),  # a core dump would hold the document
    ):
        hard = resource.getrlimit(what)[1]
        soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(what, (soft, hard))


def _answer(task: Callable[[Any], Any], item: Any) -> bytes:  # noqa: ANN401  any task
    try:
        return pickle.dumps(task(item))
    except (RedactError, PipelineError) as error:
        return pickle.dumps(_Raised(error))
    except MemoryError:
        return pickle.dumps(_Raised(TooHardError()))
    except Exception:  # noqa: BLE001  whatever a library raises may quote the document
        return pickle.dumps(_Raised(CrashedError()))
