"""What Alembic runs to bring a database up to date."""

from alembic import context

attributes = context.config.attributes
engine, schema = attributes["engine"], attributes["schema"]
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=schema.tables,
        version_table=schema.revision,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
