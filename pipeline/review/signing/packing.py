"""Packages for publication, made behind the pages: one at a time, or a list of what is open."""

import logging
import re
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock, Thread

from pipeline.case.case import Case
from pipeline.engine import whereabouts
from pipeline.errors import PipelineError
from pipeline.publish import NotReadyError, Point, publish
from redact.errors import RedactError

_LOG = logging.getLogger(__name__)
_FOLDER = "publicatie"
_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-\d{6}")
_BEGIN = Lock()
_PIECE = 1 << 20


@dataclass(slots=True)
class Packing:
    """The last package that was asked for: `points` or `message` say why there is none."""

    is_busy: bool = False
    name: str = ""
    points: tuple[Point, ...] = ()
    message: str = ""
    lock: Lock = field(default_factory=Lock, repr=False)


def packing_of(case: Case) -> Packing:
    """Return the last package of a case that was asked for here."""
    with _BEGIN:
        packing: Packing = case.cache.setdefault("packing", Packing())
        return packing


def pack(case: Case) -> Packing:
    """Begin to make a package, unless that is going on."""
    packing = packing_of(case)
    with packing.lock:
        if packing.is_busy:
            return packing
        packing.is_busy, packing.name = True, ""
        packing.points, packing.message = (), ""
    Thread(target=_work, args=(case, packing), name="package", daemon=True).start()
    return packing


def _work(case: Case, packing: Packing) -> None:
    now = datetime.now(UTC).astimezone()
    name = now.strftime("%Y-%m-%d-%H%M%S")
    try:
        publish(case, case.folder / _FOLDER / name, now.date())
        packing.name = name
    except NotReadyError as error:
        packing.points = tuple(error.points)
    except (PipelineError, RedactError) as error:
        packing.message = str(error)
    except Exception as error:  # noqa: BLE001  the last place: foreign messages stop here
        _LOG.error("package stopped: %s", whereabouts(error))
        packing.message = "Het maken van het pakket is gestopt door een onverwachte fout."
    finally:
        packing.is_busy = False


def packages(case: Case) -> list[str]:
    """Return the names of the packages that were made, the last one first."""
    folder = case.folder / _FOLDER
    found = folder.iterdir() if folder.is_dir() else iter(())
    return sorted((path.name for path in found if _NAME.fullmatch(path.name)), reverse=True)


def zipped(case: Case, name: str) -> Iterator[bytes] | None:
    """Return a package as the bytes of a ZIP file, piece by piece; None where there is none."""
    if name not in packages(case):
        return None
    return _pieces(case.folder / _FOLDER / name)


def _pieces(folder: Path) -> Iterator[bytes]:
    """Yield a folder as a ZIP file; what is published is no secret, so it may pass the disk."""
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    archive.write(path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece
