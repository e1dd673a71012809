import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from pipeline.store import connect
from pipeline.store.connect import NewerError, sqlite_url
from pipeline.store.tables import METADATA


def test_the_migrations_make_the_tables_that_the_program_knows(tmp_path):
    engine = connect(sqlite_url(tmp_path / "case.sqlite"))
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    assert [one for one in differences if "index" not in one[0]] == []
    engine.dispose()


def test_a_power_cut_loses_no_commit_and_readers_need_not_wait(tmp_path):
    engine = connect(sqlite_url(tmp_path / "case.sqlite"))
    with engine.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert asked == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000,
    }  # fmt: skip
    engine.dispose()


def test_tables_of_a_newer_version_are_left_alone(tmp_path):
    url = sqlite_url(tmp_path / "case.sqlite")
    engine = connect(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(NewerError):
        connect(url)
