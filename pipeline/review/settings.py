"""What an organisation sets: how people sign in, for how long, how much they send at once."""

import ipaddress
import tomllib
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipeline.review.access.account import Role
from pipeline.review.access.errors import SettingsError

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


_TEAM = {"idle_s": 30 * 60.0, "longest_s": 12 * 3600.0}
_ACCESS = {"mode", "address", "database", "idle_minutes", "longest_hours", "oidc"}
_OIDC = {"issuer", "client_id", "client_secret_file", "scope", "claim", "roles", "name"}


FILE = "review.toml"
"""What a case's own settings of the review are called."""


def case_settings(folder: Path, file: Path | None, start: Settings) -> Settings:
    """Return the settings of a case: from a file, or else from its own, if it has one.

    Raises:
        SettingsError: a key is unknown or has a value that cannot be; the message names the key.
    """
    own = folder / FILE
    return read_settings(file or (own if own.exists() else None), start)


def default_settings(folder: Path) -> Settings:
    """Return what holds for a case without settings: accounts stand in its own folder."""
    return Settings(f"sqlite:///{folder.resolve() / 'accounts.sqlite'}")


def read_settings(file: Path | None, settings: Settings) -> Settings:
    """Lay a file of settings over the defaults.

    Raises:
        SettingsError: a key is unknown or has a value that cannot be; the message names the key.
    """
    if file is None:
        return settings
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        msg = f"{file.name} is geen geldig TOML-bestand."
        raise SettingsError(msg) from None
    _refuse_unknown(table, {"access", "upload"}, "")
    _refuse_unknown(table.get("upload", {}), {"megabytes"}, "upload.")
    if megabytes := table.get("upload", {}).get("megabytes"):
        settings = replace(
            settings, upload_limit=int(_number(megabytes, "upload.megabytes")) * MEGABYTE
        )
    return _with_access(table.get("access", {}), file.parent, settings)


def _with_access(table: dict[str, Any], folder: Path, settings: Settings) -> Settings:
    _refuse_unknown(table, _ACCESS, "access.")
    try:
        mode = Mode(table.get("mode", Mode.LINK))
    except ValueError:
        msg = "access.mode moet link, accounts of oidc zijn."
        raise SettingsError(msg) from None
    changed = replace(settings, mode=mode, **({} if mode is Mode.LINK else _TEAM))  # type: ignore[arg-type]
    if address := table.get("address"):
        changed = replace(changed, address=_checked_address(address))
    if database := table.get("database"):
        changed = replace(changed, database=str(database))
    if idle := table.get("idle_minutes"):
        changed = replace(changed, idle_s=_number(idle, "access.idle_minutes") * 60)
    if longest := table.get("longest_hours"):
        changed = replace(changed, longest_s=_number(longest, "access.longest_hours") * 3600)
    if mode is Mode.OIDC:
        changed = replace(changed, provider=_provider(table.get("oidc", {}), folder))
    return changed


def _provider(table: dict[str, Any], folder: Path) -> Provider:
    _refuse_unknown(table, _OIDC, "access.oidc.")
    for key in ("issuer", "client_id", "roles"):
        if not table.get(key):
            msg = f"access.oidc.{key} ontbreekt."
            raise SettingsError(msg)
    secret = table.get("client_secret_file")
    return Provider(
        issuer=str(table["issuer"]).rstrip("/"),
        client_id=str(table["client_id"]),
        client_secret=(folder / secret).read_text("utf-8").strip() if secret else None,
        scope=str(table.get("scope", Provider.scope)),
        claim=str(table.get("claim", Provider.claim)),
        roles=tuple(_roles(table["roles"])),
        name=str(table.get("name", Provider.name)),
    )


def _roles(table: dict[str, list[str]]) -> list[tuple[str, Role]]:
    _refuse_unknown(table, set(Role), "access.oidc.roles.")
    return [(value, Role(name)) for name, values in table.items() for value in values]


def _checked_address(address: object) -> str:
    parts = urlsplit(str(address))
    clear = parts.scheme == "http" and is_loopback(parts.hostname or "")
    if not parts.hostname or not (parts.scheme == "https" or clear) or parts.path.strip("/"):
        msg = "access.address moet een https-adres zonder pad zijn."
        raise SettingsError(msg)
    return f"{parts.scheme}://{parts.netloc}"


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _number(value: object, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        msg = f"{key} moet een getal boven nul zijn."
        raise SettingsError(msg)
    return float(value)


def _refuse_unknown(table: object, known: set[str], where: str) -> None:
    if not isinstance(table, dict):
        msg = f"{where.rstrip('.')} moet een tabel zijn."
        raise SettingsError(msg)
    if unknown := sorted(set(table) - known):
        msg = f"Onbekend in de instellingen: {', '.join(where + key for key in unknown)}."
        raise SettingsError(msg)
