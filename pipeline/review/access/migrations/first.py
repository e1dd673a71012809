"""The first tables. An older version made them without noting that: what is there stays."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables that are not there."""
    _make_accounts()
    _make_ways_in()
    _make_records()


def _make_accounts() -> None:
    _make(
        "accounts",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("name", sa.String(200), nullable=False, unique=True),
        sa.Column("display", sa.String(200), nullable=False),
        sa.Column("password", sa.String(200)),
        sa.Column("subject", sa.String(500), unique=True),
        sa.Column("must_change", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.Float, nullable=False),
        sa.Column("disabled_at", sa.Float),
    )
    _make(
        "account_roles",
        _owner(primary_key=True),
        sa.Column("role", sa.String(20), primary_key=True),
    )


def _make_ways_in() -> None:
    _make(
        "sessions",
        sa.Column("token", sa.String(64), primary_key=True),
        _owner(),
        sa.Column("created_at", sa.Float, nullable=False),
        sa.Column("seen_at", sa.Float, nullable=False),
    )
    _make(
        "links",
        sa.Column("token", sa.String(64), primary_key=True),
        _owner(),
        sa.Column("created_at", sa.Float, nullable=False),
    )
    _make(
        "flights",
        sa.Column("state", sa.String(64), primary_key=True),
        sa.Column("browser", sa.String(64), nullable=False),
        sa.Column("nonce", sa.String(64), nullable=False),
        sa.Column("verifier", sa.String(128), nullable=False),
        sa.Column("onward", sa.Text, nullable=False),
        sa.Column("created_at", sa.Float, nullable=False),
    )


def _make_records() -> None:
    _make(
        "attempts",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    op.create_index("attempts_of_a_key", "attempts", ["key", "at"], if_not_exists=True)
    _make(
        "access_acts",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("act", sa.String(40), nullable=False),
        sa.Column("account", sa.String(200), nullable=False),
    )


def _make(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(name, *columns, if_not_exists=True)


def _owner(*, primary_key: bool = False) -> sa.Column[object]:
    owner = sa.ForeignKey("accounts.id", ondelete="CASCADE")
    return sa.Column("account", sa.String(36), owner, nullable=False, primary_key=primary_key)
