"""Accounts in their tables: functions over a connection. Who calls decides what is one act."""

import uuid
from collections.abc import Iterable

from sqlalchemy import Connection, RowMapping, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from pipeline.review.access.account import Account, Role
from pipeline.review.access.errors import AccountError
from pipeline.review.access.tables import ACCOUNT_ROLES, ACCOUNTS, ACTS, SESSIONS

LONGEST_NAME = 100


def add_account(  # noqa: PLR0913  a row has this many columns
    connection: Connection,
    name: str,
    display: str,
    roles: Iterable[Role],
    now: float,
    *,
    password: str | None = None,
    subject: str | None = None,
) -> Account:
    """Add an account; `password` is a hash, which its owner must replace at the first sign-in.

    Raises:
        AccountError: the name is empty, too long, taken, or holds what cannot be printed.
    """
    folded, shown = name.strip().casefold(), " ".join(display.split())
    too_long = max(len(folded), len(shown)) > LONGEST_NAME
    if not folded or not shown or too_long or not (folded + shown).isprintable():
        msg = f"Vul een gebruikersnaam en een naam in van hoogstens {LONGEST_NAME} tekens."
        raise AccountError(msg)
    account = str(uuid.uuid4())
    row = {
        "id": account,
        "name": folded,
        "display": shown,
        "password": password,
        "subject": subject,
        "must_change": password is not None,
        "created_at": now,
    }
    try:
        with connection.begin_nested():
            connection.execute(insert(ACCOUNTS).values(row))
    except IntegrityError:
        msg = "Deze gebruikersnaam bestaat al."
        raise AccountError(msg) from None
    set_roles(connection, account, roles)
    return account_of(connection, account)


def set_roles(connection: Connection, account: str, roles: Iterable[Role]) -> None:
    """Give an account these roles and no others."""
    connection.execute(delete(ACCOUNT_ROLES).where(ACCOUNT_ROLES.c.account == account))
    rows = [{"account": account, "role": role.value} for role in sorted(set(roles))]
    if rows:
        connection.execute(insert(ACCOUNT_ROLES), rows)


def set_password(connection: Connection, account: str, password: str, *, must_change: bool) -> None:
    """Replace an account's password hash and close its sessions."""
    changed = {"password": password, "must_change": must_change}
    connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == account).values(changed))
    close_sessions(connection, account)


def disable(connection: Connection, account: str, at: float | None) -> None:
    """Shut an account out from a moment on, or let it in again with nothing."""
    values = {"disabled_at": at}
    connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == account).values(values))
    close_sessions(connection, account)


def close_sessions(connection: Connection, account: str) -> None:
    """End every session of an account."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.account == account))


def account_of(connection: Connection, account: str) -> Account:
    """Return the account with an id.

    Raises:
        AccountError: there is none.
    """
    found = _listed(connection, ACCOUNTS.c.id == account) if account.isprintable() else []
    if not found:
        msg = "Dit account bestaat niet."
        raise AccountError(msg)
    return found[0]


def account_named(connection: Connection, name: str) -> Account | None:
    """Return the account somebody signs in with, disabled or not."""
    folded = name.strip().casefold()
    found = _listed(connection, ACCOUNTS.c.name == folded) if folded.isprintable() else []
    return found[0] if found else None


def account_of_subject(connection: Connection, subject: str) -> Account | None:
    """Return the account of somebody at the OpenID provider."""
    found = _listed(connection, ACCOUNTS.c.subject == subject)
    return found[0] if found else None


def accounts_of(connection: Connection) -> list[Account]:
    """Return all accounts by name."""
    return _listed(connection)


def password_of(connection: Connection, account: str) -> str | None:
    """Return the hash of an account's password."""
    query = select(ACCOUNTS.c.password).where(ACCOUNTS.c.id == account)
    return connection.scalars(query).one_or_none()


def tell(connection: Connection, now: float, who: str, act: str, account: str) -> None:
    """Write down what happened with an account; nothing ever changes or removes it."""
    row = {"id": str(uuid.uuid4()), "at": now, "who": who, "act": act, "account": account}
    connection.execute(insert(ACTS).values(row))


def acts_of(connection: Connection, most: int = 50) -> list[RowMapping]:
    """Return the latest acts on accounts, the last first."""
    query = select(ACTS).order_by(ACTS.c.at.desc()).limit(most)
    return list(connection.execute(query).mappings())


def _listed(connection: Connection, *where: object) -> list[Account]:
    query = select(ACCOUNTS).where(*where).order_by(ACCOUNTS.c.name)  # type: ignore[arg-type]
    rows = list(connection.execute(query).mappings())
    held = select(ACCOUNT_ROLES).where(ACCOUNT_ROLES.c.account.in_([row["id"] for row in rows]))
    roles: dict[str, set[Role]] = {}
    for row in connection.execute(held).mappings():
        roles.setdefault(row["account"], set()).add(Role(row["role"]))
    return [_account(row, roles.get(row["id"], set())) for row in rows]


def _account(row: RowMapping, roles: set[Role]) -> Account:
    return Account(
        id=row["id"],
        name=row["name"],
        display=row["display"],
        roles=frozenset(roles),
        must_change=row["must_change"],
        is_disabled=row["disabled_at"] is not None,
        is_elsewhere=row["subject"] is not None,
    )
