"""Debian's PostgreSQL, started for the tests in a folder of its own, on a socket only."""

import os
import pwd
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

_USERS = ("postgres", "nobody")
"""As whom it runs when the tests run as root, whom it refuses."""


def programs():
    """Return the folder with initdb, of the newest version that is installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


@contextmanager
def running(folder):
    """Run a server; give the URL of its first database."""
    user = _user()
    if user:
        for parent in (folder, *folder.parents):
            if parent.stat().st_uid == os.getuid() and parent != Path("/"):
                parent.chmod(parent.stat().st_mode | 0o011)
        shutil.chown(folder, user)
    options = {"user": user, "group": pwd.getpwnam(user).pw_gid} if user else {}
    data, run = folder / "data", Path(folder)
    _do("initdb", "-D", data, "-U", "lakwerk", "-A", "trust", "-E", "UTF8", "--no-sync", **options)
    settings = f"-k {run} -c listen_addresses='' -c fsync=off -c max_connections=40"
    _do("pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", settings, "start", **options)
    try:
        yield f"postgresql://lakwerk@/postgres?host={run}"
    finally:
        _do("pg_ctl", "-D", data, "-m", "immediate", "stop", **options)


def _user():
    if os.getuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _USERS if name in names)


def _do(program, *arguments, **options):
    subprocess.run(
        [programs() / program, *map(str, arguments)], check=True, capture_output=True,
        cwd="/", **options,
    )  # fmt: skip
