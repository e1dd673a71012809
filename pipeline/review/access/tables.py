"""The tables of accounts and sessions. Times are seconds since 1970.

They stand apart from the case's own tables: an organisation has one set of accounts and many cases.
"""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, MetaData, String, Table, Text

from pipeline.store.connect import Schema

METADATA = MetaData()

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("name", String(200), nullable=False, unique=True),  # what one signs in with, folded
    Column("display", String(200), nullable=False),
    Column("password", String(200)),  # an argon2 hash; none for who signs in elsewhere
    Column("subject", String(500), unique=True),  # issuer and subject at the OpenID provider
    Column("must_change", Boolean, nullable=False),
    Column("created_at", Float, nullable=False),
    Column("disabled_at", Float),
)

ACCOUNT_ROLES = Table(
    "account_roles",
    METADATA,
    Column("account", ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(20), primary_key=True),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("token", String(64), primary_key=True),  # its SHA-256: a stolen database opens nothing
    Column("account", ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("created_at", Float, nullable=False),
    Column("seen_at", Float, nullable=False),
)

LINKS = Table(
    "links",
    METADATA,
    Column("token", String(64), primary_key=True),
    Column("account", ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("created_at", Float, nullable=False),
)

FLIGHTS = Table(  # a sign-in that is under way at the OpenID provider
    "flights",
    METADATA,
    Column("state", String(64), primary_key=True),
    Column("browser", String(64), nullable=False),
    Column("nonce", String(64), nullable=False),
    Column("verifier", String(128), nullable=False),
    Column("onward", Text, nullable=False),
    Column("created_at", Float, nullable=False),
)

ATTEMPTS = Table(  # failed sign-ins; key is a hash of what was tried
    "attempts",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("key", String(64), nullable=False),
    Column("at", Float, nullable=False),
)
Index("attempts_of_a_key", ATTEMPTS.c.key, ATTEMPTS.c.at)

ACTS = Table(  # what happened with accounts: append-only
    "access_acts",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("at", Float, nullable=False),
    Column("who", String(200), nullable=False),
    Column("act", String(40), nullable=False),
    Column("account", String(200), nullable=False),
)

SCHEMA = Schema(
    "De lijst van accounts", METADATA, "pipeline.review.access.migrations", "0001", "access_version"
)
"""How these tables are brought up to date, also in a database that holds a case as well."""
