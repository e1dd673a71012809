"""The output's text as different programs read it; what one overlooks another may see."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from redact.errors import DamagedError
from redact.verify.walk import reading

_SECONDS = 60
_SMALL = 25  # pages


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What one extractor read: `texts` holds a page's text under the page's number."""

    extractor: str
    texts: dict[int, str] = field(repr=False)

    def named(self, what: str) -> "Reading":
        """Return the same reading as one of something else."""
        return Reading(f"{self.extractor}, {what}", self.texts)


def poppler(data: bytes, *options: str) -> Reading | None:
    """Read with poppler's `pdftotext`, when that is installed.

    Raises:
        DamagedError: it cannot read the file, or not within a minute.
    """
    program = shutil.which("pdftotext")
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603  a fixed program; the PDF goes in through a pipe
            [program, "-enc", "UTF-8", *options, "-", "-"],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise DamagedError from None
    pages = done.stdout.decode("utf-8", "replace").split("\f")[:-1]
    return Reading("poppler", dict(enumerate(pages)))


def poppler_version() -> str | None:
    """Return the version of poppler's `pdftotext`, if it is there."""
    program = shutil.which("pdftotext")
    if program is None:
        return None
    shown = subprocess.run(  # noqa: S603  a fixed program
        [program, "-v"], capture_output=True, timeout=_SECONDS, check=False
    )
    found = re.search(rb"version (\S+)", shown.stderr)
    return found[1].decode() if found else None


def pypdf_reading(data: bytes, numbers: Iterable[int]) -> Reading | None:
    """Read some pages with pypdf; the pages from the first one it cannot read are left out."""
    texts: dict[int, str] = {}
    with suppress(DamagedError), reading(data) as document:
        for number in sorted(numbers):
            texts[number] = document.pages[number].extract_text()
    return Reading("pypdf", texts) if texts else None


def readings(data: bytes, shown: Sequence[str], busiest: Iterable[int]) -> Iterator[Reading]:
    """Yield every reading we can get; `shown` is pdfium's, made elsewhere with its boxes.

    pypdf reads only the `busiest` pages, and poppler's second way of reading is for small files:
    docs/decisions/verifying.md has what each costs.
    """
    yield Reading("pdfium", dict(enumerate(shown)))
    others = [poppler(data, "-raw"), pypdf_reading(data, busiest)]
    if len(shown) <= _SMALL:
        others.append(poppler(data))
    yield from (other for other in others if other is not None)
