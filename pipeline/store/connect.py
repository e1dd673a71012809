"""Connect to a database, and bring its tables up to date."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text

from pipeline.errors import PipelineError

_BUSY_MS = 30_000
_NEWEST = "0001"
"""The revision that this version of the program works with."""


class NewerError(PipelineError):
    """The database was made by a newer version."""


def connect(url: str) -> Engine:
    """Return an engine for a database whose tables are those of this version.

    Raises:
        NewerError: a newer version of the program made the tables.
    """
    engine = engine_of(url)
    if _revision(engine) != _NEWEST:
        _upgrade(engine)
    return engine


def engine_of(url: str) -> Engine:
    """Return an engine for a database as it is, whatever tables it holds.

    Who means to write says so with the execution option `writes`: SQLite then waits at the start.
    """
    engine = create_engine(_with_driver(url), pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    return engine


def sqlite_url(path: Path) -> str:
    """Return the URL of a database in a file."""
    return f"sqlite:///{path}"


def _with_driver(url: str) -> str:
    for name in ("postgresql://", "postgres://"):
        if url.startswith(name):
            return "postgresql+psycopg://" + url.removeprefix(name)
    return url


def _prepare_sqlite(engine: Engine) -> None:
    """Have transactions that are ours to begin, readers that do not wait, and no lost commits."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _: object) -> None:  # noqa: ANN401  the driver's own class
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        wants_lock = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if wants_lock else "BEGIN")


def _revision(engine: Engine) -> str | None:
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def _upgrade(engine: Engine) -> None:
    from alembic import command  # noqa: PLC0415  takes long to import, and is seldom needed
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    with as_file(files("pipeline.store") / "migrations") as scripts:
        config.set_main_option("script_location", str(scripts))
        config.attributes["engine"] = engine
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            msg = "Deze zaak is gemaakt met een nieuwere versie van lakwerk. Werk lakwerk bij."
            raise NewerError(msg) from error
