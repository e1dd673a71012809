"""Passwords: hashed with argon2id, long instead of intricate."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 200
"""A limit, as argon2 would patiently hash a book."""
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobody() -> str:
    return _hasher().hash(secrets.token_urlsafe())


def hashed(password: str) -> str:
    """Return the argon2id hash of a password, with its own salt and costs in it."""
    return _hasher().hash(password)


def is_right(stored: str | None, password: str) -> bool:
    """Tell whether a password fits a hash; takes as long when there is no hash."""
    try:
        _hasher().verify(stored or _nobody(), password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def objection(password: str, name: str) -> str | None:
    """Return why a password is too weak, in Dutch, or nothing."""
    if len(password) < SHORTEST:
        return f"Neem minstens {SHORTEST} tekens. Een zin van vier woorden is goed te onthouden."
    if len(password) > LONGEST:
        return f"Neem hoogstens {LONGEST} tekens."
    if name.casefold() in password.casefold():
        return "Neem een wachtwoord waar uw naam niet in staat."
    if len(set(password)) < SHORTEST // 2:
        return "Neem meer verschillende tekens."
    return None


def invented() -> str:
    """Return a password for a first time: four groups that can be read out over the telephone."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)
