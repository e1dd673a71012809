"""Objects by hash: written once, whole or not at all, never changed."""

import hashlib
import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NewType
from uuid import uuid4

from pipeline.errors import PipelineError
from pipeline.scratch import sweep

Key = NewType("Key", str)
"""The SHA-256 of an object's bytes, in hexadecimal."""

_LONG_AGO = 3600

_KEY = re.compile(r"[0-9a-f]{64}")


class MissingError(PipelineError):
    """The vault lacks an object, or holds one that is not what its name says."""


@dataclass(frozen=True, slots=True)
class Vault:
    """A folder of objects. Only its owner may look into it."""

    root: Path

    def path(self, key: Key) -> Path:
        """Return where an object stands, or would stand.

        Raises:
            ValueError: it is no key.
        """
        if not _KEY.fullmatch(key):
            msg = "not a key of the vault"
            raise ValueError(msg)
        return self.root / key[:2] / key

    @property
    def place(self) -> Path:
        """The folder for temporary files of who works on what is kept here."""
        return self.root / "work"

    def put(self, content: bytes) -> Key:
        """Keep an object and return its key; it is on disk when this returns."""
        key = Key(hashlib.sha256(content).hexdigest())
        path = self.path(key)
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, content)
        return key

    def get(self, key: Key) -> bytes:
        """Return an object.

        Raises:
            MissingError: it is not there, or not what its name says.
        """
        try:
            content = self.path(key).read_bytes()
        except FileNotFoundError as error:
            raise _missing() from error
        if hashlib.sha256(content).hexdigest() != key:
            raise _missing()
        return content

    def put_text(self, text: str) -> Key:
        """Keep a text, such as a note or a name."""
        return self.put(text.encode("utf-8", "surrogateescape"))

    def text(self, key: Key) -> str:
        """Return a text; bytes that are no text are shown as such."""
        return self.get(key).decode("utf-8", "replace")

    def put_table(self, table: Any) -> Key:  # noqa: ANN401  whatever JSON can say
        """Keep a table as JSON."""
        told = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
        return self.put_text(told)

    def table(self, key: Key) -> Any:  # noqa: ANN401  whatever JSON can say
        """Return a table that was kept."""
        return json.loads(self.get(key))

    def holds(self, key: Key) -> bool:
        """Tell whether an object is there."""
        return self.path(key).exists()

    def tidy(self) -> None:
        """Remove what those who were killed left behind; of writers, an hour ago or longer."""
        sweep(self.place)
        for left in (*self.root.glob(".*.part"), *self.root.glob("??/.*.part")):
            if time.time() - left.stat().st_mtime > _LONG_AGO:
                left.unlink(missing_ok=True)

    def keys(self) -> Iterator[Key]:
        """Yield the key of every object."""
        for path in sorted(self.root.glob("??/*")):
            if _KEY.fullmatch(path.name):
                yield Key(path.name)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that, whatever happens, it is there in full or not at all."""
    staged = path.with_name(f".{uuid4().hex}.part")
    try:
        with staged.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        staged.chmod(0o600)
        staged.replace(path)
        _settle(path.parent)
    finally:
        staged.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Make sure that a power cut does not undo a renaming."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _missing() -> MissingError:
    return MissingError(
        "In de kluis van deze zaak ontbreekt een bestand, of het is beschadigd. "
        "Zet een reservekopie van de zaakmap terug."
    )
