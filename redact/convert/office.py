"""Convert office documents to PDF with LibreOffice, which runs as a stranger to be kept in.

It gets a folder and a profile of its own, no macros, no network and a time limit, and goes away
with everything it started. File names are neutral: a name of a file can be that of a person.
"""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from redact.convert.form import Form
from redact.errors import ConversionError, ConverterMissingError

TIME_LIMIT = 180.0
"""Seconds; a document of a hundred pages takes a few."""

_EXPORT = {"UseTaggedPDF": True, "PDFUACompliance": True, "ExportNotes": False}
_PDF_A2 = 2


def convert_office(data: bytes, form: Form, time_limit: float = TIME_LIMIT) -> bytes:
    """Return an office document as a tagged PDF.

    Raises:
        ConverterMissingError: LibreOffice is not installed.
        ConversionError: it crashed, took longer than `time_limit` seconds or wrote nothing.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ConverterMissingError
    with TemporaryDirectory(prefix="lakwerk-") as name:
        folder = Path(name)
        source = folder / f"document{form}"
        source.write_bytes(data)
        _run(_command(program, source, _profile(folder)), folder, time_limit)
        target = source.with_suffix(".pdf")
        if not target.exists():
            raise ConversionError
        return target.read_bytes()


def _profile(folder: Path) -> Path:
    """Lay down a profile that forbids what a document may not do, and return where."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    rules = resources.files("redact.convert").joinpath("profile.xcu").read_bytes()
    (user / "registrymodifications.xcu").write_bytes(rules)
    return user.parent


def _command(program: str, source: Path, profile: Path) -> list[str]:
    export = {name: {"type": "boolean", "value": str(on).lower()} for name, on in _EXPORT.items()}
    export["SelectPdfVersion"] = {"type": "long", "value": str(_PDF_A2)}
    return [
        *_kept_in(),
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", f"pdf:writer_pdf_Export:{json.dumps(export)}"),
        *("--outdir", str(source.parent), str(source)),
    ]


_DIES_WITH_US = ("setpriv", "--pdeathsig", "KILL")
_ALONE = ("unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child")


@cache
def _kept_in() -> tuple[str, ...]:
    """Return the command that takes the network away, as far as the system allows it.

    And that ends all that the program started when we are killed: it works on a document.
    """
    for command in (_DIES_WITH_US + _ALONE, _ALONE[:3]):
        with suppress(OSError, subprocess.CalledProcessError):
            subprocess.run([*command, "true"], check=True, capture_output=True)  # noqa: S603
            return command
    return ()  # the profile still blocks links and names a proxy that is not there


def _run(command: Sequence[str], folder: Path, time_limit: float) -> None:
    """Run a program and all it starts, no longer than it may take."""
    surroundings = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "TMPDIR": str(folder)}
    process = subprocess.Popen(  # noqa: S603  no shell, our own arguments
        command,
        cwd=folder,
        env=surroundings | {"LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(time_limit)
    except subprocess.TimeoutExpired as error:
        raise ConversionError from error
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
