"""`review.toml`: the settings of a review as an organisation writes them."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipeline.review.access.account import Role
from pipeline.review.access.errors import SettingsError
from pipeline.review.settings import MEGABYTE, Mode, Provider, Settings, is_loopback

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
    if (megabytes := table.get("upload", {}).get("megabytes")) is not None:
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
        changed = replace(changed, address=_checked_address(address, "access.address"))
    if database := table.get("database"):
        changed = replace(changed, database=str(database))
    if (idle := table.get("idle_minutes")) is not None:
        changed = replace(changed, idle_s=_number(idle, "access.idle_minutes") * 60)
    if (longest := table.get("longest_hours")) is not None:
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
    roles = tuple(_roles(table["roles"]))
    return Provider(
        issuer=_checked_address(table["issuer"], "access.oidc.issuer", may_have_path=True),
        client_id=str(table["client_id"]),
        client_secret=_secret(table.get("client_secret_file"), folder),
        scope=str(table.get("scope", Provider.scope)),
        claim=str(table.get("claim", Provider.claim)),
        roles=roles,
        name=str(table.get("name", Provider.name)),
    )


def _secret(name: object, folder: Path) -> str | None:
    if name is None:
        return None
    try:
        return (folder / str(name)).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        msg = "Het bestand van access.oidc.client_secret_file is niet te lezen."
        raise SettingsError(msg) from None


def _roles(table: dict[str, Any]) -> Iterator[tuple[str, Role]]:
    _refuse_unknown(table, set(Role), "access.oidc.roles.")
    for name, values in table.items():
        if not isinstance(values, list):
            msg = f"access.oidc.roles.{name} moet een lijst zijn."
            raise SettingsError(msg)
        yield from ((str(value), Role(name)) for value in values)


def _checked_address(address: object, key: str, *, may_have_path: bool = False) -> str:
    """Return an address without a slash at its end; others than this machine speak TLS."""
    parts = urlsplit(str(address))
    clear = parts.scheme == "http" and is_loopback(parts.hostname or "")
    is_safe = parts.hostname and (parts.scheme == "https" or clear)
    if not is_safe or (parts.path.strip("/") and not may_have_path):
        msg = f"{key} moet een https-adres zijn{'' if may_have_path else ' zonder pad'}."
        raise SettingsError(msg)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


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
