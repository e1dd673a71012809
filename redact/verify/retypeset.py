"""Prove that a document set anew has all that stays, in order, and nothing that had to go.

Its pages are new, so places and numbers of pages are not compared. Its letters are: read in the
order of the file they must be those of the original, with a code where something was taken out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from redact.continuous import continuous
from redact.document import Document, Page
from redact.errors import DamagedError, EncryptedError, LeakError
from redact.finding import Redaction, Verified
from redact.geometry import beneath
from redact.lines import Line
from redact.verify.checks import FILE_CHECKS
from redact.verify.conformance import standards_met
from redact.verify.evidence import Evidence
from redact.verify.fold import fold, fold_pages
from redact.verify.gone import count_keys, find_keys
from redact.verify.leak import Leak, Severity
from redact.verify.lines import Slot, lacks_label, reads_as
from redact.verify.verification import library_versions

Owners: TypeAlias = npt.NDArray[np.int64]

_FOOTER = re.compile(r"\s*Pagina \d+ van \d+\s*$|^\s*Pagina \d+ van \d+(\s+|$)")
_LEGEND = fold("Toelichting bij de codes in dit document")
_PICTURE = fold("[afbeelding niet overgenomen]")
_MANY = 1000
_BULLET = re.compile(r"o[ \t\xa0]+(?=\S)")
"""A list mark that looks like a letter; a better sign may take its place."""

_HYPHEN = re.compile(r"-\n")
_READS = "tekst die weg moest is nog te lezen"
_DIFFERS = "de tekst die moest blijven is niet volledig, of er staat iets tussen"
_NO_LABEL = "bij een weggelaten stuk staat de grond niet"


def verify_retypeset(
    output: bytes, original: Document, redactions: Sequence[Redaction]
) -> Verified:
    """Check a document set anew against what the reader saw and what was ordered to go.

    The checks that are named as done end with the standards that the output meets.

    Raises:
        LeakError: something is left, is missing or cannot be checked. It says where, never what.
    """
    evidence = Retold(output, original, redactions)
    try:
        found = [leak for check in FILE_CHECKS for leak in check.looks(evidence)]
        leaks = [str(leak) for leak in found if leak.severity is Severity.LEAK]
        leaks += [str(leak) for _, looks in _RETOLD for leak in looks(evidence)]
    except (DamagedError, EncryptedError) as error:
        leaks = [f"opbouw: {error.message}"]
    if leaks:
        raise LeakError(tuple(dict.fromkeys(leaks)))
    names = (*(check.name for check in FILE_CHECKS), *(name for name, _ in _RETOLD))
    checks = (*names, *standards_met(output))
    return Verified(sha256(output).hexdigest(), checks, library_versions())


class Retold(Evidence):
    """An output that tells a document anew: its text, and an explanation of the codes after it."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the original, running headers and footers once."""
        return continuous(self.original).lines

    @cached_property
    def owners(self) -> tuple[tuple[str, ...], Owners]:
        """The folded codes, and for each character of the original's text which explains it.

        0 where it stays, -1 where it lies under one that goes and may go with it.
        """
        by_page: defaultdict[int, list[Redaction]] = defaultdict(list)
        for redaction in self.redactions:
            by_page[redaction.span.page].append(redaction)
        codes: list[str] = [""]
        parts: list[Owners] = []
        for page, gone in zip(self.original, self.removed, strict=True):
            owners = _owners(page, by_page[page.number], codes)
            owners[~gone] = 0
            owners[beneath(page, owners > 0) & (owners == 0)] = -1
            parts += [owners, np.zeros(1, dtype=np.int64)]
        return tuple(codes), np.concatenate(parts)

    @cached_property
    def legend_from(self) -> int:
        """The page on which the explanation of the codes begins; the number of pages without."""
        pages = [fold(_FOOTER.sub("", page.text)) for page in self.shown]
        starts = [number for number, text in enumerate(pages) if text.startswith(_LEGEND)]
        return starts[-1] if starts and self.redactions else len(pages)

    def without_labels(self, text: str) -> str:
        """Return a text without the codes: the "e" of one makes no name with the next word."""
        codes = sorted({redaction.ground for redaction in self.redactions}, key=len, reverse=True)
        return re.sub("|".join(map(re.escape, codes)), "", text) if codes else text

    @cached_property
    def told(self) -> str:
        """The text that stays, line by line, with a break for each stretch that goes."""
        _, owners = self.owners
        return "\n".join(
            "".join(
                letter if owner == 0 else "\n"
                for letter, owner in zip(line.text, owners[line.start : line.end], strict=True)
            )
            for line in self.lines
        )


