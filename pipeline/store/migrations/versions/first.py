"""The first tables: acts, and what runs proposed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "acts",
        sa.Column("seq", sa.Integer, autoincrement=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("subject", sa.String(80), nullable=False),
        sa.Column("old", sa.Text, nullable=False),
        sa.Column("new", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="acts_pkey"),
        sa.UniqueConstraint("id", name="acts_id_key"),
    )
    _make_proposals()
    _make_doubts()
    op.create_index("proposals_run", "proposals", ["run", "document"])
    op.create_index("doubts_run", "doubts", ["run"])


def _make_proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("item", sa.String(40), nullable=False),
        sa.Column("document", sa.Integer, nullable=False),
        sa.Column("spans", sa.Text, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("source", sa.String(80), nullable=False),
        sa.Column("role", sa.String(24), nullable=False),
        sa.Column("action", sa.String(12), nullable=False),
        sa.Column("ground", sa.String(16)),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("person", sa.String(24)),
        sa.Column("link_reason", sa.Text, nullable=False),
        sa.Column("same", sa.String(24), nullable=False),
        sa.Column("context", sa.String(24), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["acts.seq"], name="proposals_run_fkey"),
    )


def _make_doubts() -> None:
    op.create_table(
        "doubts",
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("person", sa.String(24), nullable=False),
        sa.Column("other", sa.String(24), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["run"], ["acts.seq"], name="doubts_run_fkey"),
    )
