"""Which files a user means, and what their outputs are called."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.errors import WrongUseError

_LONGEST_NAME = 255  # bytes; the limit of the usual file systems
_NOT_DOCUMENTS = frozenset({"thumbs.db", "desktop.ini"})


def collect(sources: Iterable[Path], output: Path) -> list[Path]:
    """Return the files that the user named, and those in the folders the user named.

    Files in a folder come in the order of their names. Hidden files and what systems leave in
    folders do not count, nor does anything in the output folder. A file named twice counts once.
    """
    found: dict[Path, Path] = {}
    for source in sources:
        for path in _files_of(source, output.resolve()):
            found.setdefault(path.resolve(), path)
    return list(found.values())


def _files_of(source: Path, output: Path) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    for path in sorted(source.rglob("*")):
        inside = path.relative_to(source).parts
        hidden = any(part.startswith(".") for part in inside)
        passing = path.name.lower() in _NOT_DOCUMENTS or path.name.startswith("~$")
        if path.is_file() and not hidden and not passing and output not in path.resolve().parents:
            yield path


def refuse_used(folder: Path, purpose: str) -> None:
    """Refuse a folder in which something is: `purpose` is Dutch, what the folder is to hold.

    Raises:
        WrongUseError: it is not there as an empty folder, nor absent.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        msg = f"In deze map staat al iets. Kies een nieuwe map voor {purpose}."
        raise WrongUseError(msg)


def output_names(paths: Sequence[Path], *, numbered: bool) -> list[str]:
    """Return a file name for each output: that of the source, or a number.

    Two sources that would get one name are told apart by a number behind it.
    """
    if numbered:
        return [f"document-{number:03}.pdf" for number in range(1, len(paths) + 1)]
    taken: set[str] = set()
    return [_free_name(_plain(path.stem), taken) for path in paths]


def _plain(stem: str) -> str:
    """Return a stem without control characters and undecodable bytes."""
    readable = os.fsencode(stem).decode("utf-8", "replace")
    kept = "".join("_" if unicodedata.category(c).startswith("C") else c for c in readable)
    return kept.strip() or "document"


def _free_name(stem: str, taken: set[str]) -> str:
    count = 1
    while (name := _fitting(stem, "" if count == 1 else f"-{count}")).casefold() in taken:
        count += 1
    taken.add(name.casefold())
    return name


def _fitting(stem: str, suffix: str) -> str:
    room = _LONGEST_NAME - len(f"{suffix}.pdf".encode())
    return stem.encode()[:room].decode("utf-8", "ignore") + suffix + ".pdf"


def refuse_to_overwrite(targets: Iterable[Path], sources: Iterable[Path], *, force: bool) -> None:
    """Check that writing the targets loses nothing.

    Raises:
        WrongUseError: a target is one of the sources, or exists and `force` is off.
    """
    originals = {source.resolve() for source in sources}
    standing = [target for target in targets if target.exists()]
    if any(target.resolve() in originals for target in standing):
        msg = "Een uitvoerbestand zou een bronbestand overschrijven. Kies een andere uitvoermap."
        raise WrongUseError(msg)
    if standing and not force:
        msg = (
            f"In de uitvoermap staan al bestanden met deze namen ({len(standing)}, zoals "
            f"{shown(standing[0].name)}). Kies een andere map, of gebruik --force om ze te "
            "vervangen."
        )
        raise WrongUseError(msg)


def shown(name: str | Path) -> str:
    """Return a path as it can be printed on one line, whatever bytes it holds."""
    readable = os.fsencode(name).decode("utf-8", "replace")
    return "".join("�" if unicodedata.category(c).startswith("C") else c for c in readable)
