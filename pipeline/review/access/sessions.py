"""Sessions and one-time links. The browser holds a random token, the database only its hash."""

import hashlib
import secrets
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from pipeline.review.access.tables import LINKS, SESSIONS

_FRESH_S = 60
"""A session's last sign of life is written down at most this often."""
LINK_S = 15 * 60
"""A one-time link that nobody used is void after this."""


class Session(NamedTuple):
    """Somebody who is signed in, since when, and when they were last heard of."""

    account: str
    created_at: float
    seen_at: float

    def is_over(self, now: float, idle_s: float, longest_s: float) -> bool:
        """Tell whether nobody used it for too long, or it has lasted too long."""
        return now - self.seen_at > idle_s or now - self.created_at > longest_s

    def is_stale(self, now: float, idle_s: float) -> bool:
        """Tell whether its sign of life is due to be written down."""
        return now - self.seen_at > min(_FRESH_S, idle_s / 10)


def digest(token: str) -> str:
    """Return what the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def form_token(cookie: str) -> str:
    """Return the token that forms and scripts send along: it follows from a cookie, one way."""
    return hashlib.sha256(b"lakwerk form " + cookie.encode()).hexdigest()


def open_session(connection: Connection, account: str, now: float) -> str:
    """Open a session and return its token, which is made here and never taken from a browser."""
    token = secrets.token_urlsafe(32)
    row = {"token": digest(token), "account": account, "created_at": now, "seen_at": now}
    connection.execute(insert(SESSIONS).values(row))
    return token


def session_of(connection: Connection, token: str) -> Session | None:
    """Return the session with a token, over or not."""
    query = select(SESSIONS).where(SESSIONS.c.token == digest(token))
    row = connection.execute(query).mappings().first()
    return Session(row["account"], row["created_at"], row["seen_at"]) if row else None


def touch(connection: Connection, token: str, now: float) -> None:
    """Write down that a session is in use."""
    changed = update(SESSIONS).where(SESSIONS.c.token == digest(token)).values(seen_at=now)
    connection.execute(changed)


def close_session(connection: Connection, token: str) -> None:
    """End one session."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.token == digest(token)))


def close_old_sessions(connection: Connection, now: float, longest_s: float) -> None:
    """Remove the sessions that nobody ended."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.created_at < now - longest_s))


def make_link(connection: Connection, account: str, now: float) -> str:
    """Make the token of a one-time link; an older link of the account is void from now on."""
    token = secrets.token_urlsafe(24)
    connection.execute(delete(LINKS).where(LINKS.c.account == account))
    row = {"token": digest(token), "account": account, "created_at": now}
    connection.execute(insert(LINKS).values(row))
    return token


def redeem_link(connection: Connection, token: str, now: float) -> str | None:
    """Return whose link this is, and make it void: of two who try at once one gets an answer."""
    taken = delete(LINKS).where(LINKS.c.token == digest(token)).returning(LINKS)
    row = connection.execute(taken).mappings().first()
    if row is None or now - row["created_at"] > LINK_S:
        return None
    account: str = row["account"]
    return account
