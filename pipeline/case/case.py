"""A case: a folder with its settings, its policy, its vault and its record of acts."""

import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Any

from pipeline.case.codec import recorded
from pipeline.case.fold import fold
from pipeline.case.settings import FILE, Settings, read_settings, write_settings
from pipeline.case.state import State
from pipeline.scratch import sweep
from pipeline.sources import refuse_used
from pipeline.store import ActRow, DoubtRow, ProposalRow, Store, Writing, connect
from pipeline.store.connect import sqlite_url
from pipeline.vault import Vault
from pipeline.vault.vault import write_whole
from redact.policy import Policy, load_policy

_POLICY = "policy.toml"
_DATABASE = "case.sqlite"
_SECRET = "secret"  # noqa: S105  the name of a file


@dataclass(slots=True, eq=False)
class Case:
    """An open case; safe to use from many threads. What stands is kept up to date in memory."""

    folder: Path
    settings: Settings
    vault: Vault
    store: Store
    lock: RLock = field(default_factory=RLock, repr=False)
    cache: dict[Any, Any] = field(default_factory=dict, repr=False)
    _state: State = field(default_factory=State, repr=False)

    @property
    def policy_file(self) -> Path:
        """The file with the house rules of this case."""
        return self.folder / _POLICY

    def policy(self) -> Policy:
        """Return the house rules as they are now.

        Raises:
            PolicyError: the file says something that has no meaning.
        """
        return load_policy(self.policy_file)

    def state(self) -> State:
        """Return what stands now, with what others did meanwhile."""
        with self.lock:
            self.catch_up(self.store.acts(self._state.seq), self.store)
            return self._state

    def state_in(self, writing: Writing) -> State:
        """Return what stands, as seen by who holds the pen."""
        self.catch_up(writing.acts(self._state.seq), writing)
        return self._state

    def catch_up(self, rows: Sequence[ActRow], source: "Store | Writing") -> None:
        """Fold in acts that are in the record."""
        for row in rows:
            fold(self._state, recorded(row), partial(_load, source))

    def secret(self) -> bytes:
        """Return what hashes of texts are keyed with, so that nobody can guess them back."""
        return (self.vault.root / _SECRET).read_bytes()

    def close(self) -> None:
        """Let the database go."""
        self.store.close()


def _load(source: "Store | Writing", run: int) -> tuple[Sequence[ProposalRow], Sequence[DoubtRow]]:
    return source.proposals(run), source.doubts(run)


def new_case(folder: Path, settings: Settings, policy: Path | None = None) -> Case:
    """Make a case in a folder that is empty or not there yet, and open it.

    Raises:
        WrongUseError: something is in the folder already.
        PolicyError: the policy says something that has no meaning.
    """
    refuse_used(folder, "de zaak")
    rules = policy.read_bytes() if policy else b"# Het beleid van deze zaak.\n"
    load_policy(policy)
    vault = folder / "vault"
    vault.mkdir(mode=0o700, parents=True)
    write_whole(vault / _SECRET, secrets.token_bytes(32))
    write_whole(folder / _POLICY, rules)
    _open(folder, settings).close()
    write_settings(folder, settings)  # last: until it is there, the folder is no case
    return open_case(folder)


def open_case(folder: Path) -> Case:
    """Open a case.

    Raises:
        WrongUseError: the folder is no case.
        NewerError: a newer version of the program made it.
    """
    case = _open(folder, read_settings(folder))
    sweep(case.vault.place)
    return case


def _open(folder: Path, settings: Settings) -> Case:
    url = settings.database or sqlite_url((folder / _DATABASE).resolve())
    before = os.umask(0o077)
    try:
        engine = connect(url)
    finally:
        os.umask(before)
    return Case(folder, settings, Vault(folder / "vault"), Store(engine))


def change_settings(case: Case, settings: Settings) -> None:
    """Write new settings; those about the database count from the next time it is opened."""
    write_settings(case.folder, settings)
    case.settings = settings


__all__ = ["FILE", "Case", "change_settings", "new_case", "open_case"]
