"""The databases that facts are kept in."""

import tempfile
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.pipeline.postgres import programs, running

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres():
    """Return the URL of a running PostgreSQL."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed (scripts/install-system-packages)")
    with (
        tempfile.TemporaryDirectory(prefix="lakpg-") as folder,  # a socket's path must be short
        running(Path(folder)) as url,
    ):
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request):
    """Return the URL of an empty database, for SQLite that of the file in the folder."""
    if request.param == "sqlite":
        return ""
    url = request.getfixturevalue("postgres")
    name = f"case{next(_NUMBERS)}"
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return url.replace("/postgres?", f"/{name}?")
