"""The tables. They grow only: no row is ever updated or deleted."""

from sqlalchemy import (
    Column,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "fk": "%(table_name)s_%(column_0_name)s_fkey",
        "uq": "%(table_name)s_%(column_0_name)s_key",
    }
)

ACTS = Table(
    "acts",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", String(36), nullable=False, unique=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

PROPOSALS = Table(
    "proposals",
    METADATA,
    Column("run", Integer, ForeignKey("acts.seq"), nullable=False),
    Column("item", String(40), nullable=False),
    Column("document", Integer, nullable=False),
    Column("spans", Text, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("score", Float, nullable=False),
    Column("source", String(80), nullable=False),
    Column("role", String(24), nullable=False),
    Column("action", String(12), nullable=False),
    Column("ground", String(16)),
    Column("reason", Text, nullable=False),
    Column("person", String(24)),
    Column("link_reason", Text, nullable=False),
    Column("same", String(24), nullable=False),
    Column("context", String(24), nullable=False),
)

DOUBTS = Table(
    "doubts",
    METADATA,
    Column("run", Integer, ForeignKey("acts.seq"), nullable=False),
    Column("person", String(24), nullable=False),
    Column("other", String(24), nullable=False),
    Column("reason", Text, nullable=False),
)
