"""Files come in: kept in the vault, and put on record as documents of the case."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.record import Ask, record
from pipeline.case.state import State
from pipeline.sources import shown
from redact.convert import MAX_BYTES
from redact.errors import EmptyFileError, TooLargeError


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: the number of its document, and whether that is new.

    `replaced`: it took the place of an older version. `twin` is the number of another document
    with the very same bytes.
    """

    document: int
    is_new: bool
    replaced: bool = False
    twin: int | None = None


def add_files(case: Case, paths: Iterable[Path], who: str) -> list[Added]:
    """Add files to a case, each under its own name.

    Raises:
        EmptyFileError, TooLargeError: one of them is; those before it are added.
    """
    return [_added(case, path, who) for path in paths]


def _added(case: Case, path: Path, who: str) -> Added:
    if path.stat().st_size > MAX_BYTES:  # known before it fills the memory
        raise TooLargeError
    return add_file(case, path.name, path.read_bytes(), who)


def add_file(case: Case, name: str, content: bytes, who: str, id_: str | None = None) -> Added:
    """Add one file; one of the same name takes the place of the older version.

    Raises:
        EmptyFileError: it has no bytes.
        TooLargeError: it has more than MAX_BYTES.
    """
    if not content:
        raise EmptyFileError
    if len(content) > MAX_BYTES:
        raise TooLargeError
    name = shown(Path(name).name)
    original, title = case.vault.put(content), case.vault.put_text(name)
    suffix = Path(name).suffix.lower()[:16]
    deed = acts.AddFile(original, title, suffix, len(content))
    with case.lock:
        state = case.state()
        before = _named(state, deed)
        if before is not None and state.files[before].added.original == original:
            return Added(before, is_new=False)
        number = before or max(state.files, default=0) + 1
        twin = _twin(state, deed)
        ask = Ask(who, f"document:{number}", deed, id=id_ or str(uuid4()))
        record(case, ask)
        return Added(number, is_new=before is None, replaced=before is not None, twin=twin)


def _named(state: State, deed: acts.AddFile) -> int | None:
    """Return the document of the same name: equal names have equal keys."""
    same = (file.number for file in state.files.values() if file.added.title == deed.title)
    return next(same, None)


def _twin(state: State, deed: acts.AddFile) -> int | None:
    same = (f.number for f in state.files.values() if f.added.original == deed.original)
    return next(same, None)
