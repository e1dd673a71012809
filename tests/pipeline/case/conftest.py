"""A case on each database."""

import tempfile
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.pipeline.case.made import PAGE, make_case, propose, put
from tests.pipeline.case.postgres import programs, running

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


@pytest.fixture
def anywhere(tmp_path, database):
    """Return a case with one document and what is proposed for it, on each database."""
    case = make_case(tmp_path, database)
    put(case, PAGE)
    propose(case)
    yield case
    case.close()


@pytest.fixture
def case(tmp_path):
    """Return a case with one document and what is proposed for it."""
    made = make_case(tmp_path)
    put(made, PAGE)
    propose(made)
    yield made
    made.close()
