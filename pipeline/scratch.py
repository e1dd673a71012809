"""Folders for work under way that outlive nobody: a lock tells the living from the dead.

The kernel keeps the lock and lets it go with the last process that holds it, however that ends.
A folder without a living owner is removed by the next who makes one in the same place.
"""

import fcntl
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PREFIX = ".lakwerk-work-"
_LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Scratch:
    """A folder of its owner's only. Who is given the file `lock`, an open one, owns it too."""

    path: Path
    lock: int

    def close(self) -> None:
        """Remove the folder and all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        os.close(self.lock)


def make_scratch(parent: Path | None = None) -> Scratch:
    """Make a folder inside another one, or where this system keeps temporary files.

    Raises:
        OSError: the system refuses.
    """
    place = parent or Path(tempfile.gettempdir())
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep_once(place.resolve())
    while True:
        path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
        lock = _locked(path)
        if lock is not None:
            return Scratch(path, lock)


def _locked(path: Path) -> int | None:
    """Take the lock of a new folder; None if somebody swept it away before it was taken."""
    try:
        lock = _open_lock(path)
    except FileNotFoundError:
        return None
    fcntl.flock(lock, fcntl.LOCK_EX)
    with suppress(FileNotFoundError):
        if os.path.samestat(os.fstat(lock), (path / _LOCK).lstat()):
            return lock
    os.close(lock)
    return None


def _open_lock(path: Path) -> int:
    return os.open(path / _LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)


def sweep(parent: Path) -> None:
    """Remove the folders in a place that nobody living owns."""
    for path in parent.glob(f"{_PREFIX}*"):
        with suppress(OSError):  # of somebody else, in use, or gone already
            _remove_dead(path)


@cache
def _sweep_once(place: Path) -> None:
    """Sweep a place when this process first works there; what it makes, it removes itself."""
    sweep(place)


def _remove_dead(path: Path) -> None:
    """Remove a folder of ours.

    Raises:
        OSError: somebody holds its lock, or it is no folder.
    """
    if path.is_symlink() or path.lstat().st_uid != os.geteuid():
        return
    lock = _open_lock(path)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(path, ignore_errors=True)
    finally:
        os.close(lock)
