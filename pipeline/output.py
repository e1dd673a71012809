"""From redactions to an output that was checked by another process, with other libraries."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from pipeline.sandbox import Sandbox
from redact.document import Document
from redact.errors import CrashedError, DamagedError, LeakError
from redact.finding import Redaction, Verified
from redact.verify import verify
from redact.verify.retypeset import verify_retypeset
from redact.write import Told, write
from redact.write.retypeset import retypeset


class Layout(StrEnum):
    """How an output looks: like its source, or set anew from the structure of that."""

    KEEP = "keep"
    RETYPESET = "retypeset"


class Work(NamedTuple):
    """What is to be written and checked."""

    layout: Layout
    source: bytes
    document: Document
    ordered: tuple[Redaction, ...]


class Made(NamedTuple):
    """An output, how many pictures of the source it lacks, which pages became pictures.

    `whole_fonts` counts the fonts with letters that no page uses.
    """

    pdf: bytes
    pictures: int = 0
    told: Told = Told()
    scanned: tuple[int, ...] = ()
    whole_fonts: int = 0


def checked(work: Work) -> tuple[Made, Verified]:
    """Write and check; what does not pass is tried again with pages as pictures.

    First with the pages where something is seen, then with all of them.

    Raises:
        LeakError, CrashedError, DamagedError: that did not help.
    """
    every = frozenset(range(len(work.document.pages)))
    scanned: frozenset[int] = frozenset()
    while True:
        try:
            made = _written(work, scanned)
            return made, verifier().run(_verify, (work, made.pdf))
        except (LeakError, CrashedError, DamagedError) as error:
            if work.layout is not Layout.KEEP or scanned == every:
                raise
            seen = error.pages & every if isinstance(error, LeakError) else frozenset()
            scanned = every if scanned else seen or every


def _written(work: Work, scanned: frozenset[int] = frozenset()) -> Made:
    if work.layout is Layout.KEEP:
        kept = write(work.source, work.document, work.ordered, pictured=scanned)
        return Made(
            kept.pdf,
            told=Told.of(kept.treated),
            scanned=tuple(sorted(scanned)),
            whole_fonts=kept.whole_fonts,
        )
    anew = retypeset(work.source, work.document, work.ordered)
    return Made(anew.pdf, anew.pictures)


@cache
def verifier() -> Sandbox:
    """Return the process that checks outputs: not the one that wrote them."""
    return Sandbox()


def _verify(given: tuple[Work, bytes]) -> Verified:
    work, output = given
    if work.layout is Layout.KEEP:
        return verify(output, work.document, work.ordered, work.source)
    return verify_retypeset(output, work.document, work.ordered)
