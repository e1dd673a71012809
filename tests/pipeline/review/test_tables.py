"""The tables of accounts are made by steps, and brought up to date by later ones."""

from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from pipeline.review.access.access import open_access
from pipeline.review.access.account import Role
from pipeline.review.access.tables import METADATA, SCHEMA
from pipeline.store import connect
from pipeline.store.connect import NewerError, engine_of
from tests.pipeline.review.serving import make_settings


@pytest.fixture
def settings(tmp_path, database):
    made = make_settings(tmp_path)
    return replace(made, database=database or made.database)


def test_the_steps_make_the_tables_that_the_program_knows(settings):
    access = open_access(settings)
    with access.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": SCHEMA.revision, "compare_type": True}
        )
        assert compare_metadata(context, METADATA) == []
    access.close()


def test_accounts_of_before_there_were_steps_are_kept(settings):
    engine = engine_of(settings.database)
    METADATA.create_all(engine)
    engine.dispose()
    access = open_access(settings)
    access.add("bob", "anna", "Anna", [Role.REVIEWER])
    access.close()
    again = open_access(settings)
    assert [one.name for one in again.listed()] == ["anna"]
    again.close()


def test_accounts_of_a_newer_version_are_left_alone(settings):
    access = open_access(settings)
    with access.engine.begin() as connection:
        connection.execute(text("UPDATE access_version SET version_num = '9999'"))
    access.close()
    with pytest.raises(NewerError, match="accounts"):
        open_access(settings)


def test_a_case_and_accounts_may_share_a_database(settings):
    connect(settings.database).dispose()
    access = open_access(settings)
    access.add("bob", "anna", "Anna", [Role.REVIEWER])
    assert {"acts", "accounts"} <= set(inspect(access.engine).get_table_names())
    access.close()
    connect(settings.database).dispose()
