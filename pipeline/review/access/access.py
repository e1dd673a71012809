"""Signing in and out, and what an administrator does with accounts: each method is one act."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, text

from pipeline.review.access import accounts, attempts, passwords, sessions
from pipeline.review.access.account import Account, Role
from pipeline.review.access.errors import AccountError, LinkError, SignInError
from pipeline.review.access.tables import SCHEMA
from pipeline.review.settings import Settings
from pipeline.store.connect import connect


@dataclass(frozen=True, slots=True)
class Access:
    """Accounts and sessions in a database. `clock` gives seconds since 1970."""

    engine: Engine
    settings: Settings
    clock: Callable[[], float] = time.time

    @contextmanager
    def act(self) -> Iterator[tuple[Connection, float]]:
        """Give a connection and the time; everything done with it happens, or nothing does."""
        with self.engine.execution_options(writes=True).begin() as connection:
            if connection.dialect.name == "postgresql":  # SQLite lets one write at a time already
                connection.execute(text("LOCK TABLE accounts IN EXCLUSIVE MODE"))
            yield connection, self.clock()

    def close(self) -> None:
        """Let the database go."""
        self.engine.dispose()

    def visitor(self, token: str | None, *, in_person: bool = True) -> Account | None:
        """Return who a session's token belongs to, if it still belongs to anybody.

        What somebody asks in person keeps the session alive.
        """
        if not token:
            return None
        with self.engine.connect() as connection:
            session = sessions.session_of(connection, token)
            account = accounts.account_of(connection, session.account) if session else None
        if session is None or account is None or account.is_disabled:
            return None
        now = self.clock()
        if session.is_over(now, self.settings.idle_s, self.settings.longest_s):
            self.sign_out(token)
            return None
        if in_person and session.is_stale(now, self.settings.idle_s):
            with self.act() as (connection, now):
                sessions.touch(connection, token, now)
        return account

    def sign_in(self, name: str, password: str, place: str) -> str:
        """Return the token of a new session for somebody with the right password.

        Raises:
            SignInError: name and password do not fit.
            TooManyAttemptsError: there were too many failures.
        """
        folded = name.strip().casefold()[: accounts.LONGEST_NAME]
        with self.act() as (connection, now):
            attempts.refuse_guessing(connection, folded, place, now)
            account = accounts.account_named(connection, folded)
            stored = accounts.password_of(connection, account.id) if account else None
        fits = passwords.is_right(stored, password)
        with self.act() as (connection, now):
            if not fits or account is None or account.is_disabled:
                attempts.count_failure(connection, folded, place, now)
            else:
                attempts.forget_failures(connection, folded, place)
                return self._welcome(connection, account, now)
        raise SignInError

    def sign_in_with_link(self, link: str) -> str:
        """Return the token of a new session for who holds a one-time link.

        Raises:
            LinkError: the link is void.
        """
        with self.act() as (connection, now):
            found = sessions.redeem_link(connection, link, now)
            if found:
                return self._welcome(connection, accounts.account_of(connection, found), now)
        raise LinkError

    def _welcome(self, connection: Connection, account: Account, now: float) -> str:
        sessions.close_old_sessions(connection, now, self.settings.longest_s)
        accounts.tell(connection, now, account.name, "aangemeld", account.name)
        return sessions.open_session(connection, account.id, now)

    def sign_in_known(self, account: Account) -> str:
        """Return the token of a new session for somebody the OpenID provider vouches for."""
        with self.act() as (connection, now):
            return self._welcome(connection, account, now)

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self.act() as (connection, _):
            sessions.close_session(connection, token)

    def one_time_link(self, name: str) -> str:
        """Return a link's token for the one person who works alone here, who has every role."""
        with self.act() as (connection, now):
            account = accounts.account_named(connection, name) or accounts.add_account(
                connection, name, name, Role, now
            )
            return sessions.make_link(connection, account.id, now)

    def change_password(self, account: Account, old: str, new: str, again: str) -> str:
        """Replace somebody's own password; return the token of the session to go on with.

        Raises:
            AccountError: the old one is wrong or the new one too weak.
        """
        with self.act() as (connection, _):
            stored = accounts.password_of(connection, account.id)
        if not passwords.is_right(stored, old):
            msg = "Het huidige wachtwoord klopt niet."
            raise AccountError(msg)
        if new != again:
            msg = "De twee nieuwe wachtwoorden zijn niet gelijk."
            raise AccountError(msg)
        if objection := passwords.objection(new, account.name):
            raise AccountError(objection)
        hashed = passwords.hashed(new)
        with self.act() as (connection, now):
            accounts.set_password(connection, account.id, hashed, must_change=False)
            accounts.tell(connection, now, account.name, "wachtwoord gewijzigd", account.name)
            return sessions.open_session(connection, account.id, now)

    def add(self, who: str, name: str, display: str, roles: Iterable[Role]) -> tuple[Account, str]:
        """Add an account; return it with the password for the first time, shown once."""
        password = passwords.invented()
        hashed = passwords.hashed(password)
        with self.act() as (connection, now):
            account = accounts.add_account(connection, name, display, roles, now, password=hashed)
            accounts.tell(connection, now, who, "account toegevoegd", account.name)
        return account, password

    def reset(self, who: str, account: str) -> tuple[Account, str]:
        """Give an account a new password for the next time; return both."""
        password = passwords.invented()
        hashed = passwords.hashed(password)
        with self.act() as (connection, now):
            found = accounts.account_of(connection, account)
            if found.is_elsewhere:
                msg = "Dit account meldt zich aan via uw organisatie en heeft hier geen wachtwoord."
                raise AccountError(msg)
            accounts.set_password(connection, account, hashed, must_change=True)
            accounts.tell(connection, now, who, "wachtwoord vernieuwd", found.name)
        return found, password

    def give_roles(self, who: str, account: str, roles: Iterable[Role]) -> Account:
        """Give an account these roles and no others."""
        with self.act() as (connection, now):
            found = accounts.account_of(connection, account)
            accounts.set_roles(connection, account, roles)
            self._keep_an_administrator(connection)
            accounts.tell(connection, now, who, "rollen gewijzigd", found.name)
        return found

    def disable(self, who: str, account: str, *, disabled: bool) -> Account:
        """Shut an account out at once, or let it in again."""
        with self.act() as (connection, now):
            found = accounts.account_of(connection, account)
            accounts.disable(connection, account, now if disabled else None)
            self._keep_an_administrator(connection)
            said = "uitgeschakeld" if disabled else "ingeschakeld"
            accounts.tell(connection, now, who, f"account {said}", found.name)
        return found

    @staticmethod
    def _keep_an_administrator(connection: Connection) -> None:
        listed = accounts.accounts_of(connection)
        if not any(Role.ADMINISTRATOR in one.roles and not one.is_disabled for one in listed):
            msg = "Er moet een beheerder overblijven. Geef die rol eerst aan iemand anders."
            raise AccountError(msg)

    def listed(self) -> list[Account]:
        """Return all accounts."""
        with self.engine.connect() as connection:
            return accounts.accounts_of(connection)


def open_access(settings: Settings, clock: Callable[[], float] = time.time) -> Access:
    """Open the database of accounts and sessions, its tables brought up to date.

    Raises:
        NewerError: a newer version of the program made the tables.
    """
    before = os.umask(0o077)  # the file holds hashes of passwords: it is its owner's only
    try:
        engine = connect(settings.database, SCHEMA)
    finally:
        os.umask(before)
    return Access(engine, settings, clock)