def _owners(page: Page, redactions: Iterable[Redaction], codes: list[str]) -> Owners:
    """Return which code explains each character; a longer redaction what lies inside it."""
    owners = np.zeros(len(page.text), dtype=np.int64)
    grounds: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for redaction in redactions:
        grounds[redaction.span.start, redaction.span.end].add(redaction.ground)
    for span in sorted(grounds, key=lambda span: span[0] - span[1]):
        code = fold(" ".join(sorted(grounds[span])))
        if code not in codes:
            codes.append(code)
        part = owners[slice(*span)]
        part[part == 0] = codes.index(code)
    return owners


def check_gone(evidence: Retold) -> Iterator[Leak]:
    """No removed text is read more often than was meant to stay, by any extractor."""
    secrets = evidence.secrets
    told = evidence.without_labels(evidence.told)
    joined = _counts([_HYPHEN.sub("", told)], secrets.everywhere)
    meant = _counts([told], secrets.everywhere) | joined
    for reading in evidence.readings:
        numbers = sorted(reading.texts)
        body = "\n".join(reading.texts[n] for n in numbers if n < evidence.legend_from)
        added = [reading.texts[n] for n in numbers if n >= evidence.legend_from]
        excess = _counts([evidence.without_labels(body)], secrets.everywhere) - meant
        # the explanation is in ordinary words, some of which were removed too
        if excess or any(whole for *_, whole in find_keys(fold_pages(added), secrets.distinct)):
            yield Leak(f"tekst volgens {reading.extractor}", _READS)


def _counts(texts: Iterable[str], keys: Sequence[str]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for (_, key), count in count_keys(fold_pages(texts), keys).items():
        counts[key] += count
    return counts


def check_told(evidence: Retold) -> Iterator[Leak]:
    """Every letter that stays is there, in order, with labels and nothing else in between."""
    pages = evidence.shown[: evidence.legend_from]
    have = "".join(fold(_FOOTER.sub("", page.text)) for page in pages)
    want = list(expected(evidence))
    if reads_as(have, want):
        return
    yield Leak("tekst", _NO_LABEL if lacks_label(have, want) else _DIFFERS)


def expected(evidence: Retold) -> Iterator[str | Slot]:
    """Yield in order what must be read: letters that stay, and slots for labels."""
    codes, owners = evidence.owners
    slot: list[tuple[str, int, int]] = []
    for line in evidence.lines:
        _allow_picture(slot, line)
        for code, letters in _stretches(line, codes, owners):
            if code:
                _demand(slot, code, fewest=int(bool(letters)))
            elif letters:
                yield from _slots(slot)
                yield letters
                slot = []
    yield from _slots([*slot, (_PICTURE, 0, _MANY)])


def _slots(slot: Sequence[tuple[str, int, int]]) -> Iterator[Slot]:
    if slot:
        yield Slot(tuple(slot))


def _allow_picture(slot: list[tuple[str, int, int]], line: Line) -> None:
    """Allow the note that a picture is left out before a line."""
    if not fold(line.text).startswith(_PICTURE):
        slot.append((_PICTURE, 0, _MANY))


def _demand(slot: list[tuple[str, int, int]], code: str, fewest: int) -> None:
    """Demand a label; one that follows the same code may be joined with that."""
    if slot and slot[-1][0] == code:
        slot[-1] = code, max(slot[-1][1], fewest), slot[-1][2] + 1
        return
    before = next((known for known, _, _ in reversed(slot) if known != _PICTURE), "")
    slot.append((code, fewest if before != code else 0, 1))


def _stretches(line: Line, codes: Sequence[str], owners: Owners) -> Iterator[tuple[str, str]]:
    """Yield the stretches of a line: the code, empty where it stays, and the letters."""
    mine = owners[line.start : line.end]
    bullet = _BULLET.match(line.text)
    first = bullet.end() if bullet else 0
    cuts = np.flatnonzero(np.diff(mine[first:])) + 1 + first
    bounds = [first, *cuts.tolist(), len(mine)]
    for start, end in pairwise(bounds):
        owner = int(mine[start]) if start < end else 0
        if owner > 0:
            yield codes[owner], fold(line.text[start:end])
        elif owner == 0:
            yield "", fold(line.text[start:end])


_RETOLD: tuple[tuple[str, Callable[[Retold], Iterator[Leak]]], ...] = (
    ("leesbare tekst", check_gone),
    ("volgorde van de tekst", check_told),
)
"""What is checked of a document set anew."""
