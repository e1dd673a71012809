"""Read and append facts; each `writing` block is one transaction that nobody else writes in."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, text

from pipeline.store.chain import START, Link, holds, linked
from pipeline.store.rows import ActRow, DoubtRow, ProposalRow
from pipeline.store.tables import ACTS, DOUBTS, PROPOSALS

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Store:
    """The facts of one case."""

    engine: Engine

    def acts(self, after: int = 0) -> list[ActRow]:
        """Return the acts with a higher number than `after`, in order."""
        with self.engine.connect() as connection:
            return _acts(connection, after)

    def proposals(self, run: int) -> list[ProposalRow]:
        """Return what a run proposed, in the order it was written."""
        with self.engine.connect() as connection:
            return _proposals(connection, run)

    def doubts(self, run: int) -> list[DoubtRow]:
        """Return which persons of a run may be one."""
        with self.engine.connect() as connection:
            return _doubts(connection, run)

    @contextmanager
    def writing(self) -> Iterator["Writing"]:
        """Begin a transaction that holds the pen; it ends with the block, or leaves nothing."""
        connecting = self.engine.connect().execution_options(writes=True)
        with connecting as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("LOCK TABLE acts IN EXCLUSIVE MODE"))
            yield Writing(connection)

    def close(self) -> None:
        """Let the database go."""
        self.engine.dispose()


@dataclass(frozen=True, slots=True)
class Writing:
    """A transaction in which facts are appended."""

    connection: Connection

    def acts(self, after: int) -> list[ActRow]:
        """Return the acts with a higher number than `after`, in order."""
        return _acts(self.connection, after)

    def proposals(self, run: int) -> list[ProposalRow]:
        """Return what a run proposed."""
        return _proposals(self.connection, run)

    def doubts(self, run: int) -> list[DoubtRow]:
        """Return which persons of a run may be one."""
        return _doubts(self.connection, run)

    def append(self, link: Link) -> ActRow:
        """Append an act behind the last one."""
        last = self.connection.execute(
            select(ACTS.c.seq, ACTS.c.hash).order_by(ACTS.c.seq.desc()).limit(1)
        ).first()
        seq, previous = (last.seq, last.hash) if last else (0, START)
        row = linked(link._replace(at=link.at.astimezone(UTC)), seq + 1, previous)
        self.connection.execute(insert(ACTS), row._asdict())
        return row

    def add_run(self, proposals: Sequence[ProposalRow], doubts: Sequence[DoubtRow]) -> None:
        """Append what a run proposed, behind its own act in the same transaction."""
        for start in range(0, len(proposals), _BATCH):
            rows = [row._asdict() for row in proposals[start : start + _BATCH]]
            self.connection.execute(insert(PROPOSALS), rows)
        if doubts:
            self.connection.execute(insert(DOUBTS), [row._asdict() for row in doubts])


def first_broken(rows: Sequence[ActRow]) -> int | None:
    """Return the number of the first act that is not what it was, None where all are."""
    previous = START
    for seq, row in enumerate(rows, start=1):
        if row.seq != seq or not holds(row, previous):
            return seq
        previous = row.hash
    return None


def _acts(connection: Connection, after: int) -> list[ActRow]:
    found = connection.execute(select(ACTS).where(ACTS.c.seq > after).order_by(ACTS.c.seq))
    return [_act(row) for row in found]


def _act(row: Any) -> ActRow:  # noqa: ANN401  a row of SQLAlchemy
    """Return an act; SQLite gives its time without the zone, which is UTC."""
    act = ActRow(*row)
    at: datetime = act.at if act.at.tzinfo else act.at.replace(tzinfo=UTC)
    return act._replace(at=at.astimezone(UTC))


def _proposals(connection: Connection, run: int) -> list[ProposalRow]:
    return [
        ProposalRow(*row)
        for row in connection.execute(select(PROPOSALS).where(PROPOSALS.c.run == run))
    ]


def _doubts(connection: Connection, run: int) -> list[DoubtRow]:
    return [DoubtRow(*row) for row in connection.execute(select(DOUBTS).where(DOUBTS.c.run == run))]
