"""An account and what its roles allow; the table of rights is data in rights.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any


class Role(StrEnum):
    """What somebody does in a case."""

    OFFICER = "officer"
    REVIEWER = "reviewer"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """One thing that somebody may do."""

    SEE = "see"
    ADD = "add"
    PROPOSE = "propose"
    DECIDE = "decide"
    NOTE = "note"
    APPROVE = "approve"
    PUBLISH = "publish"
    RECORD = "record"
    ACCOUNTS = "accounts"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signs in. `name` is what is typed, `display` what colleagues read."""

    id: str
    name: str
    display: str
    roles: frozenset[Role]
    must_change: bool = False
    is_disabled: bool = False
    is_elsewhere: bool = False
    """Signs in at the OpenID provider, so has no password here."""

    def may(self, right: Right) -> bool:
        """Tell whether one of the account's roles has a right."""
        return any(right in rights()[role] for role in self.roles)


@cache
def rights() -> Mapping[Role, frozenset[Right]]:
    """Return what each role may."""
    return {
        Role(name): frozenset(map(Right, row["may"])) for name, row in _table()["roles"].items()
    }


@cache
def role_words() -> Mapping[Role, str]:
    """Return what each role is called on the screen."""
    return {Role(name): row["dutch"] for name, row in _table()["roles"].items()}


@cache
def right_words() -> Mapping[Right, str]:
    """Return what each right is called on the screen."""
    return {Right(name): words for name, words in _table()["rights"].items()}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("rights.toml").read_text("utf-8"))
