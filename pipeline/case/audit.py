"""Is the record of a case what it was when it was written, and is the vault whole?"""

import hashlib
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, NamedTuple

from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.codec import recorded
from pipeline.case.propose import digest_of
from pipeline.case.record import HEAD
from pipeline.store import ActRow
from pipeline.store.store import first_broken
from pipeline.vault import Key

_KEYS = ("original", "title", "pdf", "reading", "findings", "texts", "text", "term", "note",
         "provision")  # fmt: skip
"""The fields of deeds that name an object of the vault."""


class Fault(NamedTuple):
    """Something that is not as it was; `seq` is the act where it shows, 0 for the record's end."""

    seq: int
    message: str


def check_case(case: Case) -> list[Fault]:
    """Return every fault, none when all is as it was written.

    The chain of hashes shows an act that was changed, removed or slipped in; the note of the last
    hash in the vault shows a record cut short; runs have a hash over their rows; objects of the
    vault are named by the hash of their bytes.
    """
    rows = case.store.acts()
    broken = first_broken(rows)
    if broken is not None:
        return [Fault(broken, f"Handeling {broken} is niet meer zoals zij is vastgelegd.")]
    return [*_cut_short(case, rows), *_runs(case, rows), *_objects(case, rows)]


def _cut_short(case: Case, rows: list[ActRow]) -> Iterator[Fault]:
    path = case.vault.root / HEAD
    if not path.exists():
        if rows:
            yield Fault(0, "De vermelding van de laatste handeling ontbreekt in de kluis.")
        return
    seq, _, told = path.read_text("ascii").strip().partition(" ")
    if not seq.isdecimal() or int(seq) > len(rows) or rows[int(seq) - 1].hash != told:
        yield Fault(0, "Aan het eind van het register ontbreken handelingen.")


def _runs(case: Case, rows: list[ActRow]) -> Iterator[Fault]:
    for row in rows:
        deed = recorded(row).deed
        if isinstance(deed, acts.Propose):
            told = digest_of(case.store.proposals(row.seq), case.store.doubts(row.seq))
            if told != deed.digest:
                yield Fault(row.seq, f"De voorstellen van handeling {row.seq} zijn veranderd.")


def _objects(case: Case, rows: list[ActRow]) -> Iterator[Fault]:
    """Yield the objects that acts name and that are gone or changed, each once."""
    seen: set[Key] = set()
    for row in rows:
        for key in _keys(recorded(row).deed):
            if key not in seen and not _is_whole(case, key):
                yield Fault(row.seq, f"Een bestand van handeling {row.seq} ontbreekt in de kluis "
                            "of is veranderd.")  # fmt: skip
            seen.add(key)


def _keys(deed: Any) -> Iterator[Key]:  # noqa: ANN401  any deed
    for field in fields(deed):
        value = getattr(deed, field.name)
        if field.name in _KEYS and value:
            yield value


def _is_whole(case: Case, key: Key) -> bool:
    """Read an object piece by piece: it may be large."""
    path = case.vault.path(key)
    if not path.exists():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == key
