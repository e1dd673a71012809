"""Make a publication package of an approved case: all of it, or nothing.

PACKAGE/documenten/0001.pdf ...   redacted, checked, named by number
PACKAGE/inventarislijst.csv, .xlsx
PACKAGE/legenda.html              what each code means, and why it was used
PACKAGE/SHA256SUMS                checksums of all of these
"""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pipeline.case.case import Case
from pipeline.case.ordered import Ordered, ordered
from pipeline.case.state import State
from pipeline.case.titles import published_title
from pipeline.engine import Engine, Failed
from pipeline.engine.local import LocalEngine, processors
from pipeline.errors import PipelineError
from pipeline.output import Layout, Work, checked
from pipeline.publish import inventory, legend
from pipeline.publish.inventory import Row, assess
from pipeline.publish.open_points import NotReadyError, Point, open_points
from pipeline.scratch import make_scratch
from pipeline.sources import refuse_used
from pipeline.vault import Vault
from redact.finding import Verified

DOCUMENTS = "documenten"
SUMS = "SHA256SUMS"


class ChangedError(PipelineError):
    """Somebody decided something while the package was made."""

    def __init__(self) -> None:
        super().__init__(
            "De zaak is veranderd terwijl het pakket werd gemaakt. Er is niets gepubliceerd. "
            "Kijk wat er veranderd is en probeer het opnieuw."
        )


@dataclass(frozen=True, slots=True)
class Order:
    """One document to write: what goes from it, and where it is to stand."""

    vault: Vault
    number: int
    ordered: Ordered
    path: Path
    layout: Layout


class Package(NamedTuple):
    """What was published, and where."""

    folder: Path
    rows: tuple[Row, ...]


def publish(
    case: Case,
    folder: Path,
    when: date,
    *,
    layout: Layout = Layout.KEEP,
    engine: Engine | None = None,
) -> Package:
    """Write the package of a case into a folder that is not there yet, or empty.

    Raises:
        NotReadyError: something is open, or a document cannot be written; it says what.
        ChangedError: somebody acted in the case meanwhile.
        WrongUseError: the folder holds something.
        OSError: the system refuses to write.
    """
    refuse_used(folder, "het pakket")
    seq = case.state().seq
    points = open_points(case)
    if points:
        raise NotReadyError(points)
    with _staged(folder) as staging:
        orders = _orders(case, staging / DOCUMENTS, layout)
        engine = engine or LocalEngine(processors(), place=case.vault.place)
        verified = _write(orders, engine)
        if case.state().seq != seq:
            raise ChangedError
        rows = tuple(_row(case, order, done) for order, done in zip(orders, verified, strict=True))
        _write_lists(case, staging, rows, when)
        _write_sums(staging, rows)
    return Package(folder, rows)


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """Give a folder beside the target that takes its place when all went well."""
    scratch = make_scratch(folder.parent)
    staging = scratch.path / "pakket"
    (staging / DOCUMENTS).mkdir(parents=True)
    try:
        yield staging
        if folder.exists():
            folder.rmdir()
        staging.replace(folder)
    finally:
        scratch.close()


def _orders(case: Case, folder: Path, layout: Layout) -> list[Order]:
    return [
        Order(case.vault, number, ordered(case, number), folder / f"{number:04}.pdf", layout)
        for number in sorted(case.state().files)
    ]


def _write(orders: list[Order], engine: Engine) -> list[Verified]:
    """Write and check every document.

    Raises:
        NotReadyError: one or more cannot be written safely.
    """
    results = list(engine.map(write_one, orders))
    failed = [
        Point(
            result.item.number, f"Het kan niet veilig worden gepubliceerd. {result.value.message}"
        )
        for result in results
        if isinstance(result.value, Failed)
    ]
    if failed:
        raise NotReadyError(failed)
    return [result.value for result in results if isinstance(result.value, Verified)]


def write_one(order: Order) -> Verified:
    """Write one document to its place.

    Raises:
        RedactError: it cannot be written, or the check found a leak.
    """
    wanted = order.ordered
    source = order.vault.get(wanted.pdf)
    made, verified = checked(Work(order.layout, source, wanted.document, wanted.redactions))
    _write_file(order.path, made.pdf)
    return verified


def _write_file(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _row(case: Case, order: Order, verified: Verified) -> Row:
    """Return what the inventory says of a document."""
    state, wanted = case.state(), order.ordered
    gone = [redaction.span for redaction in wanted.redactions]
    letters = sum(character.isalnum() for character in wanted.document.text)
    removed = sum(c.isalnum() for span in set(gone) for c in wanted.document.text_of(span))
    return Row(
        number=order.number,
        title=published_title(case, state, order.number),
        day=_day(state, order.number),
        assessment=assess(letters - removed, removed),
        grounds=tuple(sorted({redaction.ground for redaction in wanted.redactions})),
        pages=len(wanted.document.pages),
        file=f"{DOCUMENTS}/{order.path.name}",
        sha256=verified.sha256,
    )


def _day(state: State, number: int) -> date | None:
    described = state.described(number)
    return date.fromisoformat(described.day) if described and described.day else None


def _write_lists(case: Case, staging: Path, rows: tuple[Row, ...], when: date) -> None:
    """Write the inventory and the legend."""
    used = Counter(ground for row in rows for ground in row.grounds)
    given = {code: reasons for code in used if (reasons := case.state().reasons(code))}
    texts = {code: case.vault.text(reasons.text) for code, reasons in given.items()}
    told = legend.entries(used, texts)
    _write_file(staging / "inventarislijst.csv", inventory.as_csv(rows))
    _write_file(staging / "inventarislijst.xlsx", inventory.as_xlsx(rows, when))
    _write_file(staging / "legenda.html", legend.as_html(case.settings.name, told))


def _write_sums(staging: Path, rows: tuple[Row, ...]) -> None:
    """Write checksums of what is on the disk now; that of a document must be the one checked.

    Raises:
        NotReadyError: the disk holds something else than what was checked.
    """
    files = sorted(path for path in staging.rglob("*") if path.is_file())
    sums = {_named(path, staging): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    wrong = [
        Point(row.number, "Het staat anders op de schijf dan het gecontroleerd is.")
        for row in rows
        if sums.get(row.file) != row.sha256
    ]
    if wrong:
        raise NotReadyError(wrong)
    lines = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
    _write_file(staging / SUMS, lines.encode())


def _named(path: Path, staging: Path) -> str:
    return path.relative_to(staging).as_posix()
