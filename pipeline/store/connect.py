"""Connect to a database, and bring its tables up to date."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    Engine,
    MetaData,
    String,
    column,
    create_engine,
    event,
    inspect,
    select,
    table,
)

from pipeline.errors import PipelineError
from pipeline.store.tables import METADATA

_BUSY_MS = 30_000


class Schema(NamedTuple):
    """Tables that the program brings up to date, and how far this version of it goes.

    `name` is what they are called in Dutch; `steps` the package with the revisions, of which
    `newest` is the last; `revision` the table that says how far a database is.
    """

    name: str
    tables: MetaData
    steps: str
    newest: str
    revision: str = "alembic_version"


CASE = Schema("Deze zaak", METADATA, "pipeline.store.migrations.versions", "0001")


class NewerError(PipelineError):
    """The database was made by a newer version."""


def connect(url: str, schema: Schema = CASE) -> Engine:
    """Return an engine for a database whose tables are those of this version.

    Raises:
        NewerError: a newer version of the program made the tables.
    """
    engine = engine_of(url)
    if _revision(engine, schema) != schema.newest:
        _upgrade(engine, schema)
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


def _revision(engine: Engine, schema: Schema) -> str | None:
    if not inspect(engine).has_table(schema.revision):
        return None
    with engine.connect() as connection:
        query = select(column("version_num", String)).select_from(table(schema.revision))
        found: str | None = connection.scalar(query)
        return found


def _upgrade(engine: Engine, schema: Schema) -> None:
    from alembic import command  # noqa: PLC0415  takes long to import, and is seldom needed
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    scripts, steps = files("pipeline.store") / "migrations", files(schema.steps)
    with as_file(scripts) as location, as_file(steps) as versions:
        config.set_main_option("script_location", str(location))
        config.set_main_option("path_separator", "newline")
        config.set_main_option("version_locations", str(versions))
        config.attributes |= {"engine": engine, "schema": schema}
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            engine.dispose()
            msg = f"{schema.name} is gemaakt met een nieuwere versie van lakwerk. Werk lakwerk bij."
            raise NewerError(msg) from error
