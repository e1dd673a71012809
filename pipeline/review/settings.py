"""What an organisation sets: how people sign in, for how long, how much they send at once."""

import ipaddress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.review.access.account import Role

MEGABYTE = 1_000_000


class Mode(StrEnum):
    """How people sign in."""

    LINK = "link"
    ACCOUNTS = "accounts"
    OIDC = "oidc"


@dataclass(frozen=True)
class Provider:
    """An OpenID provider. `roles` says which values of the claim give which role here."""

    issuer: str
    client_id: str
    client_secret: str | None = field(default=None, repr=False)
    scope: str = "openid profile email"
    claim: str = "groups"
    roles: tuple[tuple[str, Role], ...] = ()
    name: str = "uw organisatie"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one running review. `address` is where browsers find it, without a path."""

    database: str = field(repr=False)
    """URL of the database of accounts and sessions; it may hold a password."""
    address: str = "http://127.0.0.1:8765"
    mode: Mode = Mode.LINK
    idle_s: float = 8 * 3600
    longest_s: float = 7 * 24 * 3600
    upload_limit: int = 500 * MEGABYTE
    """Bytes of one request: the most somebody sends at once."""
    provider: Provider | None = None
    user: str = "ik"
    """Who works alone here: the account of the one-time link."""
    is_development: bool = False

    @property
    def is_secure(self) -> bool:
        """Tell whether browsers come over TLS."""
        return self.address.startswith("https:")

    @property
    def origins(self) -> frozenset[str]:
        """Return what browsers call this server; a loopback address has several names."""
        parts = urlsplit(self.address)
        if not is_loopback(parts.hostname or ""):
            return frozenset({self.address})
        port = f":{parts.port}" if parts.port else ""
        names = ("127.0.0.1", "localhost", "[::1]")
        return frozenset(f"{parts.scheme}://{name}{port}" for name in names)

    @property
    def hosts(self) -> list[str]:
        """Return the host names under which requests may come."""
        return sorted({urlsplit(origin).hostname or "" for origin in self.origins})

    @property
    def cookie(self) -> str:
        """Return the name of the session's cookie. Cookies do not know ports, so the name does."""
        port = urlsplit(self.address).port
        return "__Host-lakwerk" if self.is_secure else f"lakwerk-{port or 80}"


def default_settings(folder: Path) -> Settings:
    """Return what holds for a case without settings: accounts stand in its own folder."""
    return Settings(f"sqlite:///{folder.resolve() / 'accounts.sqlite'}")


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
